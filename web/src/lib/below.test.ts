import { expect, test } from 'vitest'
import { below } from './below'

function box(scrollHeight: number): HTMLElement {
  const node = document.createElement('div')
  for (const [name, value] of Object.entries({ scrollHeight, clientHeight: 460 })) Object.defineProperty(node, name, { value })
  return node
}

test('more below is told until the end is reached', () => {
  const node = box(900)
  below(node)
  expect(node.hasAttribute('data-more')).toBe(true)
  node.scrollTop = 440
  node.dispatchEvent(new Event('scroll'))
  expect(node.hasAttribute('data-more')).toBe(false)
})

test('what fits has no cue', () => {
  const node = box(460)
  below(node)
  expect(node.hasAttribute('data-more')).toBe(false)
})
