import { expect, test } from 'vitest'
import zh from '../../i18n/zh/reviews'
import { belowMark, counts, decidable, decisionsOf, free, passedOver, placeLeft, prefilled, unreasoned } from './decide'
import { blocked, hinted, live, removed, sheetOf, short, shortage, weightiest, written, type Candidate, type Entry, type Review, type Sheet } from './model'

const entry = (id: string, rank: number | null, more: Partial<Entry> = {}): Entry => ({
  id, number: `B03-2026-000${id}`, organization: { id: `org_${id}`, name: `组织${id}` }, kind: 'pre_registration', state: 'reviewed', locked: 2,
  standing: { rank: rank ?? undefined, mean: 80, counted: 2, trimmed: false, disagrees: false, below_mark: false, admit: 2, wait: 0, reject: 0, criteria: [] }, ...more,
})
const sheet = (id: string, application: string, reviewer: string, more: Partial<Sheet> = {}): Sheet => ({ id, application, reviewer, name: `评审${reviewer}`, state: 'locked', can: {}, ...more })
const below = (id: string, rank: number): Entry => {
  const of = entry(id, rank)
  return { ...of, standing: { ...of.standing!, below_mark: true } }
}
const review = (more: Partial<Review>): Review => ({
  id: 'rvw_1', state: 'closed', entries: [], sheets: [], reviewers: [], rubric: [], terms: { min_sheets: 2, drop_from: 5, pass_mark: 60, disagreement: 20 }, can: {}, ...more,
} as Review)

test('places go by rank as long as there are any, then the list; below the mark is none', () => {
  const of = review({ quota: 3, taken: 1, entries: [entry('1', 1), entry('2', 2), entry('3', 3), below('4', 4)] })
  expect(free(of)).toBe(2)
  expect(prefilled(of).map(one => one.outcome)).toEqual(['propose', 'propose', 'defer', 'reject'])
  expect(prefilled({ ...of, taken: 5 }).map(one => one.outcome)).toEqual(['defer', 'defer', 'defer', 'reject'])
  expect(counts(prefilled(of))).toEqual({ propose: 2, defer: 1, reject: 1 })
})

test('what is below the mark takes no place from the next one', () => {
  const of = review({ quota: 1, taken: 0, entries: [below('1', 1), entry('2', 2)] })
  expect(prefilled(of).map(one => one.outcome)).toEqual(['reject', 'propose'])
})

test('without a limit all get a place, and what was taken back is not decided on', () => {
  const of = review({ entries: [entry('1', 1), entry('2', 2), entry('3', null, { state: 'withdrawn' })] })
  expect(free(of)).toBe(Infinity)
  expect(prefilled(of).map(one => one.application)).toEqual(['1', '2'])
  expect(decidable(of)).toHaveLength(2)
})

test('who is passed over is owed a reason, and so is who is rejected', () => {
  const of = review({ quota: 1, taken: 0, entries: [entry('1', 1), entry('2', 2), entry('3', 3)] })
  const choices = [{ application: '1', outcome: 'defer', reason: '' }, { application: '2', outcome: 'propose', reason: '' }, { application: '3', outcome: 'reject', reason: ' ' }] as const
  expect(['1', '2', '3'].map(id => passedOver(of, choices, id))).toEqual([true, false, false])
  expect(unreasoned(of, choices)).toEqual([0, 2])
  expect(unreasoned(of, [{ ...choices[0], reason: '同类已有' }, choices[1], { ...choices[2], outcome: 'defer' }])).toEqual([])
})

test('whoever waits while a place is left is owed a reason, but not who is below the mark', () => {
  const of = review({ quota: 2, taken: 0, entries: [entry('1', 1), entry('2', 2), below('3', 3)] })
  const all = (second: 'propose' | 'defer') => [{ application: '1', outcome: 'propose', reason: '' }, { application: '2', outcome: second, reason: '' }, { application: '3', outcome: 'defer', reason: '' }] as const
  expect(['1', '2', '3'].map(id => placeLeft(of, all('defer'), id))).toEqual([false, true, false])
  expect([unreasoned(of, all('defer')), unreasoned(of, all('propose')), unreasoned({ ...of, quota: 1 }, all('defer'))]).toEqual([[1], [], []])
  // Without a limit there is always a place.
  expect(placeLeft(review({ entries: of.entries }), all('defer'), '2')).toBe(true)
  expect(['1', '3'].map(id => belowMark(of, id))).toEqual([false, true])
})

test('a reason goes out tidied, and none with a place', () => {
  expect(decisionsOf([{ application: '1', outcome: 'propose', reason: '写过又改' }, { application: '2', outcome: 'reject', reason: ' 计划不清 ' }, { application: '3', outcome: 'defer', reason: ' ' }])).toEqual([
    { application: '1', outcome: 'propose' }, { application: '2', outcome: 'reject', reason: '计划不清' }, { application: '3', outcome: 'defer' },
  ])
})

test('what is short is told by application and in all; what was withdrawn lacks nothing', () => {
  const of = review({ state: 'open', entries: [entry('1', null, { state: 'reviewing', locked: 0 }), entry('2', null, { state: 'reviewing', locked: 1 }), entry('3', null, { state: 'reviewing', locked: 3 }), entry('4', null, { state: 'withdrawn', locked: 0 })] })
  expect(of.entries.map(one => short(of, one))).toEqual([2, 1, 0, 0])
  expect(shortage(of)).toEqual({ applications: 2, sheets: 3 })
  expect(live(review({ state: 'decided' }), entry('1', 1, { state: 'proposed', outcome: 'propose' }))).toBe(true)
  expect(live(review({ state: 'decided' }), entry('1', 1, { state: 'withdrawn' }))).toBe(false)
})

test('of a reviewer who came back the present sheet is shown, and who is out is named once', () => {
  const sheets = [sheet('s1', 'a1', 'r1', { state: 'removed', reason: '出差' }), sheet('s2', 'a2', 'r1', { state: 'removed', reason: '出差' }), sheet('s3', 'a1', 'r1', { state: 'asked' })]
  const of = review({ sheets })
  expect(sheetOf(of, 'a1', 'r1')?.id).toBe('s3')
  expect(sheetOf(of, 'a2', 'r1')).toBeUndefined()
  expect(removed(of)).toEqual([{ id: 'r1', name: '评审r1', reason: '出差' }])
})

test('sheets are read in the order of reviewers, with those first that count, and empty ones not at all', () => {
  const marks = { scores: [{ key: 'need', points: 0 }], total: 0 }
  const of = review({ sheets: [sheet('out', 'a1', 'r1', { state: 'removed', marks }), sheet('in', 'a1', 'r2', { marks }), sheet('none', 'a1', 'r3', { state: 'asked', marks: { scores: [], total: 0 } }), sheet('other', 'a2', 'r2', { marks })] })
  expect(written(of, 'a1').map(one => one.id)).toEqual(['in', 'out'])
  const two = review({ reviewers: ['r2', 'r1'].map(id => ({ id, name: id, asked: 1, undeclared: 0, locked: 1, recused: 0 })), sheets: [sheet('s1', 'a1', 'r1', { marks }), sheet('s2', 'a1', 'r2', { marks })] })
  expect(written(two, 'a1').map(one => one.id)).toEqual(['s2', 's1'])
})

test('a reviewer is bound only to what is ticked; the same name is a hint', () => {
  const who: Candidate = { id: 'r1', login: 'fm', name: '方敏', load: 0, conflicts: [{ application: '1', why: 'same_name', blocks: false }, { application: '2', why: 'own_role', blocks: true }] }
  const [one, two] = [entry('1', 1), entry('2', 2)]
  expect(blocked(who, [one, two])).toEqual({ number: 'B03-2026-0002', why: 'own_role' })
  expect(blocked(who, [one])).toBeUndefined()
  expect(hinted(who, [one, two])).toEqual({ number: 'B03-2026-0001', why: 'same_name' })
  expect(zh.convene.bound('B03-2026-0002', zh.convene.conflict.own_role)).toBe('与申请 B03-2026-0002 的申请方有关联：在该组织任职')
})

test('of two equally weighty criteria the first tells apart', () => {
  expect(weightiest([{ key: 'a', points: 20 }, { key: 'b', points: 40 }, { key: 'c', points: 40 }])?.key).toBe('b')
  expect(weightiest([])).toBeUndefined()
})

test('points are said with two decimals at most', () => {
  expect(zh.ranking.range(40, 74.5)).toBe('40 至 74.5 分')
  expect(zh.ranking.points(48.625)).toBe('48.63')
  expect(zh.decide.left(-1)).toBe('超出 1 个')
})
