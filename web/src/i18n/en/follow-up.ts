import type zh from '../zh/follow-up'
import type { Like } from '../areas'

const en: Like<typeof zh> = {
  title: 'After graduation',
  until: day => `in touch until ${day}`,
  next: {
    late: day => `A contact was due by ${day}.`,
    due: day => `The next contact is due by ${day}.`,
    done: 'All contacts of this time are made. What is new can still be noted.',
    own_due: day => `The base keeps in touch after graduation, the next time by ${day}. Please tell it what you need.`,
    own_done: 'All contacts of this time are made.',
  },
  contacts: 'Contacts',
  none: 'No contact yet.',
  note: 'Note a contact',
  noted: 'The contact is noted',
  way: { visit: 'Visit', call: 'Call', meeting: 'Meeting', online: 'Online' },
  active: { yes: 'Works', no: 'Works no more' },
  need: 'What it needs',
  by: (name, day) => (day ? `${name}, noted on ${day}` : name),
  dialog: {
    title: 'Note a contact', text: 'How does the organization do since it graduated, and what does it need? It cannot be changed later.', on: 'Day', way: 'Way', active: 'Does it still work?', how: 'How it does', how_hint: 'For example: people, projects, place, funds', need: 'What it needs', need_hint: 'Leave it empty if nothing', submit: 'Note it',
    needed: 'Please write something.', choose: 'Please choose one.', day: 'Please give the day.',
  },
}
export default en
