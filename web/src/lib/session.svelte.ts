// Who is signed in, what the person may do at all, and at which base he or she works now.

// The door comes before the typed client, whose bytes it need not wait for.
import { send, setCsrf, whenSignedOut } from './http'
import { i18n } from './i18n.svelte'
import { forgetAll } from './resource.svelte'
import { keep, kept } from './store'
import { todayHere, type Day } from './dates'
import type { BaseBrief, Session } from './contract'

export type Stage = 'unknown' | 'out' | 'in'
let stage = $state<Stage>('unknown')
let view = $state.raw<Session>()
let chosen = $state<string>()

function enter(next: Session): void {
  view = next
  stage = 'in'
  setCsrf(next.csrf)
  keep('in', '1')
  chosen = kept(`base.${next.account.id}`) ?? undefined
}

function leave(): void {
  if (stage === 'in') forgetAll()
  stage = 'out'
  keep('in', null)
  view = undefined
  setCsrf('')
}
whenSignedOut(leave)

export const session = {
  get stage(): Stage {
    return stage
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
    try {
      enter(await send<Session>('GET', '/api/v1/session'))
      if (view && !kept('locale') && view.account.locale === 'en') await i18n.speak('en')
    } catch (error) {
      if (stage !== 'out') throw error
    }
  },
  async signIn(login: string, password: string): Promise<void> {
    const next = await send<Session>('POST', '/api/v1/session', { body: { login, password } })
    forgetAll()
    enter(next)
    await i18n.speak(next.account.locale === 'en' ? 'en' : 'zh-CN')
  },
  async refresh(): Promise<void> {
    enter(await send<Session>('GET', '/api/v1/session'))
  },
  put(next: Session): void {
    enter(next)
  },
  async signOut(everywhere = false): Promise<void> {
    try {
      await send<void>('DELETE', everywhere ? '/api/v1/sessions' : '/api/v1/session')
    } finally {
      leave()
    }
  },
}
