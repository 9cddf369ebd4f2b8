// A residency from its agreement to the hand-back: the operator issues and signs, lets the organization move in, and
// gives everything back; who is resident on a day; one from before the house was there.
import assert from 'node:assert/strict'
import { sound, soundAt } from '../acting.mjs'
import { open, settled, visit } from '../browser.mjs'
import { signedIn } from '../panel.mjs'

/** Types into a combobox and takes the first answer. */
async function pick(scope, name, typed) {
  const box = scope.getByRole('combobox', { name })
  await box.fill(typed)
  await scope.page().waitForFunction(() => document.querySelector('[role=option]:not([aria-disabled])'))
  await box.press('Enter')
}

/** The operator who has an application that is approved, and the application. */
async function approved({ url, password }) {
  const operator = await signedIn(url, 'park', password)
  const [base] = operator.session.bases
  const { items } = await operator.get(`/applications?state=approved&base=${base.id}`)
  assert.ok(items.length > 0, 'the demo has an approved application')
  return { operator, base, application: items.at(-1) }
}

const POINTS = ['腾空场地', '交还钥匙和门禁卡', '交还借用的设备', '迁出登记住所', '结清费用', '移交档案和信件']

export const journeys = {
  async 'an operator issues an agreement, lets the organization move in, and closes when all is handed back'(context) {
    const { browser, url } = context
    const { operator, base, application } = await approved(context)
    const name = application.organization.name
    const { today } = operator.session
    const plan = await operator.get(`/bases/${base.id}/plan`)
    const free = plan.spaces.filter(space => space.state === 'free' && space.assignable && !space.next)
    const taken = plan.spaces.find(space => space.state === 'occupied' && space.assignable)
    assert.ok(free.length >= 3 && taken, 'the demo has free places and a taken one')

    const page = await visit(browser, url, { login: 'park' })
    await open(page, `/applications/${application.id}`)
    await page.getByRole('link', { name: '签发协议' }).click()
    await page.getByRole('heading', { name: '签发入驻协议' }).waitFor()
    await settled(page)

    // Without a place it is not issued; a taken one cannot be chosen, and says who has it.
    await page.getByRole('radio', { name: /实体入驻/ }).check()
    await page.getByRole('button', { name: '签发协议' }).click()
    await page.getByText('请至少选一处房间或工位，或改为虚拟入驻。').waitFor()
    await page.getByLabel('只看空闲的').uncheck()
    const gone = page.getByRole('checkbox', { name: new RegExp(`^${taken.code} `) })
    assert.ok(await gone.isDisabled())
    await page.getByText(taken.allocation.organization.name).first().waitFor()
    const box = of => page.getByRole('checkbox', { name: new RegExp(`^${of.code} `) })
    await box(free[0]).check()
    await box(free[1]).check()
    await page.getByText('已选 2 处').waitFor()
    await page.getByRole('button', { name: `去掉 ${free[1].code}` }).click()
    await page.getByText('已选 1 处').waitFor()

    // Its equipment, a row a piece; a fault is told at its row.
    await page.getByRole('button', { name: '添加一项' }).click()
    const row = page.getByRole('listitem', { name: '第 1 项设备' })
    await row.getByLabel('名称').fill('办公桌')
    await row.getByLabel('数量').fill('0')
    await row.getByLabel('资产编号').fill('HB-0012')
    await page.getByLabel(/^补充约定/).fill('乙方每季度在基地举办一次公益活动。')
    await sound(page, 'the form')
    await page.getByRole('button', { name: '签发协议' }).click()
    await row.locator('[aria-invalid="true"]').waitFor()
    await row.getByLabel('数量').fill('2')

    // The paper as it would be, beside the page.
    const draft = page.waitForResponse(answer => answer.url().endsWith('/residencies/preview'))
    const tab = page.context().waitForEvent('page')
    await page.getByRole('button', { name: '预览协议' }).click()
    assert.equal((await draft).headers()['content-type'], 'application/pdf')
    await (await tab).close()

    // Somebody was faster: what else would do is a press away.
    const organizations = (await operator.get('/organizations?resident=false&live=true&limit=50')).items
    const rival = organizations.find(one => one.id !== application.organization.id)
    await operator.post('/allocations', { space: free[0].id, organization: rival.id, from: today, to: null })
    await page.getByRole('button', { name: '签发协议' }).click()
    const notice = page.getByRole('alert').filter({ hasText: `${free[0].code} 这段时间排不下` })
    await notice.waitFor()
    await notice.getByRole('button', { name: /整个期限都空闲/ }).first().click()
    await page.getByText('已选 1 处').waitFor()
    await page.getByRole('button', { name: '签发协议' }).click()
    await page.waitForURL('**/residencies/rsd_*')
    const id = new URL(page.url()).pathname.split('/').pop()
    await page.getByRole('heading', { name }).waitFor()
    const issued = await operator.get(`/residencies/${id}`)
    assert.equal(issued.state, 'agreeing')
    assert.deepEqual(issued.agreement.equipment.map(one => [one.name, one.tag, one.quantity]), [['办公桌', 'HB-0012', 2]])
    assert.notEqual(issued.places[0].space, free[0].id)

    // Its clock; what is too early says so; its paper is a PDF; its application leads to it.
    await page.getByText(/逾期视为放弃/).waitFor()
    const forfeit = page.getByRole('button', { name: '视为放弃' })
    assert.equal(await forfeit.getAttribute('aria-disabled'), 'true')
    await page.getByText('签约期限还没有过。').waitFor({ state: 'attached' })
    const paper = await page.getByRole('link', { name: /打开协议/ }).getAttribute('href')
    const sheet = await page.request.get(paper)
    assert.equal(sheet.headers()['content-type'], 'application/pdf')
    await soundAt(context, 'park', `/residencies/${id}`)
    await open(page, `/applications/${application.id}`)
    await page.getByText('待签约').first().waitFor()
    await page.getByRole('link', { name: '看入驻' }).click()
    await page.waitForURL(`**/residencies/${id}`)

    // Written anew: the place may stay, another one is added, the old paper is void.
    await page.getByRole('link', { name: '重新签发' }).click()
    await page.getByRole('heading', { name: '重新签发协议' }).waitFor()
    await page.getByText('已选 1 处').waitFor()
    const another = free.slice(1).find(space => issued.places.every(place => place.space !== space.id))
    await box(another).check()
    await page.getByText('已选 2 处').waitFor()
    await page.getByRole('button', { name: '重新签发' }).click()
    await page.waitForURL(`**/residencies/${id}`)
    await page.getByText('已作废的协议 1 份').click()
    await page.getByText(issued.number, { exact: true }).first().waitFor()
    const anew = await operator.get(`/residencies/${id}`)
    assert.equal(anew.places.length, 2)

    // Both have signed on paper; the scan is kept with it.
    await page.getByRole('button', { name: '登记签约' }).click()
    let dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '登记签约' }).click()
    await dialog.getByText('请填写签字人。').first().waitFor()
    await dialog.getByLabel(/基地签字人/).fill('斯琴')
    await dialog.getByLabel(/组织签字人/).fill('白雪')
    await dialog.getByRole('button', { name: '登记签约' }).click()
    await page.getByText(/基地 斯琴，组织 白雪/).waitFor()
    await page.locator('input[type=file]').setInputFiles({ name: '协议扫描件.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await sheet.body()) })
    await page.getByRole('link', { name: '协议扫描件.pdf' }).waitFor()

    // Moving in by one record for both places; what the agreement lists is in it already.
    await page.getByRole('button', { name: '办理入驻' }).click()
    dialog = page.getByRole('dialog')
    for (const place of anew.places) await dialog.getByText(place.code).first().waitFor()
    assert.equal(await dialog.getByLabel('名称').inputValue(), '办公桌')
    await dialog.getByRole('button', { name: '完成入驻' }).click()
    await dialog.locator('[aria-invalid="true"]').first().waitFor()
    await dialog.getByLabel(/接收人/).fill('白雪')
    await dialog.getByLabel(/钥匙/).fill('钥匙 2 把')
    await sound(page, 'the record')
    await dialog.getByRole('button', { name: '完成入驻' }).click()
    await page.getByRole('button', { name: '提出退驻' }).waitFor()
    assert.equal((await operator.get(`/residencies/${id}`)).state, 'active')
    const before = (await operator.get(`/residencies/summary?base=${base.id}`)).total.physical
    assert.ok(before >= 1)

    // It leaves: both agreed on today, which is sooner than the notice.
    await page.getByRole('button', { name: '提出退驻' }).click()
    dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '提出退驻' }).click()
    await dialog.getByText('请写明原因。').waitFor()
    await dialog.getByLabel(/^最后一天/).fill(today)
    await dialog.getByLabel(/^原因/).fill('搬到自己的场地')
    await dialog.getByRole('button', { name: '提出退驻' }).click()
    await page.getByText('还有 6 项没有办结。').waitFor()
    assert.equal(await page.getByRole('button', { name: '办结退驻' }).getAttribute('aria-disabled'), 'true')
    for (const point of POINTS) {
      await page.getByRole('button', { name: `办理 ${point}` }).click()
      dialog = page.getByRole('dialog')
      if (point === '迁出登记住所') {
        await dialog.getByLabel('不涉及').check()
        await dialog.getByRole('button', { name: '记下来' }).click()
        await dialog.getByText('请说明为什么不涉及。').waitFor()
        await dialog.getByLabel(/^说明/).fill('住所不在基地')
      } else await dialog.getByLabel('已办').check()
      await dialog.getByRole('button', { name: '记下来' }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    await page.getByText('清单已办结，等基地、组织确认。').waitFor()
    await page.getByRole('button', { name: '基地确认' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '基地确认' }).click()
    await page.getByText('清单已办结，等组织确认。').waitFor()
    await page.getByRole('button', { name: '代记组织的纸质确认' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '代记组织的纸质确认' }).click()
    await page.getByText('纸质确认，基地代记', { exact: true }).waitFor()
    await soundAt(context, 'park', `/residencies/${id}`)

    // What was handed over is what comes back.
    await page.getByRole('button', { name: '办结退驻' }).click()
    dialog = page.getByRole('dialog')
    await dialog.getByText(/入驻交接单带入/).waitFor()
    assert.equal(await dialog.getByLabel(/钥匙/).inputValue(), '钥匙 2 把')
    await dialog.getByLabel(/交出人/).fill('白雪')
    await dialog.getByRole('button', { name: '办结退驻' }).click()
    await page.locator('.tags').getByText('主动退驻').waitFor()
    const left = await operator.get(`/residencies/${id}`)
    assert.deepEqual([left.state, left.ended, left.places], ['left', today, []])
    assert.equal((await operator.get(`/residencies/summary?base=${base.id}`)).total.residencies >= 1, true)
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'one from before is entered once, and the list says who is resident on a day'(context) {
    const { browser, url, password } = context
    const operator = await signedIn(url, 'park', password)
    const { today } = operator.session
    const live = new Set((await operator.get('/residencies?live=true&limit=200')).items.map(one => one.organization.id))
    const who = (await operator.get('/organizations?live=true&resident=false&limit=50')).items.find(one => !live.has(one.id) && one.credit_code)
    const year = Number(today.slice(0, 4))
    const page = await visit(browser, url, { login: 'park' })
    await open(page, '/residencies')
    const enter = async () => {
      await page.getByRole('button', { name: '补录入驻' }).click()
      const dialog = page.getByRole('dialog')
      await pick(dialog, /组织/, who.credit_code)
      await dialog.getByRole('radio', { name: /虚拟入驻/ }).check()
      await dialog.getByLabel(/^入驻日期/).fill(`${year - 1}-03-01`)
      await dialog.getByLabel(/^协议到期日/).fill(`${year - 1}-12-31`)
      await dialog.getByLabel(/^协议编号/).fill('呼孵协〔2025〕7号')
      await dialog.getByRole('button', { name: '补录入驻' }).click()
      return dialog
    }
    // What is over is not entered: the service says which day would do.
    const dialog = await enter()
    await dialog.locator('[aria-invalid="true"]').waitFor()
    await dialog.getByLabel(/^协议到期日/).fill(`${year + 1}-02-28`)
    await dialog.getByRole('button', { name: '补录入驻' }).click()
    await page.waitForURL('**/residencies/rsd_*')
    await page.getByText(/按纸质材料补录/).waitFor()

    // On the day before its first nobody of that name is resident, on its first day it is.
    await open(page, `/residencies?on=${year - 1}-02-28`)
    assert.equal(await page.getByRole('link', { name: who.name }).count(), 0)
    await page.getByLabel('查看日期').fill(`${year - 1}-03-01`)
    await page.getByRole('link', { name: who.name }).waitFor()
    await page.getByRole('heading', { level: 1, name: new RegExp(`${year - 1}年3月1日在驻`) }).waitFor()
    const sheet = await page.request.get(await page.getByRole('link', { name: '导出台账' }).getAttribute('href'))
    assert.match(sheet.headers()['content-type'], /spreadsheetml/)

    // A second one is refused, in words.
    await open(page, '/residencies')
    const again = await enter()
    await again.getByLabel(/^协议到期日/).fill(`${year + 1}-02-28`)
    await again.getByRole('button', { name: '补录入驻' }).click()
    await again.getByText('该组织在本基地已有一份未结束的入驻').waitFor()
    await sound(page, 'the dialog')
    assert.deepEqual(page.errors.filter(text => !/409/.test(text)), [])
    await page.leave()
    await soundAt(context, 'park', '/residencies')
    // The city tells its bases apart; it looks, and does not act.
    await soundAt(context, 'city', '/residencies')
    const city = await visit(browser, url, { login: 'city' })
    await open(city, '/residencies')
    await city.getByText('分基地查看').click()
    await city.getByRole('table', { name: '各基地在驻情况' }).getByText('市示范园').waitFor()
    assert.equal(await city.getByRole('button', { name: '补录入驻' }).count(), 0)
    assert.deepEqual(city.errors, [])
    await city.leave()
  },
}
