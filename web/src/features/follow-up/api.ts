// A contact with who has graduated.

import { api, ask, keyed } from '../../lib/api'
import type { components } from '../../lib/schema'
import { done } from '../residencies/api'

export const note = (id: string, body: components['schemas']['ContactBody'], key: string) => done(ask(api.POST('/api/v1/residencies/{id}/contacts', { params: { path: { id } }, body, ...keyed(key) })))
