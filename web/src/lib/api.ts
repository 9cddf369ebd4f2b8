// The client typed by the service's OpenAPI document.

import createClient from 'openapi-fetch'
import { transport } from './http'
import type { paths } from './schema'

export { address, keyed, matching, newKey, send, unsafeHeaders, type Sent } from './http'

/** Typed by the document: `ask(api.GET('/api/v1/bases/{id}', { params: { path: { id } } }))`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: transport })

/** The body of an answer; whatever is not one is thrown as an `ApiProblem`. */
export async function ask<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T
}
