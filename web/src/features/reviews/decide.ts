// Deciding on a review: what is chosen beforehand, what is left, what is sent.

import { live, type Decision, type Entry, type Outcome, type Review } from './model'

export type Choice = { application: string; outcome: Outcome; reason: string }

/** Those that are decided on, in the order in which they are shown; faults name them by their place in it. */
export const decidable = (of: Review): Entry[] => of.entries.filter(entry => live(of, entry))

/** Places that can be given now; without limit when there is none. */
export const free = (of: Review): number => (typeof of.quota === 'number' ? Math.max(0, of.quota - (of.taken ?? 0)) : Infinity)

/** By rank as long as there are places; what is below the pass mark gets none. */
export function prefilled(of: Review): Choice[] {
  let left = free(of)
  return decidable(of).map(entry => {
    const below = entry.standing?.below_mark ?? false
    const outcome: Outcome = below ? 'reject' : typeof entry.standing?.rank === 'number' && left > 0 ? 'propose' : 'defer'
    if (outcome === 'propose') left--
    return { application: entry.id, outcome, reason: '' }
  })
}

export function counts(choices: readonly Choice[]): Record<Outcome, number> {
  const out = { propose: 0, defer: 0, reject: 0 }
  for (const choice of choices) out[choice.outcome]++
  return out
}

/** Stands before another that gets a place, and gets none. */
export function passedOver(of: Review, choices: readonly Choice[], application: string): boolean {
  const rankOf = (id: string): number | undefined => of.entries.find(entry => entry.id === id)?.standing?.rank ?? undefined
  const mine = rankOf(application)
  if (mine === undefined || choices.find(one => one.application === application)?.outcome === 'propose') return false
  return choices.some(one => one.outcome === 'propose' && (rankOf(one.application) ?? 0) > mine)
}

/** May not get a place at all. */
export const belowMark = (of: Review, application: string): boolean => of.entries.find(entry => entry.id === application)?.standing?.below_mark ?? false

/** Put on the list although a place would be there. */
export const placeLeft = (of: Review, choices: readonly Choice[], application: string): boolean =>
  choices.find(one => one.application === application)?.outcome === 'defer' && !belowMark(of, application) && counts(choices).propose < free(of)

/** Who is owed a reason that is not written yet. */
export const unreasoned = (of: Review, choices: readonly Choice[]): number[] =>
  choices.flatMap((one, n) => (!one.reason.trim() && (one.outcome === 'reject' || (one.outcome === 'defer' && (passedOver(of, choices, one.application) || placeLeft(of, choices, one.application)))) ? [n] : []))

export const decisionsOf = (choices: readonly Choice[]): Decision[] =>
  choices.map(({ application, outcome, reason }) => ({ application, outcome, ...(outcome !== 'propose' && reason.trim() && { reason: reason.trim() }) }))
