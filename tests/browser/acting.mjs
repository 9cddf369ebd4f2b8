// What journeys do again and again: somebody acts on a page of his own, and what is on the screen is sound.
import assert from 'node:assert/strict'
import { faults, open, overhang, visit, DESK, PHONE, SMALL } from './browser.mjs'

/** A day so many days after another, or before it. */
export const later = (day, n) => new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10)

/** What is on the screen once all has come: no fault of axe, nothing wider than it, and nothing was logged as an error. */
export async function sound(page, what = new URL(page.url()).pathname) {
  await page.waitForLoadState('networkidle')
  assert.deepEqual(await faults(page), [], what)
  assert.equal(await overhang(page), 0, what)
  assert.deepEqual(page.errors, [], what)
}

/** On which devices, and in which theme, an address is looked at. */
export const LIGHT = [{ device: DESK }, { device: PHONE }]
export const DARK_DESK = [{ device: DESK, dark: true }]
export const DARK_AND_SMALL = [...DARK_DESK, { device: SMALL }]

/** The same for an address, as somebody sees it; without a login as everybody does. */
export async function soundAt({ browser, url }, login, path, looks = LIGHT) {
  for (const look of looks) {
    const page = await visit(browser, url, { login, still: true, ...look })
    await open(page, path)
    await sound(page, `${path} at ${look.device.width}`)
    await page.leave()
  }
}

/** Opens a page of somebody's and acts; it is sound when it is left. Answers what the act does. */
export async function as({ browser, url }, login, path, act, { device = DESK, password, anew } = {}) {
  const page = await visit(browser, url, { login, password, anew, device, still: true })
  await open(page, path)
  const done = await act(page, page.getByRole('dialog'))
  await sound(page, `${path} after it was acted on`)
  await page.leave()
  return done
}
