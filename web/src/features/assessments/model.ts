// The document's shapes as these pages use them, and what can be said of a round, a sheet and a result without asking again.

import type { Areas, Like } from '../../i18n/areas'
import type { Can } from '../../lib/contract'
import { addDays, addMonths, type Day } from '../../lib/dates'
import type { components } from '../../lib/schema'

type Schemas = components['schemas']
export type Sheet = Schemas['AssessmentSheet']
export type Indicator = Schemas['Indicator']
export type Item = Schemas['AssessmentItem']
export type Assessment = Omit<Schemas['AssessmentView'], 'can'> & { can: Can }
export type Column = Schemas['ColumnView']
export type Score = Schemas['IndicatorScore']
export type Outcome = Schemas['OutcomeView']
export type Breach = Schemas['Breach']
export type Round = Schemas['RoundView']
export type RoundItem = Schemas['RoundItem']
export type Prospect = Schemas['RoundProspect']
export type State = Schemas['AssessmentState']
export type Action = Schemas['AssessmentAction']
export type Grade = Schemas['AssessmentGrade']
export type Cycle = Schemas['AssessmentCycle']
export type Clock = Schemas['RunningClock_AssessmentAction_AssessmentOwner']
type Words = Like<Areas['assessments']>
type Tone = 'grass' | 'wheat' | 'sky' | 'lily' | 'plain'

export const CYCLES: Cycle[] = ['month', 'quarter', 'half_year', 'year', 'mid_term', 'exit']
export const GRADES: Grade[] = ['excellent', 'good', 'pass', 'fail']
export const TONES: Record<State, Tone> = { self_scoring: 'sky', scoring: 'wheat', concluded: 'grass', appealed: 'lily', cancelled: 'plain' }
export const GRADE_TONES: Record<Grade, Tone> = { excellent: 'grass', good: 'sky', pass: 'wheat', fail: 'lily' }

/** How many of a round have a grade; one that is appealed has one, as long as it is not scored again. */
export const gradedOf = (of: Pick<RoundItem, 'grades'>): number => Object.values(of.grades).reduce((sum, n) => sum + n, 0)

/** Whether a button for an act is there: what is not the person's, or not of this state, is not. */
export const offered = (can: Can, act: Action): boolean => can[act] !== 'not_allowed' && can[act] !== 'wrong_state' && can[act] !== undefined

/** Points are given at the lowest indicator of each branch. */
export const isLeaf = (all: readonly Indicator[], n: number): boolean => {
  const own = all[n]
  return own !== undefined && (all[n + 1]?.level ?? 0) <= own.level
}
export const leavesOf = (all: readonly Indicator[]): number[] => all.map((_, n) => n).filter(n => isLeaf(all, n))
/** The lowest indicators under one, or itself. */
export function under(all: readonly Indicator[], n: number): number[] {
  const own = all[n]
  if (!own) return []
  let end = n + 1
  while (end < all.length && (all[end]?.level ?? 0) > own.level) end++
  return leavesOf(all).filter(leaf => leaf >= n && leaf < end)
}
/** Full marks of an indicator with all that stand under it. */
export const fullOf = (all: readonly Indicator[], n: number): number => under(all, n).reduce((sum, leaf) => sum + (all[leaf]?.points ?? 0), 0)
/** What a column comes to under an indicator; nothing while nothing of it is scored. */
export function sumOf(all: readonly Indicator[], n: number, points: (leaf: number) => number | null | undefined): number | undefined {
  const given = under(all, n).map(points).filter((one): one is number => typeof one === 'number')
  return given.length > 0 ? given.reduce((sum, one) => sum + Math.round(one * 10), 0) / 10 : undefined
}
export const scoreOf = (column: Pick<Column, 'scores'> | null | undefined, n: number): Score | undefined => column?.scores.find(one => one.indicator === n)

/** What was taken off, by whom and why, the most first. */
export function deductions(of: Pick<Assessment, 'sheet' | 'given' | 'expert'>): { n: number; name: string; off: number; by: 'base' | 'expert'; note: string }[] {
  const all = of.sheet.indicators
  const from = (column: Column | null | undefined, by: 'base' | 'expert') =>
    (column?.scores ?? []).flatMap(score => {
      const one = all[score.indicator]
      const off = Math.round(((one?.points ?? 0) - (score.points ?? one?.points ?? 0)) * 10) / 10
      return one && off > 0 ? [{ n: score.indicator, name: one.name, off, by, note: score.note ?? '' }] : []
    })
  return [...from(of.given, 'base'), ...from(of.expert, 'expert')].sort((a, b) => b.off - a.off || a.n - b.n)
}

/** How a result was reckoned, in a sentence: each column with its weight, and where the weight of one that is not asked for went. */
export function reckoned(t: Words, of: Pick<Outcome, 'own' | 'base' | 'expert' | 'total'>, { weights }: Pick<Sheet, 'weights'>): string {
  const r = t.reckoned
  const asked = of.expert !== null && of.expert !== undefined
  const whole = weights.own + weights.base + (asked ? weights.expert : 0)
  const share = (weight: number): string => String(Math.round((weight * 1000) / whole) / 10)
  const parts = [
    r.part(t.side.own, points(of.own ?? 0), share(weights.own)),
    r.part(t.side.base, points(of.base), share(weights.base)),
    ...asked ? [r.part(t.side.expert, points(of.expert ?? 0), share(weights.expert))] : [],
  ]
  return [r.sum(parts.join(r.plus), points(of.total)), ...of.own === null || of.own === undefined ? [r.no_own] : [], ...!asked && weights.expert > 0 ? [r.no_expert(weights.expert)] : []].join('')
}
/** Points as they are written: as many decimals as there are. */
export const points = (n: number): string => String(Math.round(n * 100) / 100)

/** The time that a cycle looks back on, as seen on a day: the last one that is over. */
export function lastOf(cycle: Cycle, today: Day): { first: Day; last: Day } {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const begin = (of: number): Day => `${today.slice(0, 5)}${String(of).padStart(2, '0')}-01`
  const before = (first: Day, months: number): { first: Day; last: Day } => ({ first: addMonths(first, -months), last: addDays(first, -1) })
  if (cycle === 'month') return before(begin(month), 1)
  if (cycle === 'quarter') return before(begin(month - ((month - 1) % 3)), 3)
  if (cycle === 'half_year') return before(begin(month > 6 ? 7 : 1), 6)
  if (cycle === 'year') return { first: `${year - 1}-01-01`, last: `${year - 1}-12-31` }
  // In the middle or at the end of a stay it is what lies behind.
  return { first: addDays(addMonths(today, cycle === 'mid_term' ? -6 : -12), 1), last: today }
}
/** What such a round is called, until somebody calls it otherwise. */
export function titleOf(t: Words, cycle: Cycle, { first }: { first: Day }): string {
  const [year, month] = [first.slice(0, 4), Number(first.slice(5, 7))]
  if (cycle === 'month') return t.title_of.month(year, month)
  if (cycle === 'quarter') return t.title_of.quarter(year, Math.ceil(month / 3))
  if (cycle === 'half_year') return t.title_of.half_year(year, month > 6 ? 2 : 1)
  return cycle === 'year' ? t.title_of.year(year) : t.title_of[cycle]
}
