import type { Like } from '../areas'
import type zh from '../zh/my-progress'

const days = (n: number): string => `${n} working ${n === 1 ? 'day' : 'days'}`

const en: Like<typeof zh> = {
  title: 'Periodic report',
  card: {
    title: 'Periodic reports', go: 'Fill it in', mend: 'Complete it', look: 'Have a look', past: n => `Earlier reports: ${n}`,
    open: (name, day, left) => `Hand in the report on ${name} by ${day} (that day included)${left}.`, open_late: (name, day) => `The time for the report on ${name} ended on ${day}. Hand it in as soon as you can.`,
    returned: (name, day, left) => `The report on ${name} was returned. Complete it by ${day} (that day included)${left}.`, returned_late: (name, day) => `The time for completing the report on ${name} ended on ${day}. Hand it in as soon as you can.`,
    correcting: (name, day, left) => `The base asks you to put the report on ${name} right by ${day} (that day included)${left}.`, correcting_late: (name, day) => `The time for putting the report on ${name} right ended on ${day}. Hand it in as soon as you can.`,
    submitted: name => `The report on ${name} is handed in; the base looks at it.`, left: n => `, ${days(n)} left`, today: ', it ends today',
  },
  lead: {
    open: (day, left) => `Hand it in by ${day} (that day included)${left}. It is saved while you type, so you can fill it in bit by bit.`, open_late: day => `The time ended on ${day}. Hand it in as soon as you can; it is noted how late it comes.`,
    returned: (day, left) => `The base returned the report. Complete what is listed below and hand it in again by ${day} (that day included)${left}.`, returned_late: day => `The time for completing it ended on ${day}. Hand it in again as soon as you can.`,
    correcting: (day, left) => `The base asks you to put this report right. Hand it in again by ${day} (that day included)${left}.`, correcting_late: day => `The time for putting it right ended on ${day}. Hand it in again as soon as you can.`,
    submitted: 'The report is handed in; the base looks at it.', accepted: 'The report is accepted. There is nothing more to do.', waived: 'The base does without this report. There is nothing to fill in.',
  },
  mine: 'Our report', earlier: 'Versions accepted before', history: 'History',
}
export default en
