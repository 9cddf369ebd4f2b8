import type { Like } from '../areas'
import type zh from '../zh/my-filings'

const papers = (n: number): string => (n === 1 ? '1 paper' : `${n} papers`)

const en: Like<typeof zh> = {
  title: 'Help with registration',
  offer: { title: 'Help with registration', text: 'Do you want to be registered, or recorded at the street or township office? The base lists the papers, checks them and files them.', recorded: 'A recorded organization may go on to be registered. The base lists the papers, checks them and files them.' },
  card: {
    title: 'Help with registration', go: 'Go on', look: 'See', past: (n: number) => (n === 1 ? '1 earlier case' : `${n} earlier cases`),
    asked: (day: string) => `Asked. The base accepts it by ${day}.`, preparing: (n: number) => `${papers(n)} still to prepare.`, complete: 'All papers are ready. Please submit them to the base.', reviewing: (day: string) => `The base is checking the papers, by ${day}.`,
    filed: (day: string) => `Filed with the authority, which should decide by ${day}.`, supplement: 'The authority asks for more. Please bring it soon.', supplement_by: (day: string) => `The authority asks for more, by ${day}.`, granted: 'Granted. Please do what follows.', refused: 'The authority refused. Please talk to the base.',
  },
  lead: {
    asked: (day: string) => `The base has your request and accepts it by ${day}; then it gives the list of papers.`, asked_late: 'The base has your request and has not accepted it yet. You may call and ask.',
    preparing: (n: number) => `Please prepare the papers below: ${papers(n)} to go. Take a photo or upload a file; submit when all are ready.`, returned: (n: number) => `The base gave the papers back. Please put ${papers(n)} right and submit again.`, complete: 'All papers are ready. Please submit them to the base.',
    reviewing: (day: string) => `Submitted. The base checks the papers by ${day}.`, reviewing_late: 'Submitted. The base has not finished checking yet; you may call and ask.', filed: (who: string, day: string) => `The base has filed the papers with ${who}, which should decide by ${day}.`, filed_late: (who: string) => `The papers are with ${who}, which has not decided yet; the base will ask.`,
    supplement: 'The authority asks for more. Please put the marked papers right and submit them to the base.', supplement_by: (day: string) => `The authority asks for more. Please put the marked papers right by ${day} and submit them to the base.`,
    granted: (n: number) => (n === 1 ? 'Congratulations, it is granted! One more thing to do; tick it off when it is done.' : `Congratulations, it is granted! ${n} more things to do; tick each off when it is done.`), granted_all: 'Congratulations, it is granted, and all that follows is done.', refused: 'The authority refused; the reason is below. Please talk to the base about what to do.', closed: 'This case is closed.', withdrawn: 'This case was withdrawn. You may ask again.', dropped: 'The base dropped this case; the reason is below. You may ask again.',
  },
  bar: { left: (names: string) => `Missing: ${names}`, comma: ', ', complete: 'Ready to submit' },
}
export default en
