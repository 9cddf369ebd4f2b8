import type { Like } from '../areas'
import type zh from '../zh/questions'

const en: Like<typeof zh> = {
  name: {
    activities: 'Main activities in this period', sessions: 'Activities held', beneficiaries: 'Person-times served', services: 'New services', funds: 'Funds received (yuan)',
    volunteers: 'Volunteers', workdays: 'Days worked at the base', difficulties: 'Difficulties, and the help that is needed', plan: 'Plan for the next period',
  },
  title: 'What is to be reported',
  item: 'Question',
  hint: 'Note',
  hint_eg: 'For example: by the sign-in sheets',
  kind: 'Answered by',
  kinds: { text: 'Words', number: 'A number (added up)' },
  needed: 'Must be answered',
  nth: n => `No. ${n}`,
  add: 'Add a question',
  remove: name => `Remove ${name}`,
  removed: name => `${name} was removed`,
  earlier: name => `Move ${name} up`,
  later: name => `Move ${name} down`,
  moved: (name, n) => `${name} is now no. ${n}`,
  about: hint => ` (${hint})`,
  comma: ', ',
}
export default en
