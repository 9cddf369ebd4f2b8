// A list that comes page by page: the first when its filter changes, the next when one asks for it.

import { resource } from './resource.svelte'
import { asProblem, type ApiProblem } from './problem'
import type { Page } from './contract'

export class Pages<T> {
  #first: ReturnType<typeof resource<Page<T>>>
  #fetch: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>
  #rest = $state.raw<{ of: Page<T>; items: T[]; next: string | null | undefined }>()
  #fault = $state.raw<ApiProblem>()
  /** The next page is on its way. */
  going = $state(false)

  constructor(key: () => string | null, fetch: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>) {
    this.#fetch = fetch
    this.#first = resource(key, signal => fetch(undefined, signal), { hold: true })
  }

  /** The further pages, as long as they belong to the first one on the screen. */
  get #more(): { items: T[]; next: string | null | undefined } | undefined {
    return this.#rest && this.#rest.of === this.#first.data ? this.#rest : undefined
  }
  get items(): T[] {
    const first = this.#first.data?.items ?? []
    return this.#more ? [...first, ...this.#more.items] : first
  }
  get total(): number | null | undefined {
    return this.#first.data?.total
  }
  get more(): boolean {
    return Boolean(this.#more ? this.#more.next : this.#first.data?.next)
  }
  get loading(): boolean {
    return this.#first.loading
  }
  get refreshing(): boolean {
    return this.#first.refreshing
  }
  get problem(): ApiProblem | undefined {
    return this.#first.problem ?? this.#fault
  }
  reload = (): void => void this.#first.reload()

  go = async (): Promise<void> => {
    const of = this.#first.data
    const cursor = this.#more ? this.#more.next : of?.next
    if (!of || !cursor || this.going) return
    this.going = true
    this.#fault = undefined
    try {
      const page = await this.#fetch(cursor, new AbortController().signal)
      if (this.#first.data === of) this.#rest = { of, items: [...(this.#more?.items ?? []), ...page.items], next: page.next }
    } catch (error) {
      this.#fault = asProblem(error)
    } finally {
      this.going = false
    }
  }
}

/** A paged list of the component that calls this; `key` names the filter. */
export function pages<T>(key: () => string | null, fetch: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>): Pages<T> {
  return new Pages(key, fetch)
}
