import { mount } from 'svelte'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import './lib/theme.svelte'
import App from './App.svelte'
import Halt from './shell/Halt.svelte'
import { i18n } from './lib/i18n.svelte'
import { asProblem } from './lib/problem'
import { session } from './lib/session.svelte'
import { kept } from './lib/store'
import { partOf } from './shell/parts.svelte'

const target = document.getElementById('app') as HTMLElement
// Who was in last time probably still is: the right part is fetched beside the question who it is.
void partOf(kept('in') !== null).fetch()
await i18n.need(['common', 'session'])
try {
  await session.open()
  await partOf(session.stage === 'in').fetch()
  mount(App, { target })
} catch (error) {
  // Without a word from the service there is no page to show, only this and another try.
  mount(Halt, { target, props: { problem: asProblem(error) } })
}
