import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { createRawSnippet } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { i18n } from '../lib/i18n.svelte'
import Dialog from './Dialog.svelte'

const html = (text: string) => createRawSnippet(() => ({ render: () => `<div>${text}</div>` }))
const dialog = () => document.querySelector('dialog') as HTMLDialogElement
const escape = () => fireEvent(dialog(), new Event('cancel', { cancelable: true }))

beforeEach(async () => {
  await i18n.need(['common'])
})
afterEach(cleanup)

test('one begins at the first field that can be filled', () => {
  render(Dialog, { open: true, title: '登记', onsubmit: vi.fn(), children: html('<input id="a" disabled><input id="b">'), foot: html('<button class="primary">保存</button>') })
  expect(document.activeElement?.id).toBe('b')
})

test('without a field one begins at the main button, and never at the way out', () => {
  render(Dialog, { open: true, title: '登记', children: html('<p>好</p>'), foot: html('<button>取消</button><button class="primary" id="ok">好</button>') })
  expect(document.activeElement?.id).toBe('ok')
  cleanup()
  render(Dialog, { open: true, title: '详情', children: html('<p>好</p>') })
  expect(document.activeElement?.tagName).toBe('H2')
})

test('Escape closes what nobody has typed into, and asks where somebody has', async () => {
  const onclose = vi.fn()
  render(Dialog, { open: true, title: '登记', onsubmit: vi.fn(), onclose, children: html('<input id="a">') })
  await fireEvent.input(document.getElementById('a') as HTMLElement, { target: { value: '甲' } })
  await escape()
  expect(onclose).not.toHaveBeenCalled()
  expect(document.activeElement?.textContent).toContain('继续填写')
  await fireEvent.click(screen.getByRole('button', { name: '继续填写', hidden: true }))
  expect(screen.queryByText('放弃')).toBeNull()
  expect(document.activeElement?.id).toBe('a')
  await escape()
  await fireEvent.click(screen.getByRole('button', { name: '放弃', hidden: true }))
  expect(onclose).toHaveBeenCalledTimes(1)
  cleanup()
  render(Dialog, { open: true, title: '登记', onsubmit: vi.fn(), onclose, children: html('<input>') })
  await escape()
  expect(onclose).toHaveBeenCalledTimes(2)
})
