// Keeps what is typed: saves a while after the last key, at once when one leaves, takes in what somebody
// else has saved meanwhile, and holds back only what the service refuses. What could not be saved stays
// in the memory of the browser's tab until it is.

import { merged } from './merge'
import { asProblem, type ApiProblem } from './problem'

export type Saving = 'saved' | 'changed' | 'saving' | 'held' | 'failed'
export type Seen = { id: string; version: number }
/** What is kept: how it is typed, how it is sent, and which of its fields a fault is about. */
export type Shape<V extends Seen, D, W> = {
  /** Its corner of the tab's memory. */
  room: string
  formOf: (view: V) => W
  draftOf: (form: W) => D
  wire: (draft: D) => W
  /** The key of the draft that a fault's path is about. */
  rootOf: (path: string) => string
  /** A path of what was sent, as this page's fields are called. */
  pathOf?: (path: string, sent: W) => string
  mayWrite: (view: V) => boolean
}
export type Ports<V extends Seen, W> = {
  save: (version: number, sent: W, last: boolean) => Promise<V>
  onview: (view: V) => void
  /** Somebody else's changes were taken in. */
  onmerged?: () => void
}

const WAIT = 1200
const AGAIN = 8000
/** Somebody saves between each of our tries: then the line, not the form, is at fault. */
const TRIES = 6

export class Keeper<V extends Seen, D extends Record<string, unknown>, W> {
  draft = $state() as D
  saving = $state<Saving>('saved')
  /** Why it was not saved, when not for the fields. */
  problem = $state.raw<ApiProblem>()
  /** The service's sentences by the paths of the fields that it refuses. */
  faults = $state.raw<Record<string, string>>({})
  /** Something was brought back that an earlier visit could not save. */
  restored = false

  #shape: Shape<V, D, W>
  #view: V
  #ports: Ports<V, W>
  /** As it was when both sides agreed, to tell what was touched here. */
  #was: D
  #sent: string
  /** What was refused last, so that nothing is refused twice for the same. */
  #refused = ''
  #tried = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #flight: Promise<void> | undefined
  #last = false

  constructor(shape: Shape<V, D, W>, view: V, ports: Ports<V, W>) {
    this.#shape = shape
    this.#view = view
    this.#ports = ports
    this.#was = shape.draftOf(shape.formOf(view))
    this.#sent = this.#text(this.#was)
    const left = this.#recall()
    const mine = left ? merged(left.was, left.mine, this.#was) : this.#was
    this.restored = this.#text(mine) !== this.#sent
    this.draft = { ...mine }
    if (this.restored) this.touched()
  }

  get version(): number {
    return this.#view.version
  }
  #text(draft: D): string {
    return JSON.stringify(this.#shape.wire(draft))
  }
  #mine(): D {
    return $state.snapshot(this.draft) as D
  }

  /** Something was typed, perhaps. */
  touched(): void {
    const mine = this.#mine()
    const now = this.#text(mine)
    clearTimeout(this.#timer)
    if (now === this.#sent) {
      this.#remember(undefined)
      if (!this.#flight) this.#settle()
      return
    }
    this.#remember({ was: this.#was, mine })
    if (now === this.#refused) return
    if (this.saving !== 'saving') this.saving = 'changed'
    this.#wait(WAIT)
  }

  #settle(): void {
    this.saving = 'saved'
    this.problem = undefined
    this.faults = {}
    this.#refused = ''
    this.#remember(undefined)
  }
  #wait(time: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), time)
  }

  /** Saves now; answers whether everything is. */
  async flush(last = false): Promise<boolean> {
    clearTimeout(this.#timer)
    this.#last = last
    this.#flight ??= this.#run().finally(() => (this.#flight = undefined))
    await this.#flight
    return this.saving === 'saved'
  }

  async #run(): Promise<void> {
    const { draftOf, wire, rootOf, pathOf, mayWrite } = this.#shape
    /** Fields that are refused: the rest is saved with them as they were. */
    let held: Record<string, string> = {}
    for (let i = 0; i < TRIES; i++) {
      const mine = this.#mine()
      const now = this.#text(mine)
      this.#tried = now
      if (now === this.#sent) return this.#settle()
      if (now === this.#refused) return
      const roots = new Set(Object.keys(held).map(rootOf))
      const kept = Object.fromEntries(Object.entries(this.#was).filter(([key]) => roots.has(key)))
      const sends = { ...mine, ...kept }
      const body = this.#text(sends)
      this.saving = 'saving'
      try {
        if (body !== this.#sent) {
          const view = await this.#ports.save(this.#view.version, wire(sends), this.#last)
          this.#view = view
          // What was not sent is not agreed on: it stays this side's own.
          this.#was = draftOf(wire(sends))
          this.#sent = body
          this.#ports.onview(view)
        }
        this.problem = undefined
        this.faults = held
        if (roots.size === 0) continue
        this.#refused = now
        this.saving = this.#text(this.#mine()) === now ? 'held' : 'changed'
        this.#remember({ was: this.#was, mine: this.#mine() })
        if (this.saving === 'changed') this.#wait(WAIT)
        return
      } catch (error) {
        const problem = asProblem(error)
        const sent = wire(sends)
        const told = problem.fields.map(fault => ({ ...fault, path: pathOf?.(fault.path, sent) ?? fault.path }))
        const known = told.filter(fault => rootOf(fault.path) in this.#was)
        const fresh = known.filter(fault => !roots.has(rootOf(fault.path)))
        if (problem.status === 412 && problem.current) {
          this.#take(problem.current as V)
          this.#ports.onmerged?.()
          if (!mayWrite(this.#view)) return this.#fail(problem, false)
        } else if (fresh.length > 0) {
          held = { ...held, ...Object.fromEntries(known.map(fault => [fault.path, fault.detail])) }
        } else return this.#fail(problem, problem.status === 0 || problem.status === 401 || problem.status >= 429)
      }
    }
    this.#wait(AGAIN)
    this.saving = 'changed'
  }

  #fail(problem: ApiProblem, again: boolean): void {
    this.problem = problem
    this.saving = 'failed'
    // What was typed since the try that failed is tried soon: the line may be there again.
    if (again) this.#wait(this.#text(this.#mine()) === this.#tried ? AGAIN : WAIT)
  }

  /** A version from elsewhere: what was not touched here becomes what it is there. */
  take(view: V): void {
    if (view.version <= this.#view.version || this.#flight) return
    this.#take(view)
    this.touched()
  }
  #take(view: V): void {
    const theirs = this.#shape.draftOf(this.#shape.formOf(view))
    const mine = this.#mine()
    const next = merged(this.#was, mine, theirs)
    this.#was = theirs
    this.#sent = this.#text(theirs)
    this.#view = view
    if (JSON.stringify(next) !== JSON.stringify(mine)) this.draft = next
    this.#ports.onview(view)
  }

  /** The page is left. */
  stop(): void {
    if (this.saving === 'changed') void this.flush(true)
    clearTimeout(this.#timer)
  }

  // The tab's own memory ends with the tab: what a team typed is not left behind on a shared computer.
  get #name(): string {
    return `fuhua.${this.#shape.room}.${this.#view.id}`
  }
  #remember(left: { was: D; mine: D } | undefined): void {
    try {
      if (left) sessionStorage.setItem(this.#name, JSON.stringify(left))
      else sessionStorage.removeItem(this.#name)
    } catch {
      // Without it only the line to the service keeps what was typed.
    }
  }
  #recall(): { was: D; mine: D } | undefined {
    try {
      const left = sessionStorage.getItem(this.#name)
      return left ? (JSON.parse(left) as { was: D; mine: D }) : undefined
    } catch {
      return undefined
    }
  }
}
