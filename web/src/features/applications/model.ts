// The document's shapes as these pages use them, and the order of what stands where.

import type { components } from '../../lib/schema'
import type { Can } from '../../lib/contract'

type Schemas = components['schemas']
export type Item = Schemas['ApplicationItem']
/** As the document has it, which cannot say that what may be done is null. */
export type Wire = Schemas['ApplicationView']
export type Application = Omit<Wire, 'can'> & { can: Can }
export type Clock = Schemas['ClockView']
export type Finding = Schemas['FindingView']
export type Standing = Schemas['ApplicationState']
export type Kind = Schemas['ApplicantKind']
export type Mode = Schemas['ResidencyMode']
export type Wanted = Schemas['WantedDocument']
export type Intake = Omit<Schemas['IntakeView'], 'can'> & { can: Can }
export type Tally = { intake: Intake; applications: Record<string, number> }

export const KINDS: Kind[] = ['registered', 'recorded', 'pre_registration']
export const MODES: Mode[] = ['physical', 'virtual']
/** The columns of the board, in the order in which an application goes through them: to the first check, and from there to the decision. */
export const CHECKING = ['submitted', 'correction', 'accepted', 'passed'] as const
export const DECIDING = ['reviewing', 'reviewed', 'proposed', 'waiting'] as const
/** And from the decision to the agreement. */
export const SHOWING = ['publicity', 'disputed', 'approved', 'offered'] as const
export const COLUMNS = [...CHECKING, ...DECIDING, ...SHOWING] as const
export type Column = (typeof COLUMNS)[number]
/** With the signature an application has led to its residency; the others lead nowhere. */
export const ENDED = ['refused', 'rejected', 'forfeited', 'withdrawn', 'lapsed', 'signed'] as const
/** All states, as an intake counts them. */
export const STANDINGS: Standing[] = ['draft', ...COLUMNS, ...ENDED]

type Tone = 'grass' | 'wheat' | 'sky' | 'lily' | 'plain'
export const TONES: Record<Standing, Tone> = { draft: 'plain', submitted: 'sky', correction: 'wheat', accepted: 'sky', passed: 'grass', reviewing: 'sky', reviewed: 'wheat', proposed: 'grass', waiting: 'wheat', publicity: 'sky', disputed: 'wheat', approved: 'grass', offered: 'sky', signed: 'grass', forfeited: 'plain', rejected: 'lily', refused: 'lily', withdrawn: 'plain', lapsed: 'plain' }
export const INTAKE_TONES: Record<Schemas['IntakeState'], Tone> = { draft: 'plain', published: 'grass', closed: 'plain', discarded: 'plain' }

/** Words by a key that a newer service may know and this page not. */
export const word = (list: object, key: string | null | undefined): string => (key ? ((list as Record<string, string>)[key] ?? key) : '')
