// Requests of filings, and what has to be fetched anew after each.

import { api, ask, keyed } from '../../lib/api'
import { invalidate } from '../../lib/resource.svelte'
import type { Page } from '../../lib/contract'
import type { components } from '../../lib/schema'
import type { Figures, Filing, Item, State } from './model'

type Schemas = components['schemas']
/** Only what is asked for: the client writes out what is undefined. */
const given = (of: object) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined && value !== ''))
const at = (id: string) => ({ path: { id } })

export const list = (filter: { base?: string | undefined; organization?: string | undefined; state?: State | undefined }, cursor: string | undefined, signal: AbortSignal): Promise<Page<Item>> =>
  ask(api.GET('/api/v1/filings', { params: { query: given({ ...filter, cursor, limit: 50 }) }, signal }))
export const figures = (base: string | undefined, signal: AbortSignal): Promise<Figures> => ask(api.GET('/api/v1/filings/figures', { params: { query: given({ base }) }, signal }))
export const show = async (id: string, signal: AbortSignal): Promise<Filing> => (await ask(api.GET('/api/v1/filings/{id}', { params: at(id), signal }))) as unknown as Filing

async function done(answer: Promise<unknown>): Promise<Filing> {
  const now = (await answer) as Filing
  invalidate('filings', 'organizations', 'overview', 'history')
  return now
}
export const begin = (body: Schemas['AskFilingBody'], key: string) => done(ask(api.POST('/api/v1/filings', { body, ...keyed(key) })))
export const mark = (id: string, paper: string, ready: boolean, key: string) => done(ask(api.POST('/api/v1/filings/{id}/mark', { params: at(id), body: { paper, ready }, ...keyed(key) })))
export const care = (id: string, thing: string, is: boolean, key: string) => done(ask(api.POST('/api/v1/filings/{id}/care', { params: at(id), body: { key: thing, done: is }, ...keyed(key) })))
export const check = (id: string, body: Schemas['CheckPaperBody'], key: string) => done(ask(api.POST('/api/v1/filings/{id}/check', { params: at(id), body, ...keyed(key) })))

/** What a dialog gathers; each step takes what it needs of it. */
export type Filled = { wanted: Schemas['FilingType']; authority: string; name: string; passed: boolean; text: string; papers: string[]; on: string; due: string; number: string }
const day = (of: string): string | undefined => of || undefined
export const write = {
  accept: (id: string, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/accept', { params: at(id), body: { wanted: of.wanted, authority: of.authority }, ...keyed(key) }))),
  check_name: (id: string, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/check-name', { params: at(id), body: { name: of.name, passed: of.passed, ...given({ note: of.text }) }, ...keyed(key) }))),
  submit: (id: string, _: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/submit', { params: at(id), ...keyed(key) }))),
  send_back: (id: string, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/send-back', { params: at(id), body: { reason: of.text, papers: of.papers }, ...keyed(key) }))),
  file: (id: string, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/file', { params: at(id), body: given({ on: day(of.on) }), ...keyed(key) }))),
  ask_more: (id: string, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/ask-more', { params: at(id), body: { text: of.text, papers: of.papers, ...given({ on: day(of.on), due: day(of.due) }) }, ...keyed(key) }))),
  grant: (id: string, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/grant', { params: at(id), body: { number: of.number, ...given({ on: day(of.on), name: of.name }) }, ...keyed(key) }))),
  refuse: (id: string, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/refuse', { params: at(id), body: { reason: of.text, ...given({ on: day(of.on) }) }, ...keyed(key) }))),
  resume: (id: string, _: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/resume', { params: at(id), ...keyed(key) }))),
  close: (id: string, _: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/close', { params: at(id), ...keyed(key) }))),
  withdraw: (id: string, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/withdraw', { params: at(id), body: { reason: of.text }, ...keyed(key) }))),
  drop: (id: string, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/drop', { params: at(id), body: { reason: of.text }, ...keyed(key) }))),
}
export type Writing = keyof typeof write

/** Who may be helped at a base: teams first, then those that are recorded. */
export async function candidates(base: string | undefined, signal: AbortSignal): Promise<{ id: string; name: string }[]> {
  const of = async (kind: 'pre_registration' | 'recorded') => (await ask(api.GET('/api/v1/organizations', { params: { query: given({ base, kind, live: true, limit: 200 }) }, signal }))).items
  return (await Promise.all([of('pre_registration'), of('recorded')])).flat()
}
