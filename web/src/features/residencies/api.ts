// Requests of residencies and agreements, and what has to be fetched anew after each.

import { api, ask, keyed } from '../../lib/api'
import { send, transport } from '../../lib/http'
import { invalidate } from '../../lib/resource.svelte'
import type { Page } from '../../lib/contract'
import type { components } from '../../lib/schema'
import type { HandoverBody } from '../spaces/handover'
import type { Asked } from './agree'
import type { Filter, Item, Outcome, Point, Proposal, Residency, Summary } from './model'

type Schemas = components['schemas']
/** Only what is asked for: the client writes out what is undefined. */
const given = (of: object) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined && value !== ''))
const at = (id: string) => ({ path: { id } })

export const list = (filter: Filter, cursor: string | undefined, signal: AbortSignal): Promise<Page<Item>> =>
  ask(api.GET('/api/v1/residencies', { params: { query: given({ ...filter, cursor, limit: 50 }) }, signal }))
export const summary = (base: string | undefined, on: string, signal: AbortSignal): Promise<Summary> =>
  ask(api.GET('/api/v1/residencies/summary', { params: { query: given({ base, on }) }, signal }))
export const show = async (id: string, signal: AbortSignal): Promise<Residency> => (await ask(api.GET('/api/v1/residencies/{id}', { params: at(id), signal }))) as unknown as Residency
export const proposal = (application: string, signal: AbortSignal): Promise<Proposal> => ask(api.GET('/api/v1/residencies/proposal', { params: { query: { application } }, signal }))
/** The paper of an agreement, as it was issued. */
export const paperOf = (agreement: string): string => `/api/v1/agreements/${agreement}/paper`

/** What becomes of a residency changes who sits where, and where its application stands. */
export async function done(answer: Promise<unknown>): Promise<Residency> {
  const now = (await answer) as Residency
  invalidate('residencies', 'application', 'plan:', 'terms:', 'space-terms:', 'allocation', 'organization', 'overview', 'history', 'files:', 'reviews')
  return now
}
export const issue = (application: string, body: Asked, key: string) => done(send<Residency>('POST', '/api/v1/residencies', { body: { application, ...body }, key }))
export const reissue = (id: string, body: Asked, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/reissue', { params: at(id), body, ...keyed(key) })))
export const enter = (body: Schemas['EnterBody'], key: string) => done(ask(api.POST('/api/v1/residencies/enter', { body, ...keyed(key) })))
export const sign = (id: string, body: Schemas['SignBody'], key: string) => done(ask(api.POST('/api/v1/residencies/{id}/sign', { params: at(id), body, ...keyed(key) })))
export const decline = (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/decline', { params: at(id), body: { reason }, ...keyed(key) })))
export const forfeit = (id: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/forfeit', { params: at(id), ...keyed(key) })))
export const callOff = (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/call-off', { params: at(id), body: { reason }, ...keyed(key) })))
export const giveNotice = (id: string, last: string, reason: string, key: string) =>
  done(ask(api.POST('/api/v1/residencies/{id}/give-notice', { params: at(id), body: { last, reason }, ...keyed(key) })))
export const expire = (id: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/expire', { params: at(id), ...keyed(key) })))
export const retract = (id: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/retract', { params: at(id), ...keyed(key) })))
export const check = (id: string, item: Point['item'], outcome: Outcome, note: string, key: string) =>
  done(ask(api.POST('/api/v1/residencies/{id}/check', { params: at(id), body: { item, outcome, ...note && { note } }, ...keyed(key) })))
export const confirm = (id: string, onPaper: boolean, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/confirm', { params: at(id), body: { on_paper: onPaper }, ...keyed(key) })))

/** As the document has it, which knows no null. */
const record = (handover: HandoverBody | undefined) => (handover ? { handover: handover as unknown as Schemas['HandoverBody'] } : {}) as Schemas['RecordBody']
export const moveIn = (id: string, handover: HandoverBody | undefined, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/move-in', { params: at(id), body: record(handover), ...keyed(key) })))
export const close = (id: string, handover: HandoverBody | undefined, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/close', { params: at(id), body: record(handover), ...keyed(key) })))

/** A paper as it would be, as a file of this page. */
export async function draftAt(path: string, body: object): Promise<string> {
  const request = new Request(new URL(path, location.origin), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return URL.createObjectURL(await (await transport(request)).blob())
}
export const preview = (application: string, body: Asked): Promise<string> => draftAt('/api/v1/residencies/preview', { application, ...body })
