// What is set going while an organization is resident: what of it is open, what is over, and what comes next.

import type { Areas, Like } from '../../i18n/areas'
import { addDays, addMonths, long, type Day } from '../../lib/dates'
import type { components } from '../../lib/schema'
import type { Renewal, Renewing } from '../renewals/model'
import type { Action, Residency } from '../residencies/model'

type Schemas = components['schemas']
export type Warning = Schemas['Warning']
export type WarningItem = Schemas['WarningItem']
export type Suspension = Schemas['Suspension']
export type Graduation = Schemas['Graduation']
export type Removal = Schemas['Removal']
export type Judged = Schemas['Judged']
export type Judgement = Schemas['Judgement']
export type WarningGround = Schemas['WarningGround']
export type RemovalGround = Schemas['RemovalGround']
type Words = Like<Areas['proceedings']>
type Of = Pick<Residency, 'state' | 'proceedings'> & Partial<Pick<Residency, 'clock'>>

export const WARNING_GROUNDS: WarningGround[] = ['assessment', 'reports', 'unused', 'complaint', 'safety', 'rules', 'other']
export const REMOVAL_GROUNDS: RemovalGround[] = ['false_papers', 'deregistered', 'penalty', 'not_rectified', 'sublet', 'business', 'unused', 'unregistered', 'breach']
export const JUDGEMENTS: Judgement[] = ['met', 'unmet', 'not_applicable']
export const JUDGED: Record<Judgement, 'grass' | 'lily' | 'plain'> = { met: 'grass', unmet: 'lily', not_applicable: 'plain' }

/** What the person is about to do. */
export type Writing = 'ask_graduation' | 'propose' | 'postpone' | 'stay_on' | 'refuse' | 'ask_hearing' | 'hear' | 'remove' | 'spare'
type One<A extends string> = A extends string ? { act: A } : never
export type Doing =
  | One<Writing | Renewing | 'warn' | 'clear' | 'suspend' | 'resume' | 'graduate' | 'propose_removal'>
  | { act: 'mend'; item: number }
  | { act: 'recheck'; item: number }
  | { act: 'judge'; key: string }
/** What is begun from the head of the page, the gravest last. */
export const BEGINNING = ['warn', 'suspend', 'ask_renewal', 'ask_graduation', 'propose_removal'] as const satisfies Action[]

const last = <T extends object>(all: readonly T[] | undefined, ended: (of: T) => unknown): T | undefined => {
  const one = all?.[all.length - 1]
  return one && !ended(one) ? one : undefined
}
export type Open = { warning?: Warning | undefined; suspension?: Suspension | undefined; graduation?: Graduation | undefined; renewal?: Renewal | undefined; removal?: Removal | undefined }

/** What goes on. Of somebody who leaves nothing does, though a warning may never have been closed. */
export function openOf({ state: at, proceedings: all }: Of): Open {
  if (at === 'leaving' || at === 'left' || at === 'forfeited') return {}
  return {
    warning: last(all.warnings, of => of.end), suspension: last(all.suspensions, of => of.ended), graduation: last(all.graduations, of => of.end), renewal: last(all.renewals, of => of.end), removal: last(all.removals, of => of.end),
  }
}
export const anyOpen = (of: Of): boolean => Object.values(openOf(of)).some(Boolean)

export type Past =
  | { kind: 'warning'; of: Warning; on: Day; outcome: keyof Words['outcome'] }
  | { kind: 'suspension'; of: Suspension; on: Day; outcome: keyof Words['outcome'] }
  | { kind: 'graduation'; of: Graduation; on: Day; outcome: keyof Words['outcome'] }
  | { kind: 'renewal'; of: Renewal; on: Day; outcome: keyof Words['outcome'] }
  | { kind: 'removal'; of: Removal; on: Day; outcome: keyof Words['outcome'] }

/** What is over, the newest first. */
export function pastOf(of: Of): Past[] {
  const open = openOf(of)
  const { warnings = [], suspensions = [], graduations = [], renewals = [], removals = [] } = of.proceedings
  const all: Past[] = [
    ...warnings.filter(one => one !== open.warning).map(one => ({ kind: 'warning' as const, of: one, on: one.on, outcome: one.end?.outcome ?? 'unfinished' as const })),
    ...suspensions.filter(one => one !== open.suspension).map(one => ({ kind: 'suspension' as const, of: one, on: one.on, outcome: 'ended' as const })),
    ...graduations.filter(one => one !== open.graduation).map(one => ({ kind: 'graduation' as const, of: one, on: one.asked.on, outcome: one.end?.outcome ?? 'unfinished' as const })),
    ...renewals.filter(one => one !== open.renewal).map(one => ({ kind: 'renewal' as const, of: one, on: one.asked.on, outcome: one.end?.outcome ?? 'unfinished' as const })),
    ...removals.filter(one => one !== open.removal).map(one => ({ kind: 'removal' as const, of: one, on: one.notice.on, outcome: one.end?.outcome ?? 'unfinished' as const })),
  ]
  // What came later in its own list is the later one of a day.
  return all.map((one, n) => ({ one, n })).sort((a, b) => (a.one.on === b.one.on ? b.n - a.n : a.one.on < b.one.on ? 1 : -1)).map(({ one }) => one)
}

export const passed = (of: WarningItem): boolean => of.checks?.[of.checks.length - 1]?.passed ?? false
export const standOf = (of: WarningItem): 'open' | 'reported' | 'passed' => (passed(of) ? 'passed' : of.mended ? 'reported' : 'open')

/** How many things of a warning wait for the organization, for the base, and are done; and the next day of the first. */
export function countsOf(of: Warning): { open: number; reported: number; passed: number; due: Day | undefined } {
  const by = (stand: string): WarningItem[] => of.items.filter(item => standOf(item) === stand)
  return { open: by('open').length, reported: by('reported').length, passed: by('passed').length, due: by('open').map(item => item.due).sort()[0] }
}

export function examined(of: Graduation): { open: number; unmet: number; judged: number } {
  const known = new Set(of.judged.map(one => one.key))
  return { open: of.criteria.filter(one => !known.has(one.key ?? '')).length, unmet: of.judged.filter(one => one.judgement === 'unmet').length, judged: of.judged.length }
}

/** What comes next of a warning, to the organization itself or to whoever looks on. */
export function nextOfWarning(t: Words, of: Warning, own: boolean, stopped: boolean): string {
  const { next } = t.warning
  if (stopped) return next.stopped
  const { open, reported } = countsOf(of)
  if (own) return open > 0 ? next.own_mend(open) : reported > 0 ? next.own_recheck : next.own_clear
  return reported > 0 ? next.recheck(reported) : open > 0 ? next.mend(open) : next.clear
}
export function nextOfGraduation(t: Words, of: Graduation, own: boolean): string {
  const { next } = t.graduation
  if (of.proposed) return own ? next.own_city : next.city
  if (own) return next.own_judge
  const { open, unmet } = examined(of)
  return unmet > 0 ? next.unmet(unmet) : open > 0 ? next.judge(open) : next.propose
}
/** The clock knows whether there is still time to ask, and until when. */
export function nextOfRemoval(t: Words, of: Removal, clock: Residency['clock'], own: boolean): string {
  const { next } = t.removal
  if (of.hearing?.held) return own ? next.own_held : next.held
  if (of.hearing) return own ? next.own_hear : next.hear
  if (clock?.action === 'remove') return own ? next.own_over : next.over
  const day = long(clock?.action === 'ask_hearing' ? clock.due : of.hear_by)
  return own ? next.own_ask(day) : next.ask(day)
}
export function nextOfSuspension(t: Words, of: Suspension, own: boolean, today: Day): string {
  if (of.until >= today) return t.suspension.next(long(of.until))
  return own ? t.suspension.own_over(long(of.until)) : t.suspension.over(long(of.until))
}

/** Days between which something has to be put right: from tomorrow, within what the rules give. */
export const mendDays = (of: Pick<Residency, 'rectify_days'>, today: Day): { min: Day; max: Day } => ({ min: addDays(today, 1), max: addDays(today, of.rectify_days) })

/** Days that the last one of a graduate may be: from today to the end of the agreement, or today where that is over. */
export function lastDays(of: Pick<Residency, 'last'>, today: Day): { min: Day; max: Day; month: Day } {
  const max = of.last > today ? of.last : today
  const month = addDays(addMonths(`${today.slice(0, 7)}-01`, 1), -1)
  return { min: today, max, month: month < max ? month : max }
}
