import { expect, test } from 'vitest'
import { addDays } from '../lib/dates'
import { AHEAD, BACK, changes, dayAt, dayByKey, FRAME, layOccupancy, percentOn, spanAround, type OccupancyOn } from './occupancy'

const today = '2026-11-23'
const { from, to } = spanAround(today)
const on = (i: number, occupied: number, reserved = 0, assignable = 40): OccupancyOn => ({ day: addDays(from, i), assignable, occupied, reserved, closed: 0 })
const N = BACK + AHEAD + 1
const days = Array.from({ length: N }, (_, i) => on(i, i < 50 ? 10 : i < 100 ? 20 : 16, i > 95 ? 4 : 0))

test('it asks for ninety days back and thirty ahead', () => {
  expect([from, to]).toEqual(['2026-08-25', '2026-12-23'])
})

test('the days fill the width; half of the places is half of the height', () => {
  const laid = layOccupancy(days, today, 320)
  expect(laid.points[0]).toEqual([FRAME.left, FRAME.ground - (FRAME.ground - FRAME.top) / 4])
  expect(laid.points[N - 1]?.[0]).toBeCloseTo(320 - FRAME.right)
  expect(laid.points[60]?.[1]).toBe((FRAME.ground + FRAME.top) / 2)
  expect(laid.grid.map(mark => mark.y)).toEqual([FRAME.ground, (FRAME.ground + FRAME.top) / 2, FRAME.top])
  expect(laid.months.map(mark => mark.day)).toEqual(['2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01'])
})

test('past and future meet on today', () => {
  const laid = layOccupancy(days, today, 320)
  expect(laid.now).toBe(laid.points[BACK]?.[0])
  expect(laid.past.split('L')).toHaveLength(BACK + 1)
  expect(laid.ahead.split('L')).toHaveLength(AHEAD + 1)
  expect(laid.past.split('L').pop()).toBe(laid.ahead.split('L')[0]?.slice(1))
})

test('without reserved places, days or desks nothing breaks', () => {
  expect(layOccupancy([on(0, 1), on(1, 1)], today, 320).reserved).toBe('')
  expect(layOccupancy(days, today, 320).reserved).toMatch(/^M[^MZ]+Z$/)
  const empty = layOccupancy([], today, 0)
  expect([empty.past, empty.pastArea, empty.ahead, empty.now]).toEqual(['', '', '', undefined])
  expect(layOccupancy([on(0, 0, 0, 0)], today, 320).points).toEqual([[FRAME.left, FRAME.ground]])
  expect(percentOn(on(0, 0, 0, 0))).toBe(0)
  // No day is known of the future.
  expect(layOccupancy(days.slice(0, BACK + 1), today, 320).ahead).toBe('')
})

test('the pointer and the keys find a day and stay within the days', () => {
  expect([dayAt(-5, 320, N), dayAt(999, 320, N)]).toEqual([0, N - 1])
  const laid = layOccupancy(days, today, 320)
  expect(dayAt(laid.points[33]![0], 320, N)).toBe(33)
  expect(['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End', 'x'].map(key => dayByKey(key, BACK, N))).toEqual([91, 89, 97, 83, 0, N - 1, undefined])
  expect([dayByKey('ArrowLeft', 0, N), dayByKey('ArrowRight', N - 1, N)]).toEqual([0, N - 1])
})

test('the table names the days on which something changes', () => {
  expect(changes(days, today).map(one => one.day)).toEqual([0, 50, BACK, 96, 100, N - 1].map(i => addDays(from, i)))
})
