// When a role holds, by its days; both ends count.

import type { Role } from '../../lib/contract'
import type { Day } from '../../lib/dates'

export type Held = 'now' | 'later' | 'ended'
export function heldAt(role: Pick<Role, 'from' | 'to'>, day: Day): Held {
  if (role.from > day) return 'later'
  return role.to && role.to < day ? 'ended' : 'now'
}
export const holdsOn = (role: Pick<Role, 'from' | 'to'>, day: Day): boolean => heldAt(role, day) === 'now'

/** What each role is held over; the list of roles as the page offers them. */
export const SCOPES = {
  city_supervisor: 'city',
  base_operator: 'base',
  trainer: 'base',
  mentor: 'self',
  reviewer: 'self',
  evaluator: 'self',
  legal_representative: 'organization',
  liaison: 'organization',
  initiator: 'organization',
  auditor: 'city',
  system_administrator: 'city',
} as const
export type RoleWord = keyof typeof SCOPES
