// How far a term has come.

import { daysBetween, type Day } from '../../lib/dates'

export type Term = { from: Day; to?: Day | null; state: string }
export type Progress = {
  /** 0 to 1; of an open-ended term there is none. */
  share: number | undefined
  /** Days to its last day, which counts; negative when that is past. */
  left: number | undefined
  /** Days until it begins. */
  before: number
  months: number
}

export function progress(term: Term, today: Day): Progress {
  const passed = Math.max(0, daysBetween(term.from, today))
  const before = Math.max(0, daysBetween(today, term.from))
  const months = Math.floor(passed / 30.44)
  if (!term.to) return { share: undefined, left: undefined, before, months }
  const whole = Math.max(1, daysBetween(term.from, term.to))
  return { share: Math.min(1, passed / whole), left: daysBetween(today, term.to), before, months }
}

/** What is in the hand now comes first, then what is reserved; what is over is history. */
export function parted<T extends Term>(terms: T[]): { now: T[]; past: T[] } {
  const now = terms.filter(term => term.state === 'occupied' || term.state === 'reserved')
  const past = terms.filter(term => term.state === 'ended')
  now.sort((a, b) => (a.state === b.state ? a.from.localeCompare(b.from) : a.state === 'occupied' ? -1 : 1))
  past.sort((a, b) => b.from.localeCompare(a.from))
  return { now, past }
}
