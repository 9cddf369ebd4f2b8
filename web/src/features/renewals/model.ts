// Staying longer: what is asked, what is offered, and what comes next.

import type { Areas, Like } from '../../i18n/areas'
import { addDays, long, type Day } from '../../lib/dates'
import type { ApiProblem } from '../../lib/problem'
import type { components } from '../../lib/schema'
import type { Agreement, Residency } from '../residencies/model'
import { takenOf } from '../spaces/taken'

type Schemas = components['schemas']
export type Renewal = Schemas['Renewal']
export type Rules = Schemas['RenewalRules']
type Words = Like<Areas['renewals']>

/** Steps with a request, which are done in dialogs of their own. */
export const STEPS = ['ask_renewal', 'offer_renewal', 'deny_renewal', 'withdraw_renewal', 'sign_renewal', 'lapse_renewal'] as const
export type Renewing = (typeof STEPS)[number]
export const renews = <D extends { act: string }>(doing: D): doing is Extract<D, { act: Renewing }> => (STEPS as readonly string[]).includes(doing.act)

/** The supplement that is offered, as it was written. */
export const paperOf = (of: Pick<Residency, 'supplements'>, renewal: Renewal): Agreement | undefined => of.supplements.find(one => one.id === renewal.offer?.agreement)

/** The last day that a dialog begins with: what is wished, within what the rules allow. */
export const within = (wish: Day, { first, latest }: Pick<Rules, 'first' | 'latest'>): Day => (wish > latest ? latest : wish < first ? first : wish)

/** Days that are often meant, each once. */
export function quickOf(t: Words, rules: Rules, wish?: Day): { label: string; value: Day }[] {
  const all = [...wish ? [{ label: t.days.wish, value: within(wish, rules) }] : [], { label: t.days.usual, value: within(rules.usual, rules) }, { label: t.days.latest, value: rules.latest }]
  return all.filter((one, n) => all.findIndex(other => other.value === one.value) === n)
}

/** What comes next, to the organization itself or to whoever looks on. The clock knows the day. */
export function nextOf(t: Words, of: Renewal, clock: Residency['clock'], own: boolean): string {
  const { next } = t
  if (!of.offer) return own ? next.own_answer(clock && !clock.overdue ? long(clock.due) : '') : next.answer
  const day = long(clock?.due ?? of.offer.sign_by)
  if (clock?.overdue) return own ? next.own_late(day) : next.late(day)
  return own ? next.own_sign(day) : next.sign(day)
}

/** A place that is not free on the days that would be added: who has it, and until when one could stay in it, if at all. */
export function inTheWay(t: Words, problem: ApiProblem | undefined, { first }: Pick<Rules, 'first'>): { lines: string[]; until: Day | undefined } | undefined {
  const taken = takenOf(problem)
  if (!taken) return undefined
  const lines = taken.holders.map(one => t.offering.holder(taken.code, one.name, long(one.from)))
  const until = taken.from && addDays(taken.from, -1)
  return { lines: lines.length > 0 ? lines : [t.offering.closed(taken.code)], until: until && until >= first ? until : undefined }
}
