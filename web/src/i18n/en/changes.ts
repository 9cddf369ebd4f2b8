import type zh from '../zh/changes'
import type { Like } from '../areas'

const en: Like<typeof zh> = {
  title: 'Supplement about a change',
  again_title: 'Write the supplement anew',
  intro: 'For another place, other equipment or anything else that was agreed on. The agreed end is not changed here but by a renewal; change places on the plan first: the annex lists those of the day of the change.',
  again_text: 'The one that is not signed becomes void; this one has a new number, and the time for signing begins again.',
  from: 'From',
  from_hint: day => `Within the agreed time, ${day} at the latest`,
  text: 'What changes',
  text_hint: 'Say what becomes what; it stands in the agreement as it is.',
  preview: 'Preview',
  preview_hint: 'Opens in a new tab, marked as a draft.',
  submit: 'Write the supplement',
  needed: 'Please write something.',
  day_needed: 'Please give the day.',
  done: { issue_change: 'The supplement is written', sign_change: 'Noted', withdraw_change: 'The supplement is taken back' },
  signing: { title: 'Note the signature of the supplement', text: 'When both have signed and sealed the supplement, note it here; please put the scan below it.' },
  withdrawing: { title: 'Take the supplement back', text: 'The supplement is void and what was agreed on before stays. The organization sees the reason.', label: 'Reason', submit: 'Take it back' },
}
export default en
