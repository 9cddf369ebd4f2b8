// The story of an organization and what it has received: at the base, on its own phone, and over all organizations.
import assert from 'node:assert/strict'
import { later, sound } from '../acting.mjs'
import { open, settled, visit, DESK, PHONE } from '../browser.mjs'
import { member, signedIn } from '../panel.mjs'

/** A resident of Hailar without a place for a year, warned today: the operator, the organization, its residency. */
async function resident({ url, password }, name) {
  const operator = await signedIn(url, 'hailar', password)
  const base = operator.session.bases[0].id
  const { division } = await operator.get(`/bases/${base}`)
  const whole = `${name}${String(Date.now()).slice(-6)}`
  const who = await operator.post('/organizations', { name: whole, kind: 'pre_registration', home_base: base, division })
  const today = operator.session.today
  const stay = await operator.post('/residencies/enter', { base, organization: who.id, mode: 'virtual', first: later(today, -364), last: later(today, 300), number: `孵协${whole}` })
  await operator.post(`/residencies/${stay.id}/warn`, { ground: 'rules', text: '消防通道堆放杂物。', items: [{ what: '清理通道', due: later(today, 20) }] })
  return { operator, who: { ...who, name: whole }, stay }
}

export const journeys = {
  async 'a clerk reads the story of an organization and what it has received'(context) {
    const { browser, url } = context
    const { who, stay, operator } = await resident(context, '晨光助老队')
    const page = await visit(browser, url, { login: 'hailar', device: DESK, still: true })
    await open(page, `/organizations/${who.id}`)
    await page.getByRole('tab', { name: '历程与支持' }).click()
    const tale = page.getByRole('region', { name: '历程', exact: true })
    await tale.getByText('收到预警，限期整改').waitFor()
    const steps = await tale.getByRole('listitem').locator('strong').allTextContents()
    assert.deepEqual(steps, ['收到预警，限期整改', '补录入驻', '建立档案'])
    await sound(page, 'the story at the base')
    // Only the one thing, and back; the number leads to the residency.
    await tale.getByLabel('类别').selectOption({ label: '组织' })
    await page.waitForFunction(() => document.querySelectorAll('ol strong').length === 1)
    await tale.getByLabel('类别').selectOption({ label: '证书' })
    await tale.getByText('没有这一类的记录').waitFor()
    await sound(page, 'nothing about this')
    await tale.getByRole('button', { name: '清除筛选' }).click()
    await tale.getByText('补录入驻').waitFor()
    assert.equal(await tale.getByRole('link', { name: stay.number }).first().getAttribute('href'), `/residencies/${stay.id}`)
    // A year without a place: twelve months of both, as the service reckons them.
    const received = page.getByRole('region', { name: '获得的支持' })
    const { totals } = await operator.get(`/organizations/${who.id}/value`)
    assert.deepEqual(totals.map(one => one.kind), ['residency_months', 'virtual_months'])
    const shown = String(totals[0].amount / 100)
    await received.locator('dl').getByText(shown, { exact: true }).first().waitFor()
    await received.locator('summary').click()
    await received.getByText('场地从交接那天起').waitFor()
    await sound(page, 'line by line')
    // Days of one's own choice; an end before the beginning is told at once.
    await received.getByLabel('时间范围').selectOption({ label: '自选日期' })
    await received.getByLabel('开始日期').fill(later(operator.session.today, -1))
    await received.getByLabel('结束日期').fill(later(operator.session.today, -5))
    await received.getByText('结束日期不能早于开始日期').waitFor()
    await received.getByLabel('开始日期').fill(later(operator.session.today, -5))
    await page.waitForLoadState('networkidle')
    const day = await operator.get(`/organizations/${who.id}/value?from=${later(operator.session.today, -5)}&to=${later(operator.session.today, -5)}`)
    await received.locator('dl').getByText(String(day.totals[0].amount / 100), { exact: true }).first().waitFor()
    const book = await page.evaluate(async href => {
      const answer = await fetch(href)
      return [answer.status, (await answer.blob()).size > 2_000]
    }, await page.getByRole('link', { name: '导出全部历程' }).getAttribute('href'))
    assert.deepEqual(book, [200, true])
    await page.leave()
  },

  async 'its own people read it on a phone'(context) {
    const { browser, url, password } = context
    const { who, stay } = await resident(context, '清泉环保社')
    const login = await member(url, password, who.id, 'liaison')
    const page = await visit(browser, url, { login, device: PHONE, still: true, dark: true })
    await open(page, `/organizations/${who.id}/home`)
    await page.getByRole('link', { name: '我的历程和获得的支持' }).click()
    const tale = page.getByRole('region', { name: '我的历程', exact: true })
    await tale.getByText('补录入驻').waitFor()
    assert.equal(await tale.getByRole('link', { name: stay.number }).first().getAttribute('href'), `/my-residency/${stay.id}`)
    await page.getByRole('region', { name: '我们获得的支持' }).getByText('在驻时间').first().waitFor()
    await sound(page, 'our story on a phone')
    await page.leave()
    // Nobody of another organization sees it.
    const other = await visit(browser, url, { login: 'liaison', device: PHONE, still: true })
    await open(other, `/organizations/${who.id}/story`)
    assert.equal(await other.getByText(who.name).count(), 0)
    await other.leave()
  },

  async 'the city reads what all have received, and a base what it gave'(context) {
    const { browser, url } = context
    const city = await visit(browser, url, { login: 'city', device: DESK, still: true })
    await open(city, '/city')
    await city.getByRole('navigation').getByRole('link', { name: '支持价值' }).click()
    await city.getByRole('heading', { name: '支持价值', level: 1 }).waitFor()
    await settled(city)
    await sound(city, 'the ledger of the city')
    const before = await city.getByRole('row').count()
    await city.getByRole('button', { name: '显示更多' }).click()
    await city.waitForFunction(before => document.querySelectorAll('tbody tr').length > before, before)
    await city.getByLabel('时间范围').selectOption({ label: '近十二个月' })
    await city.waitForURL('**span=twelve**')
    await settled(city)
    // Whoever stands first by now: the list of the other span may still be on its way.
    await city.getByRole('rowheader').first().getByRole('link').click()
    await city.waitForURL('**/organizations/org_*')
    const { name } = await (await signedIn(url, 'city', context.password)).get(`/organizations/${new URL(city.url()).pathname.split('/').pop()}`)
    await city.getByRole('heading', { name, level: 1 }).waitFor()
    await city.getByRole('region', { name: '获得的支持' }).waitFor()
    await city.leave()
    for (const device of [DESK, PHONE]) {
      const base = await visit(browser, url, { login: 'hailar', device, still: true, locale: 'en' })
      await open(base, '/value?span=this_year')
      await base.getByRole('heading', { name: 'Support given', level: 1 }).waitFor()
      await sound(base, 'the ledger of a base')
      await base.leave()
    }
  },
}
