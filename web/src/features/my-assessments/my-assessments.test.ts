import { expect, test } from 'vitest'
import a from '../../i18n/zh/assessments'
import zh from '../../i18n/zh/my-assessments'
import type { Item } from '../assessments/model'
import { card } from './model'

const of = (more: object): Item => ({ round: { title: '三季度考核' }, state: 'self_scoring', self_by: '2026-12-11', clock: { action: 'hand_in', owner: 'organization', due: '2026-12-11', days_left: 10, overdue: false }, ...more }) as unknown as Item
const tell = (more: object) => card(zh, a.grade, of(more), '2026-11-27')

test('an organization is told by when to score itself', () => {
  expect(tell({})).toEqual({ text: '请在 12月11日（含当日）前提交“三季度考核”的自评，还有 10 个工作日。', tone: 'calm' })
  expect(tell({ clock: { due: '2026-12-11', days_left: 1, overdue: false } })?.tone).toBe('soon')
  expect(tell({ clock: { due: '2026-11-20', days_left: -5, overdue: true } })).toEqual({ text: '“三季度考核”的自评期限 11月20日 已过，请尽快提交。', tone: 'late' })
})

test('a result is told as long as it may be appealed', () => {
  const result = { state: 'concluded', grade: 'fail', total: 58.5, clock: { action: 'appeal', due: '2026-12-04', days_left: 5, overdue: false } }
  expect(tell(result)).toEqual({ text: '“三季度考核”的结果：58.5 分，不合格。不同意的，可以在 12月4日（含当日）前申诉。', tone: 'late' })
  expect(tell({ ...result, clock: undefined })).toBeUndefined()
  expect(tell({ state: 'cancelled', clock: undefined })).toBeUndefined()
})
