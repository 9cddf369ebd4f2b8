// Steps of staying longer; each changes the residency and what hangs on it.

import { api, ask as sent, keyed } from '../../lib/api'
import type { Day } from '../../lib/dates'
import { done, draftAt } from '../residencies/api'
import type { Signing } from '../residencies/model'

const at = (id: string) => ({ path: { id } })
const offered = (last: Day, extra: string) => ({ last, ...extra.trim() && { extra: extra.trim() } })

export const ask = (id: string, last: Day, text: string, key: string) => done(sent(api.POST('/api/v1/residencies/{id}/ask-renewal', { params: at(id), body: { last, text }, ...keyed(key) })))
export const offer = (id: string, last: Day, extra: string, key: string) => done(sent(api.POST('/api/v1/residencies/{id}/offer-renewal', { params: at(id), body: offered(last, extra), ...keyed(key) })))
export const preview = (id: string, last: Day, extra: string): Promise<string> => draftAt(`/api/v1/residencies/${id}/preview-renewal`, offered(last, extra))
export const deny = (id: string, reason: string, key: string) => done(sent(api.POST('/api/v1/residencies/{id}/deny-renewal', { params: at(id), body: { reason }, ...keyed(key) })))
export const withdraw = (id: string, reason: string, key: string) => done(sent(api.POST('/api/v1/residencies/{id}/withdraw-renewal', { params: at(id), body: { reason }, ...keyed(key) })))
export const sign = (id: string, body: Signing, key: string) => done(sent(api.POST('/api/v1/residencies/{id}/sign-renewal', { params: at(id), body, ...keyed(key) })))
export const lapse = (id: string, key: string) => done(sent(api.POST('/api/v1/residencies/{id}/lapse-renewal', { params: at(id), ...keyed(key) })))
