// Lays the occupancy of a base out day by day: the past as it was, the days ahead as far as terms
// are given. Pure; real pixels, so that labels keep their size on a phone.

import { addDays, type Day } from '../lib/dates'
import { percent } from '../lib/i18n.svelte'

export type OccupancyOn = { day: Day; assignable: number; occupied: number; reserved: number; closed: number }
export type Point = [x: number, y: number]
export type LaidOccupancy = {
  /** Lines and areas up to today and from today on. */
  past: string
  pastArea: string
  ahead: string
  aheadArea: string
  /** Reserved places above those in use; empty without any. */
  reserved: string
  points: Point[]
  /** Where today stands, when it is one of the days. */
  now: number | undefined
  grid: { percent: number; y: number }[]
  /** First days of months. */
  months: { day: Day; x: number }[]
}

export const BACK = 90
export const AHEAD = 30
/** The days that the picture asks for. */
export const spanAround = (today: Day): { from: Day; to: Day } => ({ from: addDays(today, -BACK), to: addDays(today, AHEAD) })

export const FRAME = { left: 42, right: 18, top: 24, ground: 192, height: 220 }

const r = (n: number): string => (Math.round(n * 10) / 10).toString()
const line = (points: Point[]): string => points.map(([x, y], i) => `${i ? 'L' : 'M'}${r(x)} ${r(y)}`).join('')
const area = (points: Point[], ground: number): string => {
  const first = points[0]
  const last = points[points.length - 1]
  return first && last && points.length > 1 ? `${line(points)}L${r(last[0])} ${ground}L${r(first[0])} ${ground}Z` : ''
}

export function layOccupancy(days: OccupancyOn[], today: Day, width: number): LaidOccupancy {
  const { left, right, top, ground } = FRAME
  const inner = Math.max(1, width - left - right)
  const x = (i: number) => left + (i * inner) / Math.max(1, days.length - 1)
  const y = (share: number) => ground - Math.min(1, Math.max(0, share)) * (ground - top)
  const share = (n: number, all: number) => (all > 0 ? n / all : 0)
  const points = days.map((one, i): Point => [x(i), y(share(one.occupied, one.assignable))])
  const tops = days.map((one, i): Point => [x(i), y(share(one.occupied + one.reserved, one.assignable))])
  const upTo = days.filter(one => one.day <= today).length
  const before = points.slice(0, upTo)
  // Today belongs to both, so that the line does not break.
  const after = points.slice(Math.max(0, upTo - 1))
  const now = days.findIndex(one => one.day === today)
  return {
    past: line(before),
    pastArea: area(before, ground),
    ahead: after.length > 1 ? line(after) : '',
    aheadArea: area(after, ground),
    reserved: days.some(one => one.reserved > 0) ? `${line(tops)}${line([...points].reverse()).replace('M', 'L')}Z` : '',
    points,
    now: now < 0 ? undefined : x(now),
    grid: [0, 50, 100].map(percent => ({ percent, y: y(percent / 100) })),
    months: days.flatMap((one, i) => (one.day.endsWith('-01') ? [{ day: one.day, x: x(i) }] : [])),
  }
}

/** The day under the pointer. */
export function dayAt(px: number, width: number, count: number): number {
  const inner = Math.max(1, width - FRAME.left - FRAME.right)
  return Math.min(count - 1, Math.max(0, Math.round(((px - FRAME.left) / inner) * (count - 1))))
}

/** Where a key leads from a day; undefined for keys that are not ours. */
export function dayByKey(key: string, from: number, count: number): number | undefined {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 7, PageDown: -7, Home: -count, End: count }
  const step = steps[key]
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, from + step))
}

/** The days that tell something new, for the table: the first, today, the last and every change. */
export function changes(days: OccupancyOn[], today: Day): OccupancyOn[] {
  return days.filter((one, i) => {
    const last = days[i - 1]
    if (!last || one.day === today || i === days.length - 1) return true
    return one.occupied !== last.occupied || one.assignable !== last.assignable || one.reserved !== last.reserved || one.closed !== last.closed
  })
}

export const percentOn = (one: OccupancyOn): number => percent(one.occupied, one.assignable)
