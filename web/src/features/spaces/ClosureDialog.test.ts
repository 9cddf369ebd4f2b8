import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { i18n } from '../../lib/i18n.svelte'
import { toasts } from '../../lib/toast.svelte'
import ClosureDialog from './ClosureDialog.svelte'
import type { ClosureOf } from './dialog'

const sent: unknown[] = []
beforeEach(async () => {
  await i18n.need(['common', 'spaces'])
  sent.length = 0
  for (const one of toasts.list) toasts.close(one.id)
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url)
    const plan = { spaces: [{ id: 'spc_1', closure: { id: 'cls_1', from: '2026-12-01', reason: '网络改造' } }] }
    if (request.method === 'POST') sent.push([pathname, await request.json()])
    return new Response(JSON.stringify(request.method === 'POST' ? { id: 'cls_1' } : plan), { headers: { 'content-type': 'application/json' } })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const shown = (more: Partial<ClosureOf>) =>
  render(ClosureDialog, { open: true, today: '2026-11-25', closure: { id: 'cls_1', base: 'bas_1', code: '2-D05', from: '2026-12-01', to: null, can: null, ...more } })

test('a closure that has not begun is called off, and its reason is looked up', async () => {
  shown({})
  expect(await screen.findByText('网络改造')).toBeTruthy()
  expect(screen.queryByLabelText(/停用的最后一天/)).toBeNull()
  expect(screen.getByRole('button', { name: '取消这次停用', hidden: true })).toBeTruthy()
  await fireEvent.submit(document.querySelector('form')!)
  await waitFor(() => expect(sent).toEqual([['/api/v1/closures/cls_1/end', { last: '2026-11-30' }]]))
  await waitFor(() => expect(toasts.list.at(-1)?.text).toBe('2-D05 的停用已取消'))
})

test('a closure that runs is ended yesterday, and the space is open at once', async () => {
  shown({ from: '2026-11-01', reason: '桌椅维修' })
  await fireEvent.submit(document.querySelector('form')!)
  await waitFor(() => expect(toasts.list.at(-1)?.text).toBe('2-D05 已恢复使用'))
  expect(sent).toEqual([['/api/v1/closures/cls_1/end', { last: '2026-11-24' }]])
})

test('one that is over, or that another may end, is only shown', async () => {
  shown({ from: '2026-11-01', to: '2026-11-10', reason: '桌椅维修' })
  expect(screen.queryByRole('button', { name: '恢复使用', hidden: true })).toBeNull()
  await fireEvent.submit(document.querySelector('form')!)
  cleanup()
  shown({ can: 'not_allowed', reason: '桌椅维修' })
  expect(screen.queryByRole('button', { name: '取消这次停用', hidden: true })).toBeNull()
  expect(sent).toEqual([])
})
