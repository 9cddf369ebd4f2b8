// One organization from the phone on which it applies to the certificate that anybody looks up, in a house whose clock
// is moved on while a publicity runs.
import assert from 'node:assert/strict'
import { as, later } from '../acting.mjs'
import { fillIn, saved, signUp, TEAM_PASSWORD } from '../applying.mjs'
import { settled, visit, PHONE, SMALL } from '../browser.mjs'
import { announced } from '../intakes.mjs'
import { FAIR, GOOD, reviewer, score, signedIn } from '../panel.mjs'
import { reader } from '../places.mjs'
import { clocked } from '../service.mjs'

const SCAN = { name: '身份证.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') }

/** Presses a button of the page and the one of the same name in the dialog that asks again. */
async function confirmed(page, dialog, name, fill = async () => {}) {
  await page.getByRole('button', { name }).first().click()
  await dialog.waitFor()
  await fill(dialog)
  await dialog.getByRole('button', { name }).last().click()
  await dialog.waitFor({ state: 'detached' })
}

/** The team applies on its phone, is asked for more, hands in again, and passes the first check. */
async function applies(context) {
  const { browser, url } = context
  const intake = await announced(context, { modes: ['physical', 'virtual'], documents: [{ name: '发起人身份证', of: ['pre_registration'], required: true }] })
  const phone = await visit(browser, url, { device: SMALL, still: true })
  const login = await signUp(phone, intake)
  const id = phone.url().split('/').pop()
  await phone.getByText('虚拟入驻', { exact: true }).first().click()
  await fillIn(phone)
  await phone.locator('input[type=file]').setInputFiles(SCAN)
  await phone.getByRole('link', { name: SCAN.name }).waitFor()
  await saved(phone)
  await confirmed(phone, phone.getByRole('dialog'), '提交申请')
  const number = await phone.getByText(/B01-\d{4}-\d{4}/).first().textContent()
  assert.match(number, /B01-\d{4}-\d{4}/)
  await as(context, 'hailar', `/applications/${id}`, async (page, dialog) => {
    await page.getByRole('button', { name: '要求补正' }).click()
    await dialog.getByLabel('十二个月计划').check()
    await dialog.getByLabel(/要补什么.*十二个月计划/).fill('请写明预算。')
    await dialog.getByRole('button', { name: '一次告知 1 项' }).click()
    await page.getByText('待补正').first().waitFor()
  })
  await phone.reload()
  await settled(phone)
  await phone.getByRole('heading', { name: '请补正后重新提交' }).waitFor()
  await phone.getByLabel(/^做到什么样/).fill('开课 12 次，预算 3000 元')
  await saved(phone)
  await phone.getByRole('button', { name: '重新提交' }).click()
  await phone.getByText('已重新提交，基地会接着办理。').waitFor()
  assert.deepEqual(phone.errors, [])
  await phone.leave()
  await as(context, 'hailar', `/applications/${id}`, async (page, dialog) => {
    await confirmed(page, dialog, '受理')
    await page.getByRole('heading', { name: '初审' }).waitFor()
    const look = page.getByRole('button', { name: /^查明 / })
    for (let left = await look.count(); left > 0; left--) {
      await look.first().click()
      await dialog.getByLabel('符合', { exact: true }).check()
      await dialog.getByLabel(/^查询依据/).fill('查看了原件。')
      await dialog.getByRole('button', { name: '记下来' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.waitForFunction(n => [...document.querySelectorAll('td button')].filter(one => one.textContent?.startsWith('查明')).length < n, left)
    }
    await confirmed(page, dialog, '初审通过')
  })
  return { intake, id, login }
}

/** Two score apart; the base closes, the city decides. */
async function reviewed(context, { intake, id }) {
  const { url, password } = context
  const operator = await signedIn(url, 'hailar', password)
  const panel = [await reviewer(url, password, '方敏'), await reviewer(url, password, '刘志远')]
  const review = await operator.post('/reviews', { intake: intake.id, applications: [id], reviewers: panel.map(who => who.id) })
  await score(panel[0], review, id, GOOD, 'admit')
  await score(panel[1], review, id, FAIR, 'admit')
  await as(context, 'hailar', `/reviews/${review.id}`, async (page, dialog) => {
    await confirmed(page, dialog, '结束评审')
    await page.getByRole('heading', { name: '评审结果' }).waitFor()
  })
  await as(context, 'city', `/reviews/${review.id}`, async (page, dialog) => {
    await confirmed(page, dialog, '提交审定')
    await page.getByText('已审定', { exact: true }).waitFor()
  })
}

/** It is shown to everybody; somebody objects on a phone, the city answers, and concludes when the time is over. */
async function publicized(context, { intake, id }) {
  const { url, password, pass } = context
  const notice = await as(context, 'city', `/notices/new?application=${id}`, async (page, dialog) => {
    for (const other of await page.getByRole('checkbox').all()) if (!(await other.locator('xpath=ancestor::li').getByText(intake.name).count())) await other.uncheck()
    await page.getByLabel('公示地点').fill('基地一楼公告栏')
    await page.getByRole('button', { name: '发布公示：1 家' }).click()
    await dialog.getByRole('button', { name: '发布' }).click()
    await page.waitForURL('**/notices/ntc_*')
    return new URL(page.url()).pathname.split('/').pop()
  })
  await as(context, undefined, `/publicity/${notice}`, async page => {
    await page.getByRole('link', { name: /^提出异议/ }).first().click()
    await page.getByRole('heading', { name: '提出异议' }).waitFor()
    await page.getByLabel('异议内容').fill('志愿者人数与实际不符，请核查。')
    await page.getByLabel('您的姓名').fill('赵青山')
    await page.getByLabel('您的电话或电子邮箱').fill('13904705678')
    await page.getByRole('button', { name: '提交异议' }).click()
    await page.getByRole('heading', { name: '异议已收到' }).waitFor()
  }, { device: PHONE })
  await as(context, 'city', `/notices/${notice}`, async (page, dialog) => {
    await page.getByRole('button', { name: '答复' }).click()
    await dialog.getByRole('radio', { name: /^不成立/ }).check()
    await dialog.getByLabel('核查情况').fill('查阅原件并电话核实')
    await dialog.getByLabel('答复', { exact: true }).fill('经核查，材料属实。')
    await dialog.getByRole('button', { name: '提交答复' }).click()
    await dialog.waitFor({ state: 'detached' })
    assert.equal(await page.getByRole('button', { name: '办结' }).getAttribute('aria-disabled'), 'true', 'not before its last day is over')
  })
  const { ends } = await (await signedIn(url, 'city', password)).get(`/notices/${notice}`)
  for (let today = await pass(1), n = 0; today <= ends; today = await pass(1)) assert.ok(n++ < 30, `the publicity ends on ${ends}`)
  await as(context, 'city', `/notices/${notice}`, async (page, dialog) => {
    await confirmed(page, dialog, '办结')
    await page.getByText('同意入驻').first().waitFor()
  }, { anew: true })
}

/** The base issues the agreement with a desk, both sign, it moves in; the stay. */
async function moved(context, { id }) {
  const { url, password } = context
  const operator = await signedIn(url, 'hailar', password)
  const { today } = operator.session
  const { spaces } = await operator.get(`/bases/${operator.session.bases[0].id}/plan`)
  const free = spaces.find(space => space.state === 'free' && space.assignable && !space.next)
  assert.ok(free, 'the demo has a free place')
  return as(context, 'hailar', `/applications/${id}`, async (page, dialog) => {
    await page.getByRole('link', { name: '签发协议' }).click()
    await page.getByRole('heading', { name: '签发入驻协议' }).waitFor()
    await settled(page)
    await page.getByRole('radio', { name: /实体入驻/ }).check()
    await page.getByLabel(/^到期日/).fill(later(today, 100))
    await page.getByRole('checkbox', { name: new RegExp(`^${free.code} `) }).check()
    await page.getByRole('button', { name: '签发协议' }).click()
    await page.waitForURL('**/residencies/rsd_*')
    const stay = new URL(page.url()).pathname.split('/').pop()
    await confirmed(page, dialog, '登记签约', async () => {
      await dialog.getByLabel(/基地签字人/).fill('赵海燕')
      await dialog.getByLabel(/组织签字人/).fill('白音')
    })
    await confirmed(page, dialog, /办理入驻|完成入驻/, async () => {
      await dialog.getByLabel(/接收人/).fill('白音')
      await dialog.getByLabel(/钥匙/).fill('钥匙 1 把')
    })
    await page.getByText('在驻', { exact: true }).first().waitFor()
    return { stay, place: free.code, until: later(today, 100) }
  }, { anew: true })
}

/** The base opens a round, the team scores itself on its phone, the base scores and gives the grade. */
async function assessed(context, { login, own }) {
  const { url, password } = context
  const [operator, team] = [await signedIn(url, 'hailar', password), await signedIn(url, login, TEAM_PASSWORD)]
  const { today } = operator.session
  const title = '入驻首次考核'
  const round = await operator.post('/assessment-rounds', { base: operator.session.bases[0].id, title, cycle: 'quarter', first: later(today, -30), last: today, organizations: [own] })
  const scores = round.sheet.indicators.flatMap(({ points }, indicator) => (points ? [{ indicator, points }] : []))
  const [{ id }] = round.assessments
  await team.post(`/assessments/${id}/hand-in`, { scores })
  await operator.put(`/assessments/${id}/score`, { scores, comment: null, breaches: [] })
  await operator.post(`/assessments/${id}/conclude`, { comment: '开局良好' })
  await as(context, login, `/organizations/${own}/home`, async page => {
    await page.getByRole('article', { name: title }).getByRole('link', { name: '看结果' }).click()
    await page.getByRole('heading', { name: '考核结果' }).waitFor()
  }, { device: PHONE, password: TEAM_PASSWORD, anew: true })
}

/** It asks on its phone to stay longer; the base writes the supplement, and both sign it. */
async function renews(context, { login, stay, place, until }) {
  const wish = later(until, 120)
  await as(context, login, `/my-residency/${stay}`, async (page, dialog) => {
    await confirmed(page, dialog, '申请续驻', async () => {
      await dialog.getByLabel(/^自评与续驻理由/).fill('开课三次，新项目刚刚立项。')
      await dialog.getByLabel(/^希望续到/).fill(wish)
    })
    await page.getByText(/^已申请续驻，基地在 .+前答复。$/).waitFor()
  }, { device: PHONE, password: TEAM_PASSWORD })
  await as(context, 'hailar', `/residencies/${stay}`, async (page, dialog) => {
    await page.getByRole('button', { name: '同意并拟补充协议' }).click()
    await dialog.getByRole('button', { name: '拟出补充协议' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '登记签署' }).click()
    await dialog.getByLabel(/基地签字人/).fill('赵海燕')
    await dialog.getByLabel(/组织签字人/).fill('白音')
    await dialog.getByRole('button', { name: /^登记/ }).click()
    await dialog.waitFor({ state: 'detached' })
  })
  const seen = await (await signedIn(context.url, 'hailar', context.password)).get(`/residencies/${stay}`)
  assert.deepEqual([seen.state, seen.last, seen.places.map(one => [one.code, one.last])], ['active', wish, [[place, wish]]])
}

/** It asks to graduate on its phone; the base examines and proposes, the city lets it go. */
async function graduates(context, { login, stay }) {
  const operator = await signedIn(context.url, 'hailar', context.password)
  await as(context, login, `/my-residency/${stay}`, async (page, dialog) => {
    await confirmed(page, dialog, '申请出壳', () => dialog.getByLabel(/^自述/).fill('已能独立运作。'))
    await page.getByText(/已审查 0 项/).waitFor()
  }, { device: PHONE, password: TEAM_PASSWORD })
  const { proceedings } = await operator.get(`/residencies/${stay}`)
  for (const { key } of proceedings.graduations[0].criteria) await operator.post(`/residencies/${stay}/judge`, { criterion: key, judgement: 'met', evidence: '查阅档案' })
  await as(context, 'hailar', `/residencies/${stay}`, (page, dialog) => confirmed(page, dialog, '报送市级', () => dialog.getByLabel(/^基地意见/).fill('建议准予出壳。')))
  await as(context, 'city', `/residencies/${stay}`, (page, dialog) => confirmed(page, dialog, '准予出壳', () => dialog.getByRole('button', { name: '今天' }).click()))
}

/** Both sides settle what is to be handed back; nothing of it lies in the future. */
async function leaves(context, { login, stay, place }) {
  const [operator, team] = [await signedIn(context.url, 'hailar', context.password), await signedIn(context.url, login, TEAM_PASSWORD)]
  for (const item of ['space', 'keys', 'equipment', 'address', 'fees', 'files']) await operator.post(`/residencies/${stay}/check`, { item, outcome: 'done' })
  await team.post(`/residencies/${stay}/confirm`)
  await operator.post(`/residencies/${stay}/confirm`)
  await as(context, 'hailar', `/residencies/${stay}`, async (page, dialog) => {
    await confirmed(page, dialog, '办结退驻', async () => {
      await dialog.getByText(/入驻交接单带入/).waitFor()
      await dialog.getByLabel(/交出人/).fill('白音')
    })
  })
  const { spaces } = await operator.get(`/bases/${operator.session.bases[0].id}/plan?on=${later(operator.session.today, 1)}`)
  assert.equal(spaces.find(space => space.code === place).state, 'free')
}

export const journeys = {
  async 'an organization from the phone on which it applies to the certificate that anybody looks up'({ browser, password }) {
    const service = await clocked()
    try {
      const { url, pass } = service
      const context = { browser, url, password, pass, ask: reader(url, password) }
      const application = await applies(context)
      await reviewed(context, application)
      await publicized(context, application)
      const { stay, place, until } = await moved(context, application)
      const operator = await signedIn(url, 'hailar', password)
      const own = (await operator.get(`/residencies/${stay}`)).organization.id
      const life = { ...application, own, stay, place, until }
      await assessed(context, life)
      await renews(context, life)
      await graduates(context, life)
      await leaves(context, life)
      const city = await signedIn(url, 'city', password)
      const [certificate] = (await city.get(`/certificates?residency=${stay}`)).items
      await as(context, undefined, '/verify', async page => {
        await page.getByLabel('核验码').fill(certificate.code)
        await page.keyboard.press('Enter')
        await page.getByRole('status').filter({ hasText: '证书有效' }).waitFor()
        await page.getByText(certificate.number, { exact: true }).waitFor()
      }, { device: PHONE })
      // The whole of it stands in its story, in the order in which it was.
      const story = []
      for (let after = ''; after !== undefined; ) {
        const { items, next } = await city.get(`/history/${own}?limit=100${after && `&cursor=${after}`}`)
        story.push(...items.map(line => line.action))
        after = next ?? undefined
      }
      story.reverse()
      const steps = ['application.submit', 'application.pass', 'residency.issue', 'residency.sign', 'residency.move_in', 'residency.ask_renewal', 'residency.sign_renewal', 'residency.ask_graduation', 'residency.graduate', 'residency.close']
      assert.deepEqual(steps.map(step => story.indexOf(step)).filter(n => n < 0), [], story.join(' '))
      assert.deepEqual(steps, [...steps].sort((a, b) => story.indexOf(a) - story.indexOf(b)))
    } finally {
      await service.stop()
    }
  },
}
