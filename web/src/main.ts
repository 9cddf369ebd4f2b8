import { mount } from 'svelte'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import './lib/theme.svelte'
import App from './App.svelte'
import Halt from './shell/Halt.svelte'
import { i18n } from './lib/i18n.svelte'
import { asProblem } from './lib/problem'
import { start } from './lib/router.svelte'
import { session } from './lib/session.svelte'
import { ROUTES } from './routes'

const target = document.getElementById('app') as HTMLElement
await i18n.need(['common', 'session'])
try {
  await session.open()
  await start(ROUTES)
  mount(App, { target })
} catch (error) {
  // Without a word from the service there is no page to show, only this and another try.
  mount(Halt, { target, props: { problem: asProblem(error) } })
}
