// The document's shapes as these pages use them, and what can be said of them without asking again.

import type { Areas, Like } from '../../i18n/areas'
import type { Can } from '../../lib/contract'
import type { Day } from '../../lib/dates'
import type { components } from '../../lib/schema'

type Schemas = components['schemas']
export type Item = Schemas['ResidencyItem']
/** As the document has it, which cannot say that what may be done is null. */
export type Residency = Omit<Schemas['ResidencyView'], 'can'> & { can: Can }
export type Agreement = Schemas['AgreementView']
export type Clock = Schemas['RunningClock_ResidencyAction_ClockOwner']
export type Exit = Schemas['ExitView']
export type Point = Schemas['ExitPoint']
export type Word = Schemas['ExitWord']
export type State = Schemas['ResidencyState']
export type Side = Schemas['AgreementSide']
export type Mode = Schemas['ResidencyMode']
export type Action = Schemas['ResidencyAction']
export type Outcome = Schemas['ExitOutcome']
export type Equipment = Schemas['Equipment']
export type Proposal = Schemas['AgreementProposal']
export type Summary = Schemas['ResidencySummary']
export type Signing = Schemas['SignBody']

export const STATES: State[] = ['agreeing', 'signed', 'active', 'rectifying', 'suspended', 'graduating', 'proposed', 'renewing', 'extending', 'removing', 'leaving', 'left', 'forfeited']
export const MODES: Mode[] = ['physical', 'virtual']
type Tone = 'grass' | 'wheat' | 'sky' | 'lily' | 'plain'
export const TONES: Record<State, Tone> = { agreeing: 'sky', signed: 'sky', active: 'grass', rectifying: 'wheat', suspended: 'plain', graduating: 'sky', proposed: 'sky', renewing: 'sky', extending: 'sky', removing: 'lily', leaving: 'wheat', left: 'plain', forfeited: 'plain' }
export const PAPER_TONES: Record<Schemas['AgreementState'], Tone> = { issued: 'sky', signed: 'grass', void: 'plain' }

/** It has moved in and nothing is handed back yet, whatever else goes on. */
export const isIn = (of: Pick<Item, 'state'>): boolean => of.state === 'active' || of.state === 'rectifying' || of.state === 'suspended' || of.state === 'graduating' || of.state === 'proposed' || of.state === 'renewing' || of.state === 'extending' || of.state === 'removing'

type Standing = Pick<Item, 'state' | 'exit_kind'>
/** Where it stands, in a word; of what is over how it ended. */
export const wordOf = (t: Like<Areas['residencies']>, of: Standing): string => (of.state === 'left' && of.exit_kind ? t.left_as[of.exit_kind] : t.state[of.state])
export const toneOf = (of: Standing): Tone => (of.state === 'left' && of.exit_kind === 'graduated' ? 'grass' : TONES[of.state])

/** Which residencies a list is of: those that go on, those of a day, or all. */
export type Scope = 'live' | 'on' | 'all'
export const SCOPES: Scope[] = ['live', 'on', 'all']

export type Filter = { base?: string | undefined; state?: State | undefined; live?: boolean | undefined; on?: Day | undefined }
/** What is asked for. Whoever names a state wants those in it, also those that are over. */
export function filterOf(scope: Scope, base: string | undefined, state: State | undefined, day: Day): Filter {
  return { base, state, live: scope === 'live' && !state ? true : undefined, on: scope === 'on' ? day : undefined }
}

/** What stands before a residency's last step, of six points and two words. */
export function openOf(exit: Exit): { points: number; words: Side[] } {
  return {
    points: exit.points.filter(point => !point.outcome).length,
    words: exit.words.filter(word => !word.by).map(word => word.party),
  }
}

/** The last day that counts: the one it ends on, once that is known, else the agreed one. */
export const lastOf = (of: Pick<Item, 'ended' | 'last'>): Day => of.ended ?? of.last
/** The first day that counts: the day of moving in, else the agreed one. */
export const firstOf = (of: Pick<Item, 'began' | 'first'>): Day => of.began ?? of.first

/** The beginning of a hash, enough to compare it with what is printed at the foot of a page. */
export const shortHash = (hash: string): string => hash.slice(0, 16)

/** Whether a button for an act is there: what is not the person's, or not of this state, is not. */
export const offered = (can: Can, act: Action): boolean => can[act] !== 'not_allowed' && can[act] !== 'wrong_state' && can[act] !== undefined

/** Whether the caller deals with it at the base: what the state forbids now is another reason than the role. */
export const manages = (of: Residency): boolean => (of.can['sign'] ?? null) !== 'not_allowed'
