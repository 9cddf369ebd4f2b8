// A report while it is filled: what is typed, what is sent, what is missing.

import type { Question } from '../questions/questions'
import type { Answer } from './model'

/** What is typed, by the key of each question. */
export type Draft = Record<string, string>
export type Wire = { answers: Answer[] }
export const MAX_ANSWER = 2000

const keyOf = (of: Question): string => of.key ?? ''

/** A number as people type it, in whatever width, thousands apart or not; nothing for anything else. */
export function numberOf(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s,，]/g, '').replace('。', '.')
  return /^\d{1,11}(\.\d{0,2})?$/.test(plain) && Number(plain) <= 1e10 ? Number(plain) : undefined
}

export const draftOf = (form: readonly Question[], of: Wire): Draft =>
  Object.fromEntries(form.map(question => {
    const given = of.answers.find(one => one.question === keyOf(question))
    return [keyOf(question), given?.text ?? (given?.number === undefined || given.number === null ? '' : String(given.number))]
  }))

/** What is sent of it, in the order of the form; what is empty, or no number, is left out. */
export const wire = (form: readonly Question[], draft: Draft): Wire => ({
  answers: form.flatMap((question): Answer[] => {
    const typed = (draft[keyOf(question)] ?? '').trim()
    if (!typed) return []
    if (question.kind === 'text') return [{ question: keyOf(question), text: typed }]
    const number = numberOf(typed)
    return number === undefined ? [] : [{ question: keyOf(question), number }]
  }),
})

/** The service's path of a field as this page calls it: `answers[1].number` is of whatever was sent second. */
export function pathOf(path: string, sent: Wire): string {
  const at = /^answers\[(\d+)\]/.exec(path)?.[1]
  if (at !== undefined) return sent.answers[Number(at)]?.question ?? path
  return path.startsWith('answers.') ? path.slice('answers.'.length) : path
}

/** Numbers that are none: they stay as they were typed, and are not sent. */
export const oddOf = (form: readonly Question[], draft: Draft): string[] =>
  form.filter(of => of.kind === 'number' && (draft[keyOf(of)] ?? '').trim() && numberOf(draft[keyOf(of)] ?? '') === undefined).map(keyOf)
/** What has still to be filled in. */
export const missingOf = (form: readonly Question[], draft: Draft): string[] => form.filter(of => of.needed && !(draft[keyOf(of)] ?? '').trim()).map(keyOf)
/** Paths in the order in which one meets them on the page. */
export function inOrder(form: readonly Question[], paths: Iterable<string>): string[] {
  const order = form.map(keyOf)
  return [...new Set(paths)].sort((a, b) => order.indexOf(a) - order.indexOf(b))
}
