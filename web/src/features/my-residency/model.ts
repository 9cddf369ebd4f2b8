// What an organization is told of its residency, in plain sentences.

import type { Areas, Like } from '../../i18n/areas'
import { addMonths, daysBetween, short, type Day } from '../../lib/dates'
import { countsOf, openOf } from '../proceedings/model'
import type { Clock, Item, Residency } from '../residencies/model'

type Words = Like<Areas['my-residency']>
type Tone = 'calm' | 'good' | 'soon' | 'late' | 'past'
type Of = Pick<Item, 'state' | 'first' | 'last' | 'began' | 'ended' | 'over' | 'clock' | 'exit_kind'> & Partial<Pick<Residency, 'proceedings' | 'renewal' | 'can'>>

export const isLive = (of: Pick<Item, 'state'>): boolean => of.state !== 'left' && of.state !== 'forfeited'

/** Days before the agreed end from which it is told how to stay longer. */
const SOON = 90
export const endsSoon = (of: Pick<Item, 'last'>, today: Day): boolean => daysBetween(today, of.last) <= SOON

/** By when, and how many working days are left; today itself does not count. */
function by(t: Words, clock: Clock, today: Day): string {
  const left = clock.days_left > 0 ? t.left(clock.days_left) : clock.due === today ? t.left_today : ''
  return t.by(short(clock.due, today), left)
}

/** Where it stands and what there is to do, in one sentence. */
export function lead(t: Words, of: Of, today: Day): { text: string; tone: Tone } {
  const { clock } = of
  const told = (late: string, soon: string): { text: string; tone: Tone } => (clock?.overdue ? { text: late, tone: 'late' } : { text: soon, tone: (clock?.days_left ?? 9) <= 2 ? 'soon' : 'calm' })
  const day = (of: Day): string => short(of, today)
  const open = of.proceedings && openOf({ state: of.state, proceedings: of.proceedings })
  switch (of.state) {
    case 'agreeing':
      return clock ? told(t.lead.agreeing_late(day(clock.due)), t.lead.agreeing(by(t, clock, today))) : { text: '', tone: 'calm' }
    case 'signed':
      if (!clock) return { text: t.lead.signed_plain, tone: 'calm' }
      return told(t.lead.signed_late(day(clock.due)), of.first > today ? t.lead.signed_later(day(of.first), by(t, clock, today)) : t.lead.signed(by(t, clock, today)))
    case 'active': {
      if (of.over) return { text: t.lead.over(day(of.last)), tone: 'late' }
      const left = daysBetween(today, of.last)
      // Whether it may still be asked for is the service's word; a list does not have it.
      const renew = of.renewal && of.can?.['ask_renewal'] === null && endsSoon(of, today) ? t.join(t.lead.may_renew(day(of.renewal.ask_by))) : ''
      return { text: t.lead.active(day(of.last), left) + renew, tone: left <= 30 ? 'soon' : 'good' }
    }
    case 'leaving': {
      const last = day(of.ended ?? of.last)
      const why = of.exit_kind
      const whole = (rest: string): string => (why === 'graduated' || why === 'removed' ? t.lead[why](rest) : rest)
      return clock ? told(whole(t.lead.leaving_late(last, day(clock.due))), whole(t.lead.leaving(last, by(t, clock, today)))) : { text: whole(t.lead.leaving_plain(last)), tone: 'calm' }
    }
    case 'left': {
      const why = of.exit_kind
      const text = why === 'graduated' ? t.lead.left_graduated : why === 'removed' ? t.lead.left_removed : t.lead.left
      return { text: text(day(of.ended ?? of.last)), tone: 'past' }
    }
    case 'rectifying': {
      const warning = open?.warning
      const passed = warning && countsOf(warning).passed === warning.items.length
      if (clock?.action === 'recheck') return { text: passed ? t.lead.mended_all : t.lead.mended, tone: 'calm' }
      if (!clock) return { text: '', tone: 'calm' }
      // A list does not tell how many things it is about.
      const n = warning ? countsOf(warning).open : 0
      const [plain, due] = [t.lead.mend_plain(day(clock.due)), day(clock.due)]
      return clock.overdue ? { text: n > 0 ? t.lead.mend_late(n, due) : plain, tone: 'late' } : { text: n > 0 ? t.lead.mend(n, due) : plain, tone: 'soon' }
    }
    case 'suspended': {
      const until = open?.suspension?.until
      if (!until) return { text: t.lead.suspended_plain, tone: 'past' }
      return until < today ? { text: t.lead.suspended_late(day(until)), tone: 'late' } : { text: t.lead.suspended(day(until)), tone: 'past' }
    }
    case 'graduating':
    case 'proposed':
      return { text: t.lead[of.state](clock && !clock.overdue ? day(clock.due) : ''), tone: 'calm' }
    case 'renewing':
      return { text: t.lead.renewing(clock && !clock.overdue ? day(clock.due) : ''), tone: 'calm' }
    case 'extending':
      return clock ? told(t.lead.extending_late(day(clock.due)), t.lead.extending(by(t, clock, today))) : { text: '', tone: 'calm' }
    case 'removing':
      return { text: clock?.action === 'ask_hearing' ? t.lead.removing_ask(day(clock.due)) : clock?.action === 'hear' ? t.lead.removing_hear : t.lead.removing, tone: 'late' }
    default:
      return { text: t.lead.forfeited, tone: 'past' }
  }
}

/** Days between which the last one may lie, when leaving is announced today, and why. */
export function noticeOf(of: Pick<Residency, 'last' | 'notice_until'>, today: Day): { min: Day; max: Day; days: number; how: 'days' | 'capped' | 'free' | 'over' } {
  const max = of.last > today ? of.last : today
  const min = of.notice_until ?? today
  const days = daysBetween(today, min)
  const how = of.last < today ? 'over' : min >= max ? 'capped' : days > 0 ? 'days' : 'free'
  return { min, max, days, how }
}

/** Whole months and days of a stay; its last day counts. */
export function stayed(began: Day, ended: Day): { months: number; days: number } {
  let months = 0
  // A stay ends on the day before the same day of a later month.
  while (daysBetween(addMonths(began, months + 1), ended) >= -1) months++
  return { months, days: daysBetween(began, ended) + 1 }
}

/** How far the hand-back has come, for the organization. */
export function stand(of: Pick<Residency, 'exit'>): 'wait' | 'confirm' | 'base' | 'close' {
  const exit = of.exit
  if (!exit || exit.points.some(point => !point.outcome)) return 'wait'
  const given = (side: 'base' | 'organization'): boolean => exit.words.some(word => word.party === side && word.by)
  return !given('organization') ? 'confirm' : given('base') ? 'close' : 'base'
}
