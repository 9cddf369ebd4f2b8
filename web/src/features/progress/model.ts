// The document's shapes as these pages use them, and what can be said of a report without asking again.

import type { Areas, Like } from '../../i18n/areas'
import type { Can } from '../../lib/contract'
import type { components } from '../../lib/schema'
import type { Question } from '../questions/questions'

type Schemas = components['schemas']
export type Item = Schemas['ReportItem']
export type Report = Omit<Schemas['ReportView'], 'can'> & { can: Can }
export type Board = Omit<Schemas['PeriodView'], 'can'> & { can: Can }
export type Summary = Schemas['PeriodSummary']
export type BaseReports = Schemas['BaseReports']
export type Periods = Schemas['PeriodList']
export type Total = Schemas['ReportTotal']
export type Answer = Schemas['ReportAnswer']
export type Edition = Schemas['ReportEdition']
export type Gap = Schemas['ReportGap']
export type State = Schemas['ReportState']
export type Action = Schemas['ReportAction']
type Words = Like<Areas['progress']>
type Tone = 'grass' | 'wheat' | 'sky' | 'lily' | 'plain'

export const STATES: State[] = ['submitted', 'open', 'returned', 'correcting', 'accepted', 'waived']
export const TONES: Record<State, Tone> = { open: 'sky', submitted: 'wheat', returned: 'lily', accepted: 'grass', correcting: 'wheat', waived: 'plain' }

/** Whether a button for an act is there: what is not the person's, or not of this state, is not. */
export const offered = (can: Can, act: Action): boolean => can[act] !== 'not_allowed' && can[act] !== 'wrong_state' && can[act] !== undefined
/** Whether the organization has it in hand. */
export const isFilled = (of: Pick<Item, 'state'>): boolean => of.state === 'open' || of.state === 'returned' || of.state === 'correcting'

/** A month or a quarter as people say it: `2026-09`, `2026-Q3`. */
export function periodName(t: Words, period: string): string {
  const [year = '', part = ''] = period.split('-')
  return part.startsWith('Q') ? t.period.quarter(year, Number(part.slice(1))) : t.period.month(year, Number(part))
}

/** What a base has to do comes first, then what is out of time, then the others as they came. */
export const inOrder = (items: readonly Item[]): Item[] => {
  const rank = (of: Item): number => (of.state === 'submitted' ? 0 : of.clock?.overdue ? 1 : isFilled(of) ? 2 : of.state === 'accepted' ? 3 : 4)
  return [...items].sort((a, b) => rank(a) - rank(b))
}

/** The sentence over a base's reports. */
export function headline(t: Words, of: Pick<Board, 'count' | 'states' | 'period'>): string {
  const name = periodName(t, of.period)
  if (of.count === 0) return t.headline.none(name)
  const check = of.states['submitted'] ?? 0
  const missing = (of.states['open'] ?? 0) + (of.states['returned'] ?? 0) + (of.states['correcting'] ?? 0)
  return check > 0 ? t.headline.check(name, check) : missing > 0 ? t.headline.missing(name, missing) : t.headline.done(name)
}

/** A number as it is written: no more decimals than there are, thousands apart. */
export const written = (n: number, number: (n: number) => string): string => {
  const [whole = '', rest] = String(Math.round(n * 100) / 100).split('.')
  return number(Number(whole)) + (rest ? `.${rest}` : '')
}
export const answerTo = (answers: readonly Answer[], question: Question): Answer | undefined => answers.find(one => one.question === question.key)
