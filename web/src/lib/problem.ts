// What the service says when it says no (RFC 9457), as an error that pages can show.

export type FieldProblem = { path: string; code: string; detail: string }

export type ProblemBody = {
  type?: string
  status: number
  code: string
  title: string
  detail: string
  fields?: FieldProblem[]
  request_id?: string
  values?: Record<string, unknown>
  current?: unknown
}

export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly fields: FieldProblem[]
  readonly requestId: string
  readonly values: Record<string, unknown>
  /** The thing as it is now, when our copy was old (412). */
  readonly current: unknown
  readonly retryAfter: number | undefined

  constructor(body: ProblemBody, retryAfter?: number) {
    super(body.detail || body.title || body.code)
    this.name = 'ApiProblem'
    this.status = body.status
    this.code = body.code
    this.fields = body.fields ?? []
    this.requestId = body.request_id ?? ''
    this.values = body.values ?? {}
    this.current = body.current
    this.retryAfter = retryAfter
  }

  /** No answer came at all: the way to the service is cut, or it does not run. */
  get offline(): boolean {
    return this.status === 0
  }
  get missing(): boolean {
    return this.status === 404
  }
  /** The fault of a field, by its path in the request. */
  field(path: string): string | undefined {
    return this.fields.find(fault => fault.path === path)?.detail
  }
}

export const isProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem

/** Whatever was thrown, as a problem. */
export function asProblem(error: unknown): ApiProblem {
  if (isProblem(error)) return error
  return new ApiProblem({ status: 0, code: 'unexpected', title: '', detail: error instanceof Error ? error.message : String(error) })
}

/** The problem in an answer that is not 2xx; a proxy's own page becomes one too. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const after = Number(response.headers.get('retry-after'))
  const retry = Number.isFinite(after) && after > 0 ? after : undefined
  try {
    const body: unknown = await response.clone().json()
    if (body && typeof body === 'object' && 'code' in body) return new ApiProblem(body as ProblemBody, retry)
  } catch {
    // Not ours: below.
  }
  return new ApiProblem({ status: response.status, code: 'unreadable', title: '', detail: '' }, retry)
}
