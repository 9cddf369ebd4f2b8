// A residency as its organization sees it, on a phone: it reads its agreement and declines, or leaves and confirms that
// everything is back; and a base that sets the text of its agreements.
import assert from 'node:assert/strict'
import { later, sound, soundAt, DARK_DESK } from '../acting.mjs'
import { open, settled, visit, PHONE, SMALL } from '../browser.mjs'
import { member, signedIn } from '../panel.mjs'

/** The operator of the city's base, and a residency of it in a state. */
async function found({ url, password }, state, fits = () => true) {
  const operator = await signedIn(url, 'park', password)
  const { items } = await operator.get(`/residencies?state=${state}&base=${operator.session.bases[0].id}&limit=100`)
  const one = items.find(fits)
  assert.ok(one, `the demo has a residency in state ${state}`)
  return { operator, one }
}

const POINTS = ['space', 'keys', 'equipment', 'address', 'fees', 'files']

export const journeys = {
  async 'an organization reads its agreement on a phone, and declines'(context) {
    const { browser, url, password } = context
    const { operator, one } = await found(context, 'agreeing')
    const login = await member(url, password, one.organization.id, 'legal_representative')
    const page = await visit(browser, url, { login, device: SMALL, still: true })
    await open(page, '/')
    const card = page.getByRole('article', { name: /^待签约/ })
    await card.getByText(/请在 .+（含当日，.+）前签署协议。/).waitFor()
    assert.match(await card.getByRole('link', { name: /^打电话/ }).getAttribute('href'), /^tel:/)
    await card.getByRole('link', { name: '查看入驻' }).click()
    await page.waitForURL(`**/my-residency/${one.id}`)
    await settled(page)

    const whole = await operator.get(`/residencies/${one.id}`)
    const paper = page.getByRole('region', { name: '入驻协议' })
    for (const place of whole.agreement.places) await paper.getByText(place.code, { exact: true }).waitFor()
    await page.getByRole('heading', { name: '怎样签署' }).waitFor()
    const link = paper.getByRole('link', { name: /^打开协议/ })
    const sheet = await page.evaluate(async href => {
      const answer = await fetch(href)
      return [answer.status, answer.headers.get('content-type'), (await answer.text()).slice(0, 5)]
    }, await link.getAttribute('href'))
    assert.deepEqual(sheet, [200, 'application/pdf', '%PDF-'])
    assert.equal(await page.getByRole('button', { name: '提出退驻' }).count(), 0, 'what its state does not allow is not offered')
    await sound(page, 'an agreement on a phone')
    await soundAt(context, login, `/my-residency/${one.id}`, DARK_DESK)

    await page.getByRole('button', { name: '不签，放弃入驻' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '放弃入驻' }).click()
    await dialog.getByText('请写明原因。').waitFor()
    await dialog.getByLabel('原因').fill('已经在别处找到场地')
    await sound(page, 'declining')
    await dialog.getByRole('button', { name: '放弃入驻' }).click()
    await page.getByText('这次没有入驻，协议作废。').waitFor()
    await page.getByText('原因：已经在别处找到场地').waitFor()
    await sound(page, 'declined')
    assert.equal((await operator.get(`/residencies/${one.id}`)).state, 'forfeited')

    // From its application one comes here too, and the start page keeps it.
    await open(page, `/applications/${whole.application}`)
    await page.getByRole('link', { name: '看入驻和协议' }).click()
    await page.waitForURL(`**/my-residency/${one.id}`)
    await open(page, '/')
    await page.getByRole('region', { name: '以前的入驻' }).getByText('视为放弃').waitFor()
    assert.equal(await page.getByRole('region', { name: '我的入驻' }).count(), 0)
    await sound(page, 'the start page')
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'a resident announces leaving, takes it back, leaves, and confirms'(context) {
    const { browser, url, password } = context
    const own = (await signedIn(url, 'liaison', password)).session.organizations[0].id
    const { session: { today } } = await signedIn(url, 'park', password)
    const { operator, one } = await found(context, 'active', of => of.mode === 'physical' && of.organization.id !== own && of.last > later(today, 90))
    const login = await member(url, password, one.organization.id, 'liaison')
    const page = await visit(browser, url, { login, device: PHONE, still: true })
    await open(page, '/')
    await page.getByRole('article', { name: /^在驻/ }).getByText(/协议到 .+ 期满，还有 \d+ 天。/).waitFor()
    await page.getByRole('link', { name: '查看入驻' }).click()
    await page.waitForURL(`**/my-residency/${one.id}`)
    await settled(page)
    await sound(page, 'a resident on a phone')

    // Sooner than the notice allows is told at the day; the soonest day is there already.
    const notice = async () => {
      await page.getByRole('button', { name: '提出退驻' }).click()
      await page.getByRole('dialog').getByText(/^退驻要提前 30 天提出：今天提出，最后一天最早是/).waitFor()
    }
    await notice()
    const dialog = page.getByRole('dialog')
    const day = dialog.getByLabel('最后一天')
    assert.equal(await day.inputValue(), later(today, 30))
    await day.fill(later(today, 5))
    await dialog.getByLabel('原因').fill('搬到自己的场地')
    await dialog.getByRole('button', { name: '提出退驻' }).click()
    await dialog.locator('[aria-invalid="true"][type=date]').waitFor()
    await sound(page, 'announcing on a phone')
    await day.fill(later(today, 31))
    await dialog.getByRole('button', { name: '提出退驻' }).click()
    const exit = page.getByRole('region', { name: '退驻' })
    await exit.getByText('已办 0 项，共 6 项').waitFor()
    await page.getByRole('button', { name: '撤回退驻' }).click()
    await dialog.getByRole('button', { name: '撤回退驻' }).click()
    await page.getByText('已撤回，继续入驻').waitFor()
    await notice()
    await dialog.getByLabel('原因').fill('搬到自己的场地')
    await dialog.getByRole('button', { name: '提出退驻' }).click()
    await exit.waitFor()
    // Before the list is settled the button is there and says why it refuses.
    const confirm = exit.getByRole('button', { name: '确认已全部交还' })
    await confirm.click({ force: true })
    await exit.getByText('退驻清单还有没办结的').first().waitFor()
    assert.equal(await page.getByRole('dialog').count(), 0)

    const at = `/residencies/${one.id}`
    for (const item of POINTS) await operator.post(`${at}/check`, item === 'address' ? { item, outcome: 'not_needed', note: '住所不在基地' } : { item, outcome: 'done' })
    await operator.post(`${at}/confirm`)
    await page.reload()
    await settled(page)
    await exit.getByText('已办 6 项，共 6 项').waitFor()
    await exit.getByText('住所不在基地').waitFor()
    assert.ok(await page.getByRole('button', { name: '撤回退驻' }).getAttribute('aria-disabled'), 'what is handed back is not taken back')
    await sound(page, 'to be confirmed on a phone')
    await soundAt(context, login, `/my-residency/${one.id}`, DARK_DESK)
    await confirm.click()
    await dialog.getByRole('button', { name: '确认已全部交还' }).click()
    await exit.getByText('双方都已确认，等基地办结。').waitFor()
    assert.equal(await confirm.count(), 0)
    const { exit: seen } = await operator.get(at)
    assert.deepEqual(seen.words.map(word => Boolean(word.by)), [true, true])

    await operator.post(`${at}/close`, { handover: { on_day: today, items: [], keys: '钥匙2把', handed_by: '白雪', received_by: '斯琴' } })
    await page.reload()
    await settled(page)
    await page.getByText(/^已于 .+ 退驻。$/).waitFor()
    const gone = page.getByRole('region', { name: '这次入驻' })
    await gone.getByRole('link', { name: /退驻交还$/ }).first().waitFor()
    await sound(page, 'left, on a phone')
    await page.getByText('变更记录').click()
    await page.getByText('办结退驻', { exact: true }).waitFor()
    await page.getByText('迁出登记住所 不涉及 住所不在基地').waitFor()
    assert.deepEqual(page.errors, [])
    await page.leave()

    // Others see it on the page of the base, and those of another organization not at all.
    const city = await visit(browser, url, { login: 'city' })
    await open(city, `/my-residency/${one.id}`)
    await city.waitForURL(`**${at}`)
    await city.leave()
    const other = await visit(browser, url, { login: 'liaison', device: PHONE })
    await open(other, `/my-residency/${one.id}`)
    await other.getByRole('heading', { name: '没有找到这个页面' }).waitFor()
    await other.leave()
  },

  async 'a base sets its own text of agreements; an unknown place is refused at its field'(context) {
    const { browser, url, password } = context
    const operator = await signedIn(url, 'hailar', password)
    const page = await visit(browser, url, { login: 'hailar', still: true })
    await open(page, '/settings')
    const row = page.getByRole('row', { name: /入驻协议文本/ })
    await row.getByRole('button', { name: '看全文' }).click()
    await page.getByRole('dialog').getByText('基地名称', { exact: true }).first().waitFor()
    await sound(page, 'the text as shipped')
    await page.keyboard.press('Escape')
    await row.getByRole('button', { name: /^设定/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('标题', { exact: true }).fill('海拉尔区入驻协议')

    // A place comes where the cursor is.
    const second = dialog.getByRole('listitem', { name: '二、场地与设施' })
    const text = second.getByLabel('条款内容')
    await text.fill('甲方把提供给。')
    await text.press('Home')
    for (let n = 0; n < 3; n++) await text.press('ArrowRight')
    await dialog.getByRole('button', { name: /场地（房间和工位）/ }).click()
    assert.equal(await text.inputValue(), '甲方把{spaces}提供给。')
    await text.press('End')
    await text.press('ArrowLeft')
    await dialog.getByRole('button', { name: /组织名称/ }).click()
    assert.equal(await text.inputValue(), '甲方把{spaces}提供给{organization}。')
    await text.press('End')
    await page.keyboard.type('{nobody}')
    await dialog.getByRole('button', { name: '设定', exact: true }).click()
    await second.getByText(/“nobody”不是填充项/).waitFor()
    assert.equal(await page.evaluate(() => document.activeElement.value), '甲方把{spaces}提供给{organization}。{nobody}', 'the cursor comes to the fault')
    await sound(page, 'the editor with a fault')
    await text.fill('甲方把{spaces}提供给{organization}。')
    assert.equal(await second.getByText(/“nobody”不是填充项/).count(), 0)

    // Clauses move, go and come, by keyboard too.
    await dialog.getByRole('button', { name: '“七、其他”往前移' }).press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), '“七、其他”往前移')
    await dialog.getByRole('button', { name: '去掉“三、费用”' }).click()
    await dialog.getByRole('button', { name: '加一条' }).click()
    await page.keyboard.type('八、补充')
    const last = dialog.getByRole('listitem', { name: '八、补充' })
    await dialog.getByRole('button', { name: '设定', exact: true }).click()
    await last.locator('[aria-invalid="true"]').waitFor()
    await last.getByLabel('条款内容').fill('无。')
    await dialog.getByLabel(/^依据/).fill('海民发〔2026〕3号')
    await dialog.getByRole('button', { name: '设定', exact: true }).click()
    await page.getByText('规则已设定').waitFor()
    await row.getByText('《海拉尔区入驻协议》，共 7 条').waitFor()
    await row.getByText('本基地').waitFor()
    const holds = (await operator.get(`/settings?base=${operator.session.bases[0].id}`)).items.find(one => one.key === 'residencies.agreement')
    assert.deepEqual(holds.value.clauses.map(one => one.heading.slice(0, 1)), ['一', '二', '四', '五', '七', '六', '八'])
    assert.equal(holds.value.clauses[1].text, '甲方把{spaces}提供给{organization}。')

    // What would hold without it is at hand, and can be taken back.
    await row.getByRole('button', { name: /^设定/ }).click()
    await dialog.getByText('看出厂的文本').click()
    await dialog.getByText('社会组织孵化基地入驻协议', { exact: true }).waitFor()
    await sound(page, 'beside the text as shipped')
    await dialog.getByRole('button', { name: '改用这个文本' }).click()
    assert.equal(await dialog.getByLabel('标题', { exact: true }).inputValue(), '社会组织孵化基地入驻协议')
    await dialog.getByRole('button', { name: '取消' }).click()
    await page.getByText('规则变更记录').click()
    await page.getByText('海拉尔区入驻协议').last().waitFor()
    await sound(page, 'the rules with their history')
    assert.deepEqual(page.errors, [])
    await page.leave()

    const phone = await visit(browser, url, { login: 'hailar', device: SMALL, dark: true, still: true })
    await open(phone, '/settings')
    await phone.getByRole('button', { name: '设定 入驻协议文本' }).click()
    await phone.getByText('填充项', { exact: true }).click()
    await phone.getByRole('button', { name: /组织名称/ }).waitFor()
    await sound(phone, 'the editor on a phone')
    assert.deepEqual(phone.errors, [])
    await phone.leave()
  },
}
