// Days as whole numbers (days since 1970-01-01), and their texts (YYYY-MM-DD).

const MS = 86_400_000

/** The number of a day's text. */
export function dayNumber(day: string): number {
  return Math.round(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / MS)
}

/** The text of a day's number. */
export function dayText(day: number): string {
  return new Date(day * MS).toISOString().slice(0, 10)
}

/** First day of the month that is `offset` months from the day's own. */
export function monthStart(day: number, offset = 0): number {
  const date = new Date(day * MS)
  return Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1) / MS)
}

/** Last day of the day's month. */
export function monthEnd(day: number): number {
  return monthStart(day, 1) - 1
}

/** The same day some months on; the month's last day where that month is shorter. */
export function plusMonths(day: number, months: number): number {
  const start = monthStart(day, months)
  return Math.min(start + (day - monthStart(day)), monthEnd(start))
}

/** Monday is 0. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Days in a span, both ends included. */
export function length(from: number, to: number): number {
  return to - from + 1
}
