import { expect, test } from 'vitest'
import zh from '../../i18n/zh/my-progress'
import names from '../../i18n/zh/progress'
import type { Item } from '../progress/model'
import { card } from './model'

const of = (more: object): Item => ({ period: '2026-Q3', state: 'open', due: '2026-12-11', clock: { action: 'submit', owner: 'organization', due: '2026-12-11', days_left: 10, overdue: false }, ...more }) as unknown as Item
const tell = (more: object) => card(zh, names, of(more), '2026-11-27')

test('an organization is told what to hand in and by when', () => {
  expect(tell({})).toEqual({ text: '请在 12月11日（含当日）前提交2026年第三季度的报告，还有 10 个工作日。', tone: 'calm' })
  expect(tell({ clock: { due: '2026-11-27', days_left: 0, overdue: false } })).toEqual({ text: '请在 11月27日（含当日）前提交2026年第三季度的报告，今天截止。', tone: 'soon' })
  expect(tell({ clock: { due: '2026-11-20', days_left: -5, overdue: true } })).toEqual({ text: '2026年第三季度的报告期限 11月20日 已过，请尽快提交。', tone: 'late' })
  expect(tell({ state: 'returned' })?.tone).toBe('soon')
  expect(tell({ state: 'submitted', clock: undefined })).toEqual({ text: '2026年第三季度的报告已提交，等基地审核。', tone: 'calm' })
  expect([tell({ state: 'accepted', clock: undefined }), tell({ state: 'waived', clock: undefined })]).toEqual([undefined, undefined])
})
