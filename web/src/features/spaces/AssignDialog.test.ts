import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { i18n } from '../../lib/i18n.svelte'
import AssignDialog from './AssignDialog.svelte'
import type { Prefill } from './dialog'
import type { Space } from './model'

const organization = { id: 'org_1', name: '萨日朗青少年社工中心' }
const sent: unknown[] = []

beforeEach(async () => {
  await i18n.need(['common', 'spaces'])
  sent.length = 0
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(await request.json())
    return new Response(JSON.stringify({ space: { id: 'spc_7', code: 'A-07' }, organization }), { headers: { 'content-type': 'application/json' } })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const shown = (prefill: Prefill) => {
  const ondone = vi.fn()
  render(AssignDialog, { open: true, prefill: { space: { id: 'spc_7', code: 'A-07' }, organization, ...prefill }, spaces: [], today: '2026-11-25', ondone })
  return ondone
}

test('a term without a last day is not made open-ended by leaving it blank', async () => {
  shown({})
  await fireEvent.submit(document.querySelector('form')!)
  expect(await screen.findByText('请填写结束日期，或勾选“长期使用”')).toBeTruthy()
  expect(screen.getByLabelText(/^结束日期/).getAttribute('aria-invalid')).toBe('true')
  expect(sent).toEqual([])
})

test('an open-ended term is one that was asked for, and is summed up before it is sent', async () => {
  const ondone = shown({})
  await fireEvent.submit(document.querySelector('form')!)
  await fireEvent.click(screen.getByLabelText(/长期使用/))
  expect(screen.getByText(/A-07，自 2026年11月25日 起长期使用/)).toBeTruthy()
  expect(screen.queryByText('请填写结束日期，或勾选“长期使用”')).toBeNull()
  await fireEvent.submit(document.querySelector('form')!)
  await waitFor(() => expect(ondone).toHaveBeenCalledWith('spc_7'))
  expect(sent).toEqual([{ space: 'spc_7', organization: 'org_1', from: '2026-11-25', to: null, note: null }])
})

test('a desk that is given later says until when it is free', async () => {
  const desk = (code: string, next?: string): Space => ({
    id: `spc_${code}`, code, kind: 'desk', floor: 'f', seats: 1, bookable: false, assignable: true, equipment: [],
    x: 0, y: 0, w: 1.4, h: 0.7, state: 'free', expiring: false, version: 1, can: {},
    ...next && { next: { id: 'alo_1', organization, from: next, state: 'reserved', version: 1 } },
  })
  render(AssignDialog, { open: true, prefill: { organization }, spaces: [desk('A-01', '2026-12-10'), desk('A-02')], today: '2026-11-25' })
  await fireEvent.input(screen.getByRole('combobox', { name: /工位/, hidden: true }), { target: { value: 'A' } })
  const [first, second] = await screen.findAllByRole('option', { name: /A-0/, hidden: true })
  expect(first?.textContent).toContain('可用至 12月9日')
  expect(second?.textContent).not.toContain('可用至')
})
