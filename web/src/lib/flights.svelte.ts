// Files on their way to the service, each with how far it has come and a way to stop it.

import { announce } from './announce'
import { asProblem } from './problem'
import { toast } from './toast.svelte'

/** What the service takes at most. */
const MOST = 50 * 1024 * 1024
export type Flight = { key: number; /** What it is to be. */ of: string; name: string; share: number; stop: AbortController }
type Send = (file: File, onprogress: (share: number) => void, signal: AbortSignal) => Promise<unknown>
type Words = { failed: (name: string) => string; too_large: string; done: (name: string) => string }

export class Flights {
  all = $state<Flight[]>([])
  #next = 1
  #words: () => Words

  constructor(words: () => Words) {
    this.#words = words
  }

  of = (what: string): Flight[] => this.all.filter(one => one.of === what)

  /** One after the other; answers how many have arrived. */
  async send(files: Iterable<File>, of: string, send: Send, onfiled?: () => unknown): Promise<number> {
    let arrived = 0
    for (const file of files) {
      const words = this.#words()
      if (file.size > MOST) {
        toast(words.failed(file.name), 'bad', words.too_large)
        continue
      }
      const key = this.#next++
      this.all.push({ key, of, name: file.name, share: 0, stop: new AbortController() })
      const flight = this.all.find(one => one.key === key)
      if (!flight) continue
      try {
        await send(file, share => (flight.share = share), flight.stop.signal)
        arrived++
        announce(words.done(file.name))
        await onfiled?.()
      } catch (error) {
        const problem = asProblem(error)
        if (problem.code !== 'aborted') toast(words.failed(file.name), 'bad', problem.message)
      }
      this.all = this.all.filter(one => one.key !== key)
    }
    return arrived
  }
}
