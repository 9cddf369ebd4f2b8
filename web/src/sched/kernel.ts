// What every calendar of ours shares: a day axis, snapping, the clash test, gestures by pointer and
// by keyboard, and the rows that are worth drawing. Pure: no DOM, no language, no clock.
//
// Days are whole numbers (days since 1970-01-01) here and texts (YYYY-MM-DD) at the edge. Both ends
// of a span are included, as they are in the service; `to: null` is open-ended.

import { monthEnd, monthStart, plusMonths, weekday } from './days'
import type { Heading } from './walk'

export * from './days'
export * from './walk'

// ---------------------------------------------------------------------------------------- the axis

export type Zoom = 'month' | 'quarter' | 'year'

/** How many months a window of each zoom shows. */
export const MONTHS: Record<Zoom, number> = { month: 2, quarter: 4, year: 12 }

/** A window of whole months: `first` to before `end`. */
export interface Axis {
  readonly zoom: Zoom
  readonly first: number
  readonly end: number
}

/** The window of a zoom that has `day` in its first third, so that more future than past shows. */
export function axisAround(day: number, zoom: Zoom): Axis {
  const before = Math.floor(MONTHS[zoom] / 4)
  const first = monthStart(day, -before)
  return { zoom, first, end: monthStart(first, MONTHS[zoom]) }
}

/** The window moved by whole months. */
export function shiftAxis(axis: Axis, months: number): Axis {
  const first = monthStart(axis.first, months)
  return { zoom: axis.zoom, first, end: monthStart(first, MONTHS[axis.zoom]) }
}

/** Where a day begins, as a share of the window; below 0 and above 1 outside of it. */
export function share(axis: Axis, day: number): number {
  return (day - axis.first) / (axis.end - axis.first)
}

/** The day at a share of the window. */
export function dayAt(axis: Axis, at: number): number {
  return axis.first + Math.floor(at * (axis.end - axis.first))
}

/** What of a span shows in the window, in percent, and at which ends it goes on. */
export interface Placed {
  readonly start: number
  readonly size: number
  readonly cutStart: boolean
  readonly cutEnd: boolean
}

/** Where a span lies in the window; nothing when it lies outside. */
export function place(axis: Axis, from: number, to: number | null): Placed | null {
  const end = to === null ? axis.end : to + 1
  if (end <= axis.first || from >= axis.end) return null
  const a = Math.max(from, axis.first)
  const b = Math.min(end, axis.end)
  return {
    start: share(axis, a) * 100,
    size: ((b - a) / (axis.end - axis.first)) * 100,
    cutStart: from < axis.first,
    cutEnd: to === null || end > axis.end,
  }
}

/** A line of the axis. */
export interface Tick {
  readonly day: number
  readonly at: number
  /** Share of the window up to the next of its kind, in percent. */
  readonly size: number
  readonly kind: 'month' | 'week'
}

/** The months of the window, and its Mondays where there is room for them. */
export function ticks(axis: Axis): { months: Tick[]; weeks: Tick[] } {
  const span = axis.end - axis.first
  const months: Tick[] = []
  for (let day = axis.first; day < axis.end; day = monthStart(day, 1)) {
    const size = ((monthStart(day, 1) - day) / span) * 100
    months.push({ day, at: share(axis, day) * 100, size, kind: 'month' })
  }
  const weeks: Tick[] = []
  if (axis.zoom !== 'year') {
    for (let day = axis.first + ((7 - weekday(axis.first)) % 7); day < axis.end; day += 7) {
      weeks.push({ day, at: share(axis, day) * 100, size: (7 / span) * 100, kind: 'week' })
    }
  }
  return { months, weeks }
}

/** How near a month's end a pointer is pulled to it, in days: terms mostly end there. */
const PULL: Record<Zoom, number> = { month: 0, quarter: 1, year: 5 }

/** The last day that a pointer means: the end of a month when it is near one, else the day itself. */
export function snapLast(day: number, zoom: Zoom): number {
  const ends = [monthStart(day) - 1, monthEnd(day)]
  for (const end of ends) if (Math.abs(end - day) <= PULL[zoom]) return end
  return day
}

// ------------------------------------------------------------------------------------------- bars

/** Something that lies on a row for a span of days. */
export interface Bar {
  readonly id: string
  readonly row: string
  readonly from: number
  readonly to: number | null
}

/** Whether two bars are on the same row on the same day. */
export function overlaps(a: Bar, b: Bar): boolean {
  return a.row === b.row && a.from <= (b.to ?? Infinity) && b.from <= (a.to ?? Infinity)
}

/** The other bars that a bar would lie upon. A courtesy: the service decides. */
export function clashes<B extends Bar>(bars: readonly B[], moved: Bar): B[] {
  return bars.filter(other => other.id !== moved.id && overlaps(other, moved))
}

/** The last day up to which a bar's end is free; null when nothing is in the way. */
export function freeUntil(bars: readonly Bar[], bar: Bar): number | null {
  let until: number | null = null
  for (const other of bars) {
    if (other.id === bar.id || other.row !== bar.row || other.from <= bar.from) continue
    if (until === null || other.from - 1 < until) until = other.from - 1
  }
  return until
}

// --------------------------------------------------------------------------------------- gestures

export type Edge = 'move' | 'start' | 'end'

/** A bar in the hand: what it was, what it is now, what it would lie upon. */
export interface Gesture<B extends Bar = Bar> {
  readonly edge: Edge
  readonly before: B
  readonly now: B
  readonly over: readonly Bar[]
}

/** What a gesture may do. */
export interface Limits {
  /** The earliest last day; an extension never makes a term shorter. */
  readonly minTo?: number
  readonly zoom: Zoom
}

export function take<B extends Bar>(bar: B, edge: Edge): Gesture<B> {
  return { edge, before: bar, now: bar, over: [] }
}

function hold<B extends Bar>(gesture: Gesture<B>, now: B, bars: readonly Bar[]): Gesture<B> {
  return { ...gesture, now, over: clashes(bars, now) }
}

/** The pointer has come `days` and, for a move, to another row. */
export function drag<B extends Bar>(
  gesture: Gesture<B>, days: number, row: string, bars: readonly Bar[], limits: Limits,
): Gesture<B> {
  const { before, edge } = gesture
  const step = Math.round(days)
  if (edge === 'move') {
    const to = before.to === null ? null : before.to + step
    return hold(gesture, { ...before, row, from: before.from + step, to }, bars)
  }
  if (edge === 'start') {
    const from = Math.min(before.from + step, before.to ?? Infinity)
    return hold(gesture, { ...before, from }, bars)
  }
  if (before.to === null) return gesture
  const to = Math.max(snapLast(before.to + step, limits.zoom), limits.minTo ?? before.from)
  return hold(gesture, { ...before, to }, bars)
}

/** What a key means for the end of a bar. */
export type EndKey = 'later' | 'sooner' | 'month_later' | 'month_sooner' | 'open' | 'reset'

/** A key's meaning while the end of a bar is in the hand; nothing for keys that are not ours. */
export function endKey(key: string): EndKey | null {
  switch (key) {
    case 'ArrowRight': return 'later'
    case 'ArrowLeft': return 'sooner'
    case 'PageUp': return 'month_later'
    case 'PageDown': return 'month_sooner'
    case 'End': return 'open'
    case 'Home': return 'reset'
    default: return null
  }
}

/** How far an arrow key takes the end of a bar: a day, a week, or to the next month's end. */
function stepEnd(to: number, forward: boolean, zoom: Zoom): number {
  if (zoom === 'month') return to + (forward ? 1 : -1)
  if (zoom === 'quarter') return to + (forward ? 7 : -7)
  if (forward) return monthEnd(to) > to ? monthEnd(to) : monthEnd(to + 1)
  return monthStart(to) - 1
}

/** The bar after a key; never shorter than the limits allow. */
export function pressEnd<B extends Bar>(
  gesture: Gesture<B>, key: EndKey, bars: readonly Bar[], limits: Limits,
): Gesture<B> {
  const { before, now } = gesture
  const least = limits.minTo ?? before.from
  const base = now.to ?? before.to
  if (key === 'reset') return hold(gesture, { ...now, to: before.to }, bars)
  if (key === 'open') return hold(gesture, { ...now, to: null }, bars)
  if (base === null) return gesture
  const to =
    now.to === null ? base
    : key === 'later' ? stepEnd(base, true, limits.zoom)
    : key === 'sooner' ? stepEnd(base, false, limits.zoom)
    : key === 'month_later' ? plusMonths(base, 1)
    : plusMonths(base, -1)
  return hold(gesture, { ...now, to: Math.max(to, least) }, bars)
}

/** Whether letting go now changes anything. */
export function changed(gesture: Gesture): boolean {
  const { before, now } = gesture
  return before.from !== now.from || before.to !== now.to || before.row !== now.row
}

// ------------------------------------------------------------------------------- rows and walking

/** The rows that are worth drawing: those in view and a few around them. */
export function rowsInView(
  scrolled: number, height: number, rowHeight: number, count: number, around = 6,
): { first: number; last: number } {
  const first = Math.max(0, Math.floor(scrolled / rowHeight) - around)
  const last = Math.min(count, Math.ceil((scrolled + height) / rowHeight) + around)
  return { first: Math.min(first, last), last }
}

/** From a bar to its neighbour: along its row, or to the nearest in time on the next row that has one. */
export function neighbour<B extends Bar>(
  bars: readonly B[], rows: readonly string[], current: B, way: Heading,
): B | null {
  if (way === 'left' || way === 'right') {
    const row = bars.filter(bar => bar.row === current.row).sort((a, b) => a.from - b.from)
    const at = row.findIndex(bar => bar.id === current.id)
    return row[at + (way === 'right' ? 1 : -1)] ?? null
  }
  const step = way === 'down' ? 1 : -1
  for (let at = rows.indexOf(current.row) + step; at >= 0 && at < rows.length; at += step) {
    const row = bars.filter(bar => bar.row === rows[at])
    if (row.length === 0) continue
    return row.reduce((best, bar) =>
      Math.abs(bar.from - current.from) < Math.abs(best.from - current.from) ? bar : best)
  }
  return null
}
