// What every request carries and what every bad answer becomes. `api.ts` puts the typed client on it.

import { i18n } from './i18n.svelte'
import { ApiProblem, problemOf } from './problem'

let csrf = ''
let onSignedOut: () => void = () => {}

/** The session's cross-site token; sent with every unsafe request. */
export const setCsrf = (token: string): void => {
  csrf = token
}
/** What happens when the service says that nobody is signed in. */
export const whenSignedOut = (act: () => void): void => {
  onSignedOut = act
}

/** A key under which a creating request is carried out once, however often it is sent. */
export function newKey(): string {
  // randomUUID is missing on plain http outside of localhost, which intranets use.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** What a request that changes something carries, for the few that are not made here. */
export function unsafeHeaders(): Record<string, string> {
  return { 'accept-language': i18n.locale, 'idempotency-key': newKey(), ...(csrf && { 'x-csrf-token': csrf }) }
}

export async function transport(request: Request): Promise<Response> {
  const unsafe = request.method !== 'GET' && request.method !== 'HEAD'
  request.headers.set('accept-language', i18n.locale)
  if (unsafe && csrf) request.headers.set('x-csrf-token', csrf)
  if (request.method === 'POST' && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', newKey())
  let response: Response
  try {
    response = await fetch(request)
  } catch (error) {
    if (request.signal.aborted) throw error
    throw new ApiProblem({ status: 0, code: 'offline', title: '', detail: '' })
  }
  if (response.ok) return response
  const problem = await problemOf(response)
  const signingIn = request.method === 'POST' && new URL(request.url).pathname === '/api/v1/session'
  if (problem.status === 401 && !signingIn) onSignedOut()
  throw problem
}

/** A form's key, so that sending twice acts once. */
export const keyed = (key: string): { headers: Record<string, string> } => ({ headers: { 'idempotency-key': key } })
/** The version that the person has seen; a newer one is answered with 412. */
export const matching = (version: number): { 'If-Match': string } => ({ 'If-Match': `"${version}"` })

type Query = Record<string, string | number | boolean | null | undefined>
export type Sent = {
  query?: Query
  body?: unknown
  /** Multipart, for files and spreadsheets. */
  form?: FormData
  signal?: AbortSignal
  /** Version that the person has seen: answered with 412 if there is a newer one. */
  ifMatch?: number
  /** Kept over repeated tries of one act; see `form.svelte.ts`. */
  key?: string
}

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

/** A request by its address, for routes that the document does not hold yet and for files. */
export async function send<T>(method: string, path: string, sent: Sent = {}): Promise<T> {
  const headers = new Headers()
  if (sent.body !== undefined) headers.set('content-type', 'application/json')
  if (sent.ifMatch !== undefined) headers.set('if-match', `"${sent.ifMatch}"`)
  if (sent.key) headers.set('idempotency-key', sent.key)
  const request = new Request(new URL(address(path, sent.query), location.origin), {
    method,
    headers,
    body: sent.form ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body)),
    signal: sent.signal,
  })
  const response = await transport(request)
  return (response.status === 204 ? undefined : await response.json()) as T
}
