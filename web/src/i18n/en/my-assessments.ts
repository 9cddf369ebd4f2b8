import { plural } from '../../lib/i18n.svelte'
import type { Like } from '../areas'
import type zh from '../zh/my-assessments'

const words: Like<typeof zh> = {
  title: 'Self score',
  up: 'Back to our organization',
  card: {
    title: 'Assessments', self: (title, day, left) => `Hand in the self score of “${title}” by the end of ${day}${left}.`, self_late: (title, day) => `The self score of “${title}” was due by ${day}. Hand it in soon.`,
    left: n => `, ${plural(n, 'working day', 'working days')} left`, today: ', due today', go: 'Score ourselves', see: 'See the result', result: (title, points, grade) => `Result of “${title}”: ${points} points, ${grade}. `, appeal: day => `If you disagree you may appeal until the end of ${day}.`,
    waits: title => `The self score of “${title}” is in; the base scores.`, appealed: title => `“${title}” is appealed; the city answers.`, look: 'Look', past: n => plural(n, 'earlier assessment', 'earlier assessments'),
  },
  lead: {
    self: (day, left) => `Hand in the self score by the end of ${day}${left}.`, self_late: day => `The self score was due by ${day}. Hand it in soon: the base may go on without, and it then counts as 0.`, scoring: 'The self score is in; the base scores. You will see the result here.', scoring_without: 'The base did not get a self score and goes on without; it counts as 0.',
    concluded: (points, grade) => `Result: ${points} points, ${grade}. `, appeal_until: day => `If you disagree you may appeal once, until the end of ${day}.`, appealed: 'The appeal is in; the city answers.', again: 'The city has it scored again; the base gives the grade anew.', cancelled: 'This assessment is cancelled; nothing is left to do.',
  },
  returned: text => `The base sent the self score back. Please change: ${text}`,
  form: { title: 'Indicator by indicator', text: 'It is saved while you type; you can come back to it. Where it is not full marks, say how it was.', files: 'Evidence', files_text: 'Take a photo or choose files, several at once.', hand_in: 'Hand in', confirm: 'Hand in the self score?', confirm_text: total => `${total} points. It cannot be changed afterwards unless the base sends it back.`, done: 'Handed in; the base scores now' },
  mine: 'Our self score', details: 'All scores', facts: 'This assessment', history: 'History',
}
export default words
