// Requests of imports.

import { send } from '../../lib/http'
import { invalidate } from '../../lib/resource.svelte'
import { upload } from '../../lib/upload'
import type { DraftRow, Fault, ImportView, Kind } from './model'

export interface Page<T> { items: T[]; next?: string | null; total?: number | null }
const V1 = '/api/v1/imports'

export const list = (cursor: string | undefined, signal: AbortSignal) => send<Page<ImportView>>('GET', V1, { query: { cursor }, signal })
export const show = (id: string, signal: AbortSignal) => send<ImportView>('GET', `${V1}/${id}`, { signal })
export const faults = (id: string, severity: string | undefined, cursor: string | undefined, signal: AbortSignal) =>
  send<Page<Fault>>('GET', `${V1}/${id}/faults`, { query: { severity, cursor, limit: 100 }, signal })
export const rows = (id: string, cursor: string | undefined, signal: AbortSignal) =>
  send<Page<DraftRow>>('GET', `${V1}/${id}/rows`, { query: { cursor }, signal })

export interface Brought { kind: Kind; file: File; headerRow: number | null; base: string; replace: boolean }
export function create({ kind, file, headerRow, base, replace }: Brought, onprogress: (share: number) => void, signal: AbortSignal): Promise<ImportView> {
  const form = new FormData()
  form.append('kind', kind)
  if (headerRow !== null) form.append('header_row', String(headerRow))
  if (base) form.append('base', base)
  if (kind === 'workdays' && replace) form.append('replace', 'true')
  // Last, so that the service knows the rest while the file still comes.
  form.append('file', file)
  return upload<ImportView>(V1, form, onprogress, signal)
}
export async function commit(id: string, key: string): Promise<ImportView> {
  return after(send<ImportView>('POST', `${V1}/${id}/commit`, { body: {}, key }))
}
export async function undo(id: string, key: string): Promise<ImportView> {
  return after(send<ImportView>('POST', `${V1}/${id}/undo`, { body: {}, key }))
}
export const remap = (id: string, mapping: Record<string, string>) => send<ImportView>('POST', `${V1}/${id}/remap`, { body: { mapping } })
export const remove = (id: string) => send<void>('DELETE', `${V1}/${id}`)
export const faultsSheet = (id: string): string => `${V1}/${id}/faults/export`
export const template = (kind: Kind): string => `${V1}/templates/${kind}`

async function after<T>(act: Promise<T>): Promise<T> {
  const done = await act
  invalidate('imports')
  return done
}
/** What an import has made or taken away shows everywhere. */
export const settled = (): void => invalidate('imports', 'organizations:', 'organization:', 'plan:', 'terms:', 'overview', 'workdays', 'allocations:')
