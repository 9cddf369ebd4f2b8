// Which dialog is open, and about what.

import type { Allocation, Space } from './model'

export interface Prefill {
  space?: { id: string; code: string }
  organization?: { id: string; name: string }
  from?: string
  to?: string | null | undefined
}
/** A closure as the plan or the timeline shows it. */
export interface ClosureOf {
  id: string; base: string; code: string; from: string; to?: string | null | undefined
  /** Not told by the timeline. */
  reason?: string | null | undefined
  can: string | null | undefined
}
export type Dialog =
  | { kind: 'assign'; prefill: Prefill }
  | { kind: 'extend'; allocation: Allocation; to?: string | null }
  | { kind: 'give_back' | 'cancel' | 'swap' | 'hand_over'; allocation: Allocation }
  | { kind: 'close'; space: Space }
  | { kind: 'closure'; closure: ClosureOf }

/** The acts of an allocation in the order in which they are offered. */
export const ACTS = ['hand_over_in', 'extend', 'swap', 'give_back', 'cancel'] as const
export type Act = (typeof ACTS)[number]

/** The acts worth showing: those allowed, and those refused for a reason that may pass. Neither the state nor the role will. */
const NEVER = ['wrong_state', 'not_allowed']
export function offered(can: Allocation['can']): { act: Act; why: string | null }[] {
  return ACTS.filter(act => act in can && !NEVER.includes(can[act] ?? '')).map(act => ({ act, why: can[act] ?? null }))
}

export const dialogOf = (act: Act, allocation: Allocation): Dialog =>
  act === 'extend' ? { kind: 'extend', allocation } : { kind: act === 'hand_over_in' ? 'hand_over' : act, allocation }
