// Days and instants as people read them. A day is `YYYY-MM-DD` in the institution's zone and has no
// clock; an instant is shown in Asia/Shanghai wherever the reader sits.

import { i18n } from './i18n.svelte'

export type Day = string
const ZONE = 'Asia/Shanghai'
const MS = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()
function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = i18n.locale === 'en' ? 'en-GB' : 'zh-CN'
  const key = tag + zone + JSON.stringify(options)
  let made = formats.get(key)
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(tag, { timeZone: zone, ...options })))
  return made
}

/** Milliseconds of a day's midnight, for reckoning only. */
export const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
export const fromMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)
export const addDays = (day: Day, n: number): Day => fromMs(at(day) + n * MS)
/** Days from one to another; negative when the second is the earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((at(b) - at(a)) / MS)
/** The same day of another month, or that month's last. */
export function addMonths(day: Day, n: number): Day {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(y, m - 1 + n + 1, 0)).getUTCDate()
  return fromMs(Date.UTC(y, m - 1 + n, Math.min(d, last)))
}
/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(at(day)).getUTCDay()

/** 2026年11月23日 · 23 November 2026 */
export const long = (day: Day): string => format('UTC', { year: 'numeric', month: 'long', day: 'numeric' }).format(at(day))
/** 2026年11月23日 星期一 · Monday 23 November 2026 */
export const full = (day: Day): string =>
  i18n.locale === 'en'
    ? format('UTC', { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }).format(at(day))
    : `${long(day)} ${format('UTC', { weekday: 'long' }).format(at(day))}`
/** 11月23日 · 23 Nov, with the year when it is not this one. */
export const short = (day: Day, today?: Day): string =>
  today && day.slice(0, 4) !== today.slice(0, 4)
    ? format('UTC', { year: 'numeric', month: 'short', day: 'numeric' }).format(at(day))
    : format('UTC', { month: 'short', day: 'numeric' }).format(at(day))
/** The day against which both ends of a span are shortened: they have their years as soon as these are not one. */
export const against = (from: Day, to: Day, today: Day): Day => (from.slice(0, 4) === to.slice(0, 4) ? today : '0000-00-00')
/** 周一 · Mon */
export const weekday = (day: Day): string => format('UTC', { weekday: 'short' }).format(at(day))
/** 11月 · Nov, of `2026-11` or a day. */
export const month = (text: string): string => format('UTC', { month: 'short' }).format(at(`${text.slice(0, 7)}-01`))
/** 2026年11月 · November 2026 */
export const monthLong = (text: string): string =>
  format('UTC', { year: 'numeric', month: 'long' }).format(at(`${text.slice(0, 7)}-01`))

/** 2026年11月23日 14:05 */
export const instant = (iso: string): string =>
  format(ZONE, { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso))
/** 14:05:09 */
export const clock = (iso: string): string =>
  format(ZONE, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(new Date(iso))
/** The day in Shanghai of an instant. */
export function dayOf(iso: string): Day {
  return fromMs(new Date(iso).getTime() + 8 * 3_600_000)
}
