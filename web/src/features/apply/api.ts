// Requests of whoever applies.

import { api, ask, keyed, matching } from '../../lib/api'
import { invalidate } from '../../lib/resource.svelte'
import { upload } from '../../lib/upload'
import type { components } from '../../lib/schema'
import type { ApplicationView, PublicIntake, WireForm } from './model'

export const intakes = (signal: AbortSignal): Promise<{ items: PublicIntake[] }> => ask(api.GET('/api/v1/public/intakes', { signal }))
export const intake = (id: string, signal: AbortSignal): Promise<PublicIntake> => ask(api.GET('/api/v1/public/intakes/{id}', { params: { path: { id } }, signal }))

export const signUp = (id: string, body: components['schemas']['TeamBody'], key: string): Promise<{ organization: string }> =>
  ask(api.POST('/api/v1/public/intakes/{id}/teams', { params: { path: { id } }, body, ...keyed(key) }))
export const begin = (body: { intake: string; organization: string; form: WireForm }, key: string): Promise<ApplicationView> =>
  changed(ask(api.POST('/api/v1/applications', { body, ...keyed(key) })))
export const show = async (id: string): Promise<ApplicationView> => (await ask(api.GET('/api/v1/applications/{id}', { params: { path: { id } } }))) as unknown as ApplicationView
/** `last` is sent even while the page goes away. */
export const save = (id: string, version: number, form: WireForm, last: boolean): Promise<ApplicationView> =>
  changed(ask(api.PUT('/api/v1/applications/{id}', { params: { path: { id }, header: matching(version) }, body: { form }, keepalive: last })))
export const submit = (id: string, again: boolean, key: string): Promise<ApplicationView> => {
  const init = { params: { path: { id } }, ...keyed(key) }
  return changed(ask(again ? api.POST('/api/v1/applications/{id}/resubmit', init) : api.POST('/api/v1/applications/{id}/submit', init)))
}

export const addDocument = (application: string, document: string, file: File, onprogress: (share: number) => void, signal: AbortSignal): Promise<unknown> => {
  const form = new FormData()
  form.append('file', file)
  return upload(`/api/v1/files?owner=${encodeURIComponent(application)}&document=${encodeURIComponent(document)}`, form, onprogress, signal)
}
export const removeDocument = (file: string): Promise<unknown> => ask(api.DELETE('/api/v1/files/{id}', { params: { path: { id: file } } }))
export const contentOf = (file: string): string => `/api/v1/files/${file}/content`

/** Lists and histories speak of it too; the application itself is put in place by whoever asked. */
async function changed(act: Promise<unknown>): Promise<ApplicationView> {
  const done = await act
  invalidate('applications', 'history')
  return done as ApplicationView
}
