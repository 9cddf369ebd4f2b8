// Changing what was agreed on, by a supplement.

import { api, ask as sent, keyed } from '../../lib/api'
import type { Day } from '../../lib/dates'
import { done, draftAt } from '../residencies/api'
import type { Signing } from '../residencies/model'

const at = (id: string) => ({ path: { id } })

export const issue = (id: string, from: Day, text: string, key: string) => done(sent(api.POST('/api/v1/residencies/{id}/issue-change', { params: at(id), body: { from, text }, ...keyed(key) })))
export const preview = (id: string, from: Day, text: string): Promise<string> => draftAt(`/api/v1/residencies/${id}/preview-change`, { from, text })
export const sign = (id: string, body: Signing, key: string) => done(sent(api.POST('/api/v1/residencies/{id}/sign-change', { params: at(id), body, ...keyed(key) })))
export const withdraw = (id: string, reason: string, key: string) => done(sent(api.POST('/api/v1/residencies/{id}/withdraw-change', { params: at(id), body: { reason }, ...keyed(key) })))
