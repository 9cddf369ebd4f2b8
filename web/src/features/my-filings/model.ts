// What an organization is told of its case, in plain sentences.

import type { Areas, Like } from '../../i18n/areas'
import { short, type Day } from '../../lib/dates'
import type { TaskCard } from '../../ui/TaskCards.svelte'
import { missing, type Filing, type Item } from '../filings/model'

type Words = Like<Areas['my-filings']>
export type Told = Pick<TaskCard, 'text' | 'tone'>

const dayOf = (of: Item, today: Day): string => (of.clock ? short(of.clock.due, today) : '')
/** Papers that have still to come. */
const left = (of: Item): number => of.papers - of.papers_ready

/** In one sentence on the start page, for what goes on; nothing for what is over. */
export function card(t: Words, of: Item, today: Day): Told | undefined {
  const day = dayOf(of, today)
  switch (of.state) {
    case 'asked': return { text: t.card.asked(day), tone: 'calm' }
    case 'preparing': return { text: left(of) > 0 && day ? t.card.supplement_by(day) : left(of) > 0 ? t.card.preparing(left(of)) : t.card.complete, tone: 'soon' }
    case 'reviewing': return { text: t.card.reviewing(day), tone: 'calm' }
    case 'filed': return { text: t.card.filed(day), tone: 'calm' }
    case 'supplement': return { text: day ? t.card.supplement_by(day) : t.card.supplement, tone: of.clock?.overdue ? 'late' : 'soon' }
    case 'granted': return { text: t.card.granted, tone: 'good' }
    case 'refused': return { text: t.card.refused, tone: 'late' }
    default: return undefined
  }
}
/** Whether the organization has something to do with it. */
export const isOwn = (of: Pick<Item, 'state'>): boolean => of.state === 'preparing' || of.state === 'supplement' || of.state === 'granted'

/** Where it stands and what there is to do, at the head of its page. */
export function lead(t: Words, of: Filing, today: Day): Told {
  const day = dayOf(of, today)
  const gaps = missing(of).length
  const open = of.care.filter(one => !one.done).length
  switch (of.state) {
    case 'asked': return { text: of.clock?.overdue ? t.lead.asked_late : t.lead.asked(day), tone: 'calm' }
    case 'preparing': return gaps === 0 ? { text: t.lead.complete, tone: 'good' } : day ? { text: t.lead.supplement_by(day), tone: of.clock?.overdue ? 'late' : 'soon' } : of.returned ? { text: t.lead.returned(gaps), tone: 'soon' } : { text: t.lead.preparing(gaps), tone: 'soon' }
    case 'reviewing': return { text: of.clock?.overdue ? t.lead.reviewing_late : t.lead.reviewing(day), tone: 'calm' }
    case 'filed': return { text: of.clock?.overdue ? t.lead.filed_late(of.authority ?? '') : t.lead.filed(of.authority ?? '', day), tone: 'calm' }
    case 'supplement': return { text: gaps === 0 ? t.lead.complete : day ? t.lead.supplement_by(day) : t.lead.supplement, tone: gaps === 0 ? 'good' : of.clock?.overdue ? 'late' : 'soon' }
    case 'granted': return { text: open > 0 ? t.lead.granted(open) : t.lead.granted_all, tone: 'good' }
    case 'refused': return { text: t.lead.refused, tone: 'late' }
    default: return { text: t.lead[of.state], tone: of.state === 'closed' && of.grant ? 'good' : 'calm' }
  }
}
