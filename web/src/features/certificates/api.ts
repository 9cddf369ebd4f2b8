// Requests of certificates, and what has to be fetched anew after each.

import { api, ask, keyed } from '../../lib/api'
import { invalidate } from '../../lib/resource.svelte'
import type { Page } from '../../lib/contract'
import type { Certificate, Item, Public, State } from './model'

export type Filter = { base?: string | undefined; state?: State | undefined; residency?: string | undefined }
/** Only what is asked for: the client writes out what is undefined. */
const given = (of: object) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined && value !== ''))
const at = (id: string) => ({ path: { id } })

export const list = (filter: Filter, cursor: string | undefined, signal: AbortSignal): Promise<Page<Item>> =>
  ask(api.GET('/api/v1/certificates', { params: { query: given({ ...filter, cursor, limit: 50 }) }, signal }))
export const show = async (id: string, signal: AbortSignal): Promise<Certificate> => (await ask(api.GET('/api/v1/certificates/{id}', { params: at(id), signal }))) as unknown as Certificate
export const lookUp = (code: string, signal: AbortSignal): Promise<Public> => ask(api.GET('/api/v1/public/certificates/{code}', { params: { path: { code } }, signal }))
/** The paper, as it was issued. */
export const paperOf = (id: string): string => `/api/v1/certificates/${id}/paper`

async function done(answer: Promise<unknown>): Promise<Certificate> {
  const now = (await answer) as Certificate
  invalidate('certificates', 'public/certificates', 'history')
  return now
}
export const revoke = (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/certificates/{id}/revoke', { params: at(id), body: { reason }, ...keyed(key) })))
export const replace = (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/certificates/{id}/replace', { params: at(id), body: { reason }, ...keyed(key) })))
