import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { i18n } from '../../lib/i18n.svelte'
import ExtendDialog from './ExtendDialog.svelte'
import type { Allocation } from './model'

const allocation: Allocation = {
  id: 'alo_1', base: { id: 'bas_1', code: 'B01', short_name: '海拉尔' },
  space: { id: 'spc_7', code: 'A-07', kind: 'desk', floor_name: '二层', building_name: '主楼', equipment: [] },
  organization: { id: 'org_1', name: '萨日朗青少年社工中心' }, from: '2026-01-01', to: '2026-12-31', state: 'occupied', handovers: [], version: 2, can: {},
}
const taken = {
  status: 409, code: 'taken', title: '', detail: '这段时间已被占用。', fields: [], values: {
    space_code: 'A-07', from: '2027-03-01', to: '2027-08-31', free_from: '2027-09-01', purposes: ['term'],
    holders: [{ name: '同心志愿者协会', from: '2027-03-01', to: '2027-08-31' }],
    alternatives: [{ space: 'spc_8', code: 'A-08', floor: '二层', availability: 'whole_term', from: '2027-01-01', to: '2027-12-31', likeness: ['same_floor'] }],
  },
}
const answer = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

beforeEach(async () => {
  await i18n.need(['common', 'spaces'])
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('a usual extension is one press, and what is sent is the day', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push([new URL(request.url).pathname, await request.json()])
    return answer(200, { ...allocation, to: '2027-12-31' })
  })
  const ondone = vi.fn()
  render(ExtendDialog, { open: true, allocation, ondone, onassign: vi.fn() })
  await fireEvent.click(screen.getByRole('button', { name: '延长 1 年', hidden: true }))
  await fireEvent.submit(document.querySelector('form')!)
  await waitFor(() => expect(ondone).toHaveBeenCalledWith(true))
  expect(sent).toEqual([['/api/v1/allocations/alo_1/extend', { to: '2027-12-31', reason: null }]])
})

test('a taken space says who is in the way and until when, and offers another one', async () => {
  vi.stubGlobal('fetch', async () => answer(409, taken))
  const onassign = vi.fn()
  render(ExtendDialog, { open: true, allocation, to: '2027-12-31', onassign })
  await fireEvent.submit(document.querySelector('form')!)
  expect((await screen.findByText(/同心志愿者协会/)).textContent).toContain('2027年3月1日')
  expect(screen.getByText(/2027年9月1日 起空闲/)).toBeTruthy()
  await fireEvent.click(screen.getByRole('button', { name: /A-08/, hidden: true }))
  expect(onassign).toHaveBeenCalledWith({
    space: { id: 'spc_8', code: 'A-08' }, organization: allocation.organization, from: '2027-01-01', to: '2027-12-31',
  })
})

test('without a day nothing is sent', async () => {
  const fetched = vi.fn()
  vi.stubGlobal('fetch', fetched)
  render(ExtendDialog, { open: true, allocation, onassign: vi.fn() })
  await fireEvent.submit(document.querySelector('form')!)
  expect(fetched).not.toHaveBeenCalled()
  expect(screen.getByLabelText(/续至/).getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('请填写续至哪一天，或勾选“长期使用”')).toBeTruthy()
})
