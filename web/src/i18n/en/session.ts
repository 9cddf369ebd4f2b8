import type zh from '../zh/session'
import type { Like } from '../areas'
import { plural } from '../../lib/i18n.svelte'

const en: Like<typeof zh> = {
  sign_in: 'Sign in',
  welcome: 'Welcome back',
  lead: 'Hatching and growing, out on the steppe.',
  login: 'Login',
  password: 'Password',
  expired: 'Your session has ended. Sign in again, and you are back on the same page.',
  expired_kept: 'Your session has ended. Sign in again, and you are back on the same page with what you had typed.',
  give_up: 'Leave, and give up what was typed',
  show_password: 'Show password',
  hide_password: 'Hide password',
  forgot: 'Forgotten? A system administrator can reset it.',
  notices: 'Open intakes',
  verify: 'Verify a certificate',
  wait: s => `Too many attempts; please wait ${plural(s, 'second', 'seconds')}.`,
  change: 'Set a new password',
  change_lead: 'The password you were given works once. Set your own, and begin.',
  current: 'Present password',
  new: 'New password',
  repeat: 'New password again',
  rule: 'At least 10 characters; no names, birthdays or runs of digits.',
  differ: 'The two are not the same.',
  set: 'Set password',
  changed: 'Password changed; every other browser was signed out.',
  setup: 'The first system administrator',
  setup_lead: 'This system is new. The service printed a word in its log when it started; it shows that you can see the server.',
  word: 'Word from the log',
  word_hint: 'In the log of the start: “No administrator yet … give the word …”.',
  login_hint: 'Letters, digits, dots, dashes and underscores; at most 40.',
  name: 'Name',
  create: 'Create and sign in',
  other: 'Sign in as someone else',
}
export default en
