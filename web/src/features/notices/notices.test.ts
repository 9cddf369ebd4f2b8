import { expect, test } from 'vitest'
import { byBase, concluding, daysOf, left, oneIntake, open, shared, standOf, told, type Notice, type PublicNotice } from './model'

const subject = (id: string, more: object = {}) => ({ id, fields: { organization: id, number: `B01-${id}` }, disputed: false, ...more })

test('between its last day and its outcomes a notice is over, for those inside and for everybody', () => {
  expect(standOf({ state: 'published', over: false })).toBe('running')
  expect(standOf({ state: 'published', over: true })).toBe('over')
  expect(standOf({ state: 'published', open: true })).toBe('running')
  expect(standOf({ state: 'published', open: false })).toBe('over')
  expect(standOf({ state: 'concluded', over: true })).toBe('concluded')
  expect(standOf({ state: 'revoked', over: false })).toBe('revoked')
})

test('on its last day no day is left; after it nothing is said', () => {
  expect(left('2026-12-02', '2026-11-28')).toBe(4)
  expect(left('2026-12-02', '2026-12-02')).toBe(0)
  expect(left('2026-12-02', '2026-12-03')).toBeUndefined()
})

test('one objects to what has no outcome, while the notice runs', () => {
  const notice = (open: boolean) => ({ open, subjects: [subject('1'), subject('2', { outcome: 'rejected' })] }) as unknown as PublicNotice
  expect(open(notice(true)).map(one => one.id)).toEqual(['1'])
  expect(open(notice(false))).toEqual([])
})

test('what somebody objects to waits; what has its outcome is not concluded again', () => {
  const { approve, wait } = concluding({ subjects: [subject('1'), subject('2', { disputed: true }), subject('3', { outcome: 'withdrawn' }), subject('4', { outcome: 'rejected', disputed: true })] } as Pick<Notice, 'subjects'>)
  expect([approve.map(one => one.id), wait.map(one => one.id)]).toEqual([['1'], ['2']])
})

test('columns are those of which something is told', () => {
  expect(told([subject('1'), { fields: { organization: '2', responsible: '白**' } }])).toEqual(['number', 'responsible'])
  expect(told([])).toEqual([])
  const [a, b] = [{ fields: { number: '1', intake: '第一批' } }, { fields: { number: '2', intake: '第二批' } }]
  expect([told([a, a]), shared([a, a])]).toEqual([['number'], '第一批'])
  expect([told([a, b]), shared([a, b])]).toEqual([['number', 'intake'], undefined])
})

test('what waits is counted by its base', () => {
  const [a, b] = [{ id: 'bas_1' }, { id: 'bas_2' }]
  expect(byBase([{ base: b }, { base: a }, { base: b }])).toEqual([{ base: b, n: 2 }, { base: a, n: 1 }])
})

test('a title is taken from the one intake of all that is chosen', () => {
  const of = (id: string) => ({ intake: { id, name: `批次${id}` } })
  expect(oneIntake([of('1'), of('1')])).toBe('批次1')
  expect(oneIntake([of('1'), of('2')])).toBeUndefined()
  expect(oneIntake([])).toBeUndefined()
})

test('days are read in any width, and what is no number is none', () => {
  expect([' 7 ', '１０', '5天', '', '-1', '1.5'].map(daysOf)).toEqual([7, 10, undefined, undefined, undefined, undefined])
})
