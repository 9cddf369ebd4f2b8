// Staying longer: an organization asks on its phone, the base writes the supplement and both sign it on paper, or it comes
// to nothing; and the time after graduation, in which the base keeps in touch.
import assert from 'node:assert/strict'
import { as, later, sound, soundAt, DARK_AND_SMALL } from '../acting.mjs'
import { settled, SMALL } from '../browser.mjs'
import { member, signedIn } from '../panel.mjs'

const long = day => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

/** Somebody whose agreement, on paper, ends in so many days; with a place if one is given. */
async function ending({ url, password }, name, days, space) {
  const operator = await signedIn(url, 'hailar', password)
  const [base] = operator.session.bases
  const { today } = operator.session
  const { division } = await operator.get(`/bases/${base.id}`)
  const organization = await operator.post('/organizations', { name: `${name}${Date.now() % 100_000}`, kind: 'pre_registration', home_base: base.id, division })
  const last = later(today, days)
  if (space) {
    const term = await operator.post('/allocations', { space, organization: organization.id, from: today, to: last })
    await operator.post(`/allocations/${term.id}/hand-over`, { handover: { on_day: today, items: [], handed_by: '海拉尔专管员', received_by: '白雪' } })
  }
  const residency = await operator.post('/residencies/enter', { base: base.id, organization: organization.id, mode: space ? 'physical' : 'virtual', first: later(today, -300), last, number: '海孵协〔2026〕7号' })
  const login = await member(url, password, organization.id, 'liaison')
  return { operator, base, today, organization, last, login, id: residency.id, at: `/residencies/${residency.id}`, own: `/my-residency/${residency.id}` }
}

/** A desk of the base that nobody has or will have. */
async function free({ url, password }) {
  const operator = await signedIn(url, 'hailar', password)
  const { spaces } = await operator.get(`/bases/${operator.session.bases[0].id}/plan`)
  const desk = spaces.find(space => space.state === 'free' && space.assignable && !space.next)
  assert.ok(desk, 'the demo has a free desk')
  return desk
}

export const journeys = {
  async 'an organization asks to stay, the base writes the supplement, and both sign it on paper'(context) {
    const desk = await free(context)
    const who = await ending(context, '牧歌合唱团', 60, desk.id)
    const { operator, base, today, last, login, at, own } = who
    const wish = later(today, 300)

    await as(context, login, '/', async (page, dialog) => {
      const home = page.getByRole('article', { name: /^在驻/ })
      await home.getByText(/还有 60 天。.+（含当日）前可申请续驻。$/).waitFor()
      await sound(page, 'the first page of somebody whose agreement ends soon')
      await home.getByRole('link', { name: '查看入驻' }).click()
      await page.waitForURL(`**${own}`)
      await settled(page)
      const ask = page.getByRole('region', { name: '续驻' }).getByRole('button', { name: '申请续驻' })
      assert.ok((await ask.boundingBox()).height >= 44, 'a button for a finger')
      await ask.click()
      await dialog.getByRole('button', { name: '申请续驻' }).click()
      await dialog.getByText('请写明。').waitFor()
      await sound(page, 'a request with a fault')
      // Later than the rules give is the service's to refuse, at the day itself.
      await dialog.getByLabel(/^自评与续驻理由/).fill('每月办两场活动，服务老人一百余人次。')
      await dialog.getByLabel(/^希望续到/).fill(later(today, 3000))
      await dialog.getByRole('button', { name: '申请续驻' }).click()
      await dialog.locator('[aria-invalid="true"][type=date]').waitFor()
      await dialog.getByLabel(/^希望续到/).fill(wish)
      await dialog.getByRole('button', { name: '申请续驻' }).click()
      await page.getByText(/^已申请续驻，基地在 .+（含当日）前答复。$/).waitFor()
      const card = page.getByRole('region', { name: '续驻' })
      await card.getByRole('button', { name: '撤回申请' }).waitFor()
      assert.equal(await card.getByRole('button', { name: /拟补充协议|不同意/ }).count(), 0, 'who asks does not decide')
    }, { device: SMALL })

    // The to-dos of the base lead to it; the paper as it would be opens beside the page.
    await as(context, 'hailar', `/bases/${base.id}`, async (page, dialog) => {
      await page.getByRole('button', { name: /等答复的续驻申请/ }).click()
      await page.getByRole('link', { name: who.organization.name }).first().click()
      await page.waitForURL(`**${at}`)
      const card = page.getByRole('region', { name: '续驻' })
      await card.getByText('还可以续驻 2 次，含这次').waitFor()
      await card.getByRole('button', { name: '同意并拟补充协议' }).click()
      const day = dialog.getByLabel(/^续驻到/)
      assert.equal(await day.inputValue(), wish)
      const draft = page.waitForResponse(answer => answer.url().endsWith('/preview-renewal'))
      const tab = page.context().waitForEvent('page')
      await dialog.getByRole('button', { name: '预览补充协议' }).click()
      assert.equal((await draft).headers()['content-type'], 'application/pdf')
      await (await tab).close()

      // Somebody else gets the desk later: how long one could stay is a press away.
      const rival = await operator.post('/organizations', { name: `阿尔山义工队${Date.now() % 100_000}`, kind: 'pre_registration', home_base: base.id, division: (await operator.get(`/bases/${base.id}`)).division })
      const promised = await operator.post('/allocations', { space: desk.id, organization: rival.id, from: later(today, 200), to: later(today, 400) })
      await dialog.getByRole('button', { name: '拟出补充协议' }).click()
      await dialog.getByRole('alert').getByText(`${desk.code} 从 ${long(later(today, 200))} 起已分给${rival.name}。`).waitFor()
      await sound(page, 'an offer that does not fit')
      await dialog.getByRole('button', { name: /^改为/ }).click()
      assert.equal(await day.inputValue(), later(today, 199))
      await operator.post(`/allocations/${promised.id}/cancel`)
      await dialog.getByLabel(/^补充约定/).fill('半年后再评估一次。')
      await dialog.getByRole('button', { name: '拟出补充协议' }).click()
      await card.getByText(/^补充协议已拟出。双方应在/).waitFor()
      // Written anew it begins with what stands.
      await card.getByRole('button', { name: '重新拟订' }).click()
      assert.deepEqual([await day.inputValue(), await dialog.getByLabel(/^补充约定/).inputValue()], [later(today, 199), '半年后再评估一次。'])
      await dialog.getByRole('button', { name: '组织希望的' }).click()
      await dialog.getByRole('button', { name: '拟出补充协议' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByText('已作废的补充协议 1 份').waitFor()
      // Before its time is over nobody says that it was not signed.
      await card.getByRole('button', { name: '逾期未签' }).click({ force: true })
      await card.getByText('签署期限还没有过。').first().waitFor()
      assert.equal(await page.getByRole('dialog').count(), 0)
    })
    await soundAt(context, 'hailar', at, DARK_AND_SMALL)

    // The organization reads it on its phone.
    await as(context, login, '/', async page => {
      const home = page.getByRole('article', { name: /^待签补充协议/ })
      await home.getByText(/^基地同意续驻。请在 .+前签署补充协议。$/).waitFor()
      await home.getByRole('link', { name: '查看入驻' }).click()
      await page.waitForURL(`**${own}`)
      await settled(page)
      const card = page.getByRole('region', { name: '续驻' })
      await card.getByRole('heading', { name: '怎样签署' }).waitFor()
      await card.getByText(long(wish), { exact: true }).first().waitFor()
      const sheet = await page.evaluate(async href => {
        const answer = await fetch(href)
        return [answer.status, answer.headers.get('content-type'), (await answer.text()).slice(0, 5)]
      }, await card.getByRole('link', { name: /^打开补充协议/ }).getAttribute('href'))
      assert.deepEqual(sheet, [200, 'application/pdf', '%PDF-'])
      await card.getByRole('button', { name: '不续了' }).waitFor()
    }, { device: SMALL })
    await soundAt(context, login, own, DARK_AND_SMALL)

    await as(context, 'hailar', at, async (page, dialog) => {
      await page.getByRole('region', { name: '续驻' }).getByRole('button', { name: '登记签署' }).click()
      assert.equal(await dialog.getByLabel(/^签约日期/).getAttribute('min'), today)
      await dialog.getByLabel(/^基地签字人/).fill('苏日娜')
      await dialog.getByRole('button', { name: '登记签约' }).click()
      await dialog.getByText('请填写签字人。').waitFor()
      await dialog.getByLabel(/^组织签字人/).fill('白雪')
      await dialog.getByRole('button', { name: '登记签约' }).click()
      await page.getByText('已登记签署，到期日已延长').waitFor()
      await page.getByText(`${long(later(today, -300))} 至 ${long(wish)}`).first().waitFor()
      const paper = page.getByRole('article', { name: /^补充协议/ })
      await paper.getByText(/基地 苏日娜，组织 白雪$/).waitFor()
      // Its scan is filed with it.
      await paper.locator('input[type=file]').setInputFiles({ name: '补充协议.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
      await paper.getByText('补充协议.pdf').first().waitFor()
      await page.getByText('以往的续驻、整改、暂停、出壳、清退（1 次）').click()
      await page.getByText('已续驻').first().click()
      await page.getByText('每月办两场活动，服务老人一百余人次。').first().waitFor()
      await page.getByText('变更记录').click()
      await page.getByText('登记补充协议签署').first().waitFor()
    })
    await as(context, login, own, async page => {
      await page.getByText(`在驻中。协议到 ${long(wish)} 期满，还有 300 天。`).waitFor()
      await page.getByRole('region', { name: '续驻' }).getByText(/还可以续 1 次。$/).waitFor()
      const paper = page.getByRole('article', { name: /^补充协议/ })
      await paper.getByRole('link', { name: '补充协议.pdf' }).waitFor()
    }, { device: SMALL })
    const done = await operator.get(at)
    assert.deepEqual([done.state, done.last, done.places.map(place => place.last), done.supplements.map(one => one.state)], ['active', wish, [wish], ['signed', 'void']])
    assert.ok(done.last > last)
  },

  async 'who asks too late has it noted by the base, which does not agree; an offer is declined'(context) {
    const { operator, login, at, own, last } = await ending(context, '晨光助老社', 12)
    await as(context, login, own, async page => {
      const section = page.getByRole('region', { name: '续驻' })
      await section.getByText(/^申请续驻的期限 .+ 已过。确需续驻的，请联系基地，由基地代为登记。$/).waitFor()
      assert.equal(await section.getByRole('button').count(), 0)
    }, { device: SMALL })
    const note = () => as(context, 'hailar', at, async (page, dialog) => {
      await page.getByRole('button', { name: '更多办理' }).click()
      await page.getByRole('menuitem', { name: '代录续驻申请' }).click()
      await dialog.getByLabel(/^组织的自评与理由/).fill('来电申请，项目还有半年。')
      await dialog.getByRole('button', { name: '代录申请' }).click()
      await page.getByRole('region', { name: '续驻' }).getByText('纸质，基地代录').waitFor()
    })
    await note()
    await as(context, 'hailar', at, async (page, dialog) => {
      await page.getByRole('region', { name: '续驻' }).getByRole('button', { name: '不同意' }).click()
      await dialog.getByRole('button', { name: '不同意' }).click()
      await dialog.getByText('请写明。').waitFor()
      await dialog.getByLabel(/^理由/).fill('场地另有安排')
      await dialog.getByRole('button', { name: '不同意' }).click()
      await page.getByText('已答复不同意，照常在驻').waitFor()
    })
    // The second time it is offered, and the organization does not want it any more.
    await note()
    await operator.post(`${at}/offer-renewal`, { last: later(last, 100) })
    await as(context, login, own, async (page, dialog) => {
      await page.getByRole('region', { name: '续驻' }).getByRole('button', { name: '不续了' }).click()
      await dialog.getByLabel(/^理由/).fill('已经找到自己的场地')
      await dialog.getByRole('button', { name: '不续了' }).click()
      await page.getByText('已撤回，照常在驻').waitFor()
      await page.getByText('以往的续驻、整改、暂停、出壳、清退（2 次）').click()
      await page.getByText('基地不同意', { exact: true }).click()
      await page.getByText('场地另有安排').waitFor()
    }, { device: SMALL })
    const done = await operator.get(at)
    assert.deepEqual([done.state, done.last, done.proceedings.renewals.map(of => of.end.outcome)], ['active', last, ['denied', 'withdrawn']])
  },

  async 'a base notes how a graduate does; who looks on reads it'(context) {
    const { url, password } = context
    const operator = await signedIn(url, 'park', password)
    const { today, bases: [base] } = operator.session
    const { items } = await operator.get(`/residencies?state=left&base=${base.id}&limit=100`)
    const one = items.find(of => of.exit_kind === 'graduated')
    assert.ok(one, 'the demo has a graduate')
    const at = `/residencies/${one.id}`
    const before = (await operator.get(at)).follow_up.contacts.length
    await as(context, 'park', '/residencies?state=left', async (page, dialog) => {
      const sheet = await page.getByRole('link', { name: '导出出壳跟踪台账' }).getAttribute('href')
      assert.equal(await page.evaluate(async href => (await fetch(href)).headers.get('content-type'), sheet), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      const row = page.getByRole('row').filter({ hasText: one.organization.name })
      await row.getByText('已出壳').waitFor()
      await sound(page, 'those who have left')
      await row.getByRole('link').click()
      await page.waitForURL(`**${at}`)
      const card = page.getByRole('region', { name: '跟踪服务' })
      await card.getByText(/^下一次回访应在/).waitFor()
      await card.getByRole('button', { name: '登记回访' }).click()
      await dialog.getByRole('button', { name: '登记回访' }).click()
      await dialog.getByText('请写明。').waitFor()
      assert.equal(await dialog.locator('[aria-invalid="true"]').count(), 3)
      await sound(page, 'a contact with faults')
      await dialog.getByLabel('上门走访', { exact: true }).check()
      await dialog.getByLabel('正常运作', { exact: true }).check()
      await dialog.getByLabel(/^运作情况/).fill('四名专职人员，承接了两个项目。')
      await dialog.getByLabel(/^需要的帮助/).fill('需要财务辅导。')
      // What is still to come was not seen yet.
      await dialog.getByLabel(/^回访日期/).fill(later(today, 1))
      await dialog.getByRole('button', { name: '登记回访' }).click()
      await dialog.locator('[aria-invalid="true"][type=date]').waitFor()
      await dialog.getByLabel(/^回访日期/).fill(today)
      await dialog.getByRole('button', { name: '登记回访' }).click()
      await card.getByText('四名专职人员，承接了两个项目。').first().waitFor()
      await page.getByText('变更记录').click()
      await page.getByText('登记回访').last().waitFor()
      await page.getByText(/上门走访 正常运作 四名专职人员/).waitFor()
    })
    await soundAt(context, 'park', at, DARK_AND_SMALL)
    assert.equal((await operator.get(at)).follow_up.contacts.length, before + 1)
    const reads = async page => {
      const card = page.getByRole('region', { name: '跟踪服务' })
      await card.getByText('需要财务辅导。').first().waitFor()
      assert.equal(await card.getByRole('button').count(), 0, 'who looks on notes nothing')
    }
    await as(context, 'city', at, reads)
    const login = await member(url, password, one.organization.id, 'liaison')
    await as(context, login, `/my-residency/${one.id}`, reads, { device: SMALL })
  },
}
