// An intake while it is being written.

import type { Areas, Like } from '../../i18n/areas'
import type { components } from '../../lib/schema'
import type { Intake, Kind, Mode } from './model'

export type Row = { n: number; name: string; of: Kind[]; required: boolean }
export type Draft = { name: string; opens: string; closes: string; rolling: boolean; quota: string; admits: Kind[]; modes: Mode[]; conditions: string; documents: Row[] }
type Names = Like<Areas['applications']>['intake']['usual_names']

let next = 1
export const emptyRow = (of: Kind[] = []): Row => ({ n: next++, name: '', of, required: true })

export const newDraft = (today: string): Draft => ({ name: '', opens: today, closes: '', rolling: false, quota: '', admits: ['registered', 'recorded', 'pre_registration'], modes: ['physical'], conditions: '', documents: [] })
export const draftOf = (of: Intake): Draft => ({
  name: of.name, opens: of.opens, closes: of.closes ?? '', rolling: !of.closes, quota: of.quota ? String(of.quota) : '',
  admits: [...of.admits], modes: [...of.modes], conditions: of.conditions,
  documents: of.documents.map((one, i) => ({ n: -1 - i, name: one.name, of: [...one.of], required: one.required })),
})
/** What is sent: rows that were never touched are none. */
export function bodyOf(draft: Draft): components['schemas']['IntakeBody'] {
  const quota = draft.quota.trim()
  return {
    name: draft.name, opens: draft.opens, conditions: draft.conditions, admits: draft.admits, modes: draft.modes,
    ...(!draft.rolling && draft.closes ? { closes: draft.closes } : {}),
    ...(quota ? { quota: Number(quota) } : {}),
    documents: kept(draft).map(({ name, of, required }) => ({ name, of, required })),
  }
}
/** The rows that are sent, in their order: a fault names a row by it. */
export const kept = (draft: Draft): Row[] => draft.documents.filter(row => row.name.trim())

const USUAL: [keyof Names, Kind[]][] = [
  ['certificate', ['registered']], ['legal_identity', ['registered']], ['charter', ['registered']], ['annual_check', ['registered']],
  ['record_proof', ['recorded']], ['responsible_identity', ['recorded']],
  ['entry_letter', ['pre_registration']], ['initiator_identity', ['pre_registration']],
  ['project_plan', ['registered', 'recorded', 'pre_registration']], ['staff_list', ['registered']],
]
/** The usual documents of who may apply, added to what is listed already. */
export function withUsual(rows: readonly Row[], admits: readonly Kind[], names: Names): Row[] {
  const there = new Set(rows.map(row => row.name.trim()))
  const more = USUAL.map(([key, of]) => ({ ...emptyRow(of.filter(kind => admits.includes(kind))), name: names[key] }))
  return [...rows.filter(row => row.name.trim()), ...more.filter(row => row.of.length > 0 && !there.has(row.name))]
}
