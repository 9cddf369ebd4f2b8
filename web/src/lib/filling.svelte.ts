// A form that is kept while one types and handed in when all is there. What is missing is marked from the first try on, all
// of it at once, and nobody is told off while he types. Made while its component is.

import { tick, untrack } from 'svelte'
import { announce } from './announce'
import { Form } from './form.svelte'
import { Keeper, type Saving, type Seen, type Shape } from './keeper.svelte'
import { goTo, pathAt, toHead } from './spots'
import { toast } from './toast.svelte'

/** What a sentence at a field depends on. */
export type Standing = {
  /** What was typed but cannot be sent. */
  readonly odd: readonly string[]
  readonly missing: readonly string[]
  /** It was to be handed in: from now on what is missing is marked. */
  readonly tried: boolean
  /** The service's sentence, from when it was kept or handed in. */
  said: (path: string) => string | undefined
}
export type Filled<V extends Seen, D, W> = {
  shape: Shape<V, D, W>
  /** What the page shows now. */
  view: () => V
  onchanged: (next: V) => void
  save: (version: number, sent: W, last: boolean) => Promise<V>
  handIn: (version: number, sent: W, key: string) => Promise<V>
  /** All is there and kept: what comes then instead of the question whether one is sure. */
  onready?: (() => void) | undefined
  words: () => { merged: string; restored: string; unsaved: string; missing: (n: number) => string; done: string }
  odd: (draft: D) => string[]
  missing: (draft: D) => string[]
  /** As one meets them on the page. */
  inOrder: (paths: string[]) => string[]
  word: (path: string, of: Standing) => string | undefined
  /** A field with a fault under the cursor: whether that is told while it is put right; it is, unless said. */
  stays?: (path: string, of: Standing) => boolean
  /** A field that waits, too, while one types in another. */
  waits?: (path: string, focused: string) => boolean
}

export class Filling<V extends Seen, D extends Record<string, unknown>, W> implements Standing {
  readonly form = new Form()
  readonly keeper: Keeper<V, D, W>
  tried = $state(false)
  /** It is asked whether it is to be handed in. */
  sure = $state(false)
  #focused = $state('')
  /** What the service refused when it was handed in, by our fields. */
  #refused = $state.raw<Record<string, string>>({})
  #of: Filled<V, D, W>

  odd = $derived.by(() => this.#of.odd(this.keeper.draft))
  missing = $derived.by(() => this.#of.missing(this.keeper.draft))
  /** All that is in the way, in order. */
  bad = $derived.by(() => this.#of.inOrder([...this.missing, ...this.odd, ...Object.keys(this.keeper.faults), ...Object.keys(this.#refused)]))
  saving: Saving = $derived.by(() => (this.odd.length > 0 && this.keeper.saving === 'saved' ? 'held' : this.keeper.saving))

  constructor(of: Filled<V, D, W>) {
    this.#of = of
    const keeper = untrack(() => new Keeper(of.shape, of.view(), { save: of.save, onview: of.onchanged, onmerged: () => toast(of.words().merged) }))
    this.keeper = keeper
    if (keeper.restored) toast(untrack(() => of.words().restored))
    $effect(() => {
      // What cannot be sent as it is typed is written all the same.
      JSON.stringify(keeper.draft)
      untrack(() => {
        this.#refused = {}
        keeper.touched()
      })
    })
    $effect(() => keeper.take(of.view()))
  }

  said = (path: string): string | undefined => this.keeper.faults[path] ?? this.#refused[path]

  fault = (path: string): string | undefined => (path === this.#focused || this.#of.waits?.(path, this.#focused) ? undefined : this.#of.word(path, this))

  enter = (event: FocusEvent): void => {
    const path = pathAt(event)
    // What is red already stays red while it is put right.
    this.#focused = this.#of.word(path, this) && (this.#of.stays?.(path, this) ?? true) ? '' : path
  }
  leave = (): void => {
    this.#focused = ''
    if (this.keeper.saving === 'changed') void this.keeper.flush()
  }

  goFirst = async (): Promise<void> => {
    this.tried = true
    this.#focused = ''
    await tick()
    if (this.bad[0]) goTo(this.bad[0])
  }

  submit = async (event?: Event): Promise<void> => {
    event?.preventDefault()
    if (this.form.busy) return
    this.#focused = ''
    const saved = await this.keeper.flush()
    if (this.bad.length > 0) {
      announce(this.#of.words().missing(this.bad.length))
      return this.goFirst()
    }
    if (!saved) return toast(this.#of.words().unsaved, 'bad')
    if (this.#of.onready) this.#of.onready()
    else this.sure = true
  }

  send = async (): Promise<void> => {
    this.sure = false
    const { shape, handIn, words, onchanged } = this.#of
    const sent = shape.wire(this.keeper.draft)
    const done = await this.form.submit(key => handIn(this.keeper.version, sent, key))
    if (done) {
      toast(words().done)
      onchanged(done)
      await tick()
      toHead()
    } else if (this.form.problem?.fields.length) {
      this.#refused = Object.fromEntries(this.form.problem.fields.map(one => [shape.pathOf?.(one.path, sent) ?? one.path, one.detail]))
      await this.goFirst()
    }
  }
}
