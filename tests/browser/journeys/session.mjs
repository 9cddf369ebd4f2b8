// The door, from both sides.
import assert from 'node:assert/strict'
import { open, settled, visit, PHONE } from '../browser.mjs'

async function enter(page, login, password) {
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

export const journeys = {
  async 'a supervisor signs in, looks around and signs out'({ browser, url, password }) {
    const page = await visit(browser, url)
    await page.goto('/')
    await enter(page, 'CITY', password)
    await page.waitForURL('**/city')
    await settled(page)
    assert.match(await page.locator('h1').innerText(), /片草场，.+株新苗/)
    await page.getByRole('button', { name: /账号菜单/ }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await page.getByRole('heading', { name: '欢迎回来' }).waitFor()
    assert.equal((await page.request.get('/api/v1/session')).status(), 401)
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'a wrong password is refused in words, and too many have to wait'({ browser, url }) {
    const page = await visit(browser, url, { device: PHONE })
    await page.goto('/')
    for (let i = 0; i < 8; i++) {
      await enter(page, 'no-such-person', `wrong ${i}`)
      await page.getByRole('alert').first().waitFor()
      await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
      if (await page.getByText(/请在 \d+ 秒后再试/).count()) break
      assert.match(await page.getByRole('alert').first().innerText(), /账号或密码不正确/)
    }
    assert.ok(await page.getByText(/请在 \d+ 秒后再试/).count(), 'the delay is told')
    await page.leave()
  },

  async 'an address is kept over the sign-in'({ browser, url, password }) {
    const page = await visit(browser, url)
    await page.goto('/calendar?year=2025')
    await enter(page, 'auditor', password)
    await page.getByRole('heading', { name: '工作日历' }).waitFor()
    assert.equal(new URL(page.url()).search, '?year=2025')
    await page.leave()
  },

  async 'language and appearance change without a reload'({ browser, url }) {
    const page = await visit(browser, url, { login: 'city' })
    await open(page, '/city')
    await page.evaluate(() => (globalThis.mark = true))
    const menu = page.getByRole('button', { name: /账号菜单/ })
    await menu.click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await page.getByRole('link', { name: 'City overview' }).waitFor()
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    const day = await page.evaluate(() => getComputedStyle(document.body).color)
    await page.getByRole('button', { name: /Account menu/ }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).color), day)
    assert.equal(await page.evaluate(() => globalThis.mark), true, 'the page was not loaded anew')
    await page.getByRole('button', { name: /Account menu/ }).click()
    await page.getByRole('menuitemradio', { name: '中文' }).click()
    await page.getByRole('link', { name: '全域总览' }).waitFor()
    await page.leave()
  },

  async 'the keyboard alone reaches a page and its content'({ browser, url }) {
    const page = await visit(browser, url, { login: 'city' })
    await open(page, '/city')
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement.textContent), '跳到主要内容')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main')
    await page.getByRole('link', { name: '工作日历' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '工作日历' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    assert.match(await page.title(), /^工作日历/)
    // The calendar is of no base: the switch leads to one.
    const menu = page.getByRole('button', { name: /前往基地/ })
    await menu.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Escape')
    assert.ok(await menu.evaluate(one => one === document.activeElement), 'Escape gives the focus back')
    await page.leave()
  },

  async 'a cut line is told, and what was loaded stays'({ browser, url }) {
    const page = await visit(browser, url, { login: 'hailar' })
    await open(page, '/calendar')
    await page.context().setOffline(true)
    await page.getByText('网络已断开').waitFor()
    await page.getByRole('button', { name: '计算' }).click()
    await page.getByText('连接不上服务').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '计算' }).click()
    await page.getByText('到期日', { exact: true }).waitFor()
    await page.leave()
  },

  async 'the first administrator is made with the word from the log'({ browser, serve }) {
    const empty = await serve(['--db', 'mem://'])
    const page = await visit(browser, empty.url)
    try {
      await page.goto('/')
      await page.getByRole('heading', { name: '建立第一位系统管理员' }).waitFor()
      const word = /give the word (\S+)/.exec(empty.log())[1]
      await page.getByLabel('启动口令').fill('wrong-word')
      await page.getByLabel('姓名').fill('管理员')
      await page.getByLabel('账号', { exact: true }).fill('first')
      await page.getByLabel('密码', { exact: true }).fill('Caoyuan-de-feng-2026')
      await page.getByRole('button', { name: '建立并登录' }).click()
      await page.getByText('初始化口令不正确').first().waitFor()
      await page.getByLabel('启动口令').fill(word)
      await page.getByRole('button', { name: '建立并登录' }).click()
      await page.getByRole('heading', { name: '账号与角色' }).waitFor()
    } finally {
      await page.leave()
      await empty.stop()
    }
  },
}
