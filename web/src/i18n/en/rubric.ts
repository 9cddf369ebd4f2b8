import type { Like } from '../areas'
import type zh from '../zh/rubric'

const rubric: Like<typeof zh> = {
  criterion: { need: 'Need in society', plan: 'Work plan', team: 'Team and governance', growth: 'Room to grow', fit: 'Fit with the base' },
  title: 'Rubric',
  item: 'Criterion',
  points: 'Full marks',
  hint: 'What it is about',
  of: points => `out of ${points}`,
  whole_only: 'Whole numbers only.',
  not_full: sum => `Full marks have to come to 100; they come to ${sum}.`,
  sum: 'Sum',
  right: 'exactly 100',
  short: n => `${n} too few`,
  over: n => `${n} too many`,
  hint_eg: 'What to look at, such as whom it serves and what they lack',
  nth: n => `criterion ${n}`,
  add: 'Add a criterion',
  remove: name => `Remove ${name}`,
  removed: name => `${name} is removed`,
  earlier: name => `Move ${name} up`,
  later: name => `Move ${name} down`,
  moved: (name, n) => `${name} is now number ${n}`,
  text: (name, points) => `${name} ${points}`,
  about: hint => ` (${hint})`,
  comma: ', ',
}
export default rubric
