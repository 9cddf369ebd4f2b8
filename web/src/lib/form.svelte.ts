// A form that is being sent: busy while it is, the service's faults at their fields, one idempotency
// key until it succeeds, and the first fault under the cursor.

import { tick } from 'svelte'
import { newKey } from './http'
import { asProblem, type ApiProblem } from './problem'

export class Form {
  busy = $state(false)
  problem = $state.raw<ApiProblem>()
  #faults = $state<Record<string, string>>({})
  #key = newKey()

  /** What is wrong with a field, by its path in the request. */
  fault = (path: string): string | undefined => this.#faults[path]

  /** Faults whose field is not in the form; shown above it. */
  others(...known: string[]): string[] {
    return Object.entries(this.#faults)
      .filter(([path]) => !known.includes(path))
      .map(([path, detail]) => `${path}: ${detail}`)
  }

  /** A fault that the page itself found. */
  refuse(path: string, detail: string): void {
    this.#faults = { ...this.#faults, [path]: detail }
    void this.#focus()
  }

  clear(path?: string): void {
    if (path === undefined) {
      this.#faults = {}
      this.problem = undefined
    } else if (this.#faults[path]) {
      const { [path]: _, ...rest } = this.#faults
      this.#faults = rest
    }
  }

  /** Sends. `undefined` comes back when it did not succeed; the form then shows why. */
  async submit<T>(act: (key: string) => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined
    this.busy = true
    this.clear()
    try {
      const done = await act(this.#key)
      this.#key = newKey()
      return done
    } catch (error) {
      this.problem = asProblem(error)
      this.#faults = Object.fromEntries(this.problem.fields.map(fault => [fault.path, fault.detail]))
      void this.#focus()
      return undefined
    } finally {
      this.busy = false
    }
  }

  async #focus(): Promise<void> {
    await tick()
    document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
}
