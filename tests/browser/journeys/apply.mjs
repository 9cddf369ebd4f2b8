// A team without an account applies, on a phone.
import assert from 'node:assert/strict'
import { fillIn, saved, signUp } from '../applying.mjs'
import { announced } from '../intakes.mjs'
import { faults, open, overhang, settled, visit, PHONE, SMALL } from '../browser.mjs'

export const journeys = {
  async 'a team signs up on a phone, fills in, hands in and sees its number'(context) {
    const { browser, url } = context
    const intake = await announced(context)
    const page = await visit(browser, url, { device: SMALL })
    await signUp(page, intake)
    assert.equal(await overhang(page), 0)
    // What the account and the notice know is filled in already.
    assert.equal(await page.getByLabel(/^联系人/).inputValue(), '白音')
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.waitForFunction(() => document.activeElement?.closest('[data-path="stage"]'))
    assert.ok(await page.getByText('还没有填。').count(), 'what is missing is marked')
    assert.deepEqual(await faults(page), [])
    await fillIn(page)
    await page.getByText('都填好了，可以提交').waitFor()
    await saved(page)
    await page.reload()
    await settled(page)
    assert.equal(await page.getByLabel(/^做什么/).inputValue(), '开办老年人手机课堂')
    assert.equal(await page.getByLabel(/^专职人员/).inputValue(), '0')
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByRole('dialog').getByText('提交后不能再修改，除非基地退回补正').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '提交申请' }).click()
    await page.getByText(/B01-\d{4}-\d{4}/).first().waitFor()
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'what cannot be saved is told and kept, and the rest is saved'(context) {
    const { browser, url } = context
    const page = await visit(browser, url, { device: PHONE })
    await signUp(page, await announced(context))
    await page.getByLabel(/^联系电话/).fill('1384')
    await page.getByLabel(/^组织介绍/).fill('教邻居用手机。')
    await page.getByText('电话号码不正确').waitFor()
    await page.getByText('标红的几处还没有保存').first().waitFor()
    await page.context().setOffline(true)
    await page.getByLabel(/^组织介绍/).fill('教邻居用手机，也教孙辈写字。')
    await page.getByText('没有保存上').first().waitFor()
    await page.context().setOffline(false)
    await page.getByLabel(/^联系电话/).fill('13847001235')
    await saved(page)
    await page.reload()
    await settled(page)
    assert.equal(await page.getByLabel(/^组织介绍/).inputValue(), '教邻居用手机，也教孙辈写字。')
    assert.equal(await page.getByLabel(/^联系电话/).inputValue(), '13847001235')
    await page.leave()
  },

  async 'two who fill in the same application do not overwrite each other'(context) {
    const { browser, url } = context
    const page = await visit(browser, url, { device: PHONE })
    await signUp(page, await announced(context))
    const id = page.url().split('/').pop()
    const view = await (await page.request.get(`/api/v1/applications/${id}`)).json()
    const { csrf } = await (await page.request.get('/api/v1/session')).json()
    const answer = await page.request.put(`/api/v1/applications/${id}`, { headers: { 'x-csrf-token': csrf, 'if-match': `"${view.version}"` }, data: { form: { ...view.form, funding: '会费' } } })
    assert.equal(answer.status(), 200)
    await page.getByLabel(/^组织介绍/).fill('教邻居用手机。')
    await page.getByText('别人也在填这份申请').waitFor()
    await saved(page)
    assert.equal(await page.getByLabel(/^资金来源/).inputValue(), '会费')
    const { form } = await (await page.request.get(`/api/v1/applications/${id}`)).json()
    assert.deepEqual([form.funding, form.introduction], ['会费', '教邻居用手机。'])
    await page.leave()
  },

  async 'what the base asks for stands beside the fields, and is handed in again with a document'(context) {
    const { browser, url, password } = context
    const page = await visit(browser, url, { device: PHONE })
    await signUp(page, await announced(context, { documents: [{ name: '发起人身份证', of: ['pre_registration'], required: true }] }))
    await fillIn(page)
    await saved(page)
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText('请上传这份材料').waitFor()
    const scan = { name: '身份证.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') }
    await page.locator('input[type=file]').setInputFiles(scan)
    await page.getByRole('link', { name: '身份证.png' }).waitFor()
    await page.getByText('都填好了，可以提交').waitFor()
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByRole('dialog').getByText('提交后不能再修改，除非基地退回补正').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '提交申请' }).click()
    await page.getByText(/B01-\d{4}-\d{4}/).first().waitFor()
    const id = page.url().split('/').pop()
    const desk = await visit(browser, url)
    const { csrf } = await (await desk.request.post('/api/v1/session', { data: { login: 'hailar', password } })).json()
    const items = [{ about: 'introduction', text: '请写明服务了哪些社区。' }, { about: 'd1', text: '照片看不清。' }, { text: '请尽快。' }]
    const asked = await desk.request.post(`/api/v1/applications/${id}/correction`, { headers: { 'x-csrf-token': csrf, 'idempotency-key': `correction-${id}` }, data: { items } })
    assert.equal(asked.status(), 200)
    await desk.leave()
    await page.reload()
    await settled(page)
    await page.getByRole('heading', { name: '请补正后重新提交' }).waitFor()
    assert.equal(await page.getByText('请写明服务了哪些社区。').count(), 2)
    assert.equal(await page.locator('[data-path="documents.d1"]').getByText('照片看不清。').count(), 1)
    assert.deepEqual(await faults(page), [])
    await page.getByRole('button', { name: '去修改 组织介绍' }).click()
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type('服务三个社区。')
    await page.getByRole('button', { name: '删除 身份证.png' }).click()
    await page.getByRole('dialog').getByRole('button', { name: /删除/ }).click()
    await page.getByText('请上传这份材料').or(page.getByText('还差 1 处没有填好')).first().waitFor()
    await page.locator('input[type=file]').setInputFiles({ ...scan, name: '身份证清晰.png' })
    await page.getByRole('link', { name: '身份证清晰.png' }).waitFor()
    await page.getByRole('button', { name: '重新提交' }).click()
    await page.getByText('已重新提交，基地会接着办理。').waitFor()
    const { form } = await (await page.request.get(`/api/v1/applications/${id}`)).json()
    assert.match(form.introduction, /服务三个社区/)
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'a liaison reads the notice, signs in and is back at it'(context) {
    const { browser, url, password } = context
    const intake = await announced(context, { admits: ['registered', 'recorded', 'pre_registration'] })
    const page = await visit(browser, url, { device: PHONE })
    await open(page, `/apply/${intake.id}`)
    await page.getByRole('link', { name: '登录后申请' }).click()
    await page.getByLabel('账号', { exact: true }).fill('liaison')
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('button', { name: '开始申请' }).waitFor()
    assert.equal(new URL(page.url()).pathname, `/apply/${intake.id}`)
    await page.getByRole('button', { name: '开始申请' }).click()
    await page.waitForURL('**/applications/app_*')
    await open(page, `/apply/${intake.id}`)
    await page.getByRole('button', { name: '开始申请' }).click()
    await page.getByText('已有一份未办结的申请').waitFor()
    await page.getByRole('link', { name: '到入驻申请里打开它' }).waitFor()
    await page.leave()
  },
}
