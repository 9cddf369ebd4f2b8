// A year as months of weeks, and its days off as stretches.

import { addDays, daysBetween, weekdayOf, type Day } from '../../lib/dates'
import type { WorkYear } from '../../lib/contract'

export type Marked = WorkYear['days'][number]
export type Cell = { day: Day; n: number } | undefined
const two = (n: number): string => String(n).padStart(2, '0')

/** Weeks of a month from Monday on; days of its neighbours are left empty. */
export function weeks(year: number, month: number): Cell[][] {
  const first = `${year}-${two(month)}-01`
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const lead = (weekdayOf(first) + 6) % 7
  const cells: Cell[] = [...Array<Cell>(lead).fill(undefined), ...Array.from({ length: last }, (_, i) => ({ day: `${year}-${two(month)}-${two(i + 1)}`, n: i + 1 }))]
  while (cells.length % 7) cells.push(undefined)
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7))
}

export type Stretch = { name: string; from: Day; to: Day; days: number; work: Day[]; division: string | undefined }

/** Days off that follow each other under one name, with the make-up days that belong to them. */
export function stretches(days: Marked[]): Stretch[] {
  const out: Stretch[] = []
  const sorted = [...days].sort((a, b) => a.date.localeCompare(b.date))
  for (const day of sorted.filter(day => day.kind === 'off')) {
    const division = day.division ?? undefined
    const open = out.find(one => one.name === day.name && one.division === division && addDays(one.to, 1) === day.date)
    if (open) {
      open.to = day.date
      open.days += 1
    } else out.push({ name: day.name, from: day.date, to: day.date, days: 1, work: [], division })
  }
  for (const day of sorted.filter(day => day.kind === 'work')) {
    const near = out.filter(one => one.name === day.name).sort((a, b) => Math.abs(daysBetween(a.from, day.date)) - Math.abs(daysBetween(b.from, day.date)))[0]
    near?.work.push(day.date)
  }
  return out
}
