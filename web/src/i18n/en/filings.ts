import type { Like } from '../areas'
import type zh from '../zh/filings'

const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`)
const working = (n: number): string => (n === 1 ? '1 working day' : `${n} working days`)
const papers = (n: number): string => (n === 1 ? '1 paper' : `${n} papers`)

const en: Like<typeof zh> = {
  title: 'Help with registration',
  lead: 'Help for organizations to be registered or recorded; recorded ones may go on to registration.',
  state: { asked: 'To be accepted', preparing: 'In preparation', reviewing: 'To be checked', filed: 'With the authority', supplement: 'More is wanted', granted: 'Granted', refused: 'Refused', closed: 'Closed', withdrawn: 'Withdrawn', dropped: 'Dropped' },
  wanted: { association: 'Social group registration', service_institution: 'Service institution registration', foundation: 'Foundation registration', recorded: 'Recording' },
  wanted_label: 'What for',
  paper: { missing: 'Missing', ready: 'Ready', checked: 'Checked', not_needed: 'Not needed' },
  field: { organization: 'Organization', base: 'Base', state: 'State', papers: 'Papers', days: 'Days', due: 'Whose turn, by when', authority: 'Authority', number: 'Unified social credit code', record_number: 'Record number' },
  all_states: 'All states', all_bases: 'All bases', clear: 'Clear filters', none: '–',
  none_found: 'Nothing fits the filters', none_title: 'No cases yet', none_text: 'They appear here once an organization asks, or a base asks for it.',
  state_of: (state: string, who: string) => `${state} (${who})`,
  since: (who: string, day: string) => `${who}, since ${day}`,
  granted_on: (day: string) => `granted on ${day}`,
  at: (what: string, base: string) => `${what} · ${base}`,
  papers_of: (n: number, all: number) => `${n}/${all}`,
  days_of: (a: number, b: number, c: number) => `org. ${a} · base ${b} · auth. ${c}`,
  figures: {
    title: 'What came of it', span: 'Time', spans: { this_year: 'This year', last_year: 'Last year', twelve: 'Last 12 months' },
    registered: 'Newly registered', recorded: 'Newly recorded', upgraded: 'Went on to register', organization_days: 'At the organization', base_days: 'At the base', authority_days: 'At the authority', unit: '', days: 'days', none: '–',
    text: (from: string, to: string) => `Granted from ${from} to ${to}. Times are the median of the cases, in calendar days.`,
  },
  clock: { by: (day: string) => `by ${day}`, today: 'due today', over: (n: number) => (n > 0 ? `${working(n)} over` : 'overdue'), left: (n: number) => `${working(n)} left`, provisional: 'The holidays of this time are not published yet; the day may move on.' },
  owner: { organization: 'Organization', base: 'Base', authority: 'Authority' },
  spent: { title: 'Days spent', text: 'Calendar days, counted for whoever had the papers. None are counted once it is granted.', days },
  told: {
    asked: (since: string, due: string) => `Asked on ${since}. Please accept it by ${due}.`, asked_late: (since: string, due: string) => `Asked on ${since}. It was to be accepted by ${due}; please do so soon.`,
    preparing_by: (n: number, due: string) => `The authority wants more by ${due}. Given back; the organization has ${papers(n)} to bring before it submits again.`, preparing: (n: number, all: number) => `The organization is preparing the papers: ${n} of ${all} are ready. The base checks them once they are submitted.`, returned: (since: string, n: number) => (n > 0 ? `Given back on ${since}. The organization has ${papers(n)} to bring before it submits again.` : `Given back on ${since}. The papers are complete; the organization has to submit them.`),
    reviewing: (since: string, n: number, due: string) => `Submitted on ${since}. Please check ${papers(n)} by ${due}. File it if all are in order; otherwise give it back with everything that is wrong at once.`, reviewing_late: (n: number, due: string) => `The papers were to be checked by ${due}, and ${papers(n)} are not. Please check them soon, and file or give back.`, reviewing_gaps: (n: number) => `Checked; ${papers(n)} to be prepared again. Please give them back.`, reviewing_name: 'All papers are in order. The name has to be checked before it is filed.', reviewing_done: 'All papers are in order. It can be filed.',
    filed: (since: string, due: string) => `Filed on ${since}. The authority should decide by ${due}. Note here what came of it.`, filed_late: (since: string, due: string) => `Filed on ${since}. The authority was to decide by ${due}; please ask there.`,
    supplement: (since: string) => `The authority asked for more on ${since}. Once the organization submits, the base checks and files again.`, supplement_by: (since: string, due: string) => `The authority asked for more on ${since}, by ${due}. Once the organization submits, the base checks and files again.`,
    granted: (n: number) => (n === 1 ? '1 thing that follows is not done yet. After that the case can be closed.' : `${n} things that follow are not done yet. After that the case can be closed.`), granted_all: 'All that follows is done. The case can be closed.', refused: (since: string) => `The authority refused on ${since}. Talk to the organization: prepare it again, or close the case.`,
  },
  ask: {
    act: 'Ask for help', act_base: 'Ask for an organization', title: 'Ask for help with registration', text: 'Once the base accepts, it gives the list of papers.', text_base: 'For organizations that cannot ask on-line themselves.', unregistered: 'not registered',
    organization: 'Organization', organization_hint: 'Find it by its name; only those that are not registered yet.', wanted_hint: 'If in doubt choose one; the base decides when it accepts.', wish: 'In words', wish_base: 'What the organization says', wish_hint: 'What you want to do, how far you are, what is difficult.', done: 'Asked', needed: 'Please say what it is about.', which: 'Please choose an organization from the list.', what: 'Please choose what for.',
  },
  list: {
    title: 'Papers', none: 'The papers are listed once it is accepted.', ready_of: (n: number, all: number) => `${n} of ${all} ready`,
    from: (scope: string) => `The list is ${scope}, kept as it was when the case was accepted.`, scope: { shipped: 'the regulation’s or common practice', city: 'the city’s', base: 'this base’s own' }, basis: (text: string) => `Basis: ${text}`, point: (text: string) => `To be put right: ${text}`,
    upload: 'Upload', upload_more: 'Upload more', uploading: (name: string, n: number) => `Uploading ${name}, ${n}%`, upload_cancel: 'Stop', upload_words: { failed: (name: string) => `Not uploaded: ${name}`, too_large: 'A file may have 50 MB at most.', done: (name: string) => `${name} uploaded` },
    remove: (name: string) => (name ? `Remove ${name}` : 'Remove'), remove_sure: (name: string) => `Remove ${name}?`, ready: 'Mark as ready', ready_paper: 'Ready on paper', unready: 'Not ready', pass: 'In order', wrong: 'Wrong', not_needed: 'Not needed',
  },
  care: { title: 'What follows', done_of: (n: number, all: number) => `${n} of ${all} done`, yes: (day: string, by: string) => `${day}, noted by ${by}`, no: 'not done' },
  name: { title: 'Name', none: 'not checked yet', passed: 'may be used', failed: 'may not be used', found: (name: string, result: string) => `${name} (${result})` },
  wish: 'What was asked', returned: 'Why the base gave it back', asked_more: 'The authority asks for more', asked_more_by: (day: string) => `The authority asks for more, by ${day}`, refused: 'Why it was refused', ended: 'Why it ended',
  said: (by: string, day: string) => `${by}, ${day}`, on_paper: ' (on paper, entered by the base)',
  granted: (number: string, day: string) => `Granted on ${day}, number ${number}. The organization’s record was changed with it.`,
  page: {
    base: 'Base', name_note: 'Note on the name', granted: 'Granted on', granted_by: (day: string, by: string) => `${day}, noted by ${by}`, facts: 'Facts', course: 'Course', more: 'More', to_record: 'See the record',
    for_them: { submit: 'Submit for them', withdraw: 'Withdraw for them' },
  },
  changed: { on: 'Day', by: 'By', on_paper: 'On paper', number: 'Number', was_recorded: 'Recorded before' },
  history: 'History', needed: 'Please fill this in.', choose: 'Choose',
  act: { accept: 'Accept', submit: 'Submit to the base', send_back: 'Give back', file: 'File', ask_more: 'More is wanted', grant: 'Granted', refuse: 'Refused', resume: 'Prepare again', close: 'Close', withdraw: 'Withdraw', drop: 'Drop', check_name: 'Check the name' },
  dialog: {
    accept: { title: 'Accept this case', text: 'What it is to become, and the authority. The list of papers is kept as it is set today.', done: 'Accepted; the organization has the list' },
    submit: { title: 'Submit to the base', text: 'The base checks paper by paper; until then nothing can be changed.', done: 'Submitted' },
    send_back: { title: 'Give the papers back', text: 'Tick the papers that are wrong and say what is wrong with each, all at once.', usual: 'Please put right what stands beside each paper, then submit again.', reason: 'In general', point: (name: string) => `${name}: what is wrong`, example: 'For example: not signed; the address differs from the deed', needed: 'Please say what is wrong with this paper.', none: 'Tick the papers that are wrong, or say here why.', done: 'Given back' },
    missing: { title: (name: string) => `${name}: wrong`, text: 'Say what is missing or wrong. Give all back at once when everything is checked.', note: 'What is wrong', act: 'Note', needed: 'Please say what is wrong.', done: 'Noted; check the others before you give back' },
    not_needed: { title: (name: string) => `${name}: not needed`, text: 'Say why this paper is not needed here.', note: 'Why', act: 'Not needed', needed: 'Please say why.', done: 'Noted as not needed' },
    file: { title: 'File with the authority', text: 'The authority’s time counts from the day after.', done: 'Filed' },
    ask_more: { title: 'More is wanted', text: 'Write down what the authority told. The organization sees it.', done: 'Noted' },
    grant: { title: 'Granted', text: 'The organization’s record becomes a registered or recorded one; its history stays. Fill in what the certificate says.', done: 'Noted; the record was changed' },
    refuse: { title: 'Refused', text: 'It may be prepared again afterwards, or closed.', done: 'Noted' },
    resume: { title: 'Prepare again', text: 'Papers that were checked stay checked.', done: 'In preparation again' },
    close: { title: 'Close the case', text: 'Nothing can be changed afterwards.', done: 'Closed' },
    withdraw: { title: 'Withdraw', text: 'This case ends; you may ask for another one.', done: 'Withdrawn' },
    drop: { title: 'Drop the case', text: 'This case ends; another one may be asked for.', done: 'Dropped' },
    check_name: { title: 'Check the name', text: 'Is it another one’s name, are there words that may not be used, are place and field right?', done: 'Noted' },
  },
  form: {
    reason: 'Reason', seen: 'The organization sees it.', text: 'What the authority asks for', text_needed: 'Please write it down.', due: 'By when', due_hint: 'Leave it empty if the authority named no day.', papers: 'Papers to be prepared again', note: 'Note', note_needed: 'Please say why it may not be used.', name: 'Name', may: 'Result', may_needed: 'Please choose the result.',
    on: { file: 'Filed on', ask_more: 'Told on', grant: 'Granted on', refuse: 'Refused on' }, again: (day: string) => `What was asked for on ${day} has been checked; this files it again.`,
    number_hint: '18 characters, as on the certificate.', authority_hint: { register: 'For example: Hailar District Civil Affairs Bureau', record: 'For example: Shengli Street Office' }, authority_needed: 'Please name the authority.', other_name: 'Name on the certificate', other_name_hint: (name: string) => `Leave it empty if it is “${name}”.`,
  },
  why: { papers_missing: 'Papers are still missing.', papers_unchecked: 'Some papers are not checked yet.', name_unchecked: 'The name is not checked yet, or may not be used.', care_open: 'What follows is not all done.', checked_already: 'The base has decided on this paper.', registered_meanwhile: 'The organization is registered or recorded by now; please drop this case.', of_another_base: 'The organization is not of this base any more, so this case cannot go on; end it, and let its own base take it on.', dissolved_meanwhile: 'The organization was dissolved; please drop this case.' },
}
export default en
