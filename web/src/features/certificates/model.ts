// The document's shapes as these pages use them, and what can be said of them without asking again.

import type { Can } from '../../lib/contract'
import type { components } from '../../lib/schema'

type Schemas = components['schemas']
export type Item = Schemas['CertificateItem']
/** As the document has it, which cannot say that what may be done is null. */
export type Certificate = Omit<Schemas['CertificateView'], 'can'> & { can: Can }
export type Public = Schemas['PublicCertificate']
export type State = Schemas['CertificateState']
export type Action = 'revoke' | 'replace'

export const STATES: State[] = ['valid', 'revoked']
export const TONES: Record<State, 'grass' | 'lily'> = { valid: 'grass', revoked: 'lily' }

/** A code as it is printed, in two halves. */
export const shownCode = (code: string): string => (code.length === 10 ? `${code.slice(0, 5)}-${code.slice(5)}` : code)
/** The page on which anybody looks a code up; what was typed goes as it is, the service knows what does not matter. */
export const verifyAt = (typed: string): string => `/verify/${encodeURIComponent(typed.trim())}`

/** The valid one first, then the others, the newest before the older. */
export function inOrder(items: readonly Item[]): Item[] {
  const rank = (of: Item): number => STATES.indexOf(of.state)
  return [...items].sort((a, b) => rank(a) - rank(b) || b.issued_on.localeCompare(a.issued_on) || b.number.localeCompare(a.number))
}
/** Whether a button for it is there, with its reason if it refuses: what is not the person's, or not of this state, is not. */
export const offers = (told: string | null | undefined): boolean => told !== undefined && told !== 'not_allowed' && told !== 'wrong_state'
