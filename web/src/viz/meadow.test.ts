import { expect, test } from 'vitest'
import { layMeadow, type Plot } from './meadow'
import { ticks } from './scale'

const plot = (id: string, n: number): Plot => ({ id, label: id, sprouts: Array.from({ length: n }, (_, i) => ({ months: i % 20, stage: i % 4 })) })
const city = [41, 11, 9, 6, 9, 18, 12, 9, 3, 20, 22, 8, 5].map((n, i) => plot(`b${i}`, n))

test('thirteen bases stand in one line on a desk, and every one has room for its name', () => {
  const meadow = layMeadow(city, 1144)
  expect(meadow.rows).toBe(1)
  for (const laid of meadow.plots) expect(laid.x1 - laid.x0).toBeGreaterThanOrEqual(56)
  expect(Math.max(...meadow.plots.map(laid => laid.x1))).toBeLessThanOrEqual(1144)
})

test('on a phone they wrap evenly, without an orphan and without a way sideways', () => {
  const meadow = layMeadow(city, 358)
  const counts = Array.from({ length: meadow.rows }, (_, row) => meadow.plots.filter(laid => laid.row === row).length)
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
  expect(Math.max(...meadow.plots.map(laid => laid.x1))).toBeLessThanOrEqual(358)
})

test('the same organizations grow the same meadow; each is one blade', () => {
  expect(layMeadow(city, 900)).toEqual(layMeadow(city, 900))
  expect(layMeadow(city, 900).plots.map(laid => laid.blades.length)).toEqual(city.map(one => one.sprouts.length))
})

test('a base alone fills its picture, but what has just begun stays small', () => {
  const longest = (months: number[]) => {
    const meadow = layMeadow([{ id: 'a', label: 'a', sprouts: months.map(m => ({ months: m, stage: 0 })) }], 900)
    return Math.max(...meadow.plots[0]!.blades.map(blade => blade.height)) / meadow.ground
  }
  for (const months of [[1, 2, 5], [7], [30, 3]]) expect(longest(months)).toBeCloseTo(0.91, 1)
  expect(longest([1, 1])).toBeLessThan(0.5)
})

test('an empty base is a plot without blades', () => {
  const [laid] = layMeadow([plot('a', 0)], 400).plots
  expect(laid?.blades).toEqual([])
  expect(laid?.paths.join('')).toBe('')
})

test('axes have few, round, whole steps that cover the span', () => {
  expect(ticks(104, 152, 3)).toEqual([100, 120, 140, 160])
  expect(ticks(7, 11, 3)).toEqual([6, 8, 10, 12])
  expect(ticks(5, 5, 3)).toEqual([5, 6])
})
