// Addresses to pages: typed parameters, guards, the place where one had scrolled to, the focus on the
// new page's head, and the page fetched already while the finger is still going down.

import { tick, type Component } from 'svelte'
import type { Area } from '../i18n/areas'
import { i18n } from './i18n.svelte'

/** The parameters in a pattern: `/bases/:id/spaces` has `{ id: string }`. */
export type Params<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name]: string } & Params<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : unknown

type Page = Component<any>

export type Route = {
  path: string
  test: RegExp
  names: string[]
  load: () => Promise<{ default: Page }>
  /** Catalogues that the page speaks from; they are there before it is shown. */
  areas: readonly Area[]
  /** Ability without which the page is as good as not there; of several, one is enough. */
  needs?: string | readonly string[]
  /** Seen by everyone, signed in or not. */
  open?: boolean
}

export function route<P extends string>(
  path: P,
  load: () => Promise<{ default: Component<Params<P> & Record<string, never>> } | { default: Page }>,
  rest: { areas?: readonly Area[]; needs?: string | readonly string[]; open?: boolean } = {},
): Route {
  const names = [...path.matchAll(/:(\w+)/g)].map(match => match[1] as string)
  const test = new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`)
  return { path, test, names, load: load as Route['load'], areas: rest.areas ?? [], ...rest } as Route
}

/** Whether a page is there for someone, by what that person can do. */
export function reaches(route: Pick<Route, 'needs'>, can: (ability: string) => boolean): boolean {
  const { needs } = route
  return needs === undefined || (typeof needs === 'string' ? can(needs) : needs.some(can))
}

/** The address of a pattern: `to('/bases/:id', { id })`. */
export function to<P extends string>(path: P, params: Params<P>, query?: Record<string, string | undefined>): string {
  let out: string = path
  for (const [name, value] of Object.entries(params as Record<string, string>)) {
    out = out.replace(`:${name}`, encodeURIComponent(value))
  }
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) if (value) search.set(name, value)
  const text = search.toString()
  return text ? `${out}?${text}` : out
}

type Shown = { route: Route | undefined; view: Page | undefined; params: Record<string, string>; failed: boolean; visit: number }

let table: Route[] = []
let here = $state.raw(new URL(location.href))
let shown = $state.raw<Shown>({ route: undefined, view: undefined, params: {}, failed: false, visit: 0 })
let moving = $state(false)
let hint = 0
const scrolls = new Map<string, number>()
const blocks = new Set<() => boolean>()

export function find(path: string): { route: Route; params: Record<string, string> } | undefined {
  for (const candidate of table) {
    const match = candidate.test.exec(path)
    if (!match) continue
    const params: Record<string, string> = {}
    try {
      candidate.names.forEach((name, i) => (params[name] = decodeURIComponent(match[i + 1] as string)))
    } catch {
      // A mangled address is one that is not there.
      return undefined
    }
    return { route: candidate, params }
  }
  return undefined
}

const stamp = (): string => String((history.state as { stamp?: string } | null)?.stamp ?? '0')
const remember = (): void => void scrolls.set(stamp(), scrollY)

async function show(url: URL, back: boolean): Promise<void> {
  const mine = ++hint
  const same = url.pathname === here.pathname && shown.visit > 0
  if (same) {
    here = url
    return
  }
  moving = true
  const hit = find(url.pathname)
  let view: Page | undefined
  let failed = false
  try {
    const [module] = await Promise.all([hit?.route.load(), i18n.need(['common', ...(hit?.route.areas ?? [])])])
    view = module?.default
  } catch {
    failed = true
  }
  if (mine !== hint) return
  const opening = shown.visit === 0
  moving = false
  here = url
  shown = { route: hit?.route, view, params: hit?.params ?? {}, failed, visit: shown.visit + 1 }
  await tick()
  scrollTo(0, back ? (scrolls.get(stamp()) ?? 0) : 0)
  if (!opening) focusHead()
}

/** The new page's head is read out, and the next Tab goes into the page. */
function focusHead(): void {
  // Not away from what was opened while the page was on its way.
  if (document.activeElement?.closest('[role="menu"], dialog[open]')) return
  const head = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
  if (!head) return
  head.tabIndex = -1
  head.focus({ preventScroll: true })
}

export const nav = {
  get path(): string {
    return here.pathname
  },
  get url(): URL {
    return here
  },
  get shown(): Shown {
    return shown
  },
  /** A page is being fetched. */
  get moving(): boolean {
    return moving
  },
  query(name: string): string | undefined {
    return here.searchParams.get(name) ?? undefined
  },
  /** Changes parts of the query in place: filters, a chosen tab, a day. */
  setQuery(changes: Record<string, string | null | undefined>, push = false): void {
    const url = new URL(here)
    for (const [name, value] of Object.entries(changes)) {
      if (value) url.searchParams.set(name, value)
      else url.searchParams.delete(name)
    }
    if (url.href === here.href) return
    if (push) history.pushState({ stamp: String(Date.now()) }, '', url)
    else history.replaceState(history.state, '', url)
    here = url
  },
  async go(href: string, options: { replace?: boolean } = {}): Promise<void> {
    const url = new URL(href, here)
    if ([...blocks].some(stay => stay())) return
    remember()
    if (options.replace) history.replaceState({ stamp: stamp() }, '', url)
    else history.pushState({ stamp: String(Date.now()) }, '', url)
    await show(url, false)
  },
  back(fallback: string): void {
    if (shown.visit > 1) history.back()
    else void nav.go(fallback, { replace: true })
  },
  /** Fetches a page that will probably be asked for. */
  prefetch(path: string): void {
    const hit = find(path)
    if (!hit) return
    void hit.route.load().catch(() => {})
    void i18n.need(hit.route.areas).catch(() => {})
  },
  /** While `stay` answers true, the page is not left; it asks the person itself. */
  block(stay: () => boolean): () => void {
    blocks.add(stay)
    return () => blocks.delete(stay)
  },
  /** Begins to listen, and shows the page of the present address. */
  start,
}

/** The address of a link of ours under an event; links of pictures are links too. */
function linkOf(event: Event): URL | undefined {
  const link = (event.target as Element | null)?.closest?.('a[href]')
  if (!link || link.getAttribute('target') || link.hasAttribute('download')) return undefined
  const url = new URL(link.getAttribute('href') ?? '', here)
  if (url.origin !== location.origin) return undefined
  return url.pathname === '/' || find(url.pathname) ? url : undefined
}

let started = false
async function start(routes: Route[]): Promise<void> {
  table = routes
  if (started) return show(new URL(location.href), false)
  started = true
  history.scrollRestoration = 'manual'
  addEventListener('popstate', () => {
    const url = new URL(location.href)
    if (url.pathname !== here.pathname && [...blocks].some(stay => stay())) {
      // The browser has gone back already: the page that is kept is put on top again.
      history.pushState({ stamp: String(Date.now()) }, '', here)
      return
    }
    void show(url, true)
  })
  addEventListener('scroll', remember, { passive: true })
  addEventListener('pointerdown', event => {
    const link = linkOf(event)
    if (link) nav.prefetch(link.pathname)
  })
  addEventListener('click', event => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = linkOf(event)
    if (!link || (link.pathname === here.pathname && link.hash)) return
    event.preventDefault()
    void nav.go(link.href)
  })
  await show(new URL(location.href), false)
}
