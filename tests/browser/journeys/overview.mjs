// The city, a base, the calendar, the rules.
import assert from 'node:assert/strict'
import { open, settled, visit, PHONE } from '../browser.mjs'

export const journeys = {
  async 'from the meadow of the city to a base and back, where one was'({ browser, url }) {
    const page = await visit(browser, url, { login: 'city' })
    await open(page, '/city')
    assert.equal(await page.locator('figure svg a').count(), 13)
    await page.evaluate(() => (globalThis.mark = true))
    await page.locator('svg[aria-label*="示意图"] a').first().hover()
    const was = await page.evaluate(() => scrollY)
    await page.locator('svg[aria-label*="示意图"] a').first().click()
    await page.waitForURL('**/bases/bas_*')
    await settled(page)
    assert.equal(await page.evaluate(() => scrollY), 0)
    await page.goBack()
    await page.waitForURL('**/city')
    await page.waitForFunction(was => Math.abs(scrollY - was) < 40, was)
    assert.equal(await page.evaluate(() => globalThis.mark), true, 'no page was loaded anew')
    await page.leave()
  },

  async 'every picture has its table'({ browser, url }) {
    const page = await visit(browser, url, { login: 'city', device: PHONE })
    await open(page, '/city')
    const turns = page.getByRole('button', { name: /看表格/ })
    const n = await turns.count()
    assert.equal(n, 3)
    for (let i = 0; i < n; i++) await page.getByRole('button', { name: /看表格/ }).first().click()
    assert.equal(await page.getByRole('table').count(), 3)
    await page.leave()
  },

  async 'the base switcher keeps the page'({ browser, url }) {
    const page = await visit(browser, url, { login: 'city' })
    await open(page, '/city')
    await page.getByRole('button', { name: /切换基地/ }).first().click()
    await page.getByRole('menuitemradio').nth(1).click()
    await page.waitForURL('**/bases/bas_*')
    await page.getByRole('link', { name: '基地资料' }).click()
    await page.waitForURL('**/about')
    await settled(page)
    const before = page.url()
    await page.getByRole('button', { name: /切换基地/ }).first().click()
    await page.getByRole('menuitemradio').nth(3).click()
    await page.waitForFunction(before => location.href !== before, before)
    assert.match(page.url(), /\/bases\/bas_\w+\/about$/)
    await page.leave()
  },

  async 'the base switcher narrows a list, and leads from a page of no base to the base'({ browser, url, ask }) {
    const second = (await ask('city', '/api/v1/session')).bases[1]
    const page = await visit(browser, url, { login: 'city' })
    const turn = async name => {
      await page.getByRole('button', { name }).first().click()
      await page.getByRole('menuitemradio', { name: second.name }).click()
      await settled(page)
    }
    for (const path of ['/organizations', '/settings', '/allocations']) {
      await open(page, path)
      await turn(/切换基地/)
      assert.equal(new URL(page.url()).searchParams.get('base'), second.id, path)
      assert.equal(new URL(page.url()).pathname, path)
    }
    // The next list is of the same base; all of them are a choice too.
    await page.getByRole('link', { name: '社会组织', exact: true }).first().click()
    await page.waitForURL(`**/organizations?base=${second.id}`)
    await page.getByRole('button', { name: /切换基地/ }).first().click()
    await page.getByRole('menuitem', { name: '全域' }).click()
    await page.waitForFunction(() => !new URL(location.href).searchParams.has('base'))
    for (const path of ['/calendar', '/accounts', '/imports']) {
      await open(page, path)
      await turn(/前往基地/)
      await page.waitForURL(`**/bases/${second.id}`)
    }
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'a base is edited; two who edit at once do not overwrite each other'({ browser, url }) {
    const first = await visit(browser, url, { login: 'hailar' })
    const second = await visit(browser, url, { login: 'city' })
    await open(first, '/')
    const about = `${new URL(first.url()).pathname}/about`
    await open(first, about)
    await open(second, about)
    for (const page of [first, second]) await page.getByRole('button', { name: '修改资料' }).click()
    await first.getByLabel('负责人').fill('其木格')
    await first.getByLabel('服务热线').fill('12')
    await first.getByRole('button', { name: '保存' }).click()
    await first.getByText('电话号码不正确').waitFor()
    await first.getByLabel('服务热线').fill('0470-8223344')
    await first.getByRole('button', { name: '保存' }).click()
    await first.getByText('已保存').waitFor()
    await second.getByLabel('负责人').fill('巴图')
    await second.getByRole('button', { name: '保存' }).click()
    await second.getByText('已被他人修改').waitFor()
    await first.reload()
    await settled(first)
    await first.getByText('其木格', { exact: true }).waitFor()
    await first.getByText('修改基地资料').first().waitFor()
    await first.leave()
    await second.leave()
  },

  async 'a deadline is counted and explained'({ browser, url }) {
    const page = await visit(browser, url, { login: 'trainer', device: PHONE })
    await open(page, '/calendar?year=2026')
    await page.getByLabel('起算日').fill('2026-09-28')
    await page.getByLabel('天数').fill('5')
    await page.getByRole('button', { name: '计算' }).click()
    await page.getByText('2026年10月10日 星期六').waitFor()
    await page.getByText('国庆节').first().waitFor()
    await page.getByText(/周末上班、计入的日子: 10月10日/).waitFor()
    await page.getByLabel('起算日').fill('2027-06-01')
    await page.getByRole('button', { name: '计算' }).click()
    await page.getByText('暂定', { exact: true }).waitFor()
    await page.leave()
  },

  async 'a rule is set with its day and basis'({ browser, url }) {
    const page = await visit(browser, url, { login: 'city' })
    await open(page, '/settings')
    await page.getByRole('button', { name: /设定 到期前多少天提醒/ }).click()
    await page.getByRole('dialog').getByLabel(/取值/).fill('45')
    await page.getByRole('dialog').getByLabel('依据').fill('呼民发〔2026〕12号')
    await page.getByRole('dialog').getByRole('button', { name: '设定' }).click()
    await page.getByText('规则已设定').waitFor()
    await page.getByRole('row').filter({ hasText: '到期前多少天提醒' }).getByText('45').waitFor()
    await page.leave()
  },
}
