// Keeping in touch with who has graduated: what comes next, and what was noted.

import type { Areas, Like } from '../../i18n/areas'
import { long } from '../../lib/dates'
import type { components } from '../../lib/schema'

type Schemas = components['schemas']
export type FollowUp = Schemas['FollowView']
export type Contact = Schemas['FollowContact']
export type Way = Schemas['ContactWay']
type Words = Like<Areas['follow-up']>

export const WAYS: Way[] = ['visit', 'call', 'meeting', 'online']

/** Whether the caller notes contacts; the document cannot say that it is null. */
export const notes = (of: FollowUp): boolean => (of.can ?? null) === null

export function nextOf(t: Words, of: FollowUp, own: boolean): string {
  if (!of.next) return own ? t.next.own_done : t.next.done
  const day = long(of.next)
  // That the base is late is not the organization's to mend.
  return own ? t.next.own_due(day) : of.late ? t.next.late(day) : t.next.due(day)
}

/** The latest first; of one day the one that was noted later. */
export const newest = (all: readonly Contact[]): Contact[] => [...all].reverse()
