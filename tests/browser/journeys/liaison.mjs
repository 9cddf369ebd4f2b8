// A liaison with a phone.
import assert from 'node:assert/strict'
import { open, overhang, settled, visit, PHONE, SMALL } from '../browser.mjs'

export const journeys = {
  async 'sees the place, its term and whom to call; keeps the contacts'({ browser, url }) {
    const page = await visit(browser, url, { login: 'liaison', device: SMALL })
    await open(page, '/')
    assert.match(page.url(), /\/home$/)
    await page.locator('article .code').first().waitFor()
    await page.getByText(/还余 \d+ 天|不定期|还有 \d+ 天开始|已过期/).first().waitFor()
    await page.getByRole('button', { name: '修改' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: /^联络员电话/ }).fill('1384701')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('电话号码不正确').waitFor()
    await dialog.getByRole('textbox', { name: /^联络员电话/ }).fill('13847012345')
    await dialog.getByLabel('组织简介').fill('用镜头记录社区里的人。')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').waitFor()
    await page.getByText('用镜头记录社区里的人。', { exact: true }).waitFor()
    await page.getByText('变更记录').click()
    await page.getByText('修改联系方式').first().waitFor()
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'has the people and the files of the organization at hand'({ browser, url }) {
    const page = await visit(browser, url, { login: 'liaison', device: PHONE })
    await open(page, '/')
    const home = page.url()
    for (const [section, link, tab] of [['人员', '登记和修改', 'people'], ['文件', '上传和管理', 'files']]) {
      await page.getByRole('region', { name: section }).getByRole('link', { name: link }).click()
      await page.waitForURL(`**/organizations/org_*?tab=${tab}`)
      await settled(page)
      assert.equal(await overhang(page), 0)
      await page.getByRole('link', { name: '我的组织' }).last().click()
      await page.waitForURL(home)
      await settled(page)
    }
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'does not see what is not hers'({ browser, url, ask }) {
    const other = (await ask('city', '/api/v1/organizations?limit=5')).items[0].id
    const page = await visit(browser, url, { login: 'liaison', device: PHONE })
    await open(page, `/organizations/${other}/home`)
    await page.getByRole('heading', { name: '没有找到这个页面' }).waitFor()
    await open(page, '/city')
    await page.getByRole('heading', { name: '没有找到这个页面' }).waitFor()
    await page.leave()
  },
}
