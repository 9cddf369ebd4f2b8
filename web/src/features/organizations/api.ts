// Requests of organizations, their people and files.

import { send } from '../../lib/http'
import { invalidate } from '../../lib/resource.svelte'
import { upload } from '../../lib/upload'
import type { FileView, OrganizationItem, OrganizationView, Person } from './model'

export interface Page<T> { items: T[]; next?: string | null; total?: number | null }
const V1 = '/api/v1'
const some = (signal?: AbortSignal) => (signal ? { signal } : {})

export type Filter = {
  q?: string | undefined; base?: string | undefined; kind?: string | undefined; class?: string | undefined; resident?: string | undefined
  live?: string | undefined; sort?: string | undefined; cursor?: string | undefined; limit?: number
}
export const list = (filter: Filter, signal?: AbortSignal) =>
  send<Page<OrganizationItem>>('GET', `${V1}/organizations`, { query: filter, ...some(signal) })
export const show = (id: string, signal?: AbortSignal) => send<OrganizationView>('GET', `${V1}/organizations/${id}`, some(signal))
export const create = (body: Record<string, unknown>, key: string) => changed(send<OrganizationView>('POST', `${V1}/organizations`, { body, key }))
export const edit = (id: string, version: number, body: Record<string, unknown>) =>
  changed(send<OrganizationView>('PATCH', `${V1}/organizations/${id}`, { body, ifMatch: version }))
export const editContacts = (id: string, version: number, body: Record<string, unknown>) =>
  changed(send<OrganizationView>('PATCH', `${V1}/organizations/${id}/contacts`, { body, ifMatch: version }))
export const dissolve = (id: string, body: { on: string; reason: string }, key: string) =>
  changed(send<OrganizationView>('POST', `${V1}/organizations/${id}/dissolve`, { body, key }))
export const restore = (id: string, key: string) => changed(send<OrganizationView>('POST', `${V1}/organizations/${id}/restore`, { body: {}, key }))

export const persons = (id: string, signal?: AbortSignal) => send<Page<Person>>('GET', `${V1}/organizations/${id}/persons`, some(signal))
export const addPerson = (id: string, body: unknown, key: string) => people(send<Person>('POST', `${V1}/organizations/${id}/persons`, { body, key }))
export const editPerson = (person: Person, body: unknown) => people(send<Person>('PATCH', `${V1}/persons/${person.id}`, { body, ifMatch: person.version }))
export const endPerson = (person: Person) => people(send<void>('DELETE', `${V1}/persons/${person.id}`))

export const files = (owner: string, signal?: AbortSignal) => send<Page<FileView>>('GET', `${V1}/files`, { query: { owner }, ...some(signal) })
export const addFile = (owner: string, file: File, onprogress: (share: number) => void, signal: AbortSignal) => {
  const form = new FormData()
  form.append('file', file)
  return upload<FileView>(`${V1}/files?owner=${encodeURIComponent(owner)}`, form, onprogress, signal)
}
export const removeFile = (id: string) => send<void>('DELETE', `${V1}/files/${id}`)
export const contentOf = (id: string): string => `${V1}/files/${id}/content`

export interface Division { code: string; name: string; level: string; parent?: string | null }
export const divisions = (query: Record<string, string | undefined>, signal?: AbortSignal) =>
  send<Page<Division>>('GET', `${V1}/divisions`, { query, ...some(signal) })

async function changed<T>(act: Promise<T>): Promise<T> {
  const done = await act
  invalidate('organization', 'overview', 'history')
  return done
}
async function people<T>(act: Promise<T>): Promise<T> {
  const done = await act
  invalidate('persons:', 'history')
  return done
}
