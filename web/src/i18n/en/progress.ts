import type { Like } from '../areas'
import type zh from '../zh/progress'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const many = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`

const en: Like<typeof zh> = {
  title: 'Periodic reports',
  period: { month: (year, n) => `${MONTHS[n - 1] ?? n} ${year}`, quarter: (year, n) => `Q${n} ${year}` },
  state: { open: 'To be filled in', submitted: 'To be checked', returned: 'Returned', accepted: 'Accepted', correcting: 'Being corrected', waived: 'Waived' },
  turn: { organization: 'Organization', base: 'Base' },
  span: (first, last) => `${first} to ${last}`,
  none: '—',
  count: n => many(n, 'report'),
  late: n => `${many(n, 'day')} late`,
  filter: { period: 'Period' },
  asked_of: (name, n) => (n > 0 ? `${name} (${n})` : name),
  headline: {
    none: name => `${name}: nobody was asked yet`, check: (name, n) => `${name}: ${n} to be checked`,
    missing: (name, n) => `${name}: ${n} not handed in`, done: name => `${name}: all done`,
    city: (name, n) => (n > 0 ? `${name}: ${n} accepted in the city` : `${name}: none accepted yet`),
  },
  clock: {
    title: 'Time', by: day => `by ${day}`, today: 'ends today', over: n => (n > 0 ? `${many(n, 'working day')} over` : 'out of time'), left: n => `${many(n, 'working day')} left`,
    provisional: 'The days off of that time are not published yet; the day may move out.',
  },
  column: { organization: 'Organization', state: 'State', clock: 'Time', submitted: 'Handed in', base: 'Base', asked: 'Asked', overdue: 'Overdue', late: 'Late' },
  board: {
    list: 'Organizations', totals: 'What the accepted reports come to', totals_none: 'No report is accepted yet; sums stand here once one is.', of_reports: n => `of ${many(n, 'report')}`,
    empty: 'Nobody was asked yet', empty_text: 'Everybody who was resident in this period will be asked, and can fill it in on a phone.',
    open: n => (n > 0 ? `Ask ${many(n, 'organization')}` : 'Ask for reports'), add: n => `Ask ${n} more`,
    open_title: name => `Ask for the reports on ${name}?`,
    open_text: (n, day) => `${many(n, 'organization')} that were resident in this period and not asked yet will be asked for a report, by ${day} (that day included). The questions are those that are set now; what is set later changes nothing of this time.`,
    opened: n => `${many(n, 'organization')} asked for a report`, to_residency: 'To the residency (for a warning)', to_form: 'The questions are set under Rules',
    overdue: n => `${n} overdue`, all_in: 'none overdue',
  },
  city: { list: 'Bases', totals: 'What the accepted reports of the city come to', not_asked: 'not asked yet' },
  page: {
    told: {
      open: day => `Waits for the organization, by ${day} (that day included).`, open_late: day => `The time for it ended on ${day}, and nothing was handed in. Remind the organization, write down what comes on paper, or do without it where there is a reason.`,
      returned: day => `Returned; the organization completes it by ${day} (that day included).`, returned_late: day => `The time for completing it ended on ${day}, and it was not handed in again.`,
      correcting: day => `The organization was asked to put it right by ${day} (that day included). Until then the sums are of the version that was accepted.`, correcting_late: day => `The time for putting it right ended on ${day}. The sums are of the version that was accepted.`,
      submitted: 'Look at it beside its attachments: accept it when it is clear; when something is missing, list all of it and return it.', waived: text => `Waived: ${text}`, accepted: '',
    },
    answers: 'The report', hidden: 'The organization is writing it; what it says is seen once it is handed in.', files: 'Attachments', files_text: 'Sign-in sheets, photos, articles: pictures and files.', files_none: 'Nothing attached',
    on_paper: 'Write down a paper report', on_paper_text: 'What comes on paper is written down by the base as it stands, and handed in.', on_paper_shut: 'Close',
    returned: (who, day) => `Returned by ${who} on ${day}. To be completed:`, required: text => `Wanted after all: ${text}`,
    facts: 'Particulars', organization: 'Organization', base: 'Base', period: 'Period', residency: 'Residency', to_residency: 'See the residency', submitted: 'Handed in', handed_in: (who, day) => `by ${who} on ${day}`, handed_paper: (who, day) => `on paper, written down by ${who} on ${day}`,
    accepted: 'Accepted', accepted_by: (who, day) => `${who}, ${day}`, comment: 'From the base', course: 'Course', history: 'History', form: 'Questions', form_of: { shipped: 'as shipped', city: 'set by the city', base: 'set by this base' },
    editions: 'Accepted versions', edition: (n, day) => `Version ${n}, accepted ${day}`, edition_now: 'the present one', reopened: text => `Then to be put right: ${text}`,
  },
  form: {
    label: 'Fill in the report', optional: 'optional', left: n => `${n} to fill in`, complete: 'Ready to hand in',
    saving: { saved: 'Saved', changed: 'Not saved', saving: 'Saving…', held: 'What is marked is not saved yet, the rest is', failed: 'Not saved; it is tried again' }, save_now: 'Save now',
    needed: 'Please fill this in.', not_number: 'A number from 0 on, with two decimals at most and no unit.', missing: n => `${n} to be put right`, merged: 'This report was changed elsewhere; that was taken in.', restored: 'What could not be saved last time is back.', unsaved: 'It could not be saved; check the connection and try again.',
    confirm: 'Hand this report in?', confirm_text: 'The base looks at it then; until it has, neither answers nor attachments can be changed.', done: 'Handed in; the base looks at it', gap: text => `To be completed: ${text}`,
  },
  act: { submit: 'Hand in', accept: 'Accept', return: 'Return', waive: 'Do without it', require: 'Want it after all', reopen: 'Have it put right', keep: 'Leave it as accepted' },
  why: { accepted_before: 'A version was accepted already.', corrected_often: 'It was put right several times already.', not_accepted_before: 'No version was accepted yet.', all_asked: 'Everybody who was resident was asked already.', period_ahead: 'This period has not begun yet.', other_cycle: 'The base reports over another cycle now.', nobody_resident: 'Nobody was resident in this period.', day_too_early: 'Too long ago to ask for.' },
  dialog: {
    reason: 'Reason', reason_needed: 'Please give a reason.', due: 'To be handed in by', due_hint: 'A day that was told is not moved nearer.', comment: 'A word to the organization', comment_hint: 'Optional; the organization sees it.',
    accept: { title: 'Accept this report?', text: 'It counts in the sums then. If something turns out wrong, have it put right.', done: 'Accepted' },
    waive: { title: 'Do without this report?', text: 'The organization need not fill it in, and is not overdue. It sees the reason.', done: 'Waived' },
    require: { title: 'Want it after all?', text: 'The organization is asked again; what it had written is still there.', done: 'Asked again' },
    reopen: { title: 'Have it put right?', text: 'The organization changes it and hands it in again. The accepted version stays, and counts until another one is accepted.', done: 'The organization was asked to put it right' },
    keep: { title: 'Leave it as accepted?', text: 'The accepted version holds again; what was written since is dropped.', done: 'The accepted version holds' },
    return: { title: 'Return the report', text: 'List all that is missing or wrong at once; the organization hands it in again.', gap: 'To be completed', about: 'About', whole: 'The whole report', add: 'Add another', nth: n => `No. ${n}`, remove: name => `Remove ${name}`, removed: name => `${name} was removed`, needed: 'Say what is missing, and what would be right.', done: 'Returned' },
  },
  history: { written: 'Questions answered', answers: 'The report', on: 'Day', by: 'By', submitted: 'Handed in', on_paper: 'On paper', due: 'Due', gaps: 'To be completed', waived: 'Why waived', required: 'Wanted after all', reopened: 'Why put right', editions: 'Accepted versions', late: 'Days late' },
}
export default en
