import { expect, test } from 'vitest'
import type { Plan, Space, TermBrief } from '../spaces/model'
import type { Alternative } from '../spaces/taken'
import { bodyOf, emptyRow, faultPath, instead, offers, withEquipment, type Draft } from './agree'
import zh from '../../i18n/zh/residencies'
import { filterOf, firstOf, lastOf, manages, openOf, toneOf, wordOf, type Exit, type Residency } from './model'

const draft = (more: Partial<Draft> = {}): Draft => ({ mode: 'physical', first: '2026-12-03', last: '2027-12-02', spaces: ['a'], equipment: [], extra: '', ...more })
const term = (id: string, from: string, to?: string): TermBrief => ({ id, organization: { id: 'org_x', name: '邻里茶话' }, from, to: to ?? null, state: 'occupied', version: 1 })
const space = (code: string, more: Partial<Space> = {}): Space => ({
  id: code, code, kind: 'desk', floor: 'f1', seats: 1, bookable: false, assignable: true, equipment: [], x: 0, y: 0, w: 1, h: 1, state: 'free', expiring: false, version: 1, can: {}, ...more,
})
const plan = (spaces: Space[]): Plan => ({
  base: { id: 'b', code: 'B01', name: '', short_name: '' }, on: '2026-12-03', today: '2026-12-03', buildings: [{ id: 'h', name: '一号楼' }],
  floors: [{ id: 'f2', building: 'h', name: '2F', level: 2, width: 1, height: 1 }, { id: 'f1', building: 'h', name: '1F', level: 1, width: 1, height: 1 }],
  spaces, counts: { assignable: 0, occupied: 0, reserved: 0, free: 0, closed: 0, expiring: 0 },
})

test('a list is of those that go on, unless a state or a day is asked for', () => {
  expect(filterOf('live', 'b', undefined, '2026-06-30')).toEqual({ base: 'b', state: undefined, live: true, on: undefined })
  // Who asks for those that have left does not want only those that have not.
  expect(filterOf('live', undefined, 'left', '2026-06-30').live).toBeUndefined()
  expect(filterOf('on', undefined, undefined, '2026-06-30')).toMatchObject({ on: '2026-06-30', live: undefined })
  expect(filterOf('all', undefined, undefined, '2026-06-30')).toMatchObject({ on: undefined, live: undefined })
})

test('of who has left it is told how', () => {
  expect([wordOf(zh, { state: 'left', exit_kind: 'graduated' }), wordOf(zh, { state: 'left' }), wordOf(zh, { state: 'leaving', exit_kind: 'graduated' })]).toEqual(['已出壳', '已退驻', '办理退驻'])
  expect([toneOf({ state: 'left', exit_kind: 'graduated' }), toneOf({ state: 'left', exit_kind: 'removed' }), toneOf({ state: 'extending' })]).toEqual(['grass', 'plain', 'sky'])
})

test('what came true counts before what was agreed', () => {
  const of = { first: '2026-12-03', last: '2027-12-02' }
  expect([firstOf(of), lastOf(of)]).toEqual(['2026-12-03', '2027-12-02'])
  expect([firstOf({ ...of, began: '2026-12-10' }), lastOf({ ...of, ended: '2027-06-30' })]).toEqual(['2026-12-10', '2027-06-30'])
})

test('what is open of a leaving is told by points and by sides', () => {
  const exit = {
    points: [{ item: 'space', outcome: 'done' }, { item: 'keys' }, { item: 'fees', outcome: 'not_needed' }],
    words: [{ party: 'base', by: '斯琴', on_paper: false }, { party: 'organization', on_paper: false }],
  } as unknown as Exit
  expect(openOf(exit)).toEqual({ points: 1, words: ['organization'] })
})

test('a role that may not is not a state that may not', () => {
  const of = (sign: string | null): Residency => ({ can: { sign } }) as unknown as Residency
  expect([of(null), of('wrong_state'), of('not_allowed')].map(manages)).toEqual([true, true, false])
})

test('what is sent has no empty rows, and no places without a place', () => {
  const rows = [emptyRow('办公桌', 2, ' HB-0012 '), emptyRow('  '), emptyRow('椅子', 4)]
  expect(bodyOf(draft({ equipment: rows, extra: '  ' }))).toEqual({
    mode: 'physical', first: '2026-12-03', last: '2027-12-02', spaces: ['a'],
    equipment: [{ name: '办公桌', quantity: 2, condition: 'good', tag: 'HB-0012' }, { name: '椅子', quantity: 4, condition: 'good' }],
  })
  expect(bodyOf(draft({ mode: 'virtual' })).spaces).toEqual([])
  // A fault of what was sent is told at its row, though a row before it was left out.
  expect(faultPath(rows, rows[2] as (typeof rows)[0], 'quantity')).toBe('equipment[1].quantity')
})

test('equipment of the places is summed up, beside what is written already', () => {
  const rows = withEquipment([emptyRow('投影仪'), emptyRow()], [space('A', { equipment: ['办公桌 4 张', '椅子'] }), space('B', { equipment: ['办公桌', '投影仪'] })])
  expect(rows.map(row => [row.name, row.quantity])).toEqual([['投影仪', '1'], ['办公桌', '5'], ['椅子', '1']])
})

test('places are offered floor by floor; what is taken says so, and what falls away is free again', () => {
  const groups = offers(plan([
    space('A-10'), space('A-2'), space('A-3', { state: 'occupied', allocation: term('t1', '2026-01-01', '2026-12-31') }),
    space('A-4', { state: 'reserved', allocation: term('own', '2026-12-01', '2027-12-01') }),
    space('A-5', { next: term('t2', '2027-03-01') }), space('A-6', { next: term('t3', '2028-03-01') }),
    space('M-1', { assignable: false }), space('201', { floor: 'f2', state: 'closed' }),
  ]), '2027-12-02', new Set(['own']))
  expect(groups.map(group => group.floor)).toEqual(['1F', '2F'])
  expect(groups[0]?.offers.map(one => [one.space.code, one.how])).toEqual([['A-2', 'free'], ['A-3', 'taken'], ['A-4', 'own'], ['A-5', 'until'], ['A-6', 'free'], ['A-10', 'free']])
  expect(groups[0]?.offers[1]).toMatchObject({ who: '邻里茶话', day: '2026-12-31' })
  expect(groups[1]?.offers[0]?.how).toBe('closed')
})

test('instead of what is taken another place is chosen, or other days', () => {
  const other = (more: Partial<Alternative>): Alternative => ({ space: 'c', code: 'C', floor: '1F', availability: 'whole_term', from: '2026-12-03', likeness: [], ...more })
  expect(instead(draft({ spaces: ['a', 'b'] }), 'a', other({})).spaces).toEqual(['b', 'c'])
  expect(instead(draft(), 'a', other({ availability: 'until', to: '2027-05-31' }))).toMatchObject({ first: '2026-12-03', last: '2027-05-31' })
  expect(instead(draft(), 'a', other({ availability: 'later', from: '2027-02-01' }))).toMatchObject({ first: '2027-02-01', last: '2027-12-02' })
  // A last day before the first one is no last day: it has to be chosen anew.
  expect(instead(draft(), 'a', other({ availability: 'later', from: '2028-02-01' })).last).toBe('')
})
