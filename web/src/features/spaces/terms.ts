// Terms as people choose them: days that are often meant, and what a choice comes to.

import { addDays, addMonths, daysBetween, type Day } from '../../lib/dates'

export type Quick = { key: 'half_year' | 'one_year' | 'two_years' | 'year_end' | 'plus_6' | 'plus_12'; value: Day }

/** Last days of usual terms from a first day; the year's end only when it is some way off. */
export function usualEnds(from: Day): Quick[] {
  if (!from) return []
  const yearEnd = `${from.slice(0, 4)}-12-31`
  const ends: Quick[] = [
    { key: 'half_year', value: addDays(addMonths(from, 6), -1) },
    { key: 'one_year', value: addDays(addMonths(from, 12), -1) },
    { key: 'two_years', value: addDays(addMonths(from, 24), -1) },
  ]
  return daysBetween(from, yearEnd) >= 45 ? [...ends, { key: 'year_end', value: yearEnd }] : ends
}

/** Last days of usual extensions of a term that ends on a day. */
export function usualExtensions(to: Day): Quick[] {
  // A term that ends with its month goes on to the end of a month.
  const plus = (months: number): Day => addDays(addMonths(addDays(to, 1), months), -1)
  return [{ key: 'plus_6', value: plus(6) }, { key: 'plus_12', value: plus(12) }]
}

/** Days of a term, both ends included; nothing when it is open-ended or turned around. */
export function daysOf(from: Day, to: Day | null | undefined): number | null {
  if (!from || !to || to < from) return null
  return daysBetween(from, to) + 1
}

/** What is sent for the end: the day, or null for open-ended. A day that is not there yet is neither:
    nobody gets a space for good by leaving a field blank. */
export const endOf = (open: boolean, to: Day): Day | null | undefined => (open ? null : to || undefined)
