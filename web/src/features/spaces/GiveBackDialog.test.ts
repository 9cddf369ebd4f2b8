import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { i18n } from '../../lib/i18n.svelte'
import GiveBackDialog from './GiveBackDialog.svelte'
import type { Allocation } from './model'

vi.mock('../../lib/session.svelte', () => ({ session: { today: '2026-11-25', view: { account: { name: '乌日娜' } } } }))
const allocation: Allocation = {
  id: 'alo_1', base: { id: 'bas_1', code: 'B01', short_name: '海拉尔' },
  space: { id: 'spc_7', code: 'A-07', kind: 'desk', floor_name: '二层', building_name: '主楼', equipment: ['办公桌 1 张'] },
  organization: { id: 'org_1', name: '萨日朗青少年社工中心' }, from: '2026-01-01', to: '2026-12-31', state: 'occupied',
  handovers: [{ id: 'hov_1', kind: 'in', on_day: '2026-01-05' }], version: 2, can: {},
}
const record = {
  on_day: '2026-01-05', keys: '门钥匙 1 把', handed_by: '乌日娜', received_by: '王晓明',
  items: [{ name: '升降桌', tag: 'HLR-0312', quantity: 1, condition: 'worn' }, { name: '椅子', quantity: 2, condition: 'good' }],
}
let sent: { handover?: Record<string, unknown> }[] = []

beforeEach(async () => {
  sent = []
  await i18n.need(['common', 'spaces'])
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'POST') sent.push(await request.json())
    return new Response(JSON.stringify(request.method === 'GET' ? record : allocation), { headers: { 'content-type': 'application/json' } })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('what was handed over is what is given back, on the last day of use', async () => {
  render(GiveBackDialog, { open: true, allocation })
  expect(await screen.findByText(/按 2026年1月5日 的交接单带入/)).toBeTruthy()
  const last = screen.getByLabelText(/最后使用日/)
  await fireEvent.input(last, { target: { value: '2026-11-20' } })
  await fireEvent.change(last)
  await fireEvent.submit(document.querySelector('form')!)
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toMatchObject({
    last: '2026-11-20',
    handover: {
      on_day: '2026-11-20', keys: '门钥匙 1 把',
      items: [{ name: '升降桌', tag: 'HLR-0312', quantity: 1, condition: 'worn' }, { name: '椅子', tag: null, quantity: 2, condition: 'good' }],
    },
  })
})

test('a day that was set by hand stays', async () => {
  render(GiveBackDialog, { open: true, allocation: { ...allocation, handovers: [] } })
  for (const [label, value] of [[/交接日/, '2026-11-18'], [/最后使用日/, '2026-11-20']] as const) {
    const field = screen.getByLabelText(label)
    await fireEvent.input(field, { target: { value } })
    await fireEvent.change(field)
  }
  await fireEvent.submit(document.querySelector('form')!)
  await waitFor(() => expect(sent[0]?.handover).toMatchObject({ on_day: '2026-11-18', items: [{ name: '办公桌', quantity: 1 }] }))
})
