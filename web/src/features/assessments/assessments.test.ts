import { expect, test } from 'vitest'
import en from '../../i18n/en/assessments'
import zh from '../../i18n/zh/assessments'
import { brokenAt, breachAt, draftOf, inOrder, missingOf, noteAt, oddOf, pathOf, pointsAt, totalOf, wire, type Draft } from './draft'
import { deductions, fullOf, gradedOf, isLeaf, lastOf, leavesOf, offered, points, reckoned, sumOf, titleOf, type Sheet } from './model'
import { deepest, draftOf as written, isLowest, odd, sheetIn, sheetOf, sumUnder, type Row } from './rows'

const sheet: Sheet = {
  title: '考核表',
  indicators: [{ level: 1, name: '组织' }, { level: 2, name: '治理', points: 30 }, { level: 2, name: '财务', points: 20, rule: '缺一次扣2分' }, { level: 1, name: '服务', points: 50 }],
  vetoes: ['弄虚作假', '安全事故'],
  weights: { own: 20, base: 50, expert: 30 },
  grades: { excellent: 90, good: 80, pass: 60 },
}
const typed = (more: Draft = {}): Draft => ({ ...draftOf(sheet, { scores: [] }, true), ...more })

test('points stand at the lowest of each branch, and groups hold their sum', () => {
  const all = sheet.indicators
  expect(leavesOf(all)).toEqual([1, 2, 3])
  expect([isLeaf(all, 0), isLeaf(all, 3)]).toEqual([false, true])
  expect([0, 1, 3].map(n => fullOf(all, n))).toEqual([50, 30, 50])
  expect(sumOf(all, 0, n => ({ 1: 0.1, 2: 0.2 })[n])).toBe(0.3)
  expect(sumOf(all, 0, n => (n === 3 ? 50 : undefined))).toBeUndefined()
})

test('what is sent stands in the order of the sheet, and a breach of which nothing is told is not sent', () => {
  const draft = typed({ [pointsAt(2)]: '１８。５', [noteAt(2)]: ' 少一次 ', [pointsAt(1)]: '不详', [brokenAt(0)]: 'yes', [brokenAt(1)]: 'yes', [breachAt(1)]: ' 火灾 ', [breachAt(0)]: ' ' })
  expect(wire(sheet, draft, true)).toEqual({ scores: [{ indicator: 2, points: 18.5, note: '少一次' }], breaches: [{ veto: 1, reason: '火灾' }] })
  expect(wire(sheet, draft, false).breaches).toBeUndefined()
  expect(wire(sheet, draftOf(sheet, wire(sheet, draft, true), true), true)).toEqual(wire(sheet, draft, true))
})

test('a fault finds its field by what was sent', () => {
  const sent = wire(sheet, typed({ [pointsAt(1)]: '31', [noteAt(3)]: 'x', [brokenAt(1)]: 'yes', [breachAt(1)]: 'y' }), true)
  expect(['scores[0].points', 'scores[1].note', 'scores.2', 'breaches[0].reason', 'comment'].map(path => pathOf(path, sent))).toEqual(['points.1', 'note.3', 'points.2', 'breach.1', 'comment'])
})

test('all that is missing is told, reasons only where they are asked for', () => {
  const draft = typed({ [pointsAt(1)]: '25', [pointsAt(2)]: '20', [brokenAt(0)]: 'yes' })
  expect(missingOf(sheet, draft, false)).toEqual(['points.3', 'breach.0'])
  expect(missingOf(sheet, draft, true)).toEqual(['note.1', 'points.3', 'breach.0'])
  expect(missingOf(sheet, { ...draft, [noteAt(1)]: '少一次' }, true)).toEqual(['points.3', 'breach.0'])
  expect(inOrder(sheet, ['comment', 'breach.0', 'note.1', 'points.1'])).toEqual(['points.1', 'note.1', 'breach.0', 'comment'])
})

test('what is above full marks, too fine or no number is odd and not counted', () => {
  const draft = typed({ [pointsAt(1)]: '30.5', [pointsAt(2)]: '1.25', [pointsAt(3)]: 'x' })
  expect(oddOf(sheet, draft)).toEqual(['points.1', 'points.2', 'points.3'])
  expect([totalOf(sheet, draft), totalOf(sheet, typed({ [pointsAt(1)]: '0.1', [pointsAt(2)]: '0.2' }))]).toEqual([0, 0.3])
})

test('a result says how it was reckoned, and where a missing share went', () => {
  expect(reckoned(zh, { own: 99, base: 85, expert: 80, total: 86.3 }, sheet)).toBe('自评 99 × 20% + 基地 85 × 50% + 专家 80 × 30% ＝ 86.3 分。')
  expect(reckoned(zh, { own: 99, base: 85, total: 89 }, sheet)).toBe('自评 99 × 28.6% + 基地 85 × 71.4% ＝ 89 分。没有请专家，专家的 30% 按比例分给其余各方。')
  expect(reckoned(zh, { base: 85, expert: 80, total: 66.5 }, sheet)).toContain('没有交自评，自评按 0 分计。')
  expect(reckoned(en, { own: 99, base: 85, expert: 80, total: 86.3 }, sheet)).toBe('Self 99 × 20% + Base 85 × 50% + Expert 80 × 30% = 86.3 points. ')
  expect([points(86.25), points(90), points(0.1 + 0.2)]).toEqual(['86.25', '90', '0.3'])
})

test('what was taken off is told with its reason, the most first', () => {
  const column = (scores: { indicator: number; points: number; note?: string }[]) => ({ scores, total: 0 })
  expect(deductions({ sheet, given: column([{ indicator: 1, points: 29.8, note: '少' }, { indicator: 3, points: 50 }]), expert: column([{ indicator: 3, points: 40, note: '弱' }]) } as never)).toEqual([
    { n: 3, name: '服务', off: 10, by: 'expert', note: '弱' }, { n: 1, name: '治理', off: 0.2, by: 'base', note: '少' },
  ])
})

test('a cycle begins with the last one that is over', () => {
  const today = '2026-11-28'
  expect(lastOf('month', today)).toEqual({ first: '2026-10-01', last: '2026-10-31' })
  expect(lastOf('quarter', today)).toEqual({ first: '2026-07-01', last: '2026-09-30' })
  expect(lastOf('quarter', '2027-02-01')).toEqual({ first: '2026-10-01', last: '2026-12-31' })
  expect(lastOf('half_year', today)).toEqual({ first: '2026-01-01', last: '2026-06-30' })
  expect(lastOf('year', today)).toEqual({ first: '2025-01-01', last: '2025-12-31' })
  expect(lastOf('mid_term', today)).toEqual({ first: '2026-05-29', last: today })
  expect(titleOf(zh, 'quarter', lastOf('quarter', today))).toBe('2026年第三季度考核')
  expect(titleOf(en, 'half_year', { first: '2026-07-01' })).toBe('Assessment H2 2026')
})

test('an act is there when it could be done', () => {
  expect(['go_on', 'score', 'cancel', 'appeal'].map(act => offered({ go_on: 'day_too_early', score: null, cancel: 'wrong_state' }, act as 'score'))).toEqual([true, true, false, false])
  expect(gradedOf({ grades: { excellent: 2, fail: 1 } })).toBe(3)
})

test('a sheet that nobody changes goes back as it came', () => {
  expect(sheetOf(written(sheet))).toEqual(sheet)
  expect([sheetIn(sheet), sheetIn([{ key: 'need', points: 1 }]), sheetIn(null)]).toEqual([sheet, undefined, undefined])
})

test('while it is written, sums stand over what is below, and a row over others has no points', () => {
  const draft = written(sheet)
  expect([sumUnder(draft.rows), sumUnder(draft.rows, 0), isLowest(draft.rows, 0), deepest(draft.rows, 0), deepest(draft.rows, 2)]).toEqual([100, 50, false, 1, 3])
  ;(draft.rows[2] as Row).level = 3
  expect(sumUnder(draft.rows)).toBe(70)
  expect(sheetOf(draft).indicators[1]).toEqual({ level: 2, name: '治理' })
  expect([odd('１0'), odd('1.5'), odd(' ')]).toEqual([false, true, false])
})
