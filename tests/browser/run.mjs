// Journeys in a real browser on the real binary.
//   node run.mjs             every journey, then axe on every page, device and theme
//   node run.mjs WORD        only those whose name holds the word
//   node run.mjs --pictures  writes docs/pictures instead; with a WORD those whose names hold it
//   node run.mjs --paint     measures the largest paint on a slow phone instead
// FUHUA_BIN names the binary, FUHUA_DEMO a folder already filled with demo data, FUHUA_URL a service
// that already runs with it.
import { readdirSync } from 'node:fs'
import { faults, launch, open, overhang, settled, visit, DESK, PHONE } from './browser.mjs'
import { paint } from './paint.mjs'
import { pictures } from './pictures.mjs'
import { places, reader } from './places.mjs'
import { demo, PASSWORD, serve } from './service.mjs'

const words = process.argv.slice(2)
const only = words.find(word => !word.startsWith('--'))
const data = process.env.FUHUA_URL ? undefined : demo()
const service = process.env.FUHUA_URL ? { url: process.env.FUHUA_URL, stop: async () => {}, log: () => '' } : await serve(['--data', data.folder])
const browser = await launch()
const ask = reader(service.url, PASSWORD)
/** Those that failed, told again at the end, where a log that was cut still has them. */
const failed = []
let ran = 0

/** What stood on the screens when something failed; the next one begins with none of them. */
async function seen() {
  const lines = []
  for (const context of browser.contexts()) {
    for (const page of context.pages()) {
      const text = await page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').slice(0, 900)).catch(() => '')
      lines.push(`on ${page.url()}: ${text}`, ...(page.errors ?? []).map(error => `logged ${error}`))
    }
    await context.close()
  }
  return lines
}

async function step(name, act) {
  if (only && !name.includes(only)) return
  const started = Date.now()
  ran++
  try {
    await act()
    console.log(`ok    ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  } catch (error) {
    const told = String(error.stack ?? error).split('\n')
    failed.push(`${name}: ${told.slice(0, 6).join(' ').slice(0, 300)}`)
    console.error(`FAIL  ${name}\n      ${[...told.slice(0, 14), ...await seen()].join('\n      ')}`)
  }
}

/** One page in both themes on a device; English where it costs little. */
async function inspect(place, device, kind) {
  const page = await visit(browser, service.url, { login: place.login, device, still: true })
  const wrong = []
  const look = async what => {
    for (const fault of await faults(page)) wrong.push(`${what}: ${fault}`)
    const over = await overhang(page)
    if (over > 0) wrong.push(`${what}: ${over} px wider than the screen`)
  }
  try {
    await open(page, place.path)
    await look('light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await look('dark')
    if (kind === 'desk') {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.evaluate(() => localStorage.setItem('fuhua.locale', 'en'))
      await page.reload()
      await settled(page)
      await look('english')
      const han = await page.evaluate(() => [...document.querySelectorAll('h1, h2, nav a, .btn, label, dt, th')].map(one => one.textContent ?? '').filter(text => /^[\u4e00-\u9fff]+$/.test(text.trim())))
      // Names of bases and persons stay Chinese; labels do not.
      if (han.some(text => !text.includes('社会组织')) && process.env.FUHUA_STRICT) wrong.push(`english: ${han.slice(0, 5).join(' | ')}`)
    }
    wrong.push(...page.errors)
  } finally {
    await page.leave()
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
}

try {
  if (words.includes('--pictures')) {
    await pictures(browser, service.url, await places(service.url, ask), ask, only)
  } else if (words.includes('--paint')) {
    await paint(browser, service.url, await places(service.url, ask))
  } else {
    const context = { browser, url: service.url, ask, password: PASSWORD, serve }
    for (const file of readdirSync(new URL('journeys/', import.meta.url)).filter(name => name.endsWith('.mjs')).sort()) {
      const { journeys } = await import(`./journeys/${file}`)
      for (const [name, act] of Object.entries(journeys)) await step(`${file.replace('.mjs', '')}: ${name}`, () => act(context))
    }
    for (const place of await places(service.url, ask)) {
      await step(`axe: ${place.name} on a desk`, () => inspect(place, DESK, 'desk'))
      await step(`axe: ${place.name} on a phone`, () => inspect(place, PHONE, 'phone'))
    }
    console.log(failed.length === 0 ? `browser: ${ran} passed` : `browser: ${failed.length} of ${ran} failed\n${failed.join('\n')}`)
  }
} finally {
  await browser.close()
  await service.stop()
  data?.remove()
}
process.exit(failed.length === 0 ? 0 : 1)
