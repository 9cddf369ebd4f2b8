// The form of periodic reports: as a setting holds it, as it is named, and as it is written.

import type { components } from '../../lib/schema'
import { emptyRow, requirementsOf, rowsOf, type Names, type Row } from '../criteria/criteria'

export type Question = components['schemas']['ReportQuestion']
export type Kind = Question['kind']
export type QuestionRow = Row & { kind: Kind; needed: boolean }

export const MAX_QUESTIONS = 40

/** Whatever a setting holds, as questions. */
export const questionsIn = (value: unknown): Question[] =>
  Array.isArray(value) ? value.filter((one): one is Question => typeof one === 'object' && one !== null && 'kind' in one && ('key' in one || 'name' in one)) : []

export const emptyQuestion = (): QuestionRow => ({ ...emptyRow(), kind: 'text', needed: false })

export const questionRows = (t: Names, all: readonly Question[]): QuestionRow[] =>
  rowsOf(t, all).map((row, i) => ({ ...row, kind: all[i]?.kind ?? 'text', needed: all[i]?.needed ?? false }))

/** What is sent: a question of the house keeps its key, and so its name in every language, until it is renamed. */
export const questionsOf = (t: Names, rows: readonly QuestionRow[]): Question[] =>
  requirementsOf(t, rows).map((of, i) => ({ ...of, kind: rows[i]?.kind ?? 'text', needed: rows[i]?.needed ?? false }))
