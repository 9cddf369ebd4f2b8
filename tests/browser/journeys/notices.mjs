// Publicity from the list of those who are to get a place to the answer: the city publishes, somebody without a sign-in
// objects and follows it, the city answers, and nothing is concluded before its time.
import assert from 'node:assert/strict'
import { faults, open, overhang, settled, visit, DESK, PHONE } from '../browser.mjs'
import { announced } from '../intakes.mjs'
import { GOOD, member, passed, reviewer, score, signedIn } from '../panel.mjs'

/** What is on the screen, by axe and by its width, on a desk and on a phone. */
async function sound(context, login, path) {
  for (const device of [DESK, PHONE]) {
    const page = await visit(context.browser, context.url, { login, device, still: true })
    await open(page, path)
    await page.waitForLoadState('networkidle')
    assert.deepEqual(await faults(page), [], `${path} at ${device.width}`)
    assert.equal(await overhang(page), 0, `${path} at ${device.width}`)
    assert.deepEqual(page.errors, [])
    await page.leave()
  }
}

/** Teams of Hailar that are to get a place, by a review that the city has decided on. */
async function proposed({ url, ask, password }, names) {
  const intake = await announced({ url, ask, password })
  const operator = await signedIn(url, 'hailar', password)
  const city = await signedIn(url, 'city', password)
  const mark = String(Date.now()).slice(-6)
  const teams = []
  for (const name of names) teams.push(await passed(operator, intake.id, `${name}${mark}`, { responsible_name: '白音图雅' }))
  const panel = [await reviewer(url, password, `方敏${mark}`), await reviewer(url, password, `刘志远${mark}`)]
  const review = await operator.post('/reviews', { intake: intake.id, applications: teams.map(team => team.id), reviewers: panel.map(who => who.id) })
  for (const who of panel) for (const team of teams) await score(who, review, team.id, GOOD, 'admit')
  await operator.post(`/reviews/${review.id}/close`)
  await city.post(`/reviews/${review.id}/decide`, { decisions: teams.map(team => ({ application: team.id, outcome: 'propose' })) })
  return { intake, operator, city, teams }
}

export const journeys = {
  async 'the city publishes, somebody objects on a phone, and the answer is read by the link'(context) {
    const { browser, url } = context
    const { intake, operator, city, teams } = await proposed(context, ['草原拾光', '邻里茶话', '银发课堂'])
    const [first, second, third] = teams

    // From the application that waits for it to the page where it is written.
    const page = await visit(browser, url, { login: 'city' })
    await open(page, `/applications/${first.id}`)
    await page.getByRole('link', { name: '发布公示' }).click()
    await page.getByRole('heading', { name: '发布公示' }).waitFor()
    for (const team of teams) assert.ok(await page.getByRole('checkbox', { name: team.name }).isChecked())
    for (const other of await page.getByRole('checkbox').all()) if (!(await other.locator('xpath=ancestor::li').getByText(intake.name).count())) await other.uncheck()
    await page.getByRole('checkbox', { name: third.name }).uncheck()
    assert.equal(await page.getByLabel('标题').inputValue(), `${intake.name}拟入驻名单公示`)
    // Fewer days than the rules give, and no title, are told at their fields.
    await page.getByLabel('公示天数').fill('2')
    await page.getByLabel('标题').fill(' ')
    await page.getByRole('button', { name: '发布公示：2 家' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
    await page.locator('[aria-invalid="true"]').nth(1).waitFor()
    assert.equal(await page.locator('[aria-invalid="true"]').count(), 2)
    // Somebody takes an application back meanwhile: its line says so.
    const title = `${intake.name}公示`
    await page.getByLabel('标题').fill(title)
    await page.getByLabel('公示天数').fill('5')
    await page.getByLabel('公示地点').fill('基地一楼公告栏')
    const preview = page.getByRole('complementary', { name: '公众看到的样子' })
    await preview.getByText(title).waitFor()
    await preview.getByText(first.name).waitFor()
    assert.equal(await preview.getByText(third.name).count(), 0)
    await page.getByRole('checkbox', { name: third.name }).check()
    await operator.post(`/applications/${third.id}/withdraw`, { reason: '另有场地' })
    await page.getByRole('button', { name: '发布公示：3 家' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
    const gone = page.getByRole('listitem').filter({ has: page.getByRole('checkbox', { name: third.name }) })
    await gone.locator('.fault').waitFor()
    await page.getByRole('checkbox', { name: third.name }).uncheck()
    await page.getByRole('button', { name: '发布公示：2 家' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
    await page.waitForURL('**/notices/ntc_*')
    const id = new URL(page.url()).pathname.split('/').pop()
    await page.getByText('还没有收到异议').waitFor()
    await page.getByText('公布时的原文').click()
    await page.getByText('已核对：原文与校验码一致。').waitFor()

    // Everybody sees it without a sign-in, persons by their family names only.
    const phone = await visit(browser, url, { device: PHONE })
    await open(phone, '/apply')
    await phone.getByRole('link', { name: '拟入驻公示' }).click()
    await phone.getByRole('link', { name: title }).click()
    await phone.getByRole('heading', { name: title }).waitFor()
    assert.match(await phone.getByRole('row').filter({ hasText: second.name }).textContent(), /白\*\*\*/)
    assert.ok(!(await phone.content()).includes('白音图雅'))
    assert.ok((await phone.content()).includes((await city.get(`/notices/${id}`)).hash))
    await sound(context, undefined, '/publicity')
    await sound(context, undefined, `/publicity/${id}`)
    await sound(context, undefined, `/publicity/${id}/object`)
    await phone.getByRole('link', { name: `提出异议 ${second.name}` }).click()
    await phone.getByRole('heading', { name: '提出异议' }).waitFor()
    assert.equal(await phone.getByLabel('对哪家组织').inputValue(), second.id)
    // What is wrong is told at its field, and nothing is received.
    await phone.getByLabel('您的电话或电子邮箱').fill('12')
    await phone.getByRole('button', { name: '提交异议' }).click()
    await phone.locator('[aria-invalid="true"]').nth(2).waitFor()
    assert.equal(await phone.locator('[aria-invalid="true"]').count(), 3)
    assert.equal((await city.get(`/notices/${id}`)).objections.length, 0)
    await phone.getByLabel('异议内容').fill('志愿者人数与实际不符，请核查。')
    await phone.getByLabel('您的姓名').fill('赵青山')
    await phone.getByLabel('您的电话或电子邮箱').fill('13904705678')
    await phone.getByRole('button', { name: '提交异议' }).click()
    await phone.getByRole('heading', { name: '异议已收到' }).waitFor()
    await phone.getByText(/YY\d{4}-\d{4}/).waitFor()
    const link = await phone.getByLabel('您的查询链接').inputValue()
    assert.match(link, /\/objection\/.{20,}/)
    assert.deepEqual(await faults(phone), [])
    assert.equal(await overhang(phone), 0)
    await phone.getByRole('link', { name: '现在去看' }).click()
    await phone.getByText('正在核查，请等候答复').waitFor()

    // The base sees that somebody objects, and neither who nor what.
    const base = await visit(browser, url, { login: 'hailar' })
    await open(base, '/notices')
    await base.getByRole('link', { name: title }).click()
    await base.getByText('提出人和内容只有市级核查人员和审计看得到。').waitFor()
    assert.ok(!/赵青山|13904705678|志愿者人数/.test(await base.content()))
    assert.equal(await base.getByRole('button', { name: '答复' }).count(), 0)
    await base.leave()

    // The city reads it and answers; nothing is concluded before the last day is over.
    await page.reload()
    await settled(page)
    const card = page.getByRole('article').filter({ hasText: second.name })
    await card.getByText('赵青山').waitFor()
    await page.getByRole('row').filter({ hasText: second.name }).getByText('有异议').waitFor()
    await sound(context, 'city', `/notices/${id}`)
    await page.getByRole('button', { name: '办结' }).hover()
    await page.getByText('公示期还没有满，期满次日起才能办结。').first().waitFor()
    await page.getByRole('button', { name: '撤下' }).hover()
    await page.getByText('还有异议没有答复，请先答复。').first().waitFor()
    await card.getByRole('button', { name: '答复' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '提交答复' }).click()
    await dialog.getByText('请选择不成立或成立。').waitFor()
    await dialog.getByRole('radio', { name: /^不成立/ }).check()
    await dialog.getByRole('button', { name: '提交答复' }).click()
    await dialog.locator('textarea[aria-invalid="true"]').nth(1).waitFor()
    await dialog.getByLabel('核查情况').fill('查阅原件并电话核实')
    await dialog.getByLabel('答复', { exact: true }).fill('经核查，材料属实。')
    assert.deepEqual(await faults(page), [])
    await dialog.getByRole('button', { name: '提交答复' }).click()
    await dialog.waitFor({ state: 'detached' })
    await card.getByText('经核查，材料属实。').waitFor()
    assert.equal((await operator.get(`/applications/${second.id}`)).state, 'publicity')
    // By phone, written down by the city; upheld, the place is not given.
    await page.getByRole('button', { name: '登记异议' }).click()
    await dialog.getByLabel('对哪家组织').selectOption(first.id)
    await dialog.getByLabel('异议内容').fill('负责人信息不实')
    await dialog.getByLabel('提出人姓名').fill('钱来电')
    await dialog.getByLabel('提出人电话或电子邮箱').fill('0470-8123456')
    await dialog.getByRole('button', { name: '登记' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('article').filter({ hasText: '钱来电' }).getByRole('button', { name: '答复' }).click()
    await dialog.getByRole('radio', { name: /^成立/ }).check()
    await dialog.getByText('申请组织也会看到它作为不予入驻的理由').waitFor()
    await dialog.getByLabel('核查情况').fill('现场核查')
    await dialog.getByLabel('答复', { exact: true }).fill('反映的情况属实。')
    await dialog.getByRole('button', { name: '提交答复' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('row').filter({ hasText: first.name }).getByText('不予入驻').waitFor()
    // A page that takes the time for over says what would be approved; the service says when it can be.
    await page.route(`**/api/v1/notices/${id}`, async route => {
      const answer = await route.fetch()
      const seen = await answer.json()
      await route.fulfill({ response: answer, json: { ...seen, over: true, can: { ...seen.can, conclude: null } } })
    })
    await page.reload()
    await settled(page)
    await page.getByText('公示期已满，可以办结').waitFor()
    await page.getByRole('button', { name: '办结' }).click()
    await dialog.getByText('同意入驻 1 家').waitFor()
    await dialog.getByText(second.name).waitFor()
    await dialog.getByRole('button', { name: '办结' }).click()
    await dialog.getByText(/公示到 \d{4}-\d\d-\d\d 结束，之后才能办结。/).waitFor()
    await dialog.getByRole('button', { name: '取消' }).click()
    await page.unroute(`**/api/v1/notices/${id}`)
    assert.equal((await operator.get(`/applications/${second.id}`)).state, 'publicity')
    const rejected = await operator.get(`/applications/${first.id}`)
    assert.deepEqual([rejected.state, rejected.reason], ['rejected', '反映的情况属实。'])
    assert.deepEqual(page.errors, [])

    // Whoever objected reads the reply, and not what was found.
    await open(phone, new URL(link).pathname)
    await phone.getByText('经核查，异议不成立。').waitFor()
    await phone.getByText('经核查，材料属实。').waitFor()
    assert.ok(!(await phone.content()).includes('查阅原件'))
    await sound(context, undefined, new URL(link).pathname)
    await open(phone, '/objection/guessed')
    await phone.getByText('没有找到这件异议').waitFor()
    assert.deepEqual(phone.errors, [])
    await phone.leave()
    await page.leave()
    await sound(context, 'city', '/notices')
    await sound(context, 'hailar', `/notices/${id}`)
  },

  async 'a notice that is taken down is shown no more, and its applications wait for another one'(context) {
    const { browser, url, password } = context
    const { operator, city, teams: [team] } = await proposed(context, ['星星陪伴'])
    const made = await city.post('/notices', { applications: [team.id], title: '名单有误的公示', text: '' })
    await sound(context, 'hailar', `/applications/${team.id}`)
    // The applicant is told until when it is shown, and sees the notice as everybody does.
    const applicant = await member(url, password, team.organization)
    const own = await visit(browser, url, { login: applicant, device: PHONE })
    await open(own, `/organizations/${team.organization}/home`)
    const last = made.ends.split('-').map(Number)
    const until = `公示到 ${last[0]}年${last[1]}月${last[2]}日（含当日），没有异议即可同意入驻`
    await own.getByText(until).waitFor()
    assert.deepEqual(await faults(own), [])
    await own.getByRole('link', { name: '查看申请' }).click()
    await own.getByRole('region', { name: '现在到哪一步' }).getByText(until).waitFor()
    await own.getByRole('link', { name: '看公示' }).click()
    await own.waitForURL(`**/publicity/${made.id}`)
    await own.getByRole('heading', { name: '名单有误的公示' }).waitFor()
    assert.deepEqual(own.errors, [])
    await own.leave()
    const page = await visit(browser, url, { login: 'city', device: PHONE })
    await open(page, `/applications/${team.id}`)
    await page.getByRole('link', { name: '看公示' }).click()
    await page.getByRole('heading', { name: '名单有误的公示' }).waitFor()
    await page.getByRole('button', { name: '撤下' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤下' }).click()
    await page.getByText('请写明原因。').waitFor()
    await page.getByRole('dialog').getByLabel(/^原因/).fill('名单有误')
    await page.getByRole('dialog').getByRole('button', { name: '撤下' }).click()
    await page.getByRole('region', { name: '撤下的原因' }).getByText('名单有误').waitFor()
    assert.equal((await operator.get(`/applications/${team.id}`)).state, 'proposed')
    await open(page, `/publicity/${made.id}`)
    await page.getByText('没有这份公示').waitFor()
    await open(page, '/notices?state=revoked')
    await page.getByRole('table').getByRole('link', { name: '名单有误的公示' }).first().waitFor()
    await page.getByRole('link', { name: `发布公示 ${made.base.name}` }).click()
    await page.getByRole('checkbox', { name: team.name }).waitFor()
    await sound(context, 'city', `/notices/new?base=${made.base.id}`)
    assert.deepEqual(page.errors, [])
    await page.leave()
  },
}
