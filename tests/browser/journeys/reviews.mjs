// A review from its convening to the waiting list: the base convenes and closes, reviewers score, the city decides.
import assert from 'node:assert/strict'
import { faults, open, overhang, settled, visit, DESK, PHONE } from '../browser.mjs'
import { announced } from '../intakes.mjs'
import { FAIR, GOOD, passed, POOR, reviewer, score, signedIn } from '../panel.mjs'

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

/** An intake of Hailar with one place, three teams that passed the first check, and reviewers. */
async function prepared({ url, ask, password }, names) {
  const intake = await announced({ url, ask, password }, { quota: 1 })
  const operator = await signedIn(url, 'hailar', password)
  const mark = String(Date.now()).slice(-6)
  const teams = []
  for (const name of names) teams.push(await passed(operator, intake.id, `${name}${mark}`))
  return { intake, operator, teams, mark }
}

export const journeys = {
  async 'the base convenes and closes, the city decides and gives a free place to the next one'(context) {
    const { browser, url, password } = context
    const { intake, operator, teams, mark } = await prepared(context, ['草原拾光', '邻里茶话', '银发课堂'])
    const [first, second, third] = teams
    const one = await reviewer(url, password, `方敏${mark}`)
    const two = await reviewer(url, password, `刘志远${mark}`)
    const phone = `139047${mark.slice(-5)}`
    const bound = await reviewer(url, password, `陈建国${mark}`, { phone })
    await operator.post(`/organizations/${third.organization}/persons`, { name: '陈小国', phone, positions: [] })

    const page = await visit(browser, url, { login: 'hailar' })
    await open(page, `/intakes/${intake.id}`)
    await page.getByRole('link', { name: '组织评审' }).click()
    await page.getByRole('heading', { name: '组织评审' }).waitFor()
    for (const team of teams) assert.ok(await page.getByRole('checkbox', { name: team.name }).isChecked())
    // Whoever is bound to one of them cannot be chosen, until that one is left out.
    const tied = page.getByRole('checkbox', { name: bound.name })
    assert.ok(await tied.isDisabled())
    await page.getByText(/与申请 B01-\d+-\d+ 的申请方有关联：电话与该组织人员相同/).waitFor()
    await page.getByRole('checkbox', { name: third.name }).uncheck()
    assert.ok(await tied.isEnabled())
    await page.getByRole('checkbox', { name: third.name }).check()
    // What is missing is told, and the cursor comes to it.
    await page.getByRole('button', { name: /^组织评审：3 份申请/ }).click()
    await page.getByText('还没有选评审专家，请至少选 2 位。').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'cv-rf')
    await page.getByRole('checkbox', { name: one.name }).check()
    await page.getByText('还差 1 位评审').waitFor()
    await page.getByRole('button', { name: '组织评审：3 份申请，1 位评审' }).click()
    await page.getByText('每份申请至少要 2 位评审专家，请再选 1 位。').waitFor()
    await page.getByRole('checkbox', { name: two.name }).check()
    await page.getByText('每份申请可得 2 份评分表').waitFor()
    // Another rubric for this review only: a hundred points, or it is told where.
    await page.getByRole('button', { name: '为这次评审另定' }).click()
    const row = page.getByRole('listitem', { name: '社会需求' })
    await row.getByLabel('满分').fill('19')
    await page.getByRole('button', { name: '组织评审：3 份申请，2 位评审' }).click()
    await page.getByText('各项满分合计应为 100 分，现在是 99 分。').waitFor()
    await row.getByLabel('满分').fill('20.5')
    await row.getByText('请填整数。').waitFor()
    await row.getByLabel('满分').fill('20')
    await row.getByLabel('说明').fill('看服务对象')
    await sound(context, 'hailar', `/intakes/${intake.id}/review`)
    await page.getByRole('button', { name: '组织评审：3 份申请，2 位评审' }).click()
    // It begins when it was confirmed.
    await page.getByRole('dialog').getByText('3 份', { exact: true }).waitFor()
    await page.getByRole('dialog').getByText(`${one.name}、${two.name}`).or(page.getByRole('dialog').getByText(`${two.name}、${one.name}`)).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '组织评审' }).click()
    await page.waitForURL('**/reviews/rvw_*')
    const id = new URL(page.url()).pathname.split('/').pop()

    assert.deepEqual((await operator.get(`/reviews/${id}`)).rubric[0], { key: 'need', points: 20, hint: '看服务对象' })
    // Nobody sees points while it is open, and it is not closed before the sheets are in.
    await page.getByText('评审结束以前，谁都看不到分数').waitFor()
    await page.getByText('还有 3 份申请的评分表不够，共差 6 份。').waitFor()
    await page.getByRole('button', { name: '结束评审' }).hover()
    const told = await page.getByText('还有申请的评分表不够，请等评审交齐').first().boundingBox()
    assert.ok(told.x >= 0 && told.x + told.width <= DESK.width, 'the reason is inside the window')
    await page.getByRole('table', { name: '评分标准' }).getByText('看服务对象').waitFor()
    await page.getByText('还有申请的评分表不够，请等评审交齐，或增加评审专家。').first().waitFor()
    const review = await operator.get(`/reviews/${id}`)
    await score(one, review, first.id, GOOD, 'admit')
    await score(two, review, first.id, FAIR, 'admit')
    await score(one, review, second.id, FAIR, 'admit')
    await score(two, review, second.id, FAIR, 'wait')
    await score(one, review, third.id, POOR, 'reject', '计划没有预算。')
    await score(two, review, third.id, GOOD, 'admit')
    await sound(context, 'hailar', `/reviews/${id}`)
    await page.reload()
    await settled(page)
    await page.getByText('每份申请的评分表都够了，可以结束评审。').waitFor()
    // A slip is given back with a reason, and handed in anew.
    await page.getByRole('button', { name: `退回评分表 ${one.name}, ${third.name}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: '退回评分表' }).click()
    await page.getByText('请写明原因。').waitFor()
    await page.getByRole('dialog').getByLabel(/^原因/).fill('漏看附件')
    await page.getByRole('dialog').getByRole('button', { name: '退回评分表' }).click()
    await page.getByText('还有 1 份申请的评分表不够，共差 1 份。').waitFor()
    const slip = review.sheets.find(sheet => sheet.application === third.id && sheet.reviewer === one.id)
    const marks = (await one.get(`/review-sheets/${slip.id}`)).scores
    await one.post(`/review-sheets/${slip.id}/lock`, { scores: marks, advice: 'reject', comment: '计划没有预算。' })
    await page.reload()
    await settled(page)
    await page.getByRole('button', { name: '结束评审' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '结束评审' }).click()
    await page.getByRole('heading', { name: '评审结果' }).waitFor()
    await page.getByRole('article', { name: first.name }).getByText('81.25').waitFor()
    await page.getByRole('article', { name: third.name }).getByText('分歧大').waitFor()
    await page.getByRole('article', { name: third.name }).getByText('各项得分和评分表').click()
    await page.getByText('计划没有预算。').waitFor()
    // Who prepares does not decide.
    assert.equal(await page.getByRole('button', { name: '提交审定' }).count(), 0)
    assert.deepEqual(page.errors, [])
    await page.leave()

    const city = await visit(browser, url, { login: 'city' })
    await open(city, '/reviews?state=closed')
    await city.getByRole('link', { name: intake.name }).click()
    await city.getByRole('heading', { name: '评审结果' }).waitFor()
    const choice = team => city.getByRole('radiogroup', { name: `${team.name}的结论` })
    assert.ok(await choice(first).getByLabel('拟入驻').isChecked())
    assert.ok(await choice(second).getByLabel('候补').isChecked())
    assert.ok(await choice(third).getByLabel('候补').isChecked())
    await city.getByText('还剩 0 个').waitFor()
    await sound(context, 'city', `/reviews/${id}`)
    // More than there are, then one who is passed over, then as it is meant.
    await choice(second).getByLabel('拟入驻').check()
    await city.getByText('超出 1 个').waitFor()
    await city.getByRole('button', { name: '提交审定' }).click()
    await city.getByRole('dialog').getByRole('button', { name: '提交审定' }).click()
    await city.getByText('这次招募的 1 个名额已全部给出').waitFor()
    await choice(first).getByLabel('候补').check()
    await city.getByText('排名在前却没有列入，请写明原因。').waitFor()
    await choice(second).getByLabel('候补').check()
    await city.getByText('还有 1 个名额，列为候补请写明原因。').first().waitFor()
    await choice(first).getByLabel('拟入驻').check()
    await choice(third).getByLabel('不予入驻').check()
    await city.getByRole('button', { name: '提交审定' }).click()
    await city.getByText('请写明理由。').waitFor()
    await city.getByRole('listitem').filter({ has: choice(third) }).getByLabel(/^理由/).fill('评审意见分歧大，计划没有预算。')
    await city.getByRole('button', { name: '提交审定' }).click()
    await city.getByRole('dialog').getByText('拟入驻 1 个、候补 1 个、不予入驻 1 个').waitFor()
    await city.getByRole('dialog').getByRole('button', { name: '提交审定' }).click()
    await city.getByText('已审定', { exact: true }).waitFor()
    await city.getByRole('article', { name: third.name }).getByText('评审意见分歧大，计划没有预算。').waitFor()
    await sound(context, 'city', `/reviews/${id}`)

    // The place that is given back goes to the first of the list.
    await open(city, `/applications/${second.id}`)
    await city.getByText('候补第 1 位').waitFor()
    await city.getByRole('button', { name: '递补' }).hover()
    await city.getByText('名额已全部给出，有名额空出后才能递补。').first().waitFor()
    await operator.post(`/applications/${first.id}/withdraw`, { reason: '另有场地' })
    await city.reload()
    await settled(city)
    await city.getByRole('button', { name: '递补' }).click()
    await city.getByRole('dialog').getByText('现在空着 1 个名额。').waitFor()
    await city.getByRole('dialog').getByRole('button', { name: '递补' }).click()
    await city.getByText('已列为拟入驻').waitFor()
    assert.equal((await operator.get(`/applications/${second.id}`)).state, 'proposed')
    await city.getByRole('link', { name: '看评审' }).click()
    await city.getByRole('article', { name: second.name }).getByText('现在：拟入驻').waitFor()
    assert.deepEqual(city.errors, [])
    await city.leave()
  },

  async 'a review is found on the list, given more time and another reviewer, and called off'(context) {
    const { browser, url, password } = context
    const { intake, operator, teams, mark } = await prepared(context, ['星星陪伴'])
    const panel = [await reviewer(url, password, `包乌云${mark}`), await reviewer(url, password, `赵长河${mark}`), await reviewer(url, password, `斯日古楞${mark}`)]
    const page = await visit(browser, url, { login: 'hailar', device: PHONE })
    // What waits leads to its review from the list and from the board.
    await open(page, `/applications?intake=${intake.id}`)
    await page.getByRole('link', { name: `组织评审：${intake.name}（1 份）` }).waitFor()
    await open(page, '/reviews')
    await page.getByRole('link', { name: `组织评审 ${intake.name}` }).waitFor()
    const made = await operator.post('/reviews', { intake: intake.id, applications: [teams[0].id], reviewers: panel.slice(0, 2).map(who => who.id) })
    await page.reload()
    await settled(page)
    await page.getByRole('table').getByRole('link', { name: intake.name }).click()
    await page.waitForURL(`**/reviews/${made.id}`)
    await page.getByRole('button', { name: '增加评审专家' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '增加评审专家' }).click()
    await page.getByText('请选择一位评审专家。').waitFor()
    await page.getByRole('dialog').getByRole('combobox').selectOption({ label: panel[2].name })
    await page.getByRole('dialog').getByRole('button', { name: '增加评审专家' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: `移出 ${panel[1].name}` }).click()
    await page.getByRole('dialog').getByLabel(/^原因/).fill('出差')
    await page.getByRole('dialog').getByRole('button', { name: '移出' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const after = await operator.get(`/reviews/${made.id}`)
    assert.deepEqual(after.reviewers.map(who => who.name).sort(), [panel[0].name, panel[2].name].sort())
    await page.getByRole('listitem').filter({ hasText: panel[1].name }).getByText('出差').waitFor()
    await page.getByRole('button', { name: '延长时间' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '延长时间' }).click()
    await page.getByText('已延长').waitFor()
    assert.ok((await operator.get(`/reviews/${made.id}`)).due > after.due)
    await page.getByRole('button', { name: '取消评审' }).click()
    await page.getByRole('dialog').getByLabel(/^原因/).fill('评审人数不足')
    await page.getByRole('dialog').getByRole('button', { name: '取消评审' }).click()
    await page.getByRole('region', { name: '取消的原因' }).getByText('评审人数不足').waitFor()
    assert.equal((await operator.get(`/applications/${teams[0].id}`)).state, 'passed')
    await open(page, '/reviews?state=cancelled')
    await page.getByRole('table').getByRole('link', { name: intake.name }).waitFor()
    await page.leave()
    await sound(context, 'hailar', '/reviews')
  },
}
