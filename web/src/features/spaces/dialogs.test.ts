import { expect, test } from 'vitest'
import { ApiProblem } from '../../lib/problem'
import { offered } from './dialog'
import { bodyOf, counted, draftOf, emptyItem } from './handover'
import { takenOf } from './taken'
import { daysOf, endOf, usualEnds, usualExtensions } from './terms'

test('usual ends are whole half years and years, and the year’s end when it is some way off', () => {
  expect(usualEnds('2026-01-01').map(end => end.value)).toEqual(['2026-06-30', '2026-12-31', '2027-12-31', '2026-12-31'])
  expect(usualEnds('2026-11-25').map(end => end.key)).toEqual(['half_year', 'one_year', 'two_years'])
  expect(usualEnds('')).toEqual([])
})

test('an extension keeps the end of the month', () => {
  expect(usualExtensions('2026-06-30').map(end => end.value)).toEqual(['2026-12-31', '2027-06-30'])
  expect(usualExtensions('2026-12-14').map(end => end.value)).toEqual(['2027-06-14', '2027-12-14'])
})

test('a term counts both ends', () => {
  expect([daysOf('2026-11-01', '2026-11-30'), daysOf('2026-11-02', '2026-11-01'), daysOf('2026-11-02', null)]).toEqual([30, null, null])
  expect([endOf(true, '2026-11-01'), endOf(false, ''), endOf(false, '2026-11-01')]).toEqual([null, undefined, '2026-11-01'])
})

test('a taken answer is read, with holders only where they are told', () => {
  const problem = new ApiProblem({
    status: 409, code: 'taken', title: '', detail: '', values: {
      space_code: 'A-07', from: '2026-12-01', to: null, free_from: '2027-03-02', purposes: ['term'],
      alternatives: [{ space: 'spc_1', code: 'A-08', floor: '二层', availability: 'until', from: '2026-12-01', to: '2027-01-31', likeness: ['same_floor'] }],
    },
  })
  expect(takenOf(problem)).toEqual({
    code: 'A-07', from: '2026-12-01', to: null, freeFrom: '2027-03-02', purposes: ['term'], holders: [],
    alternatives: [{ space: 'spc_1', code: 'A-08', floor: '二层', availability: 'until', from: '2026-12-01', to: '2027-01-31', likeness: ['same_floor'] }],
  })
  expect(takenOf(new ApiProblem({ status: 409, code: 'wrong_state', title: '', detail: '' }))).toBeNull()
  expect(takenOf(undefined)).toBeNull()
})

test('equipment with a number becomes a row with a quantity', () => {
  expect(counted('办公桌 4 张')).toEqual({ name: '办公桌', quantity: 4 })
  expect(counted('文件柜×2')).toEqual({ name: '文件柜', quantity: 2 })
  expect(counted('网口')).toEqual({ name: '网口', quantity: 1 })
  expect(counted('4K 显示屏')).toEqual({ name: '4K 显示屏', quantity: 1 })
})

test('a record leaves out empty rows and empty texts', () => {
  const draft = draftOf('2026-11-25', ['办公桌 4 张'], '乌日娜', '')
  draft.items.push(emptyItem())
  draft.received_by = ' 王晓明 '
  expect(bodyOf(draft)).toEqual({
    on_day: '2026-11-25', keys: null, note: null, handed_by: '乌日娜', received_by: '王晓明',
    items: [{ name: '办公桌', tag: null, quantity: 4, condition: 'good', note: null }],
  })
})

test('acts that neither time nor another state will allow are not offered', () => {
  expect(offered({ hand_over_in: 'wrong_state', extend: 'open_ended', swap: null, give_back: null, cancel: 'wrong_state' })).toEqual([
    { act: 'extend', why: 'open_ended' }, { act: 'swap', why: null }, { act: 'give_back', why: null },
  ])
  expect(offered({ hand_over_in: 'not_allowed', extend: 'not_allowed' })).toEqual([])
})
