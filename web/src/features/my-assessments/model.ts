// What an organization is told of its assessments, in plain sentences.

import type { Areas, Like } from '../../i18n/areas'
import { short, type Day } from '../../lib/dates'
import { offered, points, type Assessment, type Item } from '../assessments/model'

type Words = Like<Areas['my-assessments']>
type Grades = Like<Areas['assessments']>['grade']
export type Tone = 'calm' | 'good' | 'soon' | 'late'
export type Told = { text: string; tone: Tone }

const left = (t: Words, clock: Item['clock'], today: Day): string => (clock && clock.days_left > 0 ? t.card.left(clock.days_left) : clock?.due === today ? t.card.today : '')
const near = (clock: Item['clock']): Tone => ((clock?.days_left ?? 9) <= 2 ? 'soon' : 'calm')

/** In one sentence on the start page, for what goes on or may still be appealed; nothing for what is over. */
export function card(t: Words, grades: Grades, of: Item, today: Day): Told | undefined {
  const { clock, round } = of
  const day = short(clock?.due ?? of.self_by, today)
  if (of.state === 'self_scoring') return clock?.overdue ? { text: t.card.self_late(round.title, day), tone: 'late' } : { text: t.card.self(round.title, day, left(t, clock, today)), tone: near(clock) }
  if (of.state === 'scoring') return { text: t.card.waits(round.title), tone: 'calm' }
  if (of.state === 'appealed') return { text: t.card.appealed(round.title), tone: 'calm' }
  if (of.state !== 'concluded' || !clock || !of.grade) return undefined
  return { text: t.card.result(round.title, points(of.total ?? 0), grades[of.grade]) + t.card.appeal(day), tone: of.grade === 'fail' ? 'late' : 'good' }
}

/** Where it stands and what there is to do, at the head of its page. */
export function lead(t: Words, grades: Grades, of: Assessment, today: Day): Told {
  const { clock } = of
  const day = short(clock?.due ?? of.self_by, today)
  switch (of.state) {
    case 'self_scoring':
      return clock?.overdue ? { text: t.lead.self_late(day), tone: 'late' } : { text: t.lead.self(day, left(t, clock, today)), tone: near(clock) }
    case 'scoring':
      return { text: of.appeal ? t.lead.again : of.own?.handed_in ? t.lead.scoring : t.lead.scoring_without, tone: of.own?.handed_in ? 'calm' : 'soon' }
    case 'appealed':
      return { text: t.lead.appealed, tone: 'calm' }
    case 'cancelled':
      return { text: t.lead.cancelled, tone: 'calm' }
    default: {
      if (!of.result) return { text: '', tone: 'calm' }
      const said = t.lead.concluded(points(of.result.total), grades[of.result.grade])
      return { text: said + (clock && offered(of.can, 'appeal') ? t.lead.appeal_until(day) : ''), tone: of.result.grade === 'fail' ? 'late' : 'good' }
    }
  }
}
