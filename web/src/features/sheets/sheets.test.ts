import { expect, test } from 'vitest'
import { numberOf, stepped } from '../../lib/points'
import { doneOf, draftOf, groupsOf, haltOf, inOrder, lapsedOf, leftOf, missingOf, oddOf, pathOf, standingOf, totalOf, wire, type Item, type Sheet } from './model'

const rubric = [{ key: 'need', points: 20 }, { key: 'plan', points: 25 }, { key: 'c3', name: '创新', points: 55 }]
const typed = (more: Record<string, string> = {}) => ({ ...draftOf(rubric, { scores: [] }), ...more })

test('points are typed in any width, with one comma or point', () => {
  expect(['18', ' 18.5 ', '１８．５', '18,5', '18.', '.5', '0'].map(numberOf)).toEqual([18, 18.5, 18.5, 18.5, 18, 0.5, 0])
  expect(['', '-1', '1e3', '18分', '1.2.3', 'abc'].map(numberOf)).toEqual(Array(6).fill(undefined))
})

test('what is sent stands in the order of the rubric, and what is empty is left out', () => {
  const draft = typed({ 'points.plan': '22.5', 'remark.plan': ' 扎实 ', 'points.need': '不详', 'remark.c3': '新', advice: 'wait', comment: ' ' })
  expect(wire(rubric, draft)).toEqual({ scores: [{ key: 'plan', points: 22.5, comment: '扎实' }, { key: 'c3', comment: '新' }], advice: 'wait' })
  expect(wire(rubric, draftOf(rubric, wire(rubric, draft)))).toEqual(wire(rubric, draft))
  // Nothing given is not the same as none.
  expect(wire(rubric, typed({ 'points.need': '0' })).scores).toEqual([{ key: 'need', points: 0 }])
})

test('a fault finds its field by what was sent', () => {
  const sent = wire(rubric, typed({ 'points.plan': '30', 'remark.c3': 'x' }))
  expect(['scores[0].points', 'scores[1].comment', 'scores.need', 'advice', 'comment'].map(path => pathOf(path, sent))).toEqual(['points.plan', 'remark.c3', 'points.need', 'advice', 'comment'])
})

test('the total is exact, and counts what counts only', () => {
  expect(totalOf(rubric, typed({ 'points.need': '0.1', 'points.plan': '0.2' }))).toBe(0.3)
  // Above full marks, finer than a tenth, no number.
  expect(totalOf(rubric, typed({ 'points.need': '20.1', 'points.plan': '1.25', 'points.c3': 'x' }))).toBe(0)
  expect(totalOf(rubric, typed({ 'points.need': '20', 'points.plan': '25', 'points.c3': '55' }))).toBe(100)
})

test('all that is missing is told; a reason only for advice against', () => {
  expect(missingOf(rubric, typed())).toEqual(['points.need', 'points.plan', 'points.c3', 'advice'])
  const full = { 'points.need': '0', 'points.plan': '1', 'points.c3': '2' }
  expect(missingOf(rubric, typed({ ...full, advice: 'admit' }))).toEqual([])
  expect(missingOf(rubric, typed({ ...full, advice: 'reject' }))).toEqual(['comment'])
  expect(missingOf(rubric, typed({ ...full, advice: 'wait', comment: '名额不够' }))).toEqual([])
  // What is no number is not missing but odd.
  expect(oddOf(rubric, typed({ 'points.plan': 'x' }))).toEqual(['points.plan'])
  expect(inOrder(rubric, ['comment', 'points.c3', 'remark.need', 'points.need', 'points.c3'])).toEqual(['points.need', 'remark.need', 'points.c3', 'comment'])
})

test('steps stay within full marks and keep the tenth', () => {
  expect([stepped('', 1, 20), stepped('18.5', 1, 20), stepped('19.5', 1, 20), stepped('0.5', -1, 20), stepped('x', 1, 20)]).toEqual(['1', '19.5', '20', '0', '1'])
})

const item = (id: string, more: Partial<Item> = {}): Item =>
  ({ id, review: 'rvw_1', review_state: 'open', base: { id: 'bas_1', name: '海拉尔中心', short_name: '海拉尔' }, intake: { id: 'itk_1', name: '第一批' }, number: `B01-${id}`, organization: '甲', due: '2026-12-14', state: 'asked', total: 0, open: true, returned: false, ...more })

test('what is to be done stands by its review, in the order of the numbers', () => {
  const groups = groupsOf([item('2', { review: 'rvw_2', due: '2026-12-01' }), item('9'), item('5'), item('7', { open: false })])
  expect(groups.map(group => [group.review, group.due, group.items.map(one => one.id)])).toEqual([['rvw_2', '2026-12-01', ['2']], ['rvw_1', '2026-12-14', ['5', '9']]])
})

test('what was given back comes first, its review before others', () => {
  const back = item('9', { state: 'cleared', returned: true })
  const groups = groupsOf([item('2', { review: 'rvw_2', due: '2026-12-01' }), item('5'), back])
  expect(groups.map(group => group.items.map(one => one.id))).toEqual([['9', '5'], ['2']])
  expect([back, { ...back, state: 'locked' as const, open: false }].map(one => standingOf(one, '2026-12-10'))).toEqual(['returned', 'locked'])
})

test('what lapsed is not done: only what was handed in or is over is', () => {
  const today = '2026-12-15'
  const all = [item('1', { open: false }), item('2', { open: false, state: 'locked' }), item('3', { open: false, review_state: 'closed' }), item('4', { due: '2026-12-15' })]
  expect(lapsedOf(all, today).map(one => one.id)).toEqual(['1'])
  expect(doneOf(all, today).map(group => group.items.map(one => one.id))).toEqual([['2', '3']])
})

test('a sheet says why nothing is to be done with it', () => {
  const today = '2026-12-10'
  const of = (more: Partial<Item>) => standingOf(item('1', { open: false, ...more }), today)
  expect([of({ state: 'locked', review_state: 'decided' }), of({ review_state: 'closed' }), of({ due: '2026-12-09' }), of({}), of({ open: true }), of({ open: true, state: 'cleared' })]).toEqual(['locked', 'over', 'late', 'away', 'asked', 'cleared'])
  const sheet = (more: Partial<Sheet>) => haltOf({ state: 'cleared', review_state: 'open', due: '2026-12-14', can: { recuse: null, lock: null }, ...more }, today)
  expect([sheet({}), sheet({ due: '2026-12-10' }), sheet({ due: '2026-12-09' }), sheet({ review_state: 'closed' }), sheet({ review_state: 'cancelled' }), sheet({ can: { recuse: 'wrong_state' } }), sheet({ state: 'locked', review_state: 'closed' })]).toEqual([
    undefined, undefined, 'late', 'over', 'cancelled', 'away', undefined,
  ])
  expect([leftOf('2026-12-12', today), leftOf('2026-12-13', today)]).toEqual([{ days: 2, tone: 'soon' }, { days: 3, tone: 'calm' }])
})
