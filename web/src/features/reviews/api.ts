// Requests of reviews, and what has to be fetched anew after each.

import { api, ask, keyed } from '../../lib/api'
import { invalidate } from '../../lib/resource.svelte'
import type { Page } from '../../lib/contract'
import type { components } from '../../lib/schema'
import type { Decision, Item, Prepare, Review, ReviewState } from './model'

export type Filter = { base?: string | undefined; intake?: string | undefined; state?: ReviewState | undefined }
/** Only what is asked for: the client writes out what is undefined. */
const given = (of: object) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined && value !== ''))
const at = (id: string) => ({ path: { id } })

export const list = (filter: Filter, cursor: string | undefined, signal: AbortSignal): Promise<Page<Item>> =>
  ask(api.GET('/api/v1/reviews', { params: { query: given({ ...filter, cursor, limit: 50 }) }, signal }))
export const show = async (id: string, signal: AbortSignal): Promise<Review> => (await ask(api.GET('/api/v1/reviews/{id}', { params: at(id), signal }))) as unknown as Review
export const prepare = (intake: string, signal: AbortSignal): Promise<Prepare> => ask(api.GET('/api/v1/intakes/{id}/panel', { params: at(intake), signal }))
export const exportOf = (id: string): string => `/api/v1/reviews/${id}/export`

/** Applications move with their review; its page puts the answer in place itself. */
async function done(answer: Promise<unknown>): Promise<Review> {
  const now = (await answer) as Review
  invalidate('reviews', 'panel/', 'application', 'intakes', 'history', 'overview')
  return now
}
export const convene = (body: components['schemas']['ConveneBody'], key: string) => done(ask(api.POST('/api/v1/reviews', { body, ...keyed(key) })))
export const add = (id: string, reviewer: string, key: string) => done(ask(api.POST('/api/v1/reviews/{id}/reviewers', { params: at(id), body: { reviewer }, ...keyed(key) })))
export const remove = (id: string, account: string, reason: string, key: string) =>
  done(ask(api.POST('/api/v1/reviews/{id}/reviewers/{account}/remove', { params: { path: { id, account } }, body: { reason }, ...keyed(key) })))
export const extend = (id: string, due: string, key: string) => done(ask(api.POST('/api/v1/reviews/{id}/extend', { params: at(id), body: { due }, ...keyed(key) })))
export const unlock = (id: string, sheet: string, reason: string, key: string) =>
  done(ask(api.POST('/api/v1/reviews/{id}/sheets/{sheet}/unlock', { params: { path: { id, sheet } }, body: { reason }, ...keyed(key) })))
export const close = (id: string, key: string) => done(ask(api.POST('/api/v1/reviews/{id}/close', { params: at(id), ...keyed(key) })))
export const cancel = (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/reviews/{id}/cancel', { params: at(id), body: { reason }, ...keyed(key) })))
export const sendBack = (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/reviews/{id}/send-back', { params: at(id), body: { reason }, ...keyed(key) })))
export const decide = (id: string, decisions: Decision[], key: string) => done(ask(api.POST('/api/v1/reviews/{id}/decide', { params: at(id), body: { decisions }, ...keyed(key) })))
