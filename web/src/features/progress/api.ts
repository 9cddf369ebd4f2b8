// Requests of periodic reports, and what has to be fetched anew after each.

import { api, ask, keyed, matching } from '../../lib/api'
import { invalidate } from '../../lib/resource.svelte'
import type { Wire } from './form'
import type { Board, Gap, Periods, Report, Summary } from './model'

const at = (id: string, version: number) => ({ path: { id }, header: matching(version) })
export const periods = (base: string | undefined, signal: AbortSignal): Promise<Periods> => ask(api.GET('/api/v1/progress-reports/periods', { params: { query: base ? { base } : {} }, signal }))
export const board = async (base: string, period: string, signal: AbortSignal): Promise<Board> => (await ask(api.GET('/api/v1/progress-reports/period', { params: { query: { base, period } }, signal }))) as Board
export const summary = (period: string, signal: AbortSignal): Promise<Summary> => ask(api.GET('/api/v1/progress-reports/summary', { params: { query: { period } }, signal }))
export const show = async (id: string, signal: AbortSignal): Promise<Report> => (await ask(api.GET('/api/v1/progress-reports/{id}', { params: { path: { id } }, signal }))) as unknown as Report
export const exportOf = (base: string, period: string): string => `/api/v1/progress-reports/export?base=${base}&period=${period}`
/** An attachment, also one of an accepted version that was taken off since. */
export const contentOf = (id: string, file: string): string => `/api/v1/progress-reports/${id}/files/${file}/content`

export async function open(base: string, period: string, key: string): Promise<number> {
  const { asked } = await ask(api.POST('/api/v1/progress-reports/open', { body: { base, period }, ...keyed(key) }))
  invalidate('progress', 'overview', 'history')
  return asked
}
async function done(answer: Promise<unknown>): Promise<Report> {
  const now = (await answer) as Report
  invalidate('progress', 'overview', 'history')
  return now
}
/** What is saved while one types changes no list but by its version; `last` is sent even while the page goes away. */
export const draft = async (id: string, version: number, body: Wire, last: boolean): Promise<Report> =>
  (await ask(api.PUT('/api/v1/progress-reports/{id}/draft', { params: at(id, version), body, keepalive: last }))) as unknown as Report
export const submit = (id: string, version: number, body: Wire, key: string) => done(ask(api.POST('/api/v1/progress-reports/{id}/submit', { params: at(id, version), body, ...keyed(key) })))
export const giveBack = (id: string, version: number, gaps: Gap[], due: string, key: string) => done(ask(api.POST('/api/v1/progress-reports/{id}/return', { params: at(id, version), body: { gaps, ...due && { due } }, ...keyed(key) })))

type Said = { text: string; due: string }
/** The steps that take some words, a day, or nothing. */
export const write = {
  accept: (id: string, version: number, { text }: Said, key: string) => done(ask(api.POST('/api/v1/progress-reports/{id}/accept', { params: at(id, version), body: { ...text && { comment: text } }, ...keyed(key) }))),
  waive: (id: string, version: number, { text }: Said, key: string) => done(ask(api.POST('/api/v1/progress-reports/{id}/waive', { params: at(id, version), body: { reason: text }, ...keyed(key) }))),
  require: (id: string, version: number, { text, due }: Said, key: string) => done(ask(api.POST('/api/v1/progress-reports/{id}/require', { params: at(id, version), body: { reason: text, ...due && { due } }, ...keyed(key) }))),
  reopen: (id: string, version: number, { text, due }: Said, key: string) => done(ask(api.POST('/api/v1/progress-reports/{id}/reopen', { params: at(id, version), body: { reason: text, ...due && { due } }, ...keyed(key) }))),
  keep: (id: string, version: number, _: Said, key: string) => done(ask(api.POST('/api/v1/progress-reports/{id}/keep', { params: at(id, version), ...keyed(key) }))),
}
export type Writing = keyof typeof write
