import type zh from '../zh/settings'
import type { Like } from '../areas'

const en: Like<typeof zh> = {
  title: 'Rules',
  text: 'Rules hold from a day on, and replace the earlier ones from there. The city’s are the default; a base may have its own.',
  scope: 'Scope',
  city: 'The whole city',
  scopes: { shipped: 'As shipped', city: 'The whole city', base: 'This base' },
  rule: 'Rule',
  value: 'Value',
  since: 'Since',
  next: (day, value) => `From ${day}: ${value}`,
  basis: 'Basis',
  basis_hint: 'Name and number of the document',
  set: 'Set',
  set_title: name => `Set: ${name}`,
  from: 'From',
  for_city: 'For the whole city',
  for_base: name => `Only for ${name}`,
  none: 'No limit',
  none_hint: 'Leave empty for no limit',
  range: (min, max) => `${min} to ${max}`,
  units: { months: 'months', days: 'days', hours: 'hours', percent: '%', yuan: 'yuan' },
  keys: {
    allocation_max_term_months: 'Longest term',
    allocation_max_days_back: 'How far back a term may be entered',
    overview_growing_months: 'Months of stay until growing',
    overview_mature_months: 'Months of stay until mature',
    allocation_expiring_days: 'Days of notice before a term ends',
    calendar_division_days: 'Days off of a banner of its own',
  },
  texts: {
    allocation_max_term_months: 'Longer terms are refused, as are extensions beyond it. Without a limit, terms may be open-ended.',
    allocation_max_days_back: 'A term that is entered afterwards cannot begin earlier.',
    overview_growing_months: 'Decides the colours of the meadow.',
    overview_mature_months: 'Decides the colours of the meadow.',
    allocation_expiring_days: 'Terms that end within it are marked as ending soon and listed as things to do.',
    calendar_division_days: 'Such as the Evenki banner’s own festival; it moves only local deadlines.',
  },
  saved: 'The rule is set',
  empty: 'There are no rules to set yet',
}
export default en
