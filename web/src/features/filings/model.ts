// The document's shapes as these pages use them, and what can be said of them without asking again.

import type { Can } from '../../lib/contract'
import type { components } from '../../lib/schema'

type Schemas = components['schemas']
export type Item = Schemas['FilingItem']
/** As the document has it, which cannot say that what may be done is null. */
export type Filing = Omit<Schemas['FilingView'], 'can'> & { can: Can }
export type Figures = Schemas['FilingFigures']
export type Paper = Schemas['FilingPaper']
export type State = Schemas['FilingState']
export type Wanted = Schemas['FilingType']
export type Action = Schemas['FilingAction']
export type Clock = Schemas['FilingClockView']

export const STATES: State[] = ['asked', 'preparing', 'reviewing', 'filed', 'supplement', 'granted', 'refused', 'closed', 'withdrawn', 'dropped']
export const WANTED: Wanted[] = ['association', 'service_institution', 'foundation', 'recorded']
export type Tone = 'grass' | 'sky' | 'wheat' | 'lily' | 'plain'
export const TONES: Record<State, Tone> = { asked: 'wheat', preparing: 'sky', reviewing: 'wheat', filed: 'sky', supplement: 'lily', granted: 'grass', refused: 'lily', closed: 'plain', withdrawn: 'plain', dropped: 'plain' }
export const PAPER_TONES: Record<Paper['state'], Tone> = { missing: 'wheat', ready: 'sky', checked: 'grass', not_needed: 'plain' }
/** The acts on a whole case, in the order of the work; each has a dialog. */
export const ACTS: Action[] = ['accept', 'check_name', 'submit', 'send_back', 'file', 'ask_more', 'grant', 'refuse', 'resume', 'close', 'withdraw', 'drop']
/** What the organization itself does. */
export const OWN: Action[] = ['submit', 'withdraw']

/** Whether a button for it is there, with its reason if it refuses: what is not the person's, or not of this state, is not. */
export const offers = (told: string | null | undefined): boolean => told !== undefined && told !== 'not_allowed' && told !== 'wrong_state'
/** What a paper or a thing to be done is called: its own name, or the one that comes with the program. */
export const called = (of: { key: string; name?: string | null | undefined }, shipped: Record<string, string>): string => of.name ?? shipped[of.key] ?? of.key
