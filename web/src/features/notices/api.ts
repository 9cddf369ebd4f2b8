// Requests of notices and objections, and what has to be fetched anew after each.

import { api, ask, keyed } from '../../lib/api'
import { invalidate } from '../../lib/resource.svelte'
import type { Page } from '../../lib/contract'
import type { components } from '../../lib/schema'
import type { Item as Application } from '../applications/model'
import type { Followed, Item, Notice, NoticeState, PublicNotice } from './model'

type Schemas = components['schemas']
export type Filter = { base?: string | undefined; state?: NoticeState | undefined }
/** Only what is asked for: the client writes out what is undefined. */
const given = (of: object) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined && value !== ''))
const at = (id: string) => ({ path: { id } })

export const shown = (signal: AbortSignal): Promise<Page<PublicNotice>> => ask(api.GET('/api/v1/public/notices', { signal }))
export const one = (id: string, signal: AbortSignal): Promise<PublicNotice> => ask(api.GET('/api/v1/public/notices/{id}', { params: at(id), signal }))
export const object = (id: string, body: Schemas['ObjectionBody'], key: string): Promise<Schemas['ReceivedView']> =>
  ask(api.POST('/api/v1/public/notices/{id}/objections', { params: at(id), body, ...keyed(key) }))
export const follow = (word: string, signal: AbortSignal): Promise<Followed> => ask(api.GET('/api/v1/public/objections/{follow}', { params: { path: { follow: word } }, signal }))
/** Where whoever objected follows it. */
export const followAt = (word: string): string => `${location.origin}/objection/${encodeURIComponent(word)}`

export const list = (filter: Filter, cursor: string | undefined, signal: AbortSignal): Promise<Page<Item>> =>
  ask(api.GET('/api/v1/notices', { params: { query: given({ ...filter, cursor, limit: 50 }) }, signal }))
export const show = async (id: string, signal: AbortSignal): Promise<Notice> => (await ask(api.GET('/api/v1/notices/{id}', { params: at(id), signal }))) as unknown as Notice
export const exportOf = (id: string): string => `/api/v1/notices/${id}/export`
/** Applications that are to get a place and are not shown yet. */
export const waiting = (base: string | undefined, signal: AbortSignal): Promise<Page<Application>> =>
  ask(api.GET('/api/v1/applications', { params: { query: { ...given({ base }), state: 'proposed', limit: 200 } }, signal }))

/** Applications move with their notice; its page puts the answer in place itself. */
async function done(answer: Promise<unknown>): Promise<Notice> {
  const now = (await answer) as Notice
  invalidate('notices', 'public/', 'application', 'reviews', 'history', 'overview')
  return now
}
export const publish = (body: Schemas['PublishBody'], key: string) => done(ask(api.POST('/api/v1/notices', { body, ...keyed(key) })))
export const writeDown = (id: string, body: Schemas['ObjectionBody'], key: string) => done(ask(api.POST('/api/v1/notices/{id}/objections', { params: at(id), body, ...keyed(key) })))
export const answer = (id: string, objection: string, body: Schemas['AnswerBody'], key: string) =>
  done(ask(api.POST('/api/v1/notices/{id}/objections/{objection}/answer', { params: { path: { id, objection } }, body, ...keyed(key) })))
export const conclude = (id: string, key: string) => done(ask(api.POST('/api/v1/notices/{id}/conclude', { params: at(id), ...keyed(key) })))
export const revoke = (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/notices/{id}/revoke', { params: at(id), body: { reason }, ...keyed(key) })))

export type Rule = { days: number; working: boolean; division: string | undefined }
/** How long it is shown at least at a base, and which days count. */
export async function rule(base: string, signal: AbortSignal): Promise<Rule> {
  const [rules, of] = await Promise.all([
    ask(api.GET('/api/v1/settings', { params: { query: { base } }, signal })), ask(api.GET('/api/v1/bases/{id}', { params: { path: { id: base } }, signal })),
  ])
  const value = (key: string): unknown => rules.items.find(one => one.key === key)?.value
  // Whether days off of the banner's own count is a rule of the city.
  return { days: Number(value('notices.days')) || 0, working: value('notices.working_days') !== false, division: value('calendar.division_days') === true ? of.division : undefined }
}
/** The last day of so many from today, as it would be counted. */
export async function lastDay(today: string, days: number, of: Rule, signal: AbortSignal): Promise<string> {
  const query = { from: today, days, kind: of.working ? ('working' as const) : ('natural' as const), roll: of.working ? ('none' as const) : ('forward' as const), ...(of.division && { division: of.division }) }
  return (await ask(api.GET('/api/v1/deadlines', { params: { query }, signal }))).due
}
