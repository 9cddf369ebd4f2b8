// Chromium as Debian has it, and what every page must hold: no error, no scrolling sideways, axe at zero.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PASSWORD } from './service.mjs'

const need = createRequire(new URL('../../web/package.json', import.meta.url))
const { chromium } = need('playwright-core')
const AXE = readFileSync(need.resolve('axe-core/axe.min.js'), 'utf8')

export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }
/** The smallest phone that is cared for. */
export const SMALL = { ...PHONE, width: 360 }

export async function launch() {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(path => path && existsSync(path))
  if (!executablePath) throw new Error('the browser tests need chromium: sudo apt-get install chromium fonts-noto-cjk')
  return chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}

const doors = new Map()
/** Cookies of a signed-in account; signed in once a run, or anew where that was long ago. */
async function cookiesOf(url, login, password, anew) {
  const key = `${url} ${login}`
  if (anew) doors.delete(key)
  if (!doors.has(key)) {
    doors.set(
      key,
      fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password }) }).then(answer => {
        if (!answer.ok) throw new Error(`cannot sign in as ${login}: ${answer.status}`)
        const [pair] = (answer.headers.get('set-cookie') ?? '').split(';')
        const at = pair.indexOf('=')
        return [{ name: pair.slice(0, at), value: pair.slice(at + 1), url, httpOnly: true, sameSite: 'Lax' }]
      }),
    )
  }
  return doors.get(key)
}

/** A page of an account on a device. What it logs as an error fails the journey that asked for it. */
export async function visit(browser, url, { login, password = PASSWORD, device = DESK, locale = 'zh-CN', dark = false, still = false, anew = false } = {}) {
  const phone = device.width < 600
  const context = await browser.newContext({
    baseURL: url,
    viewport: device,
    isMobile: phone,
    hasTouch: phone,
    locale,
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: still ? 'reduce' : 'no-preference',
  })
  context.setDefaultTimeout(15_000)
  if (login) await context.addCookies(await cookiesOf(url, login, password, anew))
  await context.addInitScript(([locale, known]) => {
    if (!localStorage.getItem('fuhua.locale')) localStorage.setItem('fuhua.locale', locale)
    // As in the browser of somebody who signed in here: it fetches the house, not the door.
    if (known && !sessionStorage.getItem('known')) localStorage.setItem('fuhua.in', '1')
    sessionStorage.setItem('known', '1')
  }, [locale, Boolean(login)])
  const page = await context.newPage()
  const errors = []
  page.on('console', message => {
    // Whoever is not signed in asks once who he is; the browser logs that answer and every other refusal.
    if (message.type() === 'error' && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text())) errors.push(message.text())
  })
  page.on('pageerror', error => errors.push(`${error.name}: ${error.message}`))
  return Object.assign(page, { errors, leave: () => context.close() })
}

/** Goes to an address and waits until what it shows is there. */
export async function open(page, path) {
  await page.goto(path)
  await settled(page)
}
export async function settled(page) {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.sk'))
}

/** Every violation that axe finds, with the first place of each: of the page at rest, since what fades in is pale while it does. */
export async function faults(page) {
  await page.waitForFunction(() => document.getAnimations().every(one => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity))
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  return page.evaluate(async () => {
    const found = await globalThis.axe.run(document, { resultTypes: ['violations'] })
    return found.violations.map(one => `${one.id} x${one.nodes.length}: ${one.nodes[0].html.slice(0, 160)} (${one.nodes[0].any[0]?.message ?? one.nodes[0].all[0]?.message ?? one.help})`)
  })
}

/** Pixels by which the page is wider than the screen. */
export const overhang = page => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
