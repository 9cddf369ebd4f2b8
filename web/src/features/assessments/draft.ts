// A column of scores while it is written: what is typed, what is sent, what is missing.

import { numberOf, plain, tenthsOf } from '../../lib/points'
import { leavesOf, type Breach, type Indicator, type Score, type Sheet } from './model'

/** What is typed, by the place of each field on the page: `points.3`, `note.3`, `broken.0`, `breach.0`, `comment`. */
export type Draft = Record<string, string>
export type Wire = { scores: Score[]; comment?: string; breaches?: Breach[] }
export const MAX_NOTE = 1000

export const pointsAt = (n: number): string => `points.${n}`
export const noteAt = (n: number): string => `note.${n}`
export const brokenAt = (n: number): string => `broken.${n}`
export const breachAt = (n: number): string => `breach.${n}`

/** As it is typed; `vetoes` are only the base's. */
export function draftOf(sheet: Sheet, of: Wire, vetoes: boolean): Draft {
  const draft: Draft = { comment: of.comment ?? '' }
  for (const n of leavesOf(sheet.indicators)) {
    const given = of.scores.find(score => score.indicator === n)
    draft[pointsAt(n)] = given?.points === undefined || given.points === null ? '' : String(given.points)
    draft[noteAt(n)] = given?.note ?? ''
  }
  if (vetoes) for (const n of (sheet.vetoes ?? []).keys()) {
    const broken = of.breaches?.find(one => one.veto === n)
    draft[brokenAt(n)] = broken ? 'yes' : ''
    draft[breachAt(n)] = broken?.reason ?? ''
  }
  return draft
}

/** What is sent of it, in the order of the sheet; what is empty is left out, and a breach of which nothing is told. */
export function wire(sheet: Sheet, draft: Draft, vetoes: boolean): Wire {
  const scores = leavesOf(sheet.indicators).flatMap((n): Score[] => {
    const points = numberOf(draft[pointsAt(n)] ?? '')
    const note = (draft[noteAt(n)] ?? '').trim()
    return points === undefined && !note ? [] : [{ indicator: n, ...points !== undefined && { points }, ...note && { note } }]
  })
  const comment = (draft['comment'] ?? '').trim()
  const told = (n: number): string => (draft[brokenAt(n)] ? (draft[breachAt(n)] ?? '').trim() : '')
  const breaches = vetoes ? [...(sheet.vetoes ?? []).keys()].filter(told).map(veto => ({ veto, reason: told(veto) })) : undefined
  return { scores, ...comment && { comment }, ...breaches && { breaches } }
}

/** The service's path of a field as this page calls it: `scores[1].points` is of whatever was sent second. */
export function pathOf(path: string, sent: Wire): string {
  const [, list, at, field] = /^(scores|breaches)\[(\d+)\]\.(\w+)$/.exec(path) ?? []
  if (list === 'breaches') return breachAt(sent.breaches?.[Number(at)]?.veto ?? -1)
  if (list) {
    const n = sent.scores[Number(at)]?.indicator ?? -1
    return field === 'note' ? noteAt(n) : pointsAt(n)
  }
  return path.startsWith('scores.') ? `points.${path.slice('scores.'.length)}` : path
}

const most = (all: readonly Indicator[], n: number): number => all[n]?.points ?? 0
/** What an indicator is given, as far as it is good points. */
export const given = (sheet: Sheet, draft: Draft, n: number): number | undefined => {
  const tenths = tenthsOf(draft[pointsAt(n)] ?? '', most(sheet.indicators, n))
  return tenths === undefined ? undefined : tenths / 10
}
export const totalOf = (sheet: Sheet, draft: Draft): number =>
  leavesOf(sheet.indicators).reduce((sum, n) => sum + (tenthsOf(draft[pointsAt(n)] ?? '', most(sheet.indicators, n)) ?? 0), 0) / 10

/** Points that are none: they stay as they were typed, and are not counted. */
export const oddOf = (sheet: Sheet, draft: Draft): string[] =>
  leavesOf(sheet.indicators).filter(n => plain(draft[pointsAt(n)] ?? '') && given(sheet, draft, n) === undefined).map(pointsAt)

/** What has still to be filled in, in the order of the page; where `reasons`, also why points are taken off. */
export function missingOf(sheet: Sheet, draft: Draft, reasons: boolean): string[] {
  const scores = leavesOf(sheet.indicators).flatMap(n => {
    if (!plain(draft[pointsAt(n)] ?? '')) return [pointsAt(n)]
    const points = given(sheet, draft, n)
    return reasons && points !== undefined && points < most(sheet.indicators, n) && !(draft[noteAt(n)] ?? '').trim() ? [noteAt(n)] : []
  })
  const vetoes = [...(sheet.vetoes ?? []).keys()].filter(n => draft[brokenAt(n)] && !(draft[breachAt(n)] ?? '').trim()).map(breachAt)
  return [...scores, ...vetoes]
}

/** Paths in the order in which one meets them on the page. */
export function inOrder(sheet: Sheet, paths: Iterable<string>): string[] {
  const order = [...leavesOf(sheet.indicators).flatMap(n => [pointsAt(n), noteAt(n)]), ...[...(sheet.vetoes ?? []).keys()].map(breachAt), 'comment']
  return [...new Set(paths)].sort((a, b) => order.indexOf(a) - order.indexOf(b))
}
