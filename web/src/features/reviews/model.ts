// The document's shapes as these pages use them, and what can be said of them without asking again.

import type { Can } from '../../lib/contract'
import type { components } from '../../lib/schema'

type Schemas = components['schemas']
export type Item = Schemas['ReviewItem']
export type Sheet = Omit<Schemas['SheetBrief'], 'can'> & { can: Can }
export type Entry = Schemas['EntryView']
export type Review = Omit<Schemas['ReviewView'], 'can' | 'sheets'> & { can: Can; sheets: Sheet[] }
export type Standing = Schemas['StandingView']
export type Prepare = Schemas['PrepareView']
export type Candidate = Schemas['CandidateView']
export type Criterion = Schemas['Criterion']
export type Outcome = Schemas['Outcome']
export type Decision = Schemas['Decision']
export type ReviewState = Schemas['ReviewState']

type Tone = 'grass' | 'wheat' | 'sky' | 'lily' | 'plain'
export const STATES: ReviewState[] = ['open', 'closed', 'decided', 'cancelled']
export const TONES: Record<ReviewState, Tone> = { open: 'sky', closed: 'wheat', decided: 'grass', cancelled: 'plain' }
export const SHEET_TONES: Record<Sheet['state'], Tone> = { asked: 'plain', cleared: 'sky', locked: 'grass', recused: 'wheat', removed: 'plain' }
export const OUTCOMES: Outcome[] = ['propose', 'defer', 'reject']
export const OUTCOME_TONES: Record<Outcome, Tone> = { propose: 'grass', defer: 'wheat', reject: 'lily' }

/** Still in the review: the applicant has not taken it back meanwhile. */
export function live(of: Review, entry: Entry): boolean {
  if (of.state === 'open') return entry.state === 'reviewing'
  if (of.state === 'closed') return entry.state === 'reviewed'
  return of.state === 'cancelled' || Boolean(entry.outcome)
}

/** How many sheets an application still lacks; none when it has no part in the review any more. */
export const short = (of: Review, entry: Entry): number => (live(of, entry) ? Math.max(0, of.terms.min_sheets - entry.locked) : 0)

/** How many applications lack sheets, and how many they lack together. */
export function shortage(of: Review): { applications: number; sheets: number } {
  const all = of.entries.map(entry => short(of, entry)).filter(n => n > 0)
  return { applications: all.length, sheets: all.reduce((sum, n) => sum + n, 0) }
}

/** The sheet of a reviewer who is in it for an application; one of a time before he was taken out is another. */
export const sheetOf = (of: Review, application: string, reviewer: string): Sheet | undefined =>
  of.sheets.find(sheet => sheet.application === application && sheet.reviewer === reviewer && sheet.state !== 'removed')

/** Reviewers who were taken out, each with the reason, once. */
export function removed(of: Review): { id: string; name: string; reason: string }[] {
  const out = new Map<string, { id: string; name: string; reason: string }>()
  for (const sheet of of.sheets) if (sheet.state === 'removed') out.set(sheet.reviewer, { id: sheet.reviewer, name: sheet.name, reason: sheet.reason ?? '' })
  return [...out.values()]
}

/** Sheets of which there is something to read, those that count before the others. */
export function written(of: Review, application: string): Sheet[] {
  const has = (sheet: Sheet) => sheet.marks && (sheet.marks.scores.some(score => typeof score.points === 'number') || sheet.marks.comment || sheet.marks.advice)
  // In the order of the reviewers, who stand beside one another in every application.
  const place = new Map(of.reviewers.map((who, n) => [who.id, n]))
  const all = of.sheets.filter(sheet => sheet.application === application && has(sheet)).sort((a, b) => (place.get(a.reviewer) ?? Infinity) - (place.get(b.reviewer) ?? Infinity) || 0)
  return [...all.filter(sheet => sheet.state === 'locked'), ...all.filter(sheet => sheet.state !== 'locked')]
}

/** What binds a reviewer to one of the applications so that he may not review them; it is told by its number. */
export const blocked = (who: Candidate, applications: readonly { id: string; number?: string | null }[]) => bound(who, applications, true)
/** What he is only asked about. */
export const hinted = (who: Candidate, applications: readonly { id: string; number?: string | null }[]) => bound(who, applications, false)

function bound(who: Candidate, applications: readonly { id: string; number?: string | null }[], blocks: boolean): { number: string; why: Candidate['conflicts'][number]['why'] } | undefined {
  const conflict = who.conflicts.find(one => one.blocks === blocks && applications.some(of => of.id === one.application))
  return conflict && { number: applications.find(of => of.id === conflict.application)?.number ?? '', why: conflict.why }
}

/** The criterion that tells applications with the same mean apart. */
export function weightiest(rubric: readonly Criterion[]): Criterion | undefined {
  return rubric.reduce<Criterion | undefined>((most, one) => (most && most.points >= one.points ? most : one), undefined)
}
