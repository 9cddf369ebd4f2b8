// Something fetched: shown at once from the last time, fetched anew behind it, given up when the page
// moves on, and fetched again when an act says that it has changed.

import { untrack } from 'svelte'
import { asProblem, type ApiProblem } from './problem'

const cache = new Map<string, unknown>()
const live = new Set<Resource<unknown>>()
/** Enough for every page of a morning's work; the oldest go first. */
const MOST = 200

function store(key: string, data: unknown): void {
  cache.delete(key)
  cache.set(key, data)
  if (cache.size > MOST) {
    const oldest = cache.keys().next()
    if (!oldest.done) cache.delete(oldest.value)
  }
}

export class Resource<T> {
  data = $state.raw<T>()
  problem = $state.raw<ApiProblem>()
  /** Nothing to show yet. */
  loading = $state(true)
  /** Something is shown while newer is on its way. */
  refreshing = $state(false)
  key: string | null = null
  #load: (signal: AbortSignal) => Promise<T>
  #flight: AbortController | undefined

  constructor(load: (signal: AbortSignal) => Promise<T>) {
    this.#load = load
  }

  /** Turns to a key; what it last held is shown at once, or what is on the screen when `hold`. */
  turn(key: string | null, hold: boolean): void {
    this.key = key
    const known = key === null ? undefined : (cache.get(key) as T | undefined)
    if (known !== undefined || !hold) this.data = known
    this.problem = undefined
    if (key !== null) void this.reload()
    else this.loading = false
  }

  reload = async (): Promise<void> => {
    const key = this.key
    if (key === null) return
    this.stop()
    const flight = (this.#flight = new AbortController())
    this.loading = this.data === undefined
    this.refreshing = !this.loading
    try {
      const data = await this.#load(flight.signal)
      if (flight.signal.aborted) return
      store(key, data)
      this.data = data
      this.problem = undefined
    } catch (error) {
      if (flight.signal.aborted) return
      this.problem = asProblem(error)
      // What may no longer be seen must not stay on the screen.
      if (this.problem.status === 404 || this.problem.status === 403) this.data = undefined
    }
    this.loading = this.refreshing = false
  }

  /** Puts the answer of an act in place without asking again. */
  put(data: T): void {
    this.data = data
    if (this.key !== null) store(this.key, data)
  }

  stop(): void {
    this.#flight?.abort()
    this.#flight = undefined
  }
}

/**
 * A resource of the component that calls this. `key` is read reactively; null means: nothing to fetch.
 * With `hold`, the old items stay on the screen while a changed key is fetched (lists under a filter).
 */
export function resource<T>(
  key: () => string | null,
  load: (signal: AbortSignal) => Promise<T>,
  options: { hold?: boolean } = {},
): Resource<T> {
  const made = new Resource<T>(load)
  $effect.pre(() => {
    const now = key()
    untrack(() => made.turn(now, options.hold ?? false))
    return () => made.stop()
  })
  $effect(() => {
    live.add(made as Resource<unknown>)
    return () => live.delete(made as Resource<unknown>)
  })
  return made
}

/** What begins with one of these keys has changed: forget it, and fetch anew what is on the screen. */
export function invalidate(...prefixes: string[]): void {
  const hit = (key: string) => prefixes.some(prefix => key.startsWith(prefix))
  for (const key of [...cache.keys()]) if (hit(key)) cache.delete(key)
  for (const one of live) if (one.key !== null && hit(one.key)) void one.reload()
}

/** Nothing of one person's is left for the next who signs in here. */
export function forgetAll(): void {
  cache.clear()
}
