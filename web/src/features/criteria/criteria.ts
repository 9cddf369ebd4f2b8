// What has to be shown, without points: as a setting holds it, as it is named, and as it is written.

import type { Areas, Like } from '../../i18n/areas'
import type { components } from '../../lib/schema'

export type Requirement = components['schemas']['Requirement']
type Words = Like<Areas['criteria']>
/** The names of those that come with the program. */
export type Names = { name: object }
/** `shown` is the name that the row began with: as long as it stands, the criterion keeps its key. */
export type Row = { id: number; key: string; own: boolean; shown: string; name: string; hint: string }

export const MAX_ROWS = 30
export const MAX_NAME = 60
export const MAX_HINT = 300

/** How a criterion is called: its own name, or the catalogue's for one that came with the program. */
export const requirementName = (t: Names, of: Pick<Requirement, 'key' | 'name'>): string =>
  of.name?.trim() || ((t.name as Record<string, string>)[of.key ?? ''] ?? of.key ?? '')

/** A list of them in one line; with `hints` what each is about behind it. */
export const requirementLine = (t: Names & Pick<Words, 'about' | 'comma'>, all: readonly Requirement[], hints = false): string =>
  all.map(of => requirementName(t, of) + (hints && of.hint?.trim() ? t.about(of.hint.trim()) : '')).join(t.comma)

/** Whatever a setting holds, as criteria: those with points are a rubric's. */
export const requirementsIn = (value: unknown): Requirement[] =>
  Array.isArray(value) ? value.filter((one): one is Requirement => typeof one === 'object' && one !== null && !('points' in one) && ('key' in one || 'name' in one)) : []

let next = 1
export const emptyRow = (): Row => ({ id: next++, key: '', own: true, shown: '', name: '', hint: '' })

export const rowsOf = (t: Names, all: readonly Requirement[]): Row[] =>
  all.map(of => {
    const shown = requirementName(t, of)
    return { id: next++, key: of.key ?? '', own: Boolean(of.name?.trim()), shown, name: shown, hint: of.hint ?? '' }
  })

/** What is sent: a criterion of the house keeps its key, and so its name in every language, until it is renamed. */
export const requirementsOf = (t: Names, rows: readonly Row[]): Requirement[] =>
  rows.map(row => {
    const shipped = row.key in t.name && row.name.trim() === row.shown
    const hint = row.hint.trim()
    return { ...shipped && { key: row.key }, ...(!shipped || row.own) && { name: row.name.trim() }, ...hint && { hint } }
  })
