/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('src/styles/tokens.css', 'utf8')
const block = (selector: string): Record<string, string> => {
  const from = css.indexOf('{', css.indexOf(selector)) + 1
  return Object.fromEntries([...css.slice(from, css.indexOf('}', from)).matchAll(/(--[\w-]+|color-scheme):\s*([^;]+);/g)].map(match => [match[1], match[2]]))
}

test('night by wish and night by switch are the same night', () => {
  expect(block(':root:not([data-theme="light"])')).toEqual(block(':root[data-theme="dark"]'))
})

test('every colour of the day has one of the night', () => {
  const day = Object.keys(block(':root {')).filter(name => !/^--(sans|serif|mono|t-|s-|r-|tap|ease|fast|mid)/.test(name))
  expect(Object.keys(block(':root[data-theme="dark"]')).sort()).toEqual(day.sort())
})

/** Contrast of two colours as WCAG counts it. */
function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [r, g, bl] = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16) / 255).map(v => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [high, low] = [light(a), light(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

test.each([':root {', ':root[data-theme="dark"]'])('text can be read on its ground: %s', theme => {
  const of = block(theme)
  const pairs = [
    ['ink', 'paper'], ['ink-2', 'paper'], ['ink-3', 'paper'], ['ink-3', 'surface'], ['ink-3', 'paper-2'], ['on-primary', 'primary'],
    ['grass-700', 'grass-100'], ['sky-700', 'sky-100'], ['lily-700', 'lily-100'], ['wheat-700', 'wheat-100'], ['grass-700', 'paper'], ['lily-700', 'paper'], ['sky-700', 'sky-200'],
  ]
  for (const [text, ground] of pairs) {
    const seen = contrast(of[`--${text}`] as string, of[`--${ground}`] as string)
    expect(seen, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  }
})
