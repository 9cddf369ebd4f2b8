// Requests of filings, and what has to be fetched anew after each.

import { api, ask, keyed, matching } from '../../lib/api'
import { asProblem } from '../../lib/problem'
import { invalidate } from '../../lib/resource.svelte'
import type { Page } from '../../lib/contract'
import type { Day } from '../../lib/dates'
import type { components } from '../../lib/schema'
import type { Figures, Filing, Item, State } from './model'

type Schemas = components['schemas']
/** Only what is asked for: the client writes out what is undefined. */
const given = (of: object) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined && value !== ''))
/** A case as somebody has seen it. */
type Seen = Pick<Filing, 'id' | 'version'>
const at = ({ id, version }: Seen) => ({ path: { id }, header: matching(version) })

export const list = (filter: { base?: string | undefined; organization?: string | undefined; state?: State | undefined }, cursor: string | undefined, signal: AbortSignal): Promise<Page<Item>> =>
  ask(api.GET('/api/v1/filings', { params: { query: given({ ...filter, cursor, limit: 50 }) }, signal }))
export const figures = (base: string | undefined, days: { from: Day; to: Day }, signal: AbortSignal): Promise<Figures> => ask(api.GET('/api/v1/filings/figures', { params: { query: given({ base, ...days }) }, signal }))
export const show = async (id: string, signal: AbortSignal): Promise<Filing> => (await ask(api.GET('/api/v1/filings/{id}', { params: { path: { id } }, signal }))) as unknown as Filing

async function done(answer: Promise<unknown>): Promise<Filing> {
  try {
    const now = (await answer) as Filing
    invalidate('filings', 'organization', 'overview', 'history')
    return now
  } catch (error) {
    // Somebody else was first: what is on the screen is fetched anew, and the next try is about that.
    if (asProblem(error).status === 412) invalidate('filings/one')
    throw error
  }
}
export const begin = (body: Schemas['AskFilingBody'], key: string) => done(ask(api.POST('/api/v1/filings', { body, ...keyed(key) })))
export const mark = (of: Seen, paper: string, ready: boolean, key: string) => done(ask(api.POST('/api/v1/filings/{id}/mark', { params: at(of), body: { paper, ready }, ...keyed(key) })))
export const care = (of: Seen, thing: string, is: boolean, key: string) => done(ask(api.POST('/api/v1/filings/{id}/care', { params: at(of), body: { key: thing, done: is }, ...keyed(key) })))
export const check = (of: Seen, body: Schemas['CheckPaperBody'], key: string) => done(ask(api.POST('/api/v1/filings/{id}/check', { params: at(of), body, ...keyed(key) })))
export const sendBack = (of: Seen, body: Schemas['ReturnFilingBody'], key: string) => done(ask(api.POST('/api/v1/filings/{id}/send-back', { params: at(of), body, ...keyed(key) })))

/** What a dialog gathers; each step takes what it needs of it. */
export type Filled = { wanted: Schemas['FilingType']; authority: string; name: string; passed: boolean; text: string; papers: string[]; on: string; due: string; number: string }
const day = (of: string): string | undefined => of || undefined
export const write = {
  accept: (seen: Seen, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/accept', { params: at(seen), body: { wanted: of.wanted, authority: of.authority }, ...keyed(key) }))),
  check_name: (seen: Seen, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/check-name', { params: at(seen), body: { name: of.name, passed: of.passed, ...given({ note: of.text }) }, ...keyed(key) }))),
  submit: (seen: Seen, _: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/submit', { params: at(seen), ...keyed(key) }))),
  file: (seen: Seen, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/file', { params: at(seen), body: given({ on: day(of.on) }), ...keyed(key) }))),
  ask_more: (seen: Seen, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/ask-more', { params: at(seen), body: { text: of.text, papers: of.papers, ...given({ on: day(of.on), due: day(of.due) }) }, ...keyed(key) }))),
  grant: (seen: Seen, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/grant', { params: at(seen), body: { number: of.number, ...given({ on: day(of.on), name: of.name }) }, ...keyed(key) }))),
  refuse: (seen: Seen, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/refuse', { params: at(seen), body: { reason: of.text, ...given({ on: day(of.on) }) }, ...keyed(key) }))),
  resume: (seen: Seen, _: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/resume', { params: at(seen), ...keyed(key) }))),
  close: (seen: Seen, _: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/close', { params: at(seen), ...keyed(key) }))),
  withdraw: (seen: Seen, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/withdraw', { params: at(seen), body: { reason: of.text }, ...keyed(key) }))),
  drop: (seen: Seen, of: Filled, key: string) => done(ask(api.POST('/api/v1/filings/{id}/drop', { params: at(seen), body: { reason: of.text }, ...keyed(key) }))),
}
export type Writing = keyof typeof write
