// The document's shapes as these pages use them, and what can be said of them without asking again.

import { addDays, addMonths, type Day } from '../../lib/dates'
import type { IconName } from '../../ui/Icon.svelte'
import type { components } from '../../lib/schema'

type Schemas = components['schemas']
export type Entry = Schemas['StoryEntry']
export type Step = Schemas['StoryStep']
export type Part = Schemas['StoryPart']
export type Value = Schemas['ValueView']
export type Line = Schemas['ValueLine']
export type Amount = Schemas['ValueAmount']
export type Kind = Schemas['ValueKind']
export type Ledger = Schemas['ValuePage']
export type Row = Schemas['ValueRow']
export type Days = { from?: Day | undefined; to?: Day | undefined }

export const PARTS: Part[] = ['application', 'residency', 'place', 'assessment', 'progress', 'filing', 'certificate', 'organization']
export const ICONS: Record<Part, IconName> = { organization: 'sprout', application: 'paper', residency: 'door', place: 'plan', assessment: 'medal', progress: 'tally', filing: 'clip', certificate: 'seal' }

/** The page of what a step is about, for its base or for its own people. */
export function pageOf(step: Step, own: boolean): string | undefined {
  if (!step.thing) return undefined
  const pages: Partial<Record<Part, string>> = {
    application: '/applications',
    residency: own ? '/my-residency' : '/residencies',
    assessment: own ? '/my-assessments' : '/assessments',
    progress: own ? '/my-progress' : '/progress-reports',
    filing: own ? '/my-filings' : '/filings',
    certificate: '/certificates',
  }
  const page = pages[step.part]
  return page && `${page}/${step.thing}`
}

/** Steps in which a term was agreed on or moved: of others it is known already. */
const TERM = /^(residency\.(issue|reissue|enter|sign_renewal)|allocation\.(assign|extend|swap_in))$/
export const termOf = (step: Step): { from: Day; to: Day | undefined } | undefined => (step.from && TERM.test(step.kind) ? { from: step.from, to: step.to } : undefined)

/** Entries year by year, the newest first as they come. */
export function byYear(entries: readonly Entry[]): { year: string; entries: Entry[] }[] {
  const years: { year: string; entries: Entry[] }[] = []
  for (const entry of entries) {
    const year = entry.day.slice(0, 4)
    const last = years[years.length - 1]
    if (last?.year === year) last.entries.push(entry)
    else years.push({ year, entries: [entry] })
  }
  return years
}

/** Steps of one kind are told once, with what they are about; the number that the lead has need not be said again. */
export function gathered(steps: readonly Step[], said?: string): { kind: string; about: string[] }[] {
  const all: { kind: string; about: string[] }[] = []
  for (const step of steps) {
    const about = [step.space ?? step.number].filter((one): one is string => Boolean(one) && one !== said)
    const known = all.find(one => one.kind === step.kind)
    if (known) known.about.push(...about)
    else all.push({ kind: step.kind, about })
  }
  return all.map(one => ({ ...one, about: one.about.sort((a, b) => a.localeCompare(b, 'zh', { numeric: true })) }))
}

export const SPANS = ['all', 'this_year', 'last_year', 'twelve', 'own'] as const
export type Span = (typeof SPANS)[number]
export const spanNamed = (word: string | undefined): Span => SPANS.find(span => span === word) ?? 'all'

/** The days of a span; of one's own, what was chosen. */
export function daysOf(span: Span, today: Day, own: Days = {}): Days {
  const year = Number(today.slice(0, 4))
  if (span === 'this_year') return { from: `${year}-01-01` }
  if (span === 'last_year') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
  if (span === 'twelve') return { from: addDays(addMonths(today, -12), 1) }
  return span === 'own' ? own : {}
}
/** Whether two days of one's own choice make a span. */
export const inOrder = ({ from, to }: Days): boolean => !from || !to || from <= to

/** The kinds of which there is something, in the order of the document. */
export const amountOf = (amounts: readonly Amount[], kind: Kind): number => amounts.find(one => one.kind === kind)?.amount ?? 0
/** In what an amount is told: papers are no times. */
export const unitOf = (of: Amount | Line): Amount['unit'] | 'pieces' => (of.kind === 'certificates' ? 'pieces' : of.unit)
/** Kinds that a phone leaves to the page behind the row. */
export const LESSER: Kind[] = ['area_months', 'virtual_months', 'assessments_passed', 'certificates']
/** Cells of a table of amounts: a bar shows the share of the most; what is counted piece by piece needs none. */
export function cellOf(rows: readonly { amounts: readonly Amount[] }[], row: { amounts: readonly Amount[] }, kind: Kind): { amount: number; share: number } {
  const found = row.amounts.find(one => one.kind === kind)
  const amount = found?.amount ?? 0
  return { amount, share: found?.unit === 'times' ? 0 : amount / Math.max(1, most(rows, kind)) }
}
/** What a bar is as long as: the most of its kind. */
export function most(rows: readonly { amounts: readonly Amount[] }[], kind: Kind): number {
  return Math.max(0, ...rows.map(row => amountOf(row.amounts, kind)))
}
