// Operators give desks; two who want the same one are told apart by the service, not by luck.
import assert from 'node:assert/strict'
import { open, settled, visit } from '../browser.mjs'

/** Types into a combobox and takes the first answer; returns its name. */
async function pick(scope, name, typed) {
  const box = scope.getByRole('combobox', { name })
  await box.fill(typed)
  const first = scope.getByRole('option').first()
  await first.waitFor()
  await scope.page().waitForFunction(() => document.querySelector('[role=option]:not([aria-disabled])'))
  await box.press('Enter')
  return box.inputValue()
}

async function begin(page, base, space) {
  await open(page, `/bases/${base}/spaces?space=${space}`)
  await page.getByRole('complementary').getByRole('button', { name: /分配/ }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  return dialog
}

export const journeys = {
  async 'of two operators who want one desk, one gets it and the other gets alternatives'({ browser, url, ask }) {
    const session = await ask('park', '/api/v1/session')
    const base = session.bases[0].id
    const plan = await ask('park', `/api/v1/bases/${base}/plan`)
    const desk = plan.spaces.find(space => space.state === 'free' && space.assignable && !space.next && space.kind === 'desk')
    assert.ok(desk, 'the demo has a free desk')
    const organizations = (await ask('park', `/api/v1/organizations?resident=false&live=true&limit=20`)).items
    assert.ok(organizations.length >= 2)

    const [first, second] = await Promise.all([visit(browser, url, { login: 'park' }), visit(browser, url, { login: 'city' })])
    const dialogs = [await begin(first, base, desk.id), await begin(second, base, desk.id)]
    for (const [i, dialog] of dialogs.entries()) {
      await pick(dialog, /组织/, organizations[i].name)
      await dialog.getByLabel(/长期使用/).check()
    }
    await Promise.all(dialogs.map(dialog => dialog.getByRole('button', { name: '确认分配' }).click()))
    const outcome = page => Promise.race([page.getByText(`${desk.code} 已分配给`).first().waitFor().then(() => 'got'), page.getByText(`${desk.code} 这段时间排不下`).first().waitFor().then(() => 'taken')])
    assert.deepEqual((await Promise.all([outcome(first), outcome(second)])).sort(), ['got', 'taken'])

    const terms = (await ask('park', `/api/v1/allocations?space=${desk.id}&state=reserved`)).items
    assert.equal(terms.length, 1, 'one term stands')
    assert.deepEqual([...first.errors, ...second.errors], [])
    await first.leave()
    await second.leave()
  },

  async 'a desk is found on the plan by the keyboard'({ browser, url, ask }) {
    const base = (await ask('park', '/api/v1/session')).bases[0].id
    const page = await visit(browser, url, { login: 'park' })
    await open(page, `/bases/${base}/spaces`)
    const plan = page.locator('svg [tabindex="0"]').first()
    await plan.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => new URL(location.href).searchParams.has('space'))
    await settled(page)
    await page.leave()
  },

  async 'initials find an organization on the plan and in the ledger, a code finds a desk'({ browser, url, ask }) {
    const base = (await ask('hailar', '/api/v1/session')).bases[0].id
    const page = await visit(browser, url, { login: 'hailar' })
    await open(page, `/bases/${base}/spaces`)
    await page.getByRole('searchbox').fill('hleq')
    await page.getByText(/找到 \d+ 个/).waitFor()
    assert.ok(await page.locator('.stop.hit').count() > 0)
    await open(page, '/allocations')
    const name = await pick(page.getByRole('main'), /查找组织或工位/, 'hleq')
    await page.waitForFunction(() => new URL(location.href).searchParams.has('organization'))
    await settled(page)
    await page.getByRole('link', { name }).first().waitFor()
    const desk = (await ask('hailar', `/api/v1/allocations?base=${base}&limit=1`)).items[0].space
    const field = page.getByRole('combobox', { name: /查找组织或工位/ })
    await field.fill(desk.code)
    await page.getByRole('option', { name: desk.code }).first().click()
    await page.waitForFunction(id => new URL(location.href).searchParams.get('space') === id, desk.id)
    await page.reload()
    await settled(page)
    assert.equal(await field.inputValue(), desk.code)
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'what was done with a desk is read beside the plan'({ browser, url, ask }) {
    const base = (await ask('park', '/api/v1/session')).bases[0].id
    const plan = await ask('park', `/api/v1/bases/${base}/plan`)
    const desk = plan.spaces.find(space => space.kind === 'desk')
    const page = await visit(browser, url, { login: 'park' })
    await open(page, `/bases/${base}/spaces?space=${desk.id}`)
    await page.getByRole('complementary').getByText('变更记录').click()
    await page.getByRole('complementary').getByText('新增空间').first().waitFor()
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'an operator sees her own base and not another'({ browser, url, ask }) {
    const [own] = (await ask('hailar', '/api/v1/session')).bases
    const other = (await ask('city', '/api/v1/session')).bases.find(base => base.id !== own.id)
    const page = await visit(browser, url, { login: 'hailar' })
    await open(page, `/bases/${other.id}`)
    await page.getByText('没有找到，或不在您的权限范围内。').first().waitFor()
    await page.leave()
  },
}
