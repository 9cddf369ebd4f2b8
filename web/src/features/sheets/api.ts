// Requests of a reviewer, and what has to be fetched anew after each.

import { api, ask, keyed, matching } from '../../lib/api'
import { invalidate } from '../../lib/resource.svelte'
import type { Item, Marks, Sheet } from './model'

export const list = (signal: AbortSignal): Promise<{ items: Item[] }> => ask(api.GET('/api/v1/review-sheets', { signal }))
export const show = async (id: string, signal: AbortSignal): Promise<Sheet> => (await ask(api.GET('/api/v1/review-sheets/{id}', { params: { path: { id } }, signal }))) as unknown as Sheet
export const contentOf = (id: string, file: string): string => `/api/v1/review-sheets/${id}/files/${file}/content`

async function changed(answer: Promise<unknown>): Promise<Sheet> {
  const now = (await answer) as Sheet
  invalidate('review-sheets')
  return now
}
const at = (id: string) => ({ path: { id } })
export const clear = (id: string, key: string): Promise<Sheet> => changed(ask(api.POST('/api/v1/review-sheets/{id}/clear', { params: at(id), ...keyed(key) })))
export const recuse = (id: string, reason: string, key: string): Promise<unknown> => changed(ask(api.POST('/api/v1/review-sheets/{id}/recuse', { params: at(id), body: { reason }, ...keyed(key) })))
/** `last` is sent even while the page goes away. */
export const save = (id: string, version: number, body: Marks, last: boolean): Promise<Sheet> =>
  changed(ask(api.PUT('/api/v1/review-sheets/{id}', { params: { ...at(id), header: matching(version) }, body, keepalive: last })))
export const lock = (id: string, body: Marks, key: string): Promise<Sheet> => changed(ask(api.POST('/api/v1/review-sheets/{id}/lock', { params: at(id), body, ...keyed(key) })))
