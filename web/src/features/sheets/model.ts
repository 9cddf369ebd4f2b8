// A score sheet: what is typed, what is sent, what is missing, and where it stands in the list.

import { daysBetween, type Day } from '../../lib/dates'
import type { Can } from '../../lib/contract'
import { numberOf, plain, tenthsOf } from '../../lib/points'
import type { components } from '../../lib/schema'
import type { Criterion } from '../rubric/criteria'

type Schemas = components['schemas']
export type Item = Schemas['SheetItem']
export type Wire = Schemas['SheetView']
export type Sheet = Omit<Wire, 'can'> & { can: Can }
export type Marks = Schemas['MarksBody']
export type Advice = Schemas['Advice']

export const ADVICE = ['admit', 'wait', 'reject'] as const
export const MAX_COMMENT = 1000

/** What is typed, by the place of each field on the page: `points.need`, `remark.need`, `advice`, `comment`. */
export type Draft = Record<string, string>
export const pointsAt = (key: string | undefined): string => `points.${key ?? ''}`
export const remarkAt = (key: string | undefined): string => `remark.${key ?? ''}`

export function draftOf(rubric: readonly Criterion[], marks: Marks): Draft {
  const draft: Draft = {}
  for (const { key } of rubric) {
    const given = marks.scores.find(score => score.key === key)
    draft[pointsAt(key)] = given?.points === undefined || given.points === null ? '' : String(given.points)
    draft[remarkAt(key)] = given?.comment ?? ''
  }
  return { ...draft, advice: marks.advice ?? '', comment: marks.comment ?? '' }
}

/** What is sent of it, in the order of the rubric; what is empty is left out. */
export function wire(rubric: readonly Criterion[], draft: Draft): Marks {
  const marks: Marks = { scores: [] }
  for (const { key = '' } of rubric) {
    const points = numberOf(draft[pointsAt(key)] ?? '')
    const comment = (draft[remarkAt(key)] ?? '').trim()
    if (points === undefined && !comment) continue
    marks.scores.push({ key, ...points !== undefined && { points }, ...comment && { comment } })
  }
  const comment = draft['comment']?.trim()
  if (draft['advice']) marks.advice = draft['advice'] as Advice
  if (comment) marks.comment = comment
  return marks
}

/** The service's path of a field as this page calls it: `scores[1].points` is of whatever was sent second. */
export function pathOf(path: string, sent: Marks): string {
  const [, at, field] = /^scores\[(\d+)\]\.(\w+)$/.exec(path) ?? []
  if (at !== undefined) {
    const key = sent.scores[Number(at)]?.key
    return field === 'comment' ? remarkAt(key) : pointsAt(key)
  }
  return path.startsWith('scores.') ? pointsAt(path.slice('scores.'.length)) : path
}

/** What it comes to, in tenths inside, so that 0.1 and 0.2 are 0.3. What is no good number is not counted. */
export function totalOf(rubric: readonly Criterion[], draft: Draft): number {
  const tenths = rubric.map(({ key, points }) => tenthsOf(draft[pointsAt(key)] ?? '', points) ?? 0)
  return tenths.reduce((sum, one) => sum + one, 0) / 10
}

/** What has still to be filled in before it is handed in, in the order of the page. */
export function missingOf(rubric: readonly Criterion[], draft: Draft): string[] {
  const all = rubric.map(({ key }) => pointsAt(key)).filter(path => !plain(draft[path] ?? ''))
  if (!draft['advice']) all.push('advice')
  else if (draft['advice'] !== 'admit' && !draft['comment']?.trim()) all.push('comment')
  return all
}
/** Points that are no number: they stay as they were typed, and nothing is sent of them. */
export const oddOf = (rubric: readonly Criterion[], draft: Draft): string[] =>
  rubric.map(({ key }) => pointsAt(key)).filter(path => plain(draft[path] ?? '') && numberOf(draft[path] ?? '') === undefined)

/** Paths in the order in which one meets them on the page. */
export function inOrder(rubric: readonly Criterion[], paths: Iterable<string>): string[] {
  const order = [...rubric.flatMap(({ key }) => [pointsAt(key), remarkAt(key)]), 'advice', 'comment']
  return [...new Set(paths)].sort((a, b) => order.indexOf(a) - order.indexOf(b))
}

export type Group = { review: string; base: string; intake: string; due: Day; items: Item[] }
/** Sheets by their review, in the order of the list; in one, what was given back first, then as the applications came in. */
function grouped(items: readonly Item[]): Group[] {
  const groups = new Map<string, Group>()
  for (const item of items) {
    const group = groups.get(item.review) ?? { review: item.review, base: item.base.name, intake: item.intake.name, due: item.due, items: [] }
    group.items.push(item)
    groups.set(item.review, group)
  }
  for (const group of groups.values()) group.items.sort((a, b) => Number(back(b)) - Number(back(a)) || (a.number ?? '').localeCompare(b.number ?? ''))
  return [...groups.values()]
}
/** Given back and to be handed in anew. */
const back = (item: Pick<Item, 'open' | 'state' | 'returned'>): boolean => item.open && item.state === 'cleared' && item.returned

/** Sheets that have something to be done, by their review: what was given back first, then the soonest due. */
export const groupsOf = (items: readonly Item[]): Group[] =>
  grouped(items.filter(item => item.open)).sort((a, b) => Number(b.items.some(back)) - Number(a.items.some(back)))

/** Not handed in by the last day, while the review still waits. */
export const lapsedOf = (items: readonly Item[], today: Day): Item[] => items.filter(item => standingOf(item, today) === 'late')

/** What is done or over, by its review. */
export const doneOf = (items: readonly Item[], today: Day): Group[] => grouped(items.filter(item => !item.open && standingOf(item, today) !== 'late'))

export type Standing = 'asked' | 'returned' | 'cleared' | 'locked' | 'late' | 'over' | 'away'
/** Where a sheet stands in words: what is to be done with it, or why nothing can be. */
export function standingOf(item: Pick<Item, 'state' | 'open' | 'review_state' | 'due' | 'returned'>, today: Day): Standing {
  if (item.state === 'locked') return 'locked'
  if (item.open) return back(item) ? 'returned' : item.state === 'asked' ? 'asked' : 'cleared'
  if (item.review_state !== 'open') return 'over'
  return item.due < today ? 'late' : 'away'
}

/** Why nothing can be done with a sheet, from what the service says of its acts. */
export function haltOf(sheet: Pick<Sheet, 'state' | 'review_state' | 'due' | 'can'>, today: Day): 'over' | 'cancelled' | 'away' | 'late' | undefined {
  if (sheet.state !== 'asked' && sheet.state !== 'cleared') return undefined
  if (sheet.review_state === 'cancelled') return 'cancelled'
  if (sheet.review_state !== 'open') return 'over'
  if (sheet.can['recuse'] === 'wrong_state') return 'away'
  return sheet.due < today ? 'late' : undefined
}

export type Left = { days: number; tone: 'soon' | 'calm' }
/** Days until the last one, which counts. */
export function leftOf(due: Day, today: Day): Left {
  const days = daysBetween(today, due)
  return { days, tone: days <= 2 ? 'soon' : 'calm' }
}
