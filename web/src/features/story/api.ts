// Requests of the story of an organization and of what it has received.

import { api, ask } from '../../lib/api'
import type { Page } from '../../lib/contract'
import type { Days, Entry, Ledger, Part, Value } from './model'

/** Only what is asked for: the client writes out what is undefined. */
const given = (of: object) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined && value !== ''))

export const story = (id: string, part: Part | undefined, cursor: string | undefined, signal: AbortSignal): Promise<Page<Entry>> =>
  ask(api.GET('/api/v1/organizations/{id}/story', { params: { path: { id }, query: given({ part, cursor, limit: 50 }) }, signal }))
export const value = (id: string, days: Days, signal: AbortSignal): Promise<Value> => ask(api.GET('/api/v1/organizations/{id}/value', { params: { path: { id }, query: given(days) }, signal }))
export const ledger = (base: string | undefined, days: Days, cursor: string | undefined, signal: AbortSignal): Promise<Ledger> =>
  ask(api.GET('/api/v1/value', { params: { query: given({ base, ...days, cursor, limit: 50 }) }, signal }))
