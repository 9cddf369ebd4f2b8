import { describe, expect, test } from 'vitest'
import {
  axisAround, changed, clashes, dayAt, dayNumber as n, dayText, drag, endKey, freeUntil, length, monthEnd,
  monthStart, nearest, neighbour, place, plusMonths, pressEnd, rowsInView, shiftAxis, snapLast, take, ticks,
  weekday, type Bar,
} from './kernel'

const bar = (id: string, row: string, from: string, to: string | null): Bar =>
  ({ id, row, from: n(from), to: to === null ? null : n(to) })

describe('days', () => {
  test('texts and numbers are each other’s inverse, over leap days too', () => {
    for (const day of ['1970-01-01', '2024-02-29', '2026-11-25', '2100-03-01']) expect(dayText(n(day))).toBe(day)
    expect(n('1970-01-02')).toBe(1)
  })
  test('months begin, end and are counted on with the last day as limit', () => {
    expect(dayText(monthStart(n('2026-11-25')))).toBe('2026-11-01')
    expect(dayText(monthStart(n('2026-11-25'), 2))).toBe('2027-01-01')
    expect(dayText(monthEnd(n('2028-02-03')))).toBe('2028-02-29')
    expect(dayText(plusMonths(n('2026-01-31'), 1))).toBe('2026-02-28')
    expect(dayText(plusMonths(n('2026-03-31'), -1))).toBe('2026-02-28')
  })
  test('Monday is the first day of a week, and spans include both ends', () => {
    expect(weekday(n('2026-11-23'))).toBe(0)
    expect(weekday(n('2026-11-29'))).toBe(6)
    expect(weekday(n('1969-12-29'))).toBe(0)
    expect(length(n('2026-11-01'), n('2026-11-30'))).toBe(30)
  })
})

describe('axis', () => {
  const axis = axisAround(n('2026-11-25'), 'year')
  test('shows whole months with more future than past', () => {
    expect([dayText(axis.first), dayText(axis.end)]).toEqual(['2026-08-01', '2027-08-01'])
    const later = shiftAxis(axis, 2)
    expect([dayText(later.first), dayText(later.end)]).toEqual(['2026-10-01', '2027-10-01'])
  })
  test('places spans in percent and says where they go on', () => {
    expect(place(axis, n('2026-08-01'), n('2027-07-31'))).toEqual({ start: 0, size: 100, cutStart: false, cutEnd: false })
    expect(place(axis, n('2025-01-01'), null)).toEqual({ start: 0, size: 100, cutStart: true, cutEnd: true })
    expect(place(axis, n('2027-08-01'), null)).toBeNull()
    expect(place(axis, n('2026-01-01'), n('2026-07-31'))).toBeNull()
    expect(place(axis, n('2026-01-01'), n('2026-08-01'))?.size).toBeCloseTo(100 / 365)
  })
  test('finds the day under a pointer', () => {
    expect(dayText(dayAt(axis, 0))).toBe('2026-08-01')
    expect(dayText(dayAt(axis, 0.9999))).toBe('2027-07-31')
  })
  test('has a line for each month, and for each Monday unless a year is shown', () => {
    expect(ticks(axis).months).toHaveLength(12)
    expect(ticks(axis).weeks).toHaveLength(0)
    const near = ticks(axisAround(n('2026-11-25'), 'quarter'))
    expect(near.months.map(tick => dayText(tick.day))).toEqual(['2026-10-01', '2026-11-01', '2026-12-01', '2027-01-01'])
    expect(dayText(near.weeks[0]!.day)).toBe('2026-10-05')
  })
  test('pulls a last day to a month’s end that is near', () => {
    expect(dayText(snapLast(n('2027-01-03'), 'year'))).toBe('2026-12-31')
    expect(dayText(snapLast(n('2027-01-28'), 'year'))).toBe('2027-01-31')
    expect(dayText(snapLast(n('2027-01-15'), 'year'))).toBe('2027-01-15')
    expect(dayText(snapLast(n('2027-01-30'), 'month'))).toBe('2027-01-30')
  })
})

describe('clashes', () => {
  const bars = [bar('a', 'A-01', '2026-01-01', '2026-06-30'), bar('b', 'A-01', '2026-09-01', null), bar('c', 'A-02', '2026-01-01', null)]
  test('touching ends do not clash, a shared day does', () => {
    expect(clashes(bars, bar('x', 'A-01', '2026-07-01', '2026-08-31'))).toEqual([])
    expect(clashes(bars, bar('x', 'A-01', '2026-06-30', '2026-09-01')).map(b => b.id)).toEqual(['a', 'b'])
    expect(clashes(bars, bars[0]!)).toEqual([])
  })
  test('tells how far an end is free', () => {
    expect(dayText(freeUntil(bars, bars[0]!)!)).toBe('2026-08-31')
    expect(freeUntil(bars, bars[2]!)).toBeNull()
  })
})

describe('the end of a bar in the hand', () => {
  const mine = bar('a', 'A-01', '2026-01-01', '2026-06-30')
  const bars = [mine, bar('b', 'A-01', '2026-09-01', null)]
  const limits = { zoom: 'year', minTo: n('2026-06-30') } as const
  test('a drag extends, is pulled to a month’s end and never shortens', () => {
    const held = drag(take(mine, 'end'), 30, 'A-01', bars, limits)
    expect(dayText(held.now.to!)).toBe('2026-07-31')
    expect([changed(held), held.over]).toEqual([true, []])
    const back = drag(held, -40, 'A-01', bars, limits)
    expect([dayText(back.now.to!), changed(back)]).toEqual(['2026-06-30', false])
  })
  test('a drag into another bar says which', () => {
    expect(drag(take(mine, 'end'), 100, 'A-01', bars, limits).over.map(b => b.id)).toEqual(['b'])
  })
  test('keys step by month ends, weeks or days, and open the end', () => {
    const year = pressEnd(pressEnd(take(mine, 'end'), 'later', bars, limits), 'later', bars, limits)
    expect(dayText(year.now.to!)).toBe('2026-08-31')
    expect(dayText(pressEnd(year, 'sooner', bars, limits).now.to!)).toBe('2026-07-31')
    const week = pressEnd(take(mine, 'end'), 'later', bars, { ...limits, zoom: 'quarter' })
    expect(dayText(week.now.to!)).toBe('2026-07-07')
    const open = pressEnd(week, 'open', bars, limits)
    expect([open.now.to, open.over.map(b => b.id)]).toEqual([null, ['b']])
    expect(dayText(pressEnd(open, 'sooner', bars, limits).now.to!)).toBe('2026-06-30')
    expect(changed(pressEnd(open, 'reset', bars, limits))).toBe(false)
  })
  test('only keys of ours mean something', () => {
    expect([endKey('ArrowRight'), endKey('End'), endKey('Tab')]).toEqual(['later', 'open', null])
  })
  test('a move takes both ends and the row along', () => {
    const moved = drag(take(mine, 'move'), 31, 'A-02', bars, limits)
    expect([moved.now.row, dayText(moved.now.from), dayText(moved.now.to!)]).toEqual(['A-02', '2026-02-01', '2026-07-31'])
    const start = drag(take(mine, 'start'), 999, 'A-01', bars, limits)
    expect(start.now.from).toBe(mine.to)
  })
})

describe('walking', () => {
  const rows = ['A-01', 'A-02', 'A-03']
  const bars = [bar('a', 'A-01', '2026-01-01', '2026-03-01'), bar('b', 'A-01', '2026-06-01', null), bar('c', 'A-03', '2026-05-01', null)]
  test('along a row and over empty ones', () => {
    expect(neighbour(bars, rows, bars[0]!, 'right')?.id).toBe('b')
    expect(neighbour(bars, rows, bars[0]!, 'left')).toBeNull()
    expect(neighbour(bars, rows, bars[1]!, 'down')?.id).toBe('c')
    expect(neighbour(bars, rows, bars[2]!, 'up')?.id).toBe('b')
  })
  test('on the plan, straight ahead before near by', () => {
    const desks = [
      { id: '1', x: 0, y: 0, w: 1.4, h: 0.7 }, { id: '2', x: 1.4, y: 0, w: 1.4, h: 0.7 },
      { id: '3', x: 0, y: 0.7, w: 1.4, h: 0.7 }, { id: '4', x: 9, y: 0.1, w: 1.4, h: 0.7 },
    ]
    expect(nearest(desks, desks[0]!, 'right')?.id).toBe('2')
    expect(nearest(desks, desks[0]!, 'down')?.id).toBe('3')
    expect(nearest(desks, desks[1]!, 'right')?.id).toBe('4')
    expect(nearest(desks, desks[0]!, 'up')).toBeNull()
  })
  test('draws only rows in view and a few around', () => {
    expect(rowsInView(0, 380, 38, 400)).toEqual({ first: 0, last: 16 })
    expect(rowsInView(3800, 380, 38, 400)).toEqual({ first: 94, last: 116 })
    expect(rowsInView(99999, 380, 38, 3)).toEqual({ first: 3, last: 3 })
  })
})
