// A sheet while it is written: rows of texts, told apart by a number of their own so that they can be moved.

import type { Sheet } from './model'

export type Row = { id: number; level: number; name: string; points: string; rule: string; evidence: string }
export type SheetDraft = { title: string; rows: Row[]; vetoes: { id: number; text: string }[]; weights: Record<'own' | 'base' | 'expert', string>; grades: Record<'excellent' | 'good' | 'pass', string> }
export const FULL = 100
export const LEVELS = 4
export const MAX_ROWS = 120
export const MAX_VETOES = 20
export const MAX_NAME = 100
export const MAX_TEXT = 300

let next = 1
export const emptyRow = (level = 1): Row => ({ id: next++, level, name: '', points: '', rule: '', evidence: '' })
export const emptyVeto = (): { id: number; text: string } => ({ id: next++, text: '' })

/** Whatever a setting holds, as a sheet; nothing for anything else. */
export function sheetIn(value: unknown): Sheet | undefined {
  if (typeof value !== 'object' || value === null || !('indicators' in value) || !Array.isArray(value.indicators)) return undefined
  const sheet = value as unknown as Sheet & { vetoes?: string[] }
  return { ...sheet, vetoes: sheet.vetoes ?? [] }
}

export function draftOf(sheet: Sheet | undefined): SheetDraft {
  const text = (n: number | undefined): string => (n === undefined ? '' : String(n))
  return {
    title: sheet?.title ?? '',
    rows: (sheet?.indicators ?? []).map(of => ({ id: next++, level: of.level, name: of.name, points: of.points === undefined || of.points === null ? '' : String(of.points), rule: of.rule ?? '', evidence: of.evidence ?? '' })),
    vetoes: (sheet?.vetoes ?? []).map(line => ({ id: next++, text: line })),
    weights: { own: text(sheet?.weights.own), base: text(sheet?.weights.base), expert: text(sheet?.weights.expert) },
    grades: { excellent: text(sheet?.grades.excellent), good: text(sheet?.grades.good), pass: text(sheet?.grades.pass) },
  }
}

/** Whole numbers as they were typed, in whatever width; what is no number counts as nothing. */
export const wholeOf = (typed: string): number | undefined => {
  const plain = typed.normalize('NFKC').trim()
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined
}
/** Something was typed that is no whole number: it must not pass for none. */
export const odd = (typed: string): boolean => typed.trim() !== '' && wholeOf(typed) === undefined

export const isLowest = (rows: readonly Row[], i: number): boolean => (rows[i + 1]?.level ?? 0) <= (rows[i]?.level ?? 1)
/** Points under a row, or of all rows. */
export function sumUnder(rows: readonly Row[], i = -1): number {
  const level = rows[i]?.level ?? 0
  let sum = 0
  for (let n = i + 1; n < rows.length && (rows[n]?.level ?? 0) > level; n++) if (isLowest(rows, n)) sum += wholeOf(rows[n]?.points ?? '') ?? 0
  return sum
}
/** How far in a row may stand: one further than the row before it. */
export const deepest = (rows: readonly Row[], i: number): number => Math.min(LEVELS, (rows[i - 1]?.level ?? 0) + 1)
export const sumOf = (parts: Record<string, string>): number => Object.values(parts).reduce((sum, typed) => sum + (wholeOf(typed) ?? 0), 0)

/** What is sent. A row over others has no points of its own, whatever was typed before they stood below it. */
export function sheetOf(draft: SheetDraft): Sheet {
  const number = (typed: string): number => wholeOf(typed) ?? 0
  return {
    title: draft.title.trim(),
    indicators: draft.rows.map((row, i) => {
      const points = isLowest(draft.rows, i) ? wholeOf(row.points) : undefined
      return { level: row.level, name: row.name.trim(), ...points !== undefined && { points }, ...row.rule.trim() && { rule: row.rule.trim() }, ...row.evidence.trim() && { evidence: row.evidence.trim() } }
    }),
    vetoes: draft.vetoes.map(one => one.text.trim()),
    weights: { own: number(draft.weights.own), base: number(draft.weights.base), expert: number(draft.weights.expert) },
    grades: { excellent: number(draft.grades.excellent), good: number(draft.grades.good), pass: number(draft.grades.pass) },
  }
}
/** The paths of all fields, as the service calls them. */
export const fieldsOf = (draft: SheetDraft): string[] => [
  '.title', '.indicators', '.vetoes', '.weights', '.weights.base', '.grades',
  ...draft.rows.flatMap((_, i) => ['name', 'points', 'rule', 'evidence', 'level'].map(part => `.indicators[${i}].${part}`)), ...draft.vetoes.map((_, i) => `.vetoes[${i}]`),
]
