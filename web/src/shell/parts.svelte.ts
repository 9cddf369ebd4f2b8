// The two halves of the page, fetched when they are needed: the door for whoever is not signed in,
// the house for whoever is.

import type { Component } from 'svelte'
import { nav } from '../lib/router.svelte'

class Part {
  view = $state.raw<Component>()
  failed = $state(false)
  #load: () => Promise<Component>
  #flight: Promise<void> | undefined

  constructor(load: () => Promise<Component>) {
    this.#load = load
  }

  fetch(): Promise<void> {
    this.#flight ??= this.#load().then(
      view => void (this.view = view),
      () => void (this.failed = true),
    )
    return this.#flight
  }
}

export const door = new Part(async () => (await import('../features/session/SignIn.svelte')).default)
export const house = new Part(async () => {
  const [{ default: House }, { ROUTES }] = await Promise.all([import('./House.svelte'), import('../routes')])
  await nav.start(ROUTES)
  return House
})
