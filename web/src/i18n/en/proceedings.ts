import type zh from '../zh/proceedings'
import type { Like } from '../areas'
import { plural } from '../../lib/i18n.svelte'

const en: Like<typeof zh> = {
  comma: ', ',
  by: (name, day) => `${name}, ${day}`,
  on_paper: 'On paper, noted by the base',
  city: 'The city decides',
  words: { warning: 'Warning', suspension: 'Time away', graduation: 'Request to graduate', removal: 'Announced removal' },
  past: n => `Earlier warnings, times away, graduations, removals (${n})`,
  clock: {
    sentence: {
      mend: day => `The organization has to put it right and report it by ${day}.`,
      recheck: day => `The base has to check by ${day}.`,
      propose: day => `The base has to examine the request to graduate by ${day}.`,
      graduate: day => `The city has to decide by ${day} whether it graduates.`,
      ask_hearing: day => `A hearing may be asked for until ${day}.`,
      hear: day => `The base has to hold the hearing and note it by ${day}.`,
      remove: day => `The city has to decide by ${day} whether it is removed.`,
    },
    why: {
      mend: day => `The warning was given on ${day} and names a day for each thing; what did not pass has a new one. This is the next of them.`,
      recheck: day => `Counted in working days from the day after ${day}, the last report or check.`,
      propose: day => `Counted in working days from the day after ${day}, when it asked.`,
      graduate: day => `Counted in working days from the day after ${day}, when the base proposed it.`,
      ask_hearing: day => `Counted in working days from the day after ${day}, when it was announced.`,
      hear: day => `Counted in working days from the day after ${day}, when it asked.`,
      remove: day => `Counted in working days from the day after ${day}, of the hearing or the last for asking for one.`,
    },
  },
  why: {
    all: {
      items_open: 'Not everything has passed: check the rest first.', item_passed: 'This has passed.', criteria_open: 'Some criteria are not examined yet.', criteria_unmet: 'Some criteria are not met.', hearing_asked: 'A hearing is asked for already.', hearing_not_asked: 'Nobody asked for a hearing.', hearing_held: 'The hearing is noted already.', hearing_open: 'The hearing is not noted yet, or there is still time to ask for one.',
    },
    ask_hearing: { time_over: 'The time for asking is over.' },
    remove: { hearing_awaited: 'The organization asked for a hearing; it is held first.', calendar_open: 'Some days have no published holidays yet, so the last day for asking is not certain.' },
  },
  begin: { more: 'More', warn: 'Warn, with things to put right', suspend: 'Note a time away', ask_graduation: 'Note a request to graduate', propose_removal: 'Announce removal' },
  ground: { assessment: 'Failed an assessment', reports: 'Reports are missing', unused: 'The place is not used', complaint: 'A complaint was right', safety: 'Safety', rules: 'Against the agreement or the rules', other: 'Something else' },
  removal_ground: {
    false_papers: 'False papers', deregistered: 'Dissolved, or its registration is revoked', penalty: 'Punished, or on a list of bad record', not_rectified: 'Not put right in time', sublet: 'Let or lent its place',
    business: 'Business that is not its purpose', unused: 'The place was not used for long', unregistered: 'Not registered in time', breach: 'Against the agreement or the rules otherwise',
  },
  judgement: { met: 'Met', unmet: 'Not met', not_applicable: 'Does not apply' },
  outcome: {
    cleared: 'All put right', dropped: 'Over: it was not removed', graduated: 'Graduated', postponed: 'Postponed', refused: 'Sent back by the city', withdrawn: 'Taken back', removed: 'Removed', spared: 'Not removed',
    left: 'The organization left, and the warning ended with that', ended: 'Back', unfinished: 'Not finished',
  },
  warning: {
    title: 'To be put right', ground: 'Ground', assessment: 'By the assessment', see: 'See the assessment', told: 'Warned', text: 'What happened', items: 'Things to put right', progress: (passed, all) => `${passed} of ${all} passed`,
    state: { open: 'To do', reported: 'To be checked', passed: 'Passed' }, due: day => `by ${day}`, late: 'overdue',
    report: 'Report', passed: 'Passed', failed: 'Not passed',
    next: {
      mend: n => `The organization has ${plural(n, 'thing', 'things')} to put right and report.`, recheck: n => `${plural(n, 'thing is', 'things are')} reported: the base checks.`, clear: 'All passed: the base closes it.',
      own_mend: n => `${plural(n, 'thing is', 'things are')} still to be put right. Report each here when it is done; the base then checks it.`, own_recheck: 'All is reported; the base checks it next.', own_clear: 'All passed; the base closes it next, and you stay as before.',
      stopped: 'A removal is announced; this does not go on meanwhile.',
    },
    mend: 'Report', mend_again: 'Report anew', mend_paper: 'Note its report', recheck: 'Check', clear: 'Close: all put right',
  },
  suspension: { title: 'Away', since: 'Away since', until: 'Expected back', ended: 'Back on', reason: 'Reason', next: day => `It stays resident and keeps its places. Expected back on ${day}.`, over: day => `It was expected back on ${day}: please ask, and note that it is back.`, own_over: day => `You were expected back on ${day}: please call the base.`, resume: 'It is back' },
  graduation: {
    title: 'Graduation', asked: 'Asked', text: 'In its own words', criteria: 'Criteria', found: 'Found', evidence: 'Seen by', by: 'Examined by', proposed: 'Word of the base', ended: 'Outcome', reason: 'Reason', open: 'Open', never: 'Not examined',
    progress: (judged, all, unmet) => `${judged} of ${all} examined${unmet > 0 ? `, ${unmet} not met` : ''}`,
    next: {
      judge: n => `${plural(n, 'criterion is', 'criteria are')} not examined yet. When all are, and none is unmet, the base proposes it to the city.`, unmet: n => `${plural(n, 'criterion is', 'criteria are')} not met: it cannot be proposed. Examine anew when that is put right, or postpone.`, propose: 'All are examined and none is unmet: the base proposes it to the city.', city: 'The base has proposed it; the city decides.',
      own_judge: 'The base examines each criterion; please give it the papers that it asks for. Then it proposes you to the city; until that you can take the request back.', own_city: 'The base has proposed you; the city decides. If you graduate, everything is handed back by the last day that it sets.',
    },
    judge: 'Examine', again: 'Change', propose: 'Propose to the city', postpone: 'Postpone', stay_on: 'Take the request back', stay_on_paper: 'Note that it takes it back',
    decide: 'The base has examined each criterion and proposes it. To let it graduate, set its last day; the hand-back begins then. If you send it back, it stays as before.', graduate: 'Let it graduate', refuse: 'Send back',
  },
  removal: {
    title: 'Removal announced', grounds: 'Grounds', told: 'Announced', text: 'Facts', hear_by: 'A hearing may be asked for until', asked: 'Hearing asked for', held: 'Hearing', ended: 'Outcome', reason: 'Reason',
    next: {
      ask: day => `The organization may ask for a hearing until ${day}; if it does not, the city decides then.`, hear: 'The organization wants to be heard: the base holds the hearing and notes it, then the city decides.', held: 'It was heard; the city decides.', over: 'Nobody asked for a hearing in time; the city decides.',
      own_ask: day => `You may ask for a hearing until ${day}; otherwise the city decides then. Until it has decided you stay as before.`, own_hear: 'You have asked for a hearing; the base tells you when it is. Then the city decides.', own_held: 'You were heard; the city decides.', own_over: 'The time for asking for a hearing is over; the city decides.',
    },
    ask: 'Ask for a hearing', ask_paper: 'Note that it wants a hearing', hear: 'Note the hearing',
    decide: 'Whoever asked for a hearing is heard first; whoever did not had the time for it. If it is not removed, it stays as before and an open warning is over.', remove: 'Remove', spare: 'Do not remove',
  },
  own: { ask_graduation: 'Ask to graduate', told: 'How to graduate', told_text: 'Whoever can stand on its own may ask to graduate. The base examines each criterion and the city decides; then everything is handed back by the last day that it sets.' },
  done: {
    warn: 'The warning is given', mend: 'Reported; the base checks it', recheck: 'Noted', clear: 'Closed; it stays as before', suspend: 'Noted', resume: 'It is back', ask_graduation: 'The request is handed in', judge: 'Noted', propose: 'Proposed to the city', postpone: 'Postponed; it stays as before',
    stay_on: 'Taken back; it stays as before', graduate: 'It graduates; the hand-back begins', refuse: 'Sent back; it stays as before', propose_removal: 'The removal is announced', ask_hearing: 'The hearing is asked for', hear: 'The hearing is noted', remove: 'Removed; the hand-back begins', spare: 'Not removed; it stays as before',
  },
  needed: { text: 'Please write something.', due: 'Please give the day.', ground: 'Please choose the ground.', grounds: 'Please choose at least one ground.', choose: 'Please choose what was found.' },
  warn_dialog: {
    title: 'Warn the organization', text: 'It sees the warning on its phone and reports each thing that is put right; you check each, and close when all passed.', ground: 'Ground', choose: 'Choose', words: 'What happened', words_hint: 'When, where, and what', items: 'Things to put right', item: 'What', nth: n => `thing ${n}`, due: 'By',
    due_hint: day => `${day} at the latest`, add: 'Add one', remove: name => `Remove ${name}`, removed: name => `${name} is removed`, submit: 'Warn',
  },
  recheck_dialog: { title: 'Check', result: 'Found', passed: 'Passed', failed: 'Not passed', note: 'What was seen', note_hint: 'If it did not pass: what is missing', due: 'New day', submit: 'Note it', report: (name, day) => `${name}, on ${day}: ` },
  clear_dialog: { title: 'Close the warning?', text: 'All passed. It stays resident as before.' },
  suspend_dialog: { title: 'Note a time away', text: 'For an organization that does not come for a time. It stays resident and keeps its places.', reason: 'Reason', until: 'Expected back on', submit: 'Note it' },
  resume_dialog: { title: 'Is it back?', text: 'From today it is resident as before.' },
  judge_dialog: { result: 'Found', evidence: 'Seen by', evidence_hint: 'Which papers, whom you asked; say why where it does not apply', submit: 'Note it' },
  graduate_dialog: { title: 'Let it graduate', text: 'The hand-back begins. Set its last day in the base.', last: 'Last day', last_hint: day => `${day} at the latest, when the agreement ends`, today: 'Today', month: 'End of this month', end: 'End of the agreement', submit: 'Let it graduate' },
  removal_dialog: { title: 'Announce a removal', text: 'The organization is told the grounds and the facts, and may ask for a hearing; then the city decides.', grounds: 'Grounds (one or more)', facts: 'Facts', facts_hint: 'When, where, what, and by which clause', submit: 'Announce' },
  write: {
    mend: { title: 'Report', text: 'Say how and when it was put right. The base checks it.', label: 'What was done', submit: 'Report' },
    mend_paper: { title: 'Note its report', text: 'For what it reported on paper or by word.', label: 'What was done', submit: 'Note it' },
    ask_graduation: { title: 'Ask to graduate', text: 'Say why you can stand on your own: people, funds, projects, place. The base examines the criteria that hold today.', label: 'In your own words', submit: 'Ask to graduate' },
    ask_graduation_paper: { title: 'Note a request to graduate', text: 'For a request on paper. The base examines the criteria that hold today and proposes it to the city.', label: 'In its own words', submit: 'Note it' },
    propose: { title: 'Propose to the city', text: 'All criteria are examined and none is unmet. The city decides then.', label: 'Word of the base', submit: 'Propose' },
    postpone: { title: 'Postpone', text: 'While it cannot graduate yet. It stays as before and may ask again.', label: 'Reason', submit: 'Postpone' },
    stay_on: { title: 'Take the request back', text: 'You stay as before and may ask again.', label: 'Reason', submit: 'Take it back' },
    stay_on_paper: { title: 'Note that it takes it back', text: 'When the organization does not want to graduate any more. It stays as before.', label: 'Reason', submit: 'Note it' },
    refuse: { title: 'Send back', text: 'It stays as before and may ask again. The base and the organization see the reason.', label: 'Reason', submit: 'Send back' },
    ask_hearing: { title: 'Ask for a hearing', text: 'Say why you disagree. The base tells you when the hearing is.', label: 'Reason', submit: 'Ask for a hearing' },
    ask_hearing_paper: { title: 'Note that it wants a hearing', text: 'For a request on paper.', label: 'Its reason', submit: 'Note it' },
    hear: { title: 'Note the hearing', text: 'After the hearing: when it was, who was there, what each side said. The city decides then.', label: 'What was said', submit: 'Note it' },
    remove: { title: 'Remove this organization?', text: 'Its last day is today and the hand-back begins; that cannot be taken back.', label: 'Reason of the decision', submit: 'Remove' },
    spare: { title: 'Do not remove', text: 'It stays as before, and an open warning is over.', label: 'Reason of the decision', submit: 'Do not remove' },
  },
}
export default en
