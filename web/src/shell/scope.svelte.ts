// What a page is of, by its address: a base, the whole of them, or neither; and the same page of another base.

import { session } from '../lib/session.svelte'

/** The id of a base; all that one sees; nothing that a base would change. */
export type Scope = { base: string } | 'whole' | 'none'
/** Of whom it is: the base at which the person works, and whether the city is his or hers. */
type Who = { base?: string | undefined; city: boolean }

/** Lists and forms that name their base in the query, with what they are of when they name none. */
const NAMED: Record<string, 'whole' | 'city' | 'base'> = { '/organizations': 'whole', '/applications': 'whole', '/residencies': 'whole', '/assessments': 'whole', '/assessments/new': 'base', '/progress': 'whole', '/filings': 'whole', '/reviews': 'whole', '/notices': 'whole', '/intakes': 'base', '/intakes/new': 'base', '/settings': 'city', '/imports/new': 'city', '/allocations': 'base', '/spaces': 'base' }

export function scopeOf(url: URL, who: Who): Scope {
  const path = url.pathname
  if (path === '/city') return 'whole'
  const own = /^\/bases\/([^/]+)/.exec(path)?.[1] ?? (path in NAMED ? url.searchParams.get('base') : undefined)
  if (own) return { base: own }
  const otherwise = NAMED[path]
  if (otherwise === 'whole' || (otherwise === 'city' && who.city)) return 'whole'
  return otherwise && who.base ? { base: who.base } : 'none'
}

/** Where the choice of a base leads: to the same page of it, or from a page of no base to its overview. */
export function turned(url: URL, base: string, overview: boolean): string {
  const path = url.pathname
  if (path in NAMED) {
    const next = new URLSearchParams(url.search)
    // A desk stays with its base.
    for (const name of ['space', 'floor']) next.delete(name)
    next.set('base', base)
    return `${path}?${next}`
  }
  const part = /^\/bases\/[^/]+(\/\w+)?$/.exec(path)?.[1]
  return `/bases/${base}${part ?? (overview ? '' : '/about')}`
}

/** Where the choice of all leads: to the same list without its base, else to the city. */
export function widened(url: URL, city: boolean): string | undefined {
  const kind = NAMED[url.pathname]
  if (kind !== 'whole' && (kind !== 'city' || !city)) return city ? '/city' : undefined
  const next = new URLSearchParams(url.search)
  next.delete('base')
  return `${url.pathname}${next.size ? `?${next}` : ''}`
}

let last = $state<string>()

/** Keeps in mind of what the last page was that was of something. */
export function follow(scope: Scope): void {
  if (scope === 'none') return
  last = session.bases.find(one => scope !== 'whole' && one.id === scope.base)?.id
  if (last && last !== session.base?.id) session.chooseBase(last)
}

/** The base that goes along to a list of all: the one that is looked at, if there are several. */
export const along = (): string => (last && session.bases.length > 1 ? `?base=${last}` : '')
