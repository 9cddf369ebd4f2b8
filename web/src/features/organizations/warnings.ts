// What wants a look: facts of the organization that are overdue or soon will be. Reminders proper are
// the service's; this only points at what the page shows.

import { addMonths, type Day } from '../../lib/dates'
import { registered, valueOf, type OrganizationView } from './model'

export type Warning =
  | { key: 'no_liaison' | 'abnormal' | 'blacklist'; tone: 'bad' | 'soon' }
  | { key: 'certificate_ends' | 'election_due' | 'tax_ends' | 'recording_ends'; tone: 'bad' | 'soon'; day: Day }

export function warningsOf(organization: OrganizationView, today: Day): Warning[] {
  if (!organization.live) return []
  const out: Warning[] = []
  const soon = addMonths(today, 3)
  const day = (path: string): Day | null => {
    const value = valueOf(organization, path)
    return typeof value === 'string' && value ? value : null
  }
  if (valueOf(organization, 'credit.blacklist') === true) out.push({ key: 'blacklist', tone: 'bad' })
  if (valueOf(organization, 'credit.abnormal_list') === true) out.push({ key: 'abnormal', tone: 'bad' })
  if (!organization.liaison_name) out.push({ key: 'no_liaison', tone: 'soon' })
  const dated = registered(organization.kind)
    ? ([['certificate.valid_to', 'certificate_ends'], ['charity.tax_valid_to', 'tax_ends']] as const)
    : ([['recording.valid_to', 'recording_ends']] as const)
  for (const [path, key] of [...dated, ['governance.next_election_on', 'election_due'] as const]) {
    const on = day(path)
    if (on && on <= soon) out.push({ key, tone: on < today ? 'bad' : 'soon', day: on })
  }
  return out
}
