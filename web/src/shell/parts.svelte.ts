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
  // The page of the address is fetched beside the frame around it, not after it.
  const page = import('../routes').then(({ ROUTES }) => nav.start(ROUTES))
  const [{ default: House }] = await Promise.all([import('./House.svelte'), page])
  return House
})
