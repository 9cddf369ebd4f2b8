// Sends a file and tells how far it has come; `fetch` cannot.

import { unsafeHeaders } from './http'
import { ApiProblem, type ProblemBody } from './problem'

export function upload<T>(path: string, form: FormData, onprogress: (share: number) => void, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.responseType = 'text'
    for (const [name, value] of Object.entries(unsafeHeaders())) request.setRequestHeader(name, value)
    request.upload.onprogress = event => {
      if (event.lengthComputable) onprogress(event.loaded / event.total)
    }
    request.onerror = () => reject(new ApiProblem({ status: 0, code: 'offline', title: '', detail: '' }))
    request.onabort = () => reject(new ApiProblem({ status: 0, code: 'aborted', title: '', detail: '' }))
    request.onload = () => {
      let body: unknown
      try {
        body = request.responseText ? JSON.parse(request.responseText) : undefined
      } catch {
        body = undefined
      }
      if (request.status >= 200 && request.status < 300) resolve(body as T)
      else if (body && typeof body === 'object' && 'code' in body) reject(new ApiProblem(body as ProblemBody))
      else reject(new ApiProblem({ status: request.status, code: 'unreadable', title: '', detail: '' }))
    }
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

/** Bytes as people read them. */
export function bytes(n: number): string {
  if (n < 1024) return `${n} B`
  if (n < 1024 * 1024) return `${Math.round(n / 1024)} KB`
  return `${(n / 1024 / 1024).toFixed(1)} MB`
}
