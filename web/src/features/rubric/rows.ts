// A rubric while it is written: rows of texts, told apart by a number of their own so that they can be moved.

import type { Areas, Like } from '../../i18n/areas'
import { criterionName, type Criterion } from './criteria'

type Words = Like<Areas['rubric']>
/** `shown` is the name that the row began with: as long as it stands, the criterion keeps its key. */
export type Row = { id: number; key: string; own: boolean; shown: string; name: string; points: string; hint: string }

export const FULL = 100
export const MAX_ROWS = 20
export const MAX_NAME = 40
export const MAX_HINT = 200

let next = 1
export const emptyRow = (): Row => ({ id: next++, key: '', own: true, shown: '', name: '', points: '', hint: '' })

/** Whatever a setting holds, as criteria. */
export const criteriaIn = (value: unknown): Criterion[] => (Array.isArray(value) ? value.filter((one): one is Criterion => typeof one === 'object' && one !== null && 'points' in one) : [])

export const rowsOf = (t: Words, criteria: readonly Criterion[]): Row[] =>
  criteria.map(of => {
    const shown = criterionName(t, of)
    return { id: next++, key: of.key ?? '', own: Boolean(of.name?.trim()), shown, name: shown, points: String(of.points), hint: of.hint ?? '' }
  })

/** Whole points as they were typed, in whatever width; what is no number counts as nothing. */
export const pointsOf = (row: Pick<Row, 'points'>): number => {
  const typed = row.points.normalize('NFKC').trim()
  return /^\d{1,4}$/.test(typed) ? Number(typed) : 0
}
/** Something was typed that is no whole number: it must not pass for none. */
export const oddPoints = (row: Pick<Row, 'points'>): boolean => {
  const typed = row.points.normalize('NFKC').trim()
  return typed !== '' && !/^\d{1,4}$/.test(typed)
}
export const sumOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + pointsOf(row), 0)

/** What is sent: a criterion of the house keeps its key, and so its name in every language, until it is renamed. */
export function criteriaOf(t: Words, rows: readonly Row[]): Criterion[] {
  return rows.map(row => {
    const shipped = row.key in t.criterion && row.name.trim() === row.shown
    const hint = row.hint.trim()
    return { ...shipped && { key: row.key }, ...(!shipped || row.own) && { name: row.name.trim() }, points: pointsOf(row), ...hint && { hint } }
  })
}
