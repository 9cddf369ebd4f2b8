// What an organization is told of its reports, in plain sentences.

import type { Areas, Like } from '../../i18n/areas'
import { short, type Day } from '../../lib/dates'
import { periodName, type Item, type Report } from '../progress/model'
import type { TaskCard } from '../../ui/TaskCards.svelte'

type Words = Like<Areas['my-progress']>
type Names = Like<Areas['progress']>
export type Told = Pick<TaskCard, 'text' | 'tone'>

const left = (t: Words, clock: Item['clock'], today: Day): string => (clock && clock.days_left > 0 ? t.card.left(clock.days_left) : clock?.due === today ? t.card.today : '')
const near = (clock: Item['clock']): Told['tone'] => ((clock?.days_left ?? 9) <= 2 ? 'soon' : 'calm')

/** In one sentence on the start page, for what goes on; nothing for what is over. */
export function card(t: Words, names: Names, of: Item, today: Day): Told | undefined {
  const name = periodName(names, of.period)
  const day = short(of.clock?.due ?? of.due, today)
  switch (of.state) {
    case 'open':
    case 'returned':
    case 'correcting':
      return of.clock?.overdue
        ? { text: t.card[`${of.state}_late`](name, day), tone: 'late' }
        : { text: t.card[of.state](name, day, left(t, of.clock, today)), tone: of.state === 'open' ? near(of.clock) : 'soon' }
    case 'submitted':
      return { text: t.card.submitted(name), tone: 'calm' }
    default:
      return undefined
  }
}

/** Where it stands and what there is to do, at the head of its page. */
export function lead(t: Words, of: Report, today: Day): Told {
  const day = short(of.clock?.due ?? of.due, today)
  switch (of.state) {
    case 'open':
    case 'returned':
    case 'correcting':
      return of.clock?.overdue
        ? { text: t.lead[`${of.state}_late`](day), tone: 'late' }
        : { text: t.lead[of.state](day, left(t, of.clock, today)), tone: of.state === 'open' ? near(of.clock) : 'soon' }
    default:
      return { text: t.lead[of.state], tone: of.state === 'accepted' ? 'good' : 'calm' }
  }
}
