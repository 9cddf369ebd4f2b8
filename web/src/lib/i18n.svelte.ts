// Words in two languages, loaded by area and switched without a reload.

import { CATALOGUES, type Area, type Areas, type Like, type Locale } from '../i18n/areas'
import { keep, kept } from './store'

type Words = { [A in Area]?: Like<Areas[A]> }

const first: Locale = kept('locale') === 'en' ? 'en' : 'zh-CN'
let locale = $state<Locale>(first)
let words = $state.raw<Words>({})
/** Chosen by hand at the door, before anyone was known. */
let chosen: Locale | undefined

async function fetchAreas(of: Locale, areas: readonly Area[]): Promise<Words> {
  const loaded = await Promise.all(areas.map(async area => [area, (await CATALOGUES[of][area]()).default] as const))
  return Object.fromEntries(loaded) as Words
}

export const i18n = {
  get locale(): Locale {
    return locale
  },

  get hasChosen(): boolean {
    return chosen !== undefined
  },
  /** What was chosen at the door in this visit; it is told once. */
  takeChosen(): Locale | undefined {
    const taken = chosen
    chosen = undefined
    return taken
  },

  /** Makes sure that areas are there; the router does it before a page is shown. */
  async need(areas: readonly Area[]): Promise<void> {
    const missing = areas.filter(area => !words[area])
    if (missing.length === 0) return
    const of = locale
    const more = await fetchAreas(of, missing)
    if (of === locale) words = { ...words, ...more }
    else await i18n.need(areas)
  },

  /** Speaks another language at once, in every place already on the screen. */
  async speak(next: Locale): Promise<void> {
    if (next === locale) return
    const all = await fetchAreas(next, Object.keys(words) as Area[])
    locale = next
    words = all
    keep('locale', next)
    document.documentElement.lang = next
  },

  /** The same by hand at the door: it is the wish of whoever signs in next. */
  async choose(next: Locale): Promise<void> {
    chosen = next
    await i18n.speak(next)
  },
}

document.documentElement.lang = first

/** The words of an area; use as `const t = $derived(say('accounts'))`. */
export function say<A extends Area>(area: A): Like<Areas[A]> {
  const found = words[area]
  if (!found) throw new Error(`the words of ${area} are not loaded: name the area in the route`)
  return found
}

/** English has two forms, Chinese one; the catalogues use this for theirs. */
export const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** A number as people of the language write it. */
export function number(n: number, digits = 0): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(n)
}

/** A share as a whole percentage; nothing of nothing is nothing. */
export function percent(part: number, whole: number): number {
  return whole > 0 ? Math.round((part / whole) * 100) : 0
}
