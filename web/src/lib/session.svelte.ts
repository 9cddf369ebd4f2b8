// Who is signed in, what the person may do at all, and at which base he or she works now.

// The door comes before the typed client, whose bytes it need not wait for.
import { send, setCsrf, whenSignedOut } from './http'
import { i18n } from './i18n.svelte'
import { forgetAll, invalidate } from './resource.svelte'
import { keep, kept } from './store'
import type { Day } from './dates'
import { todayHere } from './today'
import type { BaseBrief, Session } from './contract'

export type Stage = 'unknown' | 'out' | 'in'
let stage = $state<Stage>('unknown')
let view = $state.raw<Session>()
let chosen = $state<string>()
/** Ended while the person was at work: the page stays, with what was typed, under a question who it is. */
let expired = $state(false)
/** Ended since the last visit: the door says so. */
let lapsed = $state(false)

function enter(next: Session): void {
  view = next
  stage = 'in'
  expired = lapsed = false
  setCsrf(next.csrf)
  keep('in', '1')
  chosen = kept(`base.${next.account.id}`) ?? undefined
}

function leave(): void {
  if (stage === 'in') forgetAll()
  stage = 'out'
  expired = false
  keep('in', null)
  view = undefined
  setCsrf('')
}
whenSignedOut(() => {
  // Whoever is at the door, or must set a password there, has nothing to keep.
  if (stage === 'in' && !view?.must_change_password) expired = true
  else leave()
})

/** The language chosen at the door is the account's from now on; mails follow it too. */
async function speakAsChosen(): Promise<void> {
  if (!view || view.must_change_password) return
  const wanted = i18n.takeChosen()
  if (!wanted || wanted === view.account.locale) return
  try {
    enter(await send<Session>('PATCH', '/api/v1/account', { body: { locale: wanted } }))
  } catch {
    // The page speaks it all the same.
  }
}

export const session = {
  get stage(): Stage {
    return stage
  },
  get expired(): boolean {
    return expired
  },
  get lapsed(): boolean {
    return lapsed
  },
  get view(): Session | undefined {
    return view
  },
  get today(): Day {
    return view?.today ?? todayHere()
  },
  get bases(): BaseBrief[] {
    return view?.bases ?? []
  },
  /** The base at which the person works now: the chosen one, or the first. */
  get base(): BaseBrief | undefined {
    return view?.bases.find(base => base.id === chosen) ?? view?.bases[0]
  },
  chooseBase(id: string): void {
    if (!view?.bases.some(base => base.id === id)) return
    chosen = id
    keep(`base.${view.account.id}`, id)
  },
  /** Some role of the person does this at all; whether on this thing, the thing's own `can` says. */
  can(ability: string): boolean {
    return view?.abilities[ability] === true
  },
  holds(role: string): boolean {
    return view?.roles.some(held => held.role === role) ?? false
  },

  /** Asks who is signed in; at the start of the page. */
  async open(): Promise<void> {
    const before = kept('in') !== null
    try {
      enter(await send<Session>('GET', '/api/v1/session'))
      if (view && !kept('locale') && view.account.locale === 'en') await i18n.speak('en')
    } catch (error) {
      if (stage !== 'out') throw error
      lapsed = before
    }
  },
  async signIn(login: string, password: string): Promise<void> {
    const next = await send<Session>('POST', '/api/v1/session', { body: { login, password } })
    const same = expired && next.account.id === view?.account.id
    forgetAll()
    enter(next)
    // What could not be fetched meanwhile; of another person the page is made anew.
    if (same) invalidate('')
    if (!i18n.hasChosen) await i18n.speak(next.account.locale === 'en' ? 'en' : 'zh-CN')
    await speakAsChosen()
  },
  async refresh(): Promise<void> {
    enter(await send<Session>('GET', '/api/v1/session'))
    await speakAsChosen()
  },
  put(next: Session): void {
    enter(next)
  },
  /** Gives the page up that was kept for whoever was here. */
  giveUp(): void {
    leave()
    lapsed = true
  },
  async signOut(everywhere = false): Promise<void> {
    try {
      await send<void>('DELETE', everywhere ? '/api/v1/sessions' : '/api/v1/session')
    } finally {
      leave()
    }
  },
}
