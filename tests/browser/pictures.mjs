// Pictures of the main pages for the papers.
import { mkdirSync } from 'node:fs'
import { open, settled, visit, DESK, PHONE } from './browser.mjs'

const folder = new URL('../../docs/pictures/', import.meta.url).pathname

export async function pictures(browser, url, all) {
  mkdirSync(folder, { recursive: true })
  const find = name => all.find(place => place.name === name)
  const shots = [
    ['door', 'door', DESK, {}],
    ['city', 'city', DESK, { full: true }],
    ['city-dark', 'city', DESK, { dark: true, full: true }],
    ['city-phone', 'city', PHONE, {}],
    ['base', 'base', DESK, { full: true }],
    ['spaces', 'spaces', DESK, { full: true }],
    ['organizations', 'organizations', DESK, {}],
    ['organization', 'organization', DESK, {}],
    ['calendar', 'calendar', DESK, { full: true }],
    ['accounts', 'accounts', DESK, {}],
    ['account', 'account', DESK, {}],
    ['home-phone', 'home', PHONE, { full: true }],
    ['spaces-phone', 'spaces', PHONE, {}],
    ['city-english', 'city', DESK, { locale: 'en' }],
  ]
  for (const [name, place, device, options] of shots) {
    const { path, login } = find(place)
    const page = await visit(browser, url, { login, device, still: true, ...options })
    await open(page, path)
    await settled(page)
    if (options.full && device === PHONE) await page.addStyleTag({ content: '.tabs-bottom{display:none!important}' }).catch(() => {})
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${folder}${name}.png`, fullPage: options.full ?? false })
    console.log(`docs/pictures/${name}.png`)
    await page.leave()
  }
}
