import { expect, test } from 'vitest'
import { byCode, hits, isNow, islands, layers, look, matches, progress, tally, type Space } from './model'

const space = (code: string, more: Partial<Space> = {}): Space => ({
  id: `spc_${code}`, code, kind: 'desk', floor: 'f', seats: 1, bookable: false, assignable: true, equipment: [],
  x: 0, y: 0, w: 1.4, h: 0.7, state: 'free', expiring: false, version: 1, can: {}, ...more,
})

test('an occupied space that ends soon is told apart, and shared rooms are not counted', () => {
  const spaces = [
    space('A-1', { state: 'occupied', expiring: true }), space('A-2', { state: 'occupied' }), space('A-3'),
    space('M', { kind: 'hall', assignable: false, state: 'shared' }),
  ]
  expect(look(spaces[0]!)).toBe('expiring')
  expect(tally(spaces)).toEqual({ occupied: 1, expiring: 1, reserved: 0, free: 1, closed: 0, closed_shared: 0 })
})

test('a closed room is closed, shared or not', () => {
  const spaces = [space('A-1', { state: 'closed' }), space('203', { kind: 'meeting_room', assignable: false, state: 'closed' })]
  expect(tally(spaces)).toMatchObject({ closed: 2, closed_shared: 1, free: 0 })
})

test('only a term that runs today is now', () => {
  const term = (state: string, from = '2026-01-01', to: string | null = '2026-12-31') => isNow({ state, from, to }, '2026-11-25')
  expect([term('occupied'), term('reserved'), term('occupied', '2026-01-01', null), term('occupied', '2026-11-25', '2026-11-25')]).toEqual([true, true, true, true])
  expect([term('cancelled'), term('ended'), term('reserved', '2026-12-01'), term('occupied', '2026-01-01', '2026-11-24')]).toEqual([false, false, false, false])
})

test('areas lie under rooms and desks', () => {
  const found = layers([space('O', { kind: 'open_area' }), space('R', { kind: 'office' }), space('D', { parent: 'spc_O' })])
  expect([found.areas[0]?.code, found.rooms[0]?.code, found.desks[0]?.code]).toEqual(['O', 'R', 'D'])
})

test('a search finds codes, names and who is there', () => {
  const taken = space('A-07', {
    allocation: { id: 'a', organization: { id: 'o', name: '萨日朗青少年社工中心' }, from: '2026-01-01', state: 'occupied', version: 1 },
  })
  expect([matches(taken, 'a-0'), matches(taken, 'Ａ－０７'), matches(taken, '萨日朗'), matches(taken, ''), matches(taken, '同心')]).toEqual([true, true, true, true, false])
})

test('what is found is told apart by floor', () => {
  const found = hits([space('2-D10', { floor: 'g' }), space('D-1'), space('2-D2', { floor: 'g' }), space('A-1')], 'd', 'f')
  expect([found.here, found.elsewhere].map(list => list.map(one => one.code))).toEqual([['D-1'], ['2-D2', '2-D10']])
})

test('progress runs from the first to the last day', () => {
  expect(progress('2026-01-01', '2026-01-10', '2026-01-05')).toBe(0.5)
  expect(progress('2026-01-01', '2026-01-10', '2027-01-01')).toBe(1)
  expect(progress('2026-01-01', null, '2026-01-05')).toBeNull()
})

test('desks that touch make one island', () => {
  const found = islands([space('1'), space('2', { x: 1.5 }), space('3', { x: 6 })])
  expect(found).toHaveLength(2)
  expect(found[0]!.w).toBeCloseTo(2.9)
})

test('codes are ordered as people count', () => {
  expect([{ code: 'A-10' }, { code: 'A-2' }].sort(byCode).map(s => s.code)).toEqual(['A-2', 'A-10'])
})
