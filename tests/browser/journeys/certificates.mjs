// Certificates from the graduation to the page on which anybody looks one up: issued by the city, read by the organization
// on a phone, replaced because a name was wrong, revoked.
import assert from 'node:assert/strict'
import { later, sound } from '../acting.mjs'
import { open, settled, visit, DESK, PHONE } from '../browser.mjs'
import { member, signedIn } from '../panel.mjs'

/** Somebody of Hailar who has just graduated: the operator, the city, the residency and its certificate. */
async function graduated({ url, password }, name) {
  const [operator, city] = [await signedIn(url, 'hailar', password), await signedIn(url, 'city', password)]
  const base = operator.session.bases[0].id
  const { division } = await operator.get(`/bases/${base}`)
  const whole = `${name}${String(Date.now()).slice(-6)}`
  const who = await operator.post('/organizations', { name: whole, kind: 'pre_registration', home_base: base, division })
  const today = operator.session.today
  const entered = await operator.post('/residencies/enter', { base, organization: who.id, mode: 'virtual', first: later(today, -400), last: later(today, 300), number: `孵协${whole}` })
  const path = `/residencies/${entered.id}`
  const asked = await operator.post(`${path}/ask-graduation`, { text: '已能独立运作' })
  const criteria = asked.proceedings.graduations[0].criteria.map(one => one.key)
  for (const criterion of criteria) await operator.post(`${path}/judge`, { criterion, judgement: 'met', evidence: '查阅档案' })
  await operator.post(`${path}/propose`, { text: '建议准予出壳' })
  await city.post(`${path}/graduate`, { last: later(today, 20) })
  const certificate = (await city.get(`/certificates?residency=${entered.id}`)).items[0]
  return { operator, city, who: { ...who, name: whole }, stay: entered.id, certificate }
}

export const journeys = {
  async 'who graduates reads the certificate on a phone, and anybody looks it up'(context) {
    const { browser, url, password } = context
    const { who, stay, certificate } = await graduated(context, '晨光助老队')
    const login = await member(url, password, who.id, 'legal_representative')
    const page = await visit(browser, url, { login, device: PHONE, still: true })
    await open(page, `/my-residency/${stay}`)
    const card = page.getByRole('region', { name: '证书' })
    await card.getByRole('link', { name: certificate.number }).waitFor()
    const href = await card.getByRole('link', { name: /^打开证书/ }).getAttribute('href')
    const sheet = await page.evaluate(async href => {
      const answer = await fetch(href)
      return [answer.status, answer.headers.get('content-type'), (await answer.text()).slice(0, 5)]
    }, href)
    assert.deepEqual(sheet, [200, 'application/pdf', '%PDF-'])
    await sound(page, 'my residency with a certificate')
    // Its own page: nothing there revokes or replaces.
    await card.getByRole('link', { name: certificate.number }).click()
    await page.getByRole('heading', { name: who.name, level: 1 }).waitFor()
    assert.equal(await page.getByRole('button', { name: /撤销|换发/ }).count(), 0)
    await sound(page, 'its certificate')
    await page.leave()

    // Anybody, without a sign-in, types the code however it is typed.
    const anybody = await visit(browser, url, { device: PHONE, still: true })
    await open(anybody, '/')
    await anybody.getByRole('link', { name: '证书核验' }).click()
    await anybody.waitForURL('**/verify')
    await anybody.getByRole('button', { name: '核验' }).click()
    await anybody.getByText('请输入证书上的核验码。').waitFor()
    await sound(anybody, 'the page where a code is typed')
    const { code } = certificate
    await anybody.getByLabel('核验码').fill(` ${code.slice(0, 5).toLowerCase()}-${code.slice(5).toLowerCase()} `)
    await anybody.keyboard.press('Enter')
    const mark = anybody.getByRole('status').filter({ hasText: '证书有效' })
    await mark.waitFor()
    for (const text of [certificate.number, who.name]) await anybody.getByText(text, { exact: true }).waitFor()
    await sound(anybody, 'a valid one')
    // What leads nowhere is told, and what was typed can be put right.
    await anybody.getByLabel('核验码').fill('22222-22222')
    await anybody.getByRole('button', { name: '核验' }).click()
    await anybody.getByRole('status').filter({ hasText: '没有查到' }).waitFor()
    assert.equal(await anybody.getByLabel('核验码').inputValue(), '22222-22222')
    await sound(anybody, 'nothing found')
    await anybody.leave()
  },

  async 'the city replaces a certificate with a wrong name, and revokes it'(context) {
    const { browser, url } = context
    const { operator, who, stay, certificate } = await graduated(context, '清泉环保杜')
    // The base sees it, and decides nothing.
    const base = await visit(browser, url, { login: 'hailar', still: true })
    await open(base, '/certificates')
    await base.getByRole('link', { name: who.name }).click()
    await base.getByRole('heading', { name: who.name, level: 1 }).waitFor()
    assert.equal(await base.getByRole('button', { name: /撤销|换发/ }).count(), 0)
    await sound(base, 'a certificate at the base')
    await base.leave()

    // The name is put right in the record; what was printed stays.
    const right = who.name.replace('杜', '社')
    const etag = `"${(await operator.get(`/organizations/${who.id}`)).version}"`
    await fetchPatch(context, `/organizations/${who.id}`, { name: right }, etag)
    const page = await visit(browser, url, { login: 'city', device: DESK })
    await open(page, `/residencies/${stay}`)
    const card = page.getByRole('region', { name: '证书' })
    await card.getByRole('link', { name: certificate.number }).click()
    await page.getByRole('heading', { name: who.name, level: 1 }).waitFor()
    await page.getByRole('button', { name: '换发' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '换发' }).click()
    await dialog.getByText('请写明原因。').waitFor()
    await dialog.getByLabel('换发原因').fill('组织名称有误')
    await dialog.getByRole('button', { name: '换发' }).click()
    await page.getByRole('heading', { name: right, level: 1 }).waitFor()
    const id = new URL(page.url()).pathname.split('/').pop()
    await page.getByRole('link', { name: certificate.number }).click()
    await page.getByText('组织名称有误').waitFor()
    await sound(page, 'a certificate that was replaced')
    // A second one in its place is refused, with the reason.
    await page.getByRole('button', { name: '换发' }).hover()
    await page.getByText('这次出壳已有一份有效的证书，不能再换发。').first().waitFor()
    await page.getByRole('link', { name: /已换发新证书/ }).click()
    await page.waitForURL(`**/certificates/${id}`)
    await page.getByRole('button', { name: '撤销' }).click()
    await dialog.getByLabel('撤销原因').fill('材料不实')
    await dialog.getByRole('button', { name: '撤销' }).click()
    await page.getByText('材料不实').waitFor()
    await page.leave()

    // Anybody is told that both are revoked, and not why.
    const city = await signedIn(url, 'city', context.password)
    for (const device of [DESK, PHONE]) {
      const anybody = await visit(browser, url, { device, still: true, dark: device === PHONE })
      for (const { code } of (await city.get(`/certificates?residency=${stay}`)).items) {
        await open(anybody, `/verify/${code}`)
        await anybody.getByRole('status').filter({ hasText: '证书已撤销' }).waitFor()
        assert.ok(!(await anybody.content()).includes('材料不实'))
        await sound(anybody, 'a revoked one')
      }
      await anybody.leave()
    }
    // Both stand in the list, with their states.
    const list = await visit(browser, url, { login: 'city', device: PHONE, still: true })
    await open(list, '/certificates?state=revoked')
    await settled(list)
    await list.getByText(certificate.number, { exact: true }).waitFor()
    await sound(list, 'the list on a phone')
    await list.leave()
  },
}

/** Changes something as the operator of Hailar. */
async function fetchPatch({ url, password }, path, body, etag) {
  const door = await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login: 'hailar', password }) })
  const headers = { 'content-type': 'application/json', cookie: door.headers.get('set-cookie').split(';')[0], 'x-csrf-token': (await door.json()).csrf, 'if-match': etag }
  const answer = await fetch(`${url}/api/v1${path}`, { method: 'PATCH', headers, body: JSON.stringify(body) })
  assert.equal(answer.status, 200)
}
