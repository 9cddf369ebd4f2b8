// Requests of spaces and allocations, and what has to be fetched anew after each.

import { send } from '../../lib/http'
import { invalidate } from '../../lib/resource.svelte'
import type { HandoverBody, Recorded } from './handover'
import type { Allocation, Closure, Floor, Named, Plan, Space, Term, TermBrief } from './model'
import type { Rect } from './geometry'

export interface Page<T> { items: T[]; next?: string | null; total?: number | null }
const V1 = '/api/v1'

export const plan = (base: string, on: string | undefined, signal?: AbortSignal) =>
  send<Plan>('GET', `${V1}/bases/${base}/plan`, { query: { on }, ...(signal && { signal }) })
export const terms = (base: string, from: string, to: string, floor: string | undefined, signal?: AbortSignal) =>
  send<{ items: Term[] }>('GET', `${V1}/bases/${base}/terms`, { query: { from, to, floor }, ...(signal && { signal }) })
export const termsOf = (space: string, cursor?: string, signal?: AbortSignal) =>
  send<Page<TermBrief>>('GET', `${V1}/spaces/${space}/terms`, { query: { cursor, limit: 8 }, ...(signal && { signal }) })
export const allocation = (id: string, signal?: AbortSignal) =>
  send<Allocation>('GET', `${V1}/allocations/${id}`, { ...(signal && { signal }) })
export const handover = (id: string, signal?: AbortSignal) =>
  send<Recorded>('GET', `${V1}/handovers/${id}`, { ...(signal && { signal }) })
export type AllocationFilter = {
  base?: string | undefined; organization?: string | undefined; space?: string | undefined; state?: string | undefined
  on?: string | undefined; ending_before?: string | undefined; cursor?: string | undefined; limit?: number
}
export const allocations = (filter: AllocationFilter, signal?: AbortSignal) =>
  send<Page<Allocation>>('GET', `${V1}/allocations`, { query: filter, ...(signal && { signal }) })
export type Found = Named & { kind: string; credit_code?: string | null; record_number?: string | null; live: boolean; home_base: { short_name: string } }
export const organizations = (q: string, signal: AbortSignal, only: { live?: boolean; resident?: boolean; base?: string | undefined; kind?: string; limit?: number } = { live: true }) =>
  send<Page<Found>>('GET', `${V1}/organizations`, { query: { q, limit: 10, ...only }, signal })
export const spaces = (base: string | undefined, q: string, signal: AbortSignal) =>
  send<Page<Space>>('GET', `${V1}/spaces`, { query: { base, q, limit: 6 }, signal })
/** What an organization or a space is called. */
export const named = (id: string, signal: AbortSignal) =>
  send<{ name?: string | null; code?: string }>('GET', `${V1}/${id.startsWith('org') ? 'organizations' : 'spaces'}/${id}`, { signal })

/** Everything that shows who sits where. */
function moved(): void {
  invalidate('plan:', 'terms:', 'space-terms:', 'allocation:', 'allocations:', 'overview', 'organization')
}
async function act<T>(path: string, body: unknown, key?: string): Promise<T> {
  const done = await send<T>('POST', V1 + path, { body, ...(key && { key }) })
  moved()
  return done
}

export interface NewTerm { space: string; organization: string; from: string; to?: string | null; note?: string | null }
export const assign = (body: NewTerm, key: string) => act<Allocation>('/allocations', body, key)
export const extend = (id: string, body: { to: string | null; reason?: string | null }, key?: string) =>
  act<Allocation>(`/allocations/${id}/extend`, body, key)
export const giveBack = (id: string, body: { last: string; reason?: string | null; handover?: HandoverBody }, key: string) =>
  act<Allocation>(`/allocations/${id}/give-back`, body, key)
export const cancel = (id: string, body: { reason?: string | null }, key: string) =>
  act<Allocation>(`/allocations/${id}/cancel`, body, key)
export const handOver = (id: string, body: { handover: HandoverBody }, key: string) =>
  act<Allocation>(`/allocations/${id}/hand-over`, body, key)
export const swap = (body: { first: string; second: string; day: string; reason?: string | null }, key: string) =>
  act<{ items: Allocation[] }>('/allocations/swap', body, key)
export const close = (space: string, body: { from: string; to?: string | null; reason: string }, key: string) =>
  act<Closure>(`/spaces/${space}/closures`, body, key)
export const reopen = (closure: string, last: string, key: string) =>
  act<Closure>(`/closures/${closure}/end`, { last }, key)

export interface NewSpace {
  code: string; kind: string; name?: string | null; parent?: string | null; seats?: number; area_m2?: number | null
  bookable?: boolean; equipment: string[]
}
export const addBuilding = (base: string, name: string, key: string) => act<Named>(`/bases/${base}/buildings`, { name }, key)
export const addFloor = (building: string, body: { name: string; level: number }, key: string) =>
  act<Floor>(`/buildings/${building}/floors`, body, key)
/** One of several: what is shown is fetched anew by the caller, once. */
export const addSpace = (floor: string, body: NewSpace, key?: string) =>
  send<Space>('POST', `${V1}/floors/${floor}/spaces`, { body, ...(key && { key }) })
export async function layOut(floor: string, boxes: (Rect & { id: string })[]): Promise<void> {
  await send('PUT', `${V1}/floors/${floor}/layout`, { body: { spaces: boxes } })
  moved()
}
export async function editSpace(space: Space, body: Record<string, unknown>): Promise<void> {
  await send('PATCH', `${V1}/spaces/${space.id}`, { body, ifMatch: space.version })
  moved()
}
export const refresh = moved
