// What a reviewer does: says whether he is free to review, scores, hands in; and the rubric by which he does.
import assert from 'node:assert/strict'
import { later, sound } from '../acting.mjs'
import { open, settled, visit, PHONE } from '../browser.mjs'
import { announced } from '../intakes.mjs'
import { passed, reviewer, signedIn } from '../panel.mjs'

/** A review of some teams at Hailar by two new reviewers, of whom the first is the one to watch. */
async function convened(context, names, more = []) {
  const { url, password } = context
  const operator = await signedIn(url, 'hailar', password)
  const documents = [{ name: '项目计划书', of: ['pre_registration'], required: true }]
  const intake = await announced(context, { documents })
  const applications = []
  for (const [n, name] of names.entries()) applications.push(await passed(operator, intake.id, `${name}${Date.now()}`, more[n]))
  const [one, two] = [await reviewer(url, password, '苏日娜'), await reviewer(url, password, '高云峰')]
  const review = await operator.post('/reviews', { intake: intake.id, applications: applications.map(of => of.id), reviewers: [one.id, two.id] })
  const sheetOf = n => review.sheets.find(sheet => sheet.reviewer === one.id && sheet.application === applications[n].id).id
  return { operator, one, review, applications, sheetOf }
}

/** What moves in is looked at when it is there. */
async function shown(page) {
  await page.waitForTimeout(400)
  await sound(page)
}
const at = (page, path) => page.locator(`[data-path="${path}"] :is(input, textarea)`).first()
/** The cursor comes to a field. */
const landed = (page, path) => page.waitForFunction(path => document.activeElement?.closest('[data-path]')?.getAttribute('data-path') === path, path)

export const journeys = {
  async 'a reviewer declares, is told what is missing, hands in, and steps aside from another'(context) {
    const { browser, url } = context
    const { operator, review, one, applications, sheetOf } = await convened(context, ['草原拾光筹备组', '邻里茶话筹备组'], [{ responsible_name: '苏日娜' }])
    const page = await visit(browser, url, { login: one.login, device: PHONE, still: true })
    // Whoever is a reviewer only begins here.
    await open(page, '/')
    await page.getByRole('heading', { name: '2 份申请等您评审' }).waitFor()
    assert.equal(new URL(page.url()).pathname, '/sheets')
    await shown(page)
    await page.getByRole('link', { name: applications[0].name }).click()

    // Before the declaration: whose it is, and nothing of what it says.
    await page.getByRole('heading', { name: '评审前，请先声明' }).waitFor()
    await page.getByText('系统发现您与该组织人员同名，请确认是否本人。').waitFor()
    assert.equal(await page.getByText('为社区独居老人提供助餐').count(), 0)
    await shown(page)
    await page.getByRole('button', { name: '声明无需回避并开始评审' }).click()
    await page.getByText('为社区独居老人提供助餐').waitFor()
    assert.equal(await page.getByText('13904701234').count(), 0)
    await shown(page)
    const file = page.getByRole('link', { name: /项目计划书\.txt/ })
    assert.equal(await file.getAttribute('target'), '_blank')
    const content = await page.context().request.get(await file.getAttribute('href'))
    assert.equal(await content.text(), `${applications[0].name}的项目计划书`)

    // The bar leads to the form; what is typed is saved by itself, and there after a reload.
    await page.getByRole('button', { name: '去评分' }).click()
    await at(page, 'points.need').fill('18')
    await at(page, 'points.plan').fill('２２.5')
    await page.getByText('总分 40.5，满分 100').waitFor({ state: 'attached' })
    const seen = async () => one.get(`/review-sheets/${sheetOf(0)}`)
    for (let i = 0; (await seen()).total !== 40.5; i++) {
      if (i > 50) throw new Error('what was typed was not saved')
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    await page.reload()
    await settled(page)
    assert.equal(await at(page, 'points.plan').inputValue(), '22.5')

    // What the service refuses is told at its place and does not count; all that is missing is told at once.
    await page.getByRole('button', { name: '去评分' }).click()
    await at(page, 'points.team').fill('30')
    await at(page, 'points.fit').focus()
    await page.getByText('应在 0 到 20 之间。').waitFor()
    await page.getByText('总分 40.5，满分 100').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: '提交评分' }).click()
    await page.getByText('还有 4 处要填好才能提交').first().waitFor()
    await landed(page, 'points.team')
    assert.equal(await page.locator('[aria-invalid="true"]:is(input)').count(), 3)
    await shown(page)
    await at(page, 'points.team').fill('17')
    await page.getByRole('button', { name: '成长潜力', exact: true }).click()
    await landed(page, 'points.growth')
    await page.keyboard.type('16')
    await page.getByRole('button', { name: '与基地相宜加一分' }).click()
    await page.keyboard.press('Enter')
    assert.equal(await at(page, 'points.fit').inputValue(), '2')
    await page.getByText('候补', { exact: true }).click()
    await page.getByRole('button', { name: '提交评分' }).click()
    // Whoever advises against owes a reason.
    await landed(page, 'comment')
    await page.keyboard.type('名额有限，先候补。')
    await page.getByRole('button', { name: '提交评分' }).click()
    const sure = page.getByRole('dialog')
    await sure.getByText('总分 75.5 分，建议：候补。').waitFor()
    await sure.getByText('提交后不能修改，除非基地退回。').waitFor()
    await sure.getByRole('button', { name: '提交评分' }).click()
    await page.getByRole('heading', { name: '您提交的评分' }).waitFor()
    const given = await seen()
    assert.deepEqual([given.state, given.total, given.advice, given.comment], ['locked', 75.5, 'wait', '名额有限，先候补。'])
    await shown(page)

    // Given back by the base: it comes first, says why, and is handed in anew.
    await operator.post(`/reviews/${review.id}/sheets/${sheetOf(0)}/unlock`, { reason: '漏看附件' })
    await open(page, '/sheets')
    await page.locator('main li').first().getByText('已退回').waitFor()
    await page.getByRole('link', { name: applications[0].name }).click()
    await page.getByText('评分表被退回：漏看附件。请修改后重新提交。').waitFor()
    await shown(page)
    await one.post(`/review-sheets/${sheetOf(0)}/lock`, { scores: given.scores, advice: given.advice, comment: given.comment })
    await page.goto('/sheets')
    await open(page, `/sheets/${sheetOf(0)}`)

    // The next one he steps aside from, and it is gone.
    await page.getByRole('link', { name: '评下一份' }).click()
    await page.getByRole('heading', { name: applications[1].name }).waitFor()
    await page.getByRole('button', { name: '我需要回避' }).click()
    const aside = page.getByRole('dialog')
    await aside.getByRole('button', { name: '确认回避' }).click()
    await aside.getByText('请写明原因。').waitFor()
    await aside.getByLabel(/^回避原因/).fill('曾任该团队顾问')
    await aside.getByRole('button', { name: '确认回避' }).click()
    await page.getByRole('heading', { name: '现在没有等您评审的申请' }).waitFor()
    assert.equal(await page.getByText(applications[1].name).count(), 0)
    await page.goto(`/sheets/${sheetOf(1)}`)
    await page.getByRole('heading', { name: '没有找到这个页面' }).waitFor()
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'on a desk the application stands beside its scores, and what is over says so'(context) {
    const { browser, url } = context
    const { operator, one, review, applications, sheetOf } = await convened(context, ['银发课堂筹备组', '绿荫守护筹备组'])
    for (const n of [0, 1]) await one.post(`/review-sheets/${sheetOf(n)}/clear`)
    const page = await visit(browser, url, { login: one.login, still: true })
    await open(page, '/sheets')
    await shown(page)
    await page.getByRole('link', { name: applications[0].name }).click()
    await page.getByRole('heading', { name: '评分表' }).waitFor()
    const [story, points, bar] = [await page.getByText('为社区独居老人提供助餐').boundingBox(), await at(page, 'points.need').boundingBox(), await page.getByRole('button', { name: '提交评分' }).boundingBox()]
    assert.ok(points.x > story.x + story.width / 2 && points.y < story.y + 400, 'the scores stand beside')
    assert.ok(bar.y + bar.height < 900, 'the total and the way to hand in are in sight at once')
    await shown(page)
    // Changed elsewhere meanwhile: both are kept.
    await at(page, 'points.need').fill('11')
    const sheet = await one.get(`/review-sheets/${sheetOf(0)}`)
    await one.put(`/review-sheets/${sheetOf(0)}`, { scores: [...sheet.scores, { key: 'fit', points: 9 }].filter(score => score.key !== 'need'), comment: '在手机上写的' })
    await at(page, 'comment').focus()
    for (let i = 0; (await one.get(`/review-sheets/${sheetOf(0)}`)).total !== 20; i++) {
      if (i > 80) throw new Error('what was typed here was not merged')
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    assert.equal(await at(page, 'comment').inputValue(), '在手机上写的')
    await page.goto('/me')

    // Taken back by its applicant; called off as a whole, which leaves nothing to see.
    await operator.post(`/applications/${applications[1].id}/withdraw`, { reason: '来电撤回' })
    await open(page, `/sheets/${sheetOf(1)}`)
    await page.getByText('申请方已撤回这份申请，不用再评。').waitFor()
    await open(page, '/sheets')
    await page.locator('summary').click()
    await page.getByRole('link', { name: applications[1].name }).getByText('申请已撤回').waitFor()
    await shown(page)
    await operator.post(`/reviews/${review.id}/cancel`, { reason: '评审人手不足' })
    await open(page, `/sheets/${sheetOf(0)}`)
    await page.getByRole('heading', { name: '没有找到这个页面' }).waitFor()
    await open(page, '/sheets')
    await page.getByText('还没有请您评审的申请').waitFor()
    await shown(page)
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'a base writes a rubric of its own, and each fault is told at its row'({ browser, url, ask }) {
    const page = await visit(browser, url, { login: 'park', still: true })
    await open(page, '/settings')
    const row = page.getByRole('row', { name: /^评分标准/ })
    await row.getByText('社会需求').first().waitFor()
    await row.getByRole('button', { name: /设定/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('正好 100 分').waitFor()
    // Moved by keyboard, the finger staying where it is.
    await dialog.getByRole('button', { name: '团队与治理往前移' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '去掉与基地相宜' }).click()
    await dialog.getByText('还差 15 分').waitFor()
    await dialog.getByRole('button', { name: '加一项' }).click()
    await dialog.getByRole('button', { name: '设定', exact: true }).click()
    const added = dialog.getByRole('listitem').last()
    await added.locator('[aria-invalid="true"]').first().waitFor()
    assert.equal(await added.locator('[aria-invalid="true"]').count(), 2)
    await dialog.getByText('各项满分合计应为 100 分，现在是 85 分。').waitFor()
    await shown(page)
    await added.getByLabel('评分项').fill('创新性')
    await added.getByLabel('满分').fill('15')
    await dialog.getByText('正好 100 分').waitFor()
    // From next month on: what the other journeys review by stays.
    const { today, bases } = await ask('park', '/api/v1/session')
    await dialog.getByLabel(/^从哪天起/).fill(later(today, 30))
    await dialog.getByRole('button', { name: '设定', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await row.getByText(/团队与治理 20、社会需求 20、工作计划 25、成长潜力 20、创新性 15/).waitFor()
    const { next } = (await ask('park', `/api/v1/settings?base=${bases[0].id}`)).items.find(one => one.key === 'reviews.rubric')
    assert.deepEqual(next.value.map(of => [of.key, of.name, of.points]), [['team', undefined, 20], ['need', undefined, 20], ['plan', undefined, 25], ['growth', undefined, 20], [undefined, '创新性', 15]])
    assert.deepEqual(page.errors, [])
    await page.leave()
  },
}
