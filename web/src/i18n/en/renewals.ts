import type zh from '../zh/renewals'
import type { Like } from '../areas'
import { plural } from '../../lib/i18n.svelte'

const en: Like<typeof zh> = {
  title: 'Renewal',
  left: n => (n > 0 ? `${plural(n, 'renewal', 'renewals')} left, this one included` : 'No renewal left'),
  asked: 'Asked',
  until: 'Agreed until',
  over: 'over',
  wish: 'Wishes to stay until',
  usual: 'Usually until',
  latest: 'At the latest until',
  text: 'What it did, and why it wants to stay',
  grades: 'Assessments',
  offer: 'Supplementary agreement',
  open: 'Open the supplement (PDF)',
  to: 'Renewed until',
  made: 'Written',
  sign_by: 'To be signed',
  by_day: day => `by ${day}`,
  extra: 'Agreed beside the text',
  ended: 'Outcome',
  reason: 'Reason',
  next: {
    answer: 'The organization wants to stay longer. If you agree, write a supplementary agreement for it to sign; if not, say why. Until then the agreed end stays.',
    own_answer: day => (day ? `The base answers by ${day}. If it agrees, you find a supplementary agreement here; until that is signed and noted, the agreed end stays.` : 'The base looks at it. If it agrees, you find a supplementary agreement here; until that is signed and noted, the agreed end stays.'),
    sign: day => `The supplement is written. Both sign it by ${day}; note it here, and the residency runs to the new end.`,
    own_sign: day => `The base agrees. Read the supplement, sign it and hand it to the base by ${day}. When the base has noted it, you stay until the new end.`,
    late: day => `The time for signing ended on ${day}. Note it as it was if it was signed in time; else note that it was not.`,
    own_late: day => `The time for signing ended on ${day}; please call the base at once.`,
  },
  steps_title: 'How to sign',
  steps: ['Open the supplement and read its new last day, places and clauses. If something is wrong, call the base first; it writes the supplement anew.', 'Print as many copies as it says; the legal representative signs each and puts your seal on it.', 'Hand them to the base. It signs too and notes it; the agreed end on this page then moves.'],
  act: { offer: 'Agree and write the supplement', again: 'Write anew', deny: 'Do not agree', take_back: 'Take the supplement back', withdraw: 'Take the request back', decline: 'Do not renew', withdraw_paper: 'Note that it takes it back', decline_paper: 'Note that it does not renew', sign: 'Note the signature', lapse: 'Not signed in time' },
  done: { ask_renewal: 'The request is handed in', offer_renewal: 'The supplement is written', deny_renewal: 'Answered; it stays as agreed before', taken_back: 'The supplement is taken back; it stays as agreed before', withdraw_renewal: 'Taken back; it stays as agreed before', sign_renewal: 'Noted; the agreed end has moved', lapse_renewal: 'Noted; the agreed end stays' },
  needed: 'Please write something.',
  day_needed: 'Please give the day.',
  ask: {
    title: 'Ask to stay longer', text: 'Say what you have done so far and why you still need the base. You stay longer once the base agrees and both have signed a supplement.', last: 'Stay until', words: 'What you did, and why you want to stay', submit: 'Ask to stay longer',
    paper_title: 'Note a request to stay longer', paper_text: 'For a request on paper or by word. It may be noted also when the time for asking is over.', paper_words: 'What it did, and why it wants to stay', paper_submit: 'Note it',
  },
  days: { latest_hint: day => `By the rules until ${day} at the latest`, wish: 'As it wishes', usual: 'The usual term', latest: 'The latest day' },
  offering: {
    title: 'Write the supplement', again_title: 'Write the supplement anew', text: 'It gets a number, and places that are in use are kept until the new end at once. The residency runs longer once both have signed and you have noted it here.', again_text: 'The one before becomes void; this one has a new number, and the time for signing begins again.', last: 'Until',
    extra: 'Agreed beside the text', extra_hint: 'What the two agree on beside the template; leave it empty if nothing.', sign_by: day => `If written today, it has to be signed by ${day}.`, preview: 'Preview', preview_hint: 'Opens in a new tab, marked as a draft.', submit: 'Write the supplement',
    holder: (code, name, from) => `${code} is given to ${name} from ${from}.`, closed: code => `${code} is closed on some of these days.`, before: day => `It can be until ${day}; or arrange the places on the plan first.`, take: day => `Take ${day}`,
  },
  signing: { title: 'Note the signature of the supplement', text: 'When both have signed and sealed the supplement, note it here. The agreed end moves; please put the scan below the supplement.' },
  lapse: { title: 'Note that it was not signed in time?', text: 'The supplement is void and the agreed end stays; places that were kept are free.' },
  reasons: {
    deny: { title: 'Do not agree', text: 'It stays until the agreed end. It sees the reason.', label: 'Reason', submit: 'Do not agree' },
    take_back: { title: 'Take the supplement back', text: 'The supplement is void and the agreed end stays; places that were kept are free. It sees the reason.', label: 'Reason', submit: 'Take it back' },
    withdraw: { title: 'Take the request back', text: 'You stay until the agreed end, and may ask again while there is time.', label: 'Reason', submit: 'Take it back' },
    decline: { title: 'Do you not want to renew?', text: 'The supplement is void and the agreed end stays; places that were kept are free.', label: 'Reason', submit: 'Do not renew' },
    withdraw_paper: { title: 'Note that it takes it back', text: 'When the organization does not want to stay longer any more. It stays until the agreed end.', label: 'Its reason', submit: 'Note it' },
  },
}
export default en
