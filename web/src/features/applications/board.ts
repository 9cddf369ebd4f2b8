// The board: what stands in which column, and what has to be done first.

import { COLUMNS, type Column, type Item } from './model'

/** Before all with a later day; what has no day comes last. */
const NEVER = '9999-12-31'

/** What is due first comes first, and so what is overdue; of the same day, what has waited longest. */
export function byUrgency(a: Item, b: Item): number {
  const [dueA, dueB] = [a.clock?.due ?? NEVER, b.clock?.due ?? NEVER]
  if (dueA !== dueB) return dueA < dueB ? -1 : 1
  if (a.since !== b.since) return a.since < b.since ? -1 : 1
  return (a.number ?? '').localeCompare(b.number ?? '') || a.id.localeCompare(b.id)
}

/** The same text in full and half width, large and small letters. */
const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** Those whose name or number holds what was typed. */
export function matching(items: readonly Item[], typed: string): Item[] {
  const sought = plain(typed)
  return items.filter(item => !sought || plain(item.organization.name).includes(sought) || plain(item.number ?? '').includes(sought))
}

/** The waiting list as places are given from it; who has no place on it comes last. */
const byPlace = (a: Item, b: Item): number => (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER) || byUrgency(a, b)

/** The columns, each with its most urgent on top; the waiting list in its own order. */
export function columns(items: readonly Item[]): Record<Column, Item[]> {
  const out = Object.fromEntries(COLUMNS.map(column => [column, [] as Item[]])) as Record<Column, Item[]>
  for (const item of items) if (item.state in out) out[item.state as Column].push(item)
  for (const column of COLUMNS) out[column].sort(column === 'waiting' ? byPlace : byUrgency)
  return out
}

/** Intakes of which some may be reviewed now, with how many, in the order in which they stand. */
export function reviewable(passed: readonly Item[]): { id: string; name: string; n: number }[] {
  const out = new Map<string, { id: string; name: string; n: number }>()
  for (const { intake } of passed) out.set(intake.id, { ...intake, n: (out.get(intake.id)?.n ?? 0) + 1 })
  return [...out.values()]
}

/** How many wait for the base, and how many of them are overdue. */
export function waiting(items: readonly Item[]): { all: number; over: number } {
  const those = items.filter(item => item.clock?.owner === 'base')
  return { all: those.length, over: those.filter(item => item.clock?.overdue).length }
}

/** Skipped days by their reason, each in order. */
export function skips<W extends string>(days: readonly { date: string; why: W }[]): { why: W; days: string[] }[] {
  const out: { why: W; days: string[] }[] = []
  for (const { date, why } of days) {
    const known = out.find(one => one.why === why)
    if (known) known.days.push(date)
    else out.push({ why, days: [date] })
  }
  return out
}
