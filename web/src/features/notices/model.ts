// The document's shapes as these pages use them, and what can be said of them without asking again.

import type { Can } from '../../lib/contract'
import { daysBetween, type Day } from '../../lib/dates'
import type { components } from '../../lib/schema'

type Schemas = components['schemas']
export type Item = Schemas['NoticeItem']
/** As the document has it, which cannot say that what may be done is null. */
export type Objection = Omit<Schemas['ObjectionView'], 'can'> & { can: Can }
export type Notice = Omit<Schemas['NoticeView'], 'can' | 'objections'> & { can: Can; objections: Objection[] }
export type Subject = Schemas['SubjectView']
export type PublicNotice = Schemas['PublicNotice']
export type PublicSubject = Schemas['PublicSubject']
export type Followed = Schemas['PublicObjection']
export type NoticeState = Schemas['NoticeState']
export type Outcome = Schemas['SubjectOutcome']

type Tone = 'grass' | 'wheat' | 'sky' | 'lily' | 'plain'
export const STATES: NoticeState[] = ['published', 'concluded', 'revoked']
export const OUTCOME_TONES: Record<Outcome, Tone> = { approved: 'grass', rejected: 'lily', withdrawn: 'plain' }
export const OBJECTION_TONES: Record<Objection['state'], Tone> = { open: 'wheat', dismissed: 'grass', upheld: 'lily' }

/** What is shown of a thing, in the order in which it is read; its name stands above. */
export const FIELDS = ['number', 'kind', 'mode', 'intake', 'responsible'] as const
export type Field = (typeof FIELDS)[number]
type Fields = { fields: Record<string, string> }
/** The one intake of all things, which is told once and not at each. */
export function shared(subjects: readonly Fields[]): string | undefined {
  const first = subjects[0]?.fields['intake']
  return first && subjects.every(of => of.fields['intake'] === first) ? first : undefined
}
/** Only what is told of some thing, and not of all the same: a list has no empty columns. */
export const told = (subjects: readonly Fields[]): Field[] => FIELDS.filter(field => subjects.some(of => of.fields[field]) && (field !== 'intake' || !shared(subjects)))
export const nameOf = (of: Fields): string => of.fields['organization'] ?? of.fields['number'] ?? ''

/** Where a notice stands as people say it: between its last day and its outcomes it is over. */
export type Stand = 'running' | 'over' | 'concluded' | 'revoked'
export const STAND_TONES: Record<Stand, Tone> = { running: 'sky', over: 'wheat', concluded: 'grass', revoked: 'plain' }
export function standOf(of: { state: NoticeState } & ({ over: boolean } | { open: boolean })): Stand {
  if (of.state !== 'published') return of.state
  return ('over' in of ? of.over : !of.open) ? 'over' : 'running'
}

/** Days that are left, the last one not counted; nothing when it is not known, or over. */
export function left(ends: Day, today: Day): number | undefined {
  const days = daysBetween(today, ends)
  return days >= 0 ? days : undefined
}

/** To what one may still object. */
export const open = (of: PublicNotice): PublicSubject[] => (of.open ? of.subjects.filter(one => !one.outcome) : [])
/** Those that conclude now, and those that somebody objects to, which wait. */
export function concluding(of: Pick<Notice, 'subjects'>): { approve: Subject[]; wait: Subject[] } {
  const without = of.subjects.filter(one => !one.outcome)
  return { approve: without.filter(one => !one.disputed), wait: without.filter(one => one.disputed) }
}

/** Bases at which something waits to be published, with how many, in the order in which they come. */
export function byBase<B extends { id: string }>(items: readonly { base: B }[]): { base: B; n: number }[] {
  const out = new Map<string, { base: B; n: number }>()
  for (const { base } of items) out.set(base.id, { base, n: (out.get(base.id)?.n ?? 0) + 1 })
  return [...out.values()]
}

/** The one intake of some applications; of several none, since no name fits them all. */
export function oneIntake(items: readonly { intake: { id: string; name: string } }[]): string | undefined {
  const ids = new Set(items.map(one => one.intake.id))
  return ids.size === 1 ? items[0]?.intake.name : undefined
}

/** Days as they were typed; nothing when that is no number. */
export const daysOf = (typed: string): number | undefined => (/^\d{1,4}$/.test(typed.normalize('NFKC').trim()) ? Number(typed.normalize('NFKC').trim()) : undefined)
