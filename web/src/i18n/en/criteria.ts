import type { Like } from '../areas'
import type zh from '../zh/criteria'

const criteria: Like<typeof zh> = {
  name: {
    registered: 'Registered by law', annual_check: 'Annual check passed', governance: 'Its bodies work', account: 'An account of its own, books in order', staff: 'Steady full-time staff',
    project: 'At least one project carried through', funding: 'At least two sources of funds', party: 'Party work is provided for', place: 'A place of its own, or one agreed on', grade: 'The evaluation grade is reached',
  },
  title: 'Criteria',
  item: 'Criterion',
  hint: 'What it is about',
  hint_eg: 'What is looked at, such as the annual checks of two years',
  nth: n => `criterion ${n}`,
  count: n => (n === 1 ? '1 criterion' : `${n} criteria`),
  add: 'Add a criterion',
  remove: name => `Remove ${name}`,
  removed: name => `${name} is removed`,
  earlier: name => `Move ${name} up`,
  later: name => `Move ${name} down`,
  moved: (name, n) => `${name} is now number ${n}`,
  about: hint => ` (${hint})`,
  comma: ', ',
}
export default criteria
