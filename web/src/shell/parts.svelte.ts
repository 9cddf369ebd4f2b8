// The parts of the page, fetched when they are needed: the door for whoever is not signed in, the house
// for whoever is, and the porch for everybody's pages before the door.

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
export const porch = new Part(async () => {
  const page = import('../routes').then(({ ROUTES }) => nav.start(ROUTES))
  const [{ default: Porch }] = await Promise.all([import('./Porch.svelte'), page])
  return Porch
})

/** What stands at the present address; `?enter` asks for the door before everybody's pages. */
export const partOf = (inside: boolean): Part => (inside ? house : /^\/(apply|publicity|objection|verify)(\/|$)/.test(nav.path) && !nav.query('enter') ? porch : door)
