import { expect, test } from 'vitest'
import zh from '../../i18n/zh/applications'
import { dueOf } from '../../lib/due'
import { byUrgency, columns, matching, reviewable, skips, waiting } from './board'
import { faultAt, fieldOf, itemsOf, markOf, type Point } from './correction'
import { evidence } from './evidence'
import { bodyOf, draftOf, emptyRow, newDraft, withUsual } from './intake'
import type { Clock, Finding, Intake, Item } from './model'

const clock = (due: string, more: Partial<Clock> = {}): Clock =>
  ({ action: 'accept', owner: 'base', from: '2026-11-20', due, days_left: 5, overdue: false, provisional: false, given: false, skipped: [], made_up: [], ...more })
const item = (id: string, more: Partial<Item> = {}): Item => ({
  id, number: `B01-2026-${id}`, organization: { id: `org_${id}`, name: `组织${id}` }, base: { id: 'bas_1', name: '海拉尔', short_name: '海拉尔' }, intake: { id: 'itk_1', name: '第一批' },
  kind: 'registered', state: 'submitted', since: '2026-11-20', ...more,
})

test('what is due first is on top, what has waited longest before what is due on the same day', () => {
  const all = [
    item('1'), item('2', { clock: clock('2026-12-04') }), item('3', { clock: clock('2026-11-20', { overdue: true, days_left: -5 }) }),
    item('4', { clock: clock('2026-12-04'), since: '2026-11-10' }),
  ]
  expect(all.sort(byUrgency).map(one => one.id)).toEqual(['3', '4', '2', '1'])
})

test('each stands in the column of its state; drafts and ended ones in none', () => {
  const board = columns([item('1'), item('2', { state: 'draft' }), item('3', { state: 'refused' }), item('4', { state: 'passed' }), item('5', { state: 'reviewed' }), item('6', { state: 'waiting' }), item('7', { state: 'rejected' }), item('8', { state: 'disputed' }), item('9', { state: 'signed' }), item('10', { state: 'forfeited' })])
  expect(Object.entries(board).map(([column, items]) => [column, items.map(one => one.id)])).toEqual([
    ['submitted', ['1']], ['correction', []], ['accepted', []], ['passed', ['4']], ['reviewing', []], ['reviewed', ['5']], ['proposed', []], ['waiting', ['6']], ['publicity', []], ['disputed', ['8']], ['approved', []], ['offered', []],
  ])
})

test('the waiting list stands in its own order, whatever is due first', () => {
  const of = (id: string, place: number | undefined, since: string) => item(id, { state: 'waiting', since, ...place !== undefined && { place } })
  expect(columns([of('1', undefined, '2026-11-01'), of('2', 2, '2026-11-02'), of('3', 1, '2026-11-20')]).waiting.map(one => one.id)).toEqual(['3', '2', '1'])
})

test('the base is told how many wait for it, not how many it waits for', () => {
  const theirs = item('3', { clock: clock('2026-11-01', { owner: 'applicant', overdue: true }) })
  expect(waiting([item('1', { clock: clock('2026-12-01') }), item('2', { clock: clock('2026-11-01', { overdue: true }) }), theirs, item('4')])).toEqual({ all: 2, over: 1 })
})

test('a review is convened for an intake, so what passed is counted by it', () => {
  const other = { intake: { id: 'itk_2', name: '第二批' } }
  expect(reviewable([item('1'), item('2', other), item('3')])).toEqual([{ id: 'itk_1', name: '第一批', n: 2 }, { id: 'itk_2', name: '第二批', n: 1 }])
})

test('a clock is over by working days; on the weekend after its last day by none yet', () => {
  expect(dueOf(clock('2026-11-27', { overdue: true, days_left: 0 }))).toEqual({ key: 'over', n: 0, tone: 'late' })
  expect(dueOf(clock('2026-11-20', { overdue: true, days_left: -5 })).n).toBe(5)
  expect(dueOf(clock('2026-11-27', { days_left: 0 })).key).toBe('today')
  expect([2, 3].map(n => dueOf(clock('2026-12-01', { days_left: n })).tone)).toEqual(['soon', 'calm'])
  expect(zh.clock.over(0)).toBe('已到期')
})

test('a name or a number finds, in any width and size of letters', () => {
  const all = [item('1'), item('2', { organization: { id: 'org_2', name: 'SOS救援队' } }), item('3', { number: undefined as unknown as string })]
  expect(matching(all, 'ｓｏｓ').map(one => one.id)).toEqual(['2'])
  expect(matching(all, '2026-1').map(one => one.id)).toEqual(['1'])
  expect(matching(all, ' ')).toHaveLength(3)
})

test('skipped days are told by their reason', () => {
  expect(skips([{ date: '2026-11-28', why: 'weekend' }, { date: '2026-11-30', why: 'paused' }, { date: '2026-12-05', why: 'weekend' }])).toEqual([
    { why: 'weekend', days: ['2026-11-28', '2026-12-05'] }, { why: 'paused', days: ['2026-11-30'] },
  ])
})

const says = (rule: Finding['rule'], result: Finding['result'], values: unknown): string => evidence({ rule, result, values }, zh.checks.evidence, day => `<${day}>`, '、')
test('what the record says of a rule is a sentence', () => {
  expect(says('credit_code', 'passed', { code: '52X' })).toBe('代码 52X')
  expect(says('credit_code', 'failed', {})).toBe('档案里没有代码。')
  expect(says('record_valid', 'passed', { number: '备1', valid_to: null })).toBe('备案号 备1，没有写有效期')
  expect(says('record_valid', 'failed', { number: '备1', valid_to: '2026-01-01' })).toBe('备案号 备1，<2026-01-01> 已过期')
  expect(says('not_abnormal', 'unknown', {})).toMatch(/没有记载/)
  expect(says('not_blacklisted', 'failed', { listed: true })).toBe('档案记载：已被列入。')
  expect(says('no_penalty', 'unknown', { noted: [], years: 2 })).toMatch(/近 2 年/)
  expect(says('no_penalty', 'unknown', { noted: ['警告', '罚款'], years: 2 })).toBe('档案记有：警告、罚款')
  expect(says('annual_checks', 'failed', { years: [2024, 2025], bad: [2025], missing: [2024] })).toBe('2025 年不合格或没有参加。 档案缺 2024 年的结论。')
  expect(says('annual_checks', 'passed', { years: [2024, 2025], bad: [], missing: [] })).toBe('2024、2025 年都合格或基本合格。')
  expect(says('annual_checks', 'passed', { years: [], bad: [], missing: [] })).toBe('成立不久，还没有要看的年度。')
  expect(says('own_account', 'unknown', {})).toBe('档案里没有银行账户。')
  expect(says('not_resident', 'failed', {})).toBe('档案记载：现在占用着场地。')
  expect(says('true_papers', 'unknown', null)).toMatch(/由基地查明/)
})

test('what is asked goes at once: ticked places, then lines; a fault finds its place again', () => {
  const points: Point[] = [{ about: 'plan', label: '', ticked: true, text: ' 缺预算 ' }, { about: 'mode', label: '', ticked: false, text: '' }, { about: 'd1', label: '证书', ticked: true, text: '' }]
  const { items, places } = itemsOf(points, [{ key: 1, text: ' ' }, { key: 2, text: '请签名' }])
  expect(items).toEqual([{ about: 'plan', text: '缺预算' }, { about: 'd1', text: '' }, { text: '请签名' }])
  const fault = (path: string) => (path === 'items[1].text' ? '请填写' : undefined)
  expect(['on.plan', 'on.d1', 'free.2', 'free.1'].map(place => faultAt(place, places, fault))).toEqual([undefined, '请填写', undefined, undefined])
  expect([markOf('documents.d1'), markOf('d1'), fieldOf('plan[0].by')]).toEqual(['d1', 'd1', 'plan'])
})

test('the usual documents are those of who may apply, and none twice', () => {
  const names = zh.intake.usual_names
  const all = withUsual([], ['registered', 'recorded', 'pre_registration'], names)
  const of = (kind: 'registered' | 'recorded' | 'pre_registration') => all.filter(row => row.of.includes(kind)).map(row => row.name).sort()
  expect(of('registered')).toEqual(['登记证书副本', '法定代表人身份证明', '章程', '上年度年检结论', '项目计划书', '工作人员名单'].sort())
  expect(of('recorded')).toEqual(['备案证明', '负责人身份证明', '项目计划书'].sort())
  expect(of('pre_registration')).toEqual(['入驻申请书（全体发起人签名）', '发起人身份证明', '项目计划书'].sort())
  expect(withUsual(all, ['registered'], names)).toHaveLength(all.length)
  expect(withUsual([{ ...emptyRow(), name: '章程' }, emptyRow()], ['recorded'], names).map(row => row.name)).toEqual(['章程', '备案证明', '负责人身份证明', '项目计划书'])
})

test('an intake goes out as it is written, without its last day when it is rolling', () => {
  const draft = { ...newDraft('2026-11-24'), name: '第一批', closes: '2026-12-31', quota: ' 12 ', documents: [{ ...emptyRow(['registered']), name: '章程' }, emptyRow()] }
  expect(bodyOf(draft)).toMatchObject({ closes: '2026-12-31', quota: 12, documents: [{ name: '章程', of: ['registered'], required: true }] })
  expect(bodyOf({ ...draft, rolling: true, quota: '' })).not.toHaveProperty('closes')
  const kept = { ...bodyOf(draft), id: 'itk_1', base: 'bas_1', state: 'draft', open: false, version: 1, can: {} } as unknown as Intake
  expect(bodyOf(draftOf(kept))).toEqual(bodyOf(draft))
})
