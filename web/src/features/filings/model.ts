// The document's shapes as these pages use them, and what can be said of a case without asking again.

import type { Areas, Like } from '../../i18n/areas'
import type { Can } from '../../lib/contract'
import { addDays, addMonths, long, type Day } from '../../lib/dates'
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
export type Owner = Schemas['FilingOwner']
/** The acts on a whole case; each has a dialog. */
export type Step = Exclude<Action, 'mark' | 'check' | 'care'>
type Words = Like<Areas['filings']>

export const STATES: State[] = ['asked', 'preparing', 'reviewing', 'filed', 'supplement', 'granted', 'refused', 'closed', 'withdrawn', 'dropped']
export const WANTED: Wanted[] = ['association', 'service_institution', 'foundation', 'recorded']
export const OWNERS: Owner[] = ['organization', 'base', 'authority']
export type Tone = 'grass' | 'sky' | 'wheat' | 'lily' | 'plain'
export const TONES: Record<State, Tone> = { asked: 'wheat', preparing: 'sky', reviewing: 'wheat', filed: 'sky', supplement: 'lily', granted: 'grass', refused: 'lily', closed: 'plain', withdrawn: 'plain', dropped: 'plain' }
export const PAPER_TONES: Record<Paper['state'], Tone> = { missing: 'wheat', ready: 'sky', checked: 'grass', not_needed: 'plain' }

/** Who has it in hand in a state; what is decided or ended, nobody but for what follows it. */
export const TURN: Record<State, Owner | undefined> = { asked: 'base', preparing: 'organization', reviewing: 'base', filed: 'authority', supplement: 'organization', granted: 'organization', refused: 'base', closed: undefined, withdrawn: undefined, dropped: undefined }
/** States in which there is still something to do. */
export const isOpen = (of: { state: State }): boolean => TURN[of.state] !== undefined

/** Whether a button for an act is there: what is not the person's, or not of this state, is not. */
export const offered = (can: Can, act: Action): boolean => can[act] !== 'not_allowed' && can[act] !== 'wrong_state' && can[act] !== undefined
/** What a paper or a thing to be done is called: its own name, or the one that comes with the program. */
export const called = (of: { key: string; name?: string | null | undefined }, shipped: object): string => of.name ?? (shipped as Record<string, string>)[of.key] ?? of.key
/** Papers that have to come, or to come once more. */
export const missing = (of: Pick<Filing, 'checklist'>): Paper[] => of.checklist.filter(one => one.state === 'missing')
export const isRecording = (of: { wanted: Wanted }): boolean => of.wanted === 'recorded'

/** The acts of the base as buttons, the next one first; ending it stands apart. */
export function actsOf(of: Filing): Step[] {
  const all: Step[] = of.state === 'reviewing' ? (missing(of).length > 0 ? ['send_back', 'file', 'check_name'] : of.can['file'] === 'name_unchecked' ? ['check_name', 'file', 'send_back'] : ['file', 'send_back', 'check_name']) : ['accept', 'grant', 'ask_more', 'refuse', 'resume', 'check_name', 'submit', 'file', 'close']
  return all.filter(act => offered(of.can, act) && (act !== 'check_name' || !isRecording(of)))
}

/** Where it stands and what is next, as the base is told. */
export function told(t: Words, of: Filing): string {
  const w = t.told
  const since = of.since ? long(of.since) : ''
  const due = of.clock ? long(of.clock.due) : ''
  const late = of.clock?.overdue ?? false
  const unchecked = of.checklist.filter(one => one.state === 'ready').length
  const left = of.care.filter(one => !one.done).length
  switch (of.state) {
    case 'asked': return late ? w.asked_late(since, due) : w.asked(since, due)
    case 'preparing': return due && missing(of).length > 0 ? w.preparing_by(missing(of).length, due) : of.returned ? w.returned(since, missing(of).length) : w.preparing(of.papers_ready, of.papers)
    case 'reviewing': return unchecked > 0 ? (late ? w.reviewing_late(unchecked, due) : w.reviewing(since, unchecked, due)) : missing(of).length > 0 ? w.reviewing_gaps(missing(of).length) : of.can['file'] === 'name_unchecked' ? w.reviewing_name : w.reviewing_done
    case 'filed': return late ? w.filed_late(since, due) : w.filed(since, due)
    case 'supplement': return due ? w.supplement_by(since, due) : w.supplement(since)
    case 'granted': return left > 0 ? w.granted(left) : w.granted_all
    case 'refused': return w.refused(since)
    default: return ''
  }
}

export const SPANS = ['this_year', 'last_year', 'twelve'] as const
export type Span = (typeof SPANS)[number]
export const spanNamed = (word: string | undefined): Span => SPANS.find(one => one === word) ?? 'this_year'
/** The days of a span of time, both counted. */
export function daysOf(span: Span, today: Day): { from: Day; to: Day } {
  const year = Number(today.slice(0, 4))
  if (span === 'last_year') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
  return { from: span === 'twelve' ? addDays(addMonths(today, -12), 1) : `${year}-01-01`, to: today }
}
