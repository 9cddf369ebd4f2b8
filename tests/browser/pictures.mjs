// Pictures of the main pages for the papers.
import { mkdirSync } from 'node:fs'
import { open, settled, visit, DESK, PHONE } from './browser.mjs'

const folder = new URL('../../docs/pictures/', import.meta.url).pathname

/** All of them, or those whose names hold a word. */
export async function pictures(browser, url, all, ask, only) {
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
    ['applications', 'applications', DESK, {}],
    ['application', 'application-accepted', DESK, {}],
    ['notice-phone', 'notice', PHONE, {}],
    ['application-phone', 'application-form', PHONE, {}],
    ['review', 'review-closed', DESK, {}],
    ['sheet-phone', 'sheet', PHONE, {}],
    ['publicity', 'publicity-published', DESK, {}],
    ['publicity-phone', 'publicity-one', PHONE, {}],
    ['objection-phone', 'objection', PHONE, {}],
    ['residencies', 'residencies', DESK, {}],
    ['residency', 'residency-leaving', DESK, {}],
    ['agreement', 'agreement-new', DESK, {}],
    ['residency-phone', 'my-residency', PHONE, {}],
    ['stay-renewal', 'residency-renewal_proposed', DESK, {}],
    ['stay-proceedings', 'residency-rectifying', DESK, {}],
    ['stay-assessment', 'assessment-round', DESK, {}],
    ['stay-assessment-phone', 'my-assessment', PHONE, {}],
    ['stay-reports', 'progress', DESK, {}],
    ['stay-report-phone', 'my-progress', PHONE, {}],
    ['stay-filings', 'filings-city', DESK, {}],
    ['stay-filing-phone', 'my-filing', PHONE, {}],
    ['stay-story', 'story', DESK, {}],
    ['stay-value', 'value-city', DESK, {}],
    ['stay-certificate-phone', 'verify-valid', PHONE, {}],
    ['calendar', 'calendar', DESK, { full: true }],
    ['accounts', 'accounts', DESK, {}],
    ['account', 'account', DESK, {}],
    ['home-phone', 'home', PHONE, { full: true }],
    ['spaces-phone', 'spaces', PHONE, {}],
    ['city-english', 'city', DESK, { locale: 'en' }],
  ]
  for (const [name, place, device, options] of shots.filter(([name]) => !only || name.includes(only))) {
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
  if (!only) await work(browser, url, ask)
}

/** The main job at work: what an operator sees while she gives, extends, swaps and takes back desks. */
async function work(browser, url, ask) {
  const shoot = async (page, name) => {
    await page.waitForTimeout(400)
    await page.screenshot({ path: `${folder}${name}.png` })
    console.log(`docs/pictures/${name}.png`)
  }
  const base = (await ask('park', '/api/v1/session')).bases[0].id
  const plan = await ask('park', `/api/v1/bases/${base}/plan`)
  const at = (state, nth) => plan.spaces.filter(space => space.kind === 'desk' && space.state === state && !space.next && space.assignable)[nth]
  const homeless = (await ask('park', '/api/v1/organizations?resident=false&live=true&limit=2')).items
  const begin = async (login, space, act) => {
    const page = await visit(browser, url, { login, still: true })
    await open(page, `/bases/${base}/spaces?space=${space.id}`)
    await settled(page)
    await page.getByRole('complementary').getByRole('button', { name: act }).first().click()
    await page.getByRole('dialog').waitFor()
    return page
  }
  const choose = async (page, name) => {
    const box = page.getByRole('dialog').getByRole('combobox', { name: /组织/ })
    await box.fill(name)
    await page.waitForFunction(() => document.querySelector('[role=option]:not([aria-disabled])'))
    await box.press('Enter')
  }
  const free = at('free', 0)
  const [first, second] = await Promise.all([begin('park', free, /分配/), begin('city', free, /分配/)])
  await choose(first, homeless[0].name)
  await choose(second, homeless[1].name)
  await shoot(first, 'assign')
  const confirm = page => page.getByRole('dialog').getByRole('button', { name: '确认分配' }).click()
  for (const page of [first, second]) await page.getByRole('dialog').getByLabel(/长期使用/).check()
  await confirm(first)
  await first.getByText(`${free.code} 已分配给`).first().waitFor()
  await confirm(second)
  await second.getByText(`${free.code} 这段时间排不下`).first().waitFor()
  await shoot(second, 'taken')
  for (const [name, act] of [['extend', /续期/], ['swap', /调换/], ['give-back', /退出/]]) {
    const page = await begin('park', plan.spaces.find(space => space.kind === 'desk' && space.allocation?.state === 'occupied' && space.allocation.to), act)
    await shoot(page, name)
    await page.leave()
  }
  const page = await visit(browser, url, { login: 'city', still: true })
  await open(page, '/imports')
  await page.getByRole('link', { name: 'organizations.xlsx' }).first().click()
  await settled(page)
  await shoot(page, 'import')
  for (const one of [first, second, page]) await one.leave()
}
