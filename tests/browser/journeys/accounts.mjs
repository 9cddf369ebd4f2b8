// An administrator makes an account; its owner comes in with the one-time password.
import assert from 'node:assert/strict'
import { open, settled, visit } from '../browser.mjs'

export const journeys = {
  async 'an account is made, given a role, used, and locked'({ browser, url }) {
    const page = await visit(browser, url, { login: 'admin' })
    await open(page, '/accounts')
    await page.getByRole('button', { name: '新建账号' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: /^姓名/ }).fill('高娃')
    await page.getByRole('dialog').getByRole('textbox', { name: /^账号/ }).fill('不行')
    await page.getByRole('button', { name: '建立账号' }).click()
    await page.getByText('账号只能使用字母').waitFor()
    await page.getByRole('dialog').getByRole('textbox', { name: /^账号/ }).fill('gaowa')
    await page.getByRole('button', { name: '建立账号' }).click()
    const password = await page.getByLabel('一次性密码').inputValue()
    assert.ok(password.length >= 10)
    await page.getByRole('dialog').getByRole('button', { name: '给予角色' }).click()
    await page.getByRole('heading', { name: '高娃' }).waitFor()
    await page.getByText('没有角色').waitFor()
    await page.getByRole('button', { name: '给予角色' }).click()
    const grant = page.getByRole('dialog')
    await grant.getByRole('combobox', { name: '角色' }).selectOption('base_operator')
    await grant.getByRole('combobox', { name: /^哪个基地/ }).selectOption({ index: 1 })
    await grant.getByRole('button', { name: '给予', exact: true }).click()
    await page.getByText('角色已给予').waitFor()
    await page.getByRole('region', { name: '角色' }).locator('li').filter({ hasText: '基地运营' }).waitFor()

    const other = await visit(browser, url)
    await other.goto('/')
    await other.getByLabel('账号', { exact: true }).fill('gaowa')
    await other.getByLabel('密码', { exact: true }).fill(password)
    await other.getByRole('button', { name: '登录' }).click()
    await other.getByRole('heading', { name: '请设置新密码' }).waitFor()
    await other.getByLabel('现在的密码').fill(password)
    await other.getByLabel('新密码', { exact: true }).fill('1234567890')
    await other.getByLabel('再输一次新密码').fill('1234567890')
    await other.getByRole('button', { name: '设置密码' }).click()
    await other.getByText('密码过于简单').first().waitFor()
    for (const label of ['新密码', '再输一次新密码']) await other.getByLabel(label, { exact: true }).fill('Baihualin-xia-de-yu')
    await other.getByRole('button', { name: '设置密码' }).click()
    await settled(other)
    await other.waitForURL('**/bases/bas_*')

    await page.getByRole('button', { name: '停用账号' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停用账号' }).click()
    await page.getByText('已停用“高娃”').waitFor()
    await other.goto('/calendar')
    await other.getByRole('heading', { name: '欢迎回来' }).waitFor()
    assert.deepEqual([...page.errors, ...other.errors], [])
    await other.leave()
    await page.leave()
  },

  async 'a token is shown once and ended'({ browser, url }) {
    const page = await visit(browser, url, { login: 'park' })
    await open(page, '/me')
    await page.getByRole('button', { name: '新建令牌' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: /^用途/ }).fill('每月报表')
    await page.getByRole('button', { name: '建立令牌' }).click()
    const token = await page.getByRole('dialog').getByRole('textbox', { name: '令牌' }).inputValue()
    const answer = await fetch(`${url}/api/v1/session`, { headers: { authorization: `Bearer ${token}` } })
    assert.equal(answer.status, 200)
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
    await page.getByRole('button', { name: '停用 每月报表' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await page.getByText('令牌已停用').waitFor()
    assert.equal((await fetch(`${url}/api/v1/session`, { headers: { authorization: `Bearer ${token}` } })).status, 401)
    await page.leave()
  },

  async 'who keeps accounts approves nothing, and who does not has no way to them'({ browser, url }) {
    const admin = await visit(browser, url, { login: 'admin' })
    await open(admin, '/')
    assert.equal(await admin.getByRole('link', { name: '工位与空间' }).count(), 0)
    await open(admin, '/city')
    await admin.getByRole('heading', { name: '没有找到这个页面' }).waitFor()
    await admin.leave()
    const operator = await visit(browser, url, { login: 'hailar' })
    await open(operator, '/accounts')
    await operator.getByRole('heading', { name: '没有找到这个页面' }).waitFor()
    await operator.leave()
  },
}
