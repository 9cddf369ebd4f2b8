// Steps of warnings, times away, graduation and removal; each changes the residency and what hangs on it.

import { api, ask, keyed } from '../../lib/api'
import type { components } from '../../lib/schema'
import { done } from '../residencies/api'
import type { Judgement, RemovalGround } from './model'

type Schemas = components['schemas']
const at = (id: string) => ({ path: { id } })

export const warn = (id: string, body: Schemas['WarningBody'], key: string) => done(ask(api.POST('/api/v1/residencies/{id}/warn', { params: at(id), body, ...keyed(key) })))
export const mend = (id: string, item: number, note: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/mend', { params: at(id), body: { item, note }, ...keyed(key) })))
export const recheck = (id: string, body: Schemas['RecheckBody'], key: string) => done(ask(api.POST('/api/v1/residencies/{id}/recheck', { params: at(id), body, ...keyed(key) })))
export const clear = (id: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/clear', { params: at(id), ...keyed(key) })))
export const suspend = (id: string, reason: string, until: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/suspend', { params: at(id), body: { reason, until }, ...keyed(key) })))
export const resume = (id: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/resume', { params: at(id), ...keyed(key) })))
export const judge = (id: string, criterion: string, judgement: Judgement, evidence: string, key: string) =>
  done(ask(api.POST('/api/v1/residencies/{id}/judge', { params: at(id), body: { criterion, judgement, evidence }, ...keyed(key) })))
export const graduate = (id: string, last: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/graduate', { params: at(id), body: { last }, ...keyed(key) })))
export const proposeRemoval = (id: string, grounds: RemovalGround[], text: string, key: string) =>
  done(ask(api.POST('/api/v1/residencies/{id}/propose-removal', { params: at(id), body: { grounds, text }, ...keyed(key) })))

/** The steps that take some words; those of a decision call them a reason. */
export const write = {
  ask_graduation: (id: string, text: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/ask-graduation', { params: at(id), body: { text }, ...keyed(key) }))),
  propose: (id: string, text: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/propose', { params: at(id), body: { text }, ...keyed(key) }))),
  ask_hearing: (id: string, text: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/ask-hearing', { params: at(id), body: { text }, ...keyed(key) }))),
  hear: (id: string, text: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/hear', { params: at(id), body: { text }, ...keyed(key) }))),
  postpone: (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/postpone', { params: at(id), body: { reason }, ...keyed(key) }))),
  stay_on: (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/stay-on', { params: at(id), body: { reason }, ...keyed(key) }))),
  refuse: (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/refuse', { params: at(id), body: { reason }, ...keyed(key) }))),
  remove: (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/remove', { params: at(id), body: { reason }, ...keyed(key) }))),
  spare: (id: string, reason: string, key: string) => done(ask(api.POST('/api/v1/residencies/{id}/spare', { params: at(id), body: { reason }, ...keyed(key) }))),
}
