// Largest paint and bytes of the pages that people open on a phone: slow 4G (150 ms, 1.6 Mbit/s), a
// processor four times slower, nothing in the cache. Figures for tests/bench/RESULTS.md, not a test: a
// busy machine would fail it.
import { PHONE, settled, visit } from './browser.mjs'

const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }
const SEEN_ON_PHONES = ['door', 'home', 'base', 'spaces', 'organizations', 'city']
const ROUNDS = 3

async function once(browser, url, place) {
  const page = await visit(browser, url, { login: place.login, device: PHONE })
  try {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
    await devtools.send('Network.emulateNetworkConditions', SLOW_4G)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    let bytes = 0
    devtools.on('Network.loadingFinished', event => { bytes += event.encodedDataLength })
    await page.addInitScript(() => {
      globalThis.largest = 0
      new PerformanceObserver(list => { for (const entry of list.getEntries()) globalThis.largest = entry.startTime }).observe({ type: 'largest-contentful-paint', buffered: true })
    })
    await page.goto(place.path)
    await settled(page)
    return { paint: await page.evaluate(() => globalThis.largest), bytes }
  } finally {
    await page.leave()
  }
}

export async function paint(browser, url, places) {
  console.log('| page | largest paint, median of three | sent |\n|---|---|---|')
  for (const place of places.filter(place => SEEN_ON_PHONES.includes(place.name))) {
    const all = []
    for (let round = 0; round < ROUNDS; round++) all.push(await once(browser, url, place))
    all.sort((a, b) => a.paint - b.paint)
    const { paint, bytes } = all[Math.floor(ROUNDS / 2)]
    console.log(`| ${place.name} | ${(paint / 1000).toFixed(2)} s | ${(bytes / 1024).toFixed(0)} kB |`)
  }
}
