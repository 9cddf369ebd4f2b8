// Requests of applications and intakes, and what has to be fetched anew after each.

import { api, ask, keyed, matching } from '../../lib/api'
import { invalidate } from '../../lib/resource.svelte'
import type { Page } from '../../lib/contract'
import type { components } from '../../lib/schema'
import type { Application, Intake, Item, Standing, Tally } from './model'
import type { Asked } from './correction'

export type Filter = { base?: string | undefined; intake?: string | undefined; organization?: string | undefined; state?: Standing | undefined; open?: boolean | undefined }
/** Only what is asked for: the client writes out what is undefined. */
const given = <T extends object>(of: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined && value !== '')) as { [K in keyof T]?: Exclude<T[K], undefined> }

export const list = (filter: Filter, cursor: string | undefined, signal: AbortSignal): Promise<Page<Item>> =>
  ask(api.GET('/api/v1/applications', { params: { query: given({ ...filter, cursor, limit: 100 }) }, signal }))
export const show = async (id: string, signal: AbortSignal): Promise<Application> =>
  (await ask(api.GET('/api/v1/applications/{id}', { params: { path: { id } }, signal }))) as unknown as Application
export const contentOf = (file: string): string => `/api/v1/files/${file}/content`

/** The last day of the notice that shows an application. */
export const shownUntil = async (notice: string, signal: AbortSignal): Promise<string> => (await ask(api.GET('/api/v1/public/notices/{id}', { params: { path: { id: notice } }, signal }))).ends

/** What an act on an application changes elsewhere; its page puts the answer in place itself. */
export const moved = (): void => invalidate('applications', 'intakes', 'history/app', 'overview', 'reviews', 'panel/')
async function done(answer: Promise<unknown>): Promise<Application> {
  const now = (await answer) as Application
  moved()
  return now
}
const at = (id: string) => ({ path: { id } })
export const begin = (body: { intake: string; organization: string }, key: string) => done(ask(api.POST('/api/v1/applications', { body, ...keyed(key) })))
export const accept = (id: string, key: string) => done(ask(api.POST('/api/v1/applications/{id}/accept', { params: at(id), ...keyed(key) })))
export const pass = (id: string, key: string) => done(ask(api.POST('/api/v1/applications/{id}/pass', { params: at(id), ...keyed(key) })))
export const refuse = (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/applications/{id}/refuse', { params: at(id), body: { reason }, ...keyed(key) })))
export const propose = (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/applications/{id}/propose', { params: at(id), body: reason ? { reason } : {}, ...keyed(key) })))
export const reject = (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/applications/{id}/reject', { params: at(id), body: { reason }, ...keyed(key) })))
export const withdraw = (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/applications/{id}/withdraw', { params: at(id), body: reason ? { reason } : {}, ...keyed(key) })))
export const askCorrection = (id: string, items: Asked[], until: string, key: string) =>
  done(ask(api.POST('/api/v1/applications/{id}/correction', { params: at(id), body: { items, ...(until ? { until } : {}) }, ...keyed(key) })))
export const rule = (id: string, body: components['schemas']['RuleBody'], key: string) => done(ask(api.POST('/api/v1/applications/{id}/rulings', { params: at(id), body, ...keyed(key) })))

/** The rule's last day for putting right, as it would be counted from today. */
export async function ruleDay(base: string, today: string, signal: AbortSignal): Promise<{ days: number; due: string } | undefined> {
  const [rules, of] = await Promise.all([
    ask(api.GET('/api/v1/settings', { params: { query: { base } }, signal })), ask(api.GET('/api/v1/bases/{id}', { params: { path: { id: base } }, signal })),
  ])
  const days = Number(rules.items.find(one => one.key === 'applications.correction_days')?.value)
  if (!(days > 0)) return undefined
  // Whether days off of the banner's own count is a rule of the city.
  const own = rules.items.find(one => one.key === 'calendar.division_days')?.value === true
  const counted = await ask(api.GET('/api/v1/deadlines', { params: { query: { from: today, days, kind: 'working', roll: 'none', ...(own ? { division: of.division } : {}) } }, signal }))
  return { days, due: counted.due }
}

type Body = components['schemas']['IntakeBody']
export const intakes = async (base: string, signal: AbortSignal): Promise<Page<Tally>> => (await ask(api.GET('/api/v1/intakes', { params: { query: { base } }, signal }))) as unknown as Page<Tally>
export const intake = async (id: string, signal: AbortSignal): Promise<Intake> => (await ask(api.GET('/api/v1/intakes/{id}', { params: at(id), signal }))) as unknown as Intake
async function kept(answer: Promise<unknown>): Promise<Intake> {
  const now = (await answer) as Intake
  invalidate('intakes', 'history/itk', 'public/')
  return now
}
export const create = (base: string, body: Body, key: string) => kept(ask(api.POST('/api/v1/intakes', { body: { base, intake: body }, ...keyed(key) })))
export const edit = (id: string, version: number, body: Body) => kept(ask(api.PUT('/api/v1/intakes/{id}', { params: { ...at(id), header: matching(version) }, body })))
export const publish = (id: string, key: string) => kept(ask(api.POST('/api/v1/intakes/{id}/publish', { params: at(id), ...keyed(key) })))
export const close = (id: string, key: string) => kept(ask(api.POST('/api/v1/intakes/{id}/close', { params: at(id), ...keyed(key) })))
export const discard = (id: string, key: string) => kept(ask(api.POST('/api/v1/intakes/{id}/discard', { params: at(id), ...keyed(key) })))
export const extend = (id: string, body: { closes?: string; quota?: number }, key: string) => kept(ask(api.POST('/api/v1/intakes/{id}/extend', { params: at(id), body, ...keyed(key) })))
