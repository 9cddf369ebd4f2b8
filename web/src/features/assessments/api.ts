// Requests of assessments and their rounds, and what has to be fetched anew after each.

import { api, ask, keyed, matching } from '../../lib/api'
import { invalidate } from '../../lib/resource.svelte'
import type { Page } from '../../lib/contract'
import type { components } from '../../lib/schema'
import type { Wire } from './draft'
import type { Assessment, Item, Prospect, Round, RoundItem } from './model'

type Schemas = components['schemas']
const at = (id: string) => ({ path: { id } })
/** Only what is asked for: the client writes out what is undefined. */
const given = (of: object) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined && value !== ''))

export const rounds = (base: string | undefined, cursor: string | undefined, signal: AbortSignal): Promise<Page<RoundItem>> =>
  ask(api.GET('/api/v1/assessment-rounds', { params: { query: given({ base, cursor, limit: 30 }) }, signal }))
export const round = (id: string, signal: AbortSignal): Promise<Round> => ask(api.GET('/api/v1/assessment-rounds/{id}', { params: at(id), signal }))
export const prospect = (base: string, first: string, last: string, signal: AbortSignal): Promise<Prospect> =>
  ask(api.GET('/api/v1/assessment-rounds/prospect', { params: { query: { base, first, last } }, signal }))
export const list = (filter: { base?: string; organization?: string; state?: Item['state'] }, signal: AbortSignal): Promise<Page<Item>> =>
  ask(api.GET('/api/v1/assessments', { params: { query: given({ ...filter, limit: 100 }) }, signal }))
export const asked = (signal: AbortSignal): Promise<{ items: Item[] }> => ask(api.GET('/api/v1/assessments/asked', { signal }))
export const show = async (id: string, signal: AbortSignal): Promise<Assessment> => (await ask(api.GET('/api/v1/assessments/{id}', { params: at(id), signal }))) as unknown as Assessment
/** A piece of evidence, for whoever sees the assessment. */
export const contentOf = (id: string, file: string): string => `/api/v1/assessments/${id}/files/${file}/content`

export async function open(body: Schemas['RoundBody'], key: string): Promise<Round> {
  const made = await ask(api.POST('/api/v1/assessment-rounds', { body, ...keyed(key) }))
  invalidate('assessment', 'overview', 'history')
  return made
}
async function done(answer: Promise<unknown>): Promise<Assessment> {
  const now = (await answer) as Assessment
  invalidate('assessment-rounds', 'assessments', 'overview', 'history')
  return now
}
/** What is saved while one types changes no list but by its version. */
const kept = async (answer: Promise<unknown>): Promise<Assessment> => (await answer) as Assessment

// `last` is sent even while the page goes away.
export const draft = (id: string, version: number, body: Wire, last: boolean) => kept(ask(api.PUT('/api/v1/assessments/{id}/draft', { params: { ...at(id), header: matching(version) }, body, keepalive: last })))
export const score = (id: string, version: number, body: Wire, last: boolean) =>
  kept(ask(api.PUT('/api/v1/assessments/{id}/score', { params: { ...at(id), header: matching(version) }, body: { breaches: [], ...body }, keepalive: last })))
export const evaluate = (id: string, version: number, body: Wire, last: boolean) => kept(ask(api.PUT('/api/v1/assessments/{id}/evaluate', { params: { ...at(id), header: matching(version) }, body, keepalive: last })))
export const handIn = (id: string, version: number, body: Wire, key: string) => done(ask(api.POST('/api/v1/assessments/{id}/hand-in', { params: { ...at(id), header: matching(version) }, body, ...keyed(key) })))
export const deliver = (id: string, version: number, body: Wire, key: string) => done(ask(api.POST('/api/v1/assessments/{id}/deliver', { params: { ...at(id), header: matching(version) }, body, ...keyed(key) })))

/** The steps that take some words, or none. */
export const write = {
  go_on: (id: string, _: string, key: string) => done(ask(api.POST('/api/v1/assessments/{id}/go-on', { params: at(id), ...keyed(key) }))),
  send_back: (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/assessments/{id}/send-back', { params: at(id), body: { reason }, ...keyed(key) }))),
  excuse: (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/assessments/{id}/excuse', { params: at(id), body: { reason }, ...keyed(key) }))),
  conclude: (id: string, comment: string, key: string) => done(ask(api.POST('/api/v1/assessments/{id}/conclude', { params: at(id), body: { comment }, ...keyed(key) }))),
  appeal: (id: string, text: string, key: string) => done(ask(api.POST('/api/v1/assessments/{id}/appeal', { params: at(id), body: { text }, ...keyed(key) }))),
  uphold: (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/assessments/{id}/uphold', { params: at(id), body: { reason }, ...keyed(key) }))),
  reopen: (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/assessments/{id}/reopen', { params: at(id), body: { reason }, ...keyed(key) }))),
  cancel: (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/assessments/{id}/cancel', { params: at(id), body: { reason }, ...keyed(key) }))),
}
export type Writing = keyof typeof write
