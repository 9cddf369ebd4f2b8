// What an organization asks of its residencies; its steps are those of the room of residencies.

import { api, ask } from '../../lib/api'
import type { Page } from '../../lib/contract'
import type { components } from '../../lib/schema'

export type FileView = components['schemas']['FileView']
export type Allocation = components['schemas']['AllocationView']

export const scans = (agreement: string, signal: AbortSignal): Promise<{ items: FileView[] }> => ask(api.GET('/api/v1/files', { params: { query: { owner: agreement } }, signal }))
/** Terms of the organization in the base, with their hand-over records. */
export const terms = (organization: string, base: string, signal: AbortSignal): Promise<Page<Allocation>> =>
  ask(api.GET('/api/v1/allocations', { params: { query: { organization, base, limit: 100 } }, signal }))
