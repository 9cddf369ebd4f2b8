// An assessment from its opening to the answer of an appeal: the base opens, scores and gives the grade, an expert scores
// apart, the city has it scored again; and the sheet by which it is done, as a rule.
import assert from 'node:assert/strict'
import { faults, open, overhang, settled, visit, DESK, PHONE } from '../browser.mjs'
import { signedIn } from '../panel.mjs'

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

export const journeys = {
  async 'the base opens and grades, an expert scores apart, the city answers an appeal'(context) {
    const { browser, url, password } = context
    const mark = String(Date.now()).slice(-6)
    const title = `阶段考核${mark}`
    const liaison = await signedIn(url, 'liaison', password)
    const own = liaison.session.organizations[0]
    const operator = await signedIn(url, 'park', password)

    const page = await visit(browser, url, { login: 'park' })
    await open(page, '/assessments')
    await page.getByRole('link', { name: '发起考核' }).click()
    await page.getByRole('heading', { name: '考核哪些组织' }).waitFor()
    // A cycle brings its days and its name along, until somebody calls it otherwise.
    const name = page.getByLabel(/^名称/)
    assert.match(await name.inputValue(), /年第.季度考核$/)
    await page.getByLabel('类型').selectOption({ label: '年度' })
    assert.match(await name.inputValue(), /^\d{4}年度考核$/)
    await page.getByLabel('类型').selectOption({ label: '季度' })
    await name.fill('')
    await page.getByRole('button', { name: /^发起考核：/ }).click()
    await page.getByText('请写名称。').waitFor()
    await name.fill(title)
    await page.getByRole('button', { name: '全不选' }).click()
    await page.getByRole('button', { name: '发起考核：0 家组织' }).click()
    await page.getByText('请至少选一家组织。').waitFor()
    await page.getByLabel('按名称查找').fill(own.name)
    await page.getByRole('checkbox', { name: own.name }).check()
    await page.getByLabel('专家', { exact: true }).selectOption({ label: '孙评估' })
    await page.getByRole('button', { name: '看考核表' }).click()
    await page.getByRole('dialog').getByText('章程与制度').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await sound(context, 'park', '/assessments/new')
    await page.getByRole('button', { name: '发起考核：1 家组织' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '发起考核' }).click()
    await page.waitForURL('**/assessment-rounds/asr_*')
    const round = await operator.get(`/assessment-rounds/${new URL(page.url()).pathname.split('/').pop()}`)
    const { id } = round.assessments[0]
    await page.getByRole('heading', { name: `${title}：还有 1 家没有评定` }).waitFor()
    await page.getByRole('link', { name: own.name }).click()

    // Nobody goes on without a self score before the time for it is over.
    await page.getByText(/^等组织自评，最迟/).waitFor()
    await page.getByRole('button', { name: '不等自评' }).hover()
    await page.getByText('自评的期限还没有过。').first().waitFor()
    const leaves = round.sheet.indicators.map((one, indicator) => ({ ...one, indicator })).filter(one => one.points)
    const all = leaves.map(one => ({ indicator: one.indicator, points: one.points }))
    await liaison.post(`/assessments/${id}/hand-in`, { scores: all })
    await page.reload()
    await settled(page)
    // It goes back once, with a word.
    await page.getByRole('button', { name: '退回自评' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '退回自评' }).click()
    await page.getByText('请写明要改什么。').waitFor()
    await page.getByRole('dialog').getByLabel(/^要改什么/).fill('请补会议纪要')
    await page.getByRole('dialog').getByRole('button', { name: '退回自评' }).click()
    await page.getByText('自评已退回：请补会议纪要').waitFor()
    await liaison.post(`/assessments/${id}/hand-in`, { scores: all })
    await page.reload()
    await settled(page)

    // Points that are taken off wait for their reason; what is open is told and found.
    await page.getByText('还差 10 处').waitFor()
    await page.getByLabel('章程与制度，打分').fill('6')
    await page.getByLabel('会议与决策，打分').fill('9')
    await page.getByText('扣了分，请写明理由。').waitFor()
    await page.getByLabel('财务管理，打分').focus()
    await page.getByText('请填 0 到 8 的数，最多一位小数。').waitFor()
    await page.getByRole('button', { name: '会议与决策给满分' }).click()
    await page.getByLabel('章程与制度的扣分理由').fill('档案制度没有执行')
    await page.getByRole('button', { name: '没打分的按满分' }).click()
    await page.getByText('都填好了').waitFor()
    await page.getByText('合计 98，满分 100').waitFor({ state: 'attached' })
    await page.getByRole('checkbox', { name: '发生重大安全责任事故' }).check()
    await page.getByText('还差 1 处').click()
    await page.getByText('请写明发生了什么，写了才会计入。').first().waitFor()
    await page.getByRole('checkbox', { name: '发生重大安全责任事故' }).uncheck()
    await page.locator('.saving.saved').waitFor()
    const kept = await operator.get(`/assessments/${id}`)
    assert.deepEqual(kept.given.scores[0], { indicator: 2, points: 6, note: '档案制度没有执行' })
    // The grade waits for the expert, whose points nobody sees yet.
    await page.getByRole('button', { name: '评定等次' }).hover()
    await page.getByText('专家还没有交评分。').first().waitFor()
    await sound(context, 'park', `/assessments/${id}`)

    const expert = await visit(browser, url, { login: 'evaluator' })
    await open(expert, '/')
    await expert.waitForURL('**/assessments/asked')
    await sound(context, 'evaluator', '/assessments/asked')
    await expert.getByRole('link').filter({ hasText: title }).click()
    await expert.getByLabel('项目执行，打分').fill('15')
    await expert.getByRole('button', { name: '提交评分' }).click()
    await expert.getByText('请打分。').first().waitFor()
    await expert.getByRole('button', { name: '没打分的按满分' }).click()
    await expert.getByLabel('项目执行的扣分理由').fill('进度滞后一项')
    assert.equal(await expert.getByText('档案制度没有执行').count(), 0)
    await sound(context, 'evaluator', `/assessments/${id}`)
    await expert.getByRole('button', { name: '提交评分' }).click()
    await expert.getByRole('dialog').getByText('合计 95 分。提交后不能修改。').waitFor()
    await expert.getByRole('dialog').getByRole('button', { name: '提交评分' }).click()
    await expert.getByText('您的评分已提交，不能再改。').waitFor()
    // Now that it is handed in, what the base gave may be seen.
    await expert.getByText('档案制度没有执行').waitFor()
    assert.deepEqual(expert.errors, [])
    await expert.leave()

    await page.reload()
    await settled(page)
    await page.getByText('进度滞后一项', { exact: true }).waitFor()
    await page.getByText('预计 97.5 分，优秀').waitFor()
    await page.getByRole('button', { name: '评定等次' }).click()
    await page.getByRole('dialog').getByText('自评 100 × 20% + 基地 98 × 50% + 专家 95 × 30% ＝ 97.5 分。').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '评定等次' }).click()
    await page.getByText('请写评语。').waitFor()
    await page.getByRole('dialog').getByLabel(/^评语/).fill('再接再厉')
    await page.getByRole('dialog').getByRole('button', { name: '评定等次' }).click()
    await page.getByRole('heading', { name: '考核结果' }).waitFor()
    await page.getByText('再接再厉').first().waitFor()
    await sound(context, 'park', `/assessments/${id}`)
    await sound(context, 'park', `/assessment-rounds/${round.id}`)
    await liaison.post(`/assessments/${id}/appeal`, { text: '档案制度去年就有' })

    // The base does not answer; the city has it scored again.
    await page.reload()
    await settled(page)
    await page.getByText('档案制度去年就有').first().waitFor()
    assert.equal(await page.getByRole('button', { name: '重新评分' }).count(), 0)
    const city = await visit(browser, url, { login: 'city' })
    await open(city, `/assessments/${id}`)
    await city.getByRole('button', { name: '维持原等次' }).waitFor()
    await sound(context, 'city', `/assessments/${id}`)
    await city.getByRole('button', { name: '重新评分' }).click()
    await city.getByRole('dialog').getByLabel(/^理由/).fill('制度确有执行')
    await city.getByRole('dialog').getByRole('button', { name: '重新评分' }).click()
    await city.getByText('市级要求重新评分').waitFor()
    assert.deepEqual(city.errors, [])
    await city.leave()
    // The expert hands in again, as he may be who was wrong.
    const judge = await signedIn(url, 'evaluator', password)
    const { scores } = (await judge.get(`/assessments/${id}`)).expert
    await judge.post(`/assessments/${id}/deliver`, { scores })
    await page.reload()
    await settled(page)
    await page.getByRole('button', { name: '章程与制度给满分' }).click()
    await page.getByText('预计 98.5 分，优秀').waitFor()
    await page.getByRole('button', { name: '评定等次' }).click()
    await page.getByRole('dialog').getByLabel(/^评语/).fill('已更正')
    await page.getByRole('dialog').getByRole('button', { name: '评定等次' }).click()
    await page.getByRole('heading', { name: '考核结果' }).waitFor()
    assert.equal((await operator.get(`/assessments/${id}`)).result.total, 98.5)
    // Beside the residency it stands too.
    await open(page, `/residencies/${(await operator.get(`/assessments/${id}`)).residency}`)
    await page.getByRole('link', { name: title }).waitFor()
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'the sheet is a rule: set in and out, a hundred points or it is told'(context) {
    const { browser, url, password } = context
    const operator = await signedIn(url, 'hailar', password)
    const base = operator.session.bases[0].id
    const page = await visit(browser, url, { login: 'hailar' })
    await open(page, `/settings?base=${base}`)
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^考核表/ }) })
    await row.getByRole('button', { name: '看考核表' }).click()
    await page.getByRole('dialog').getByText('章程与制度').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
    await row.getByRole('button', { name: /^设/ }).last().click()
    const dialog = page.getByRole('dialog')
    const item = name => dialog.getByRole('listitem', { name, exact: true })
    await item('章程与制度').getByLabel('分值').fill('7')
    await dialog.getByText('还差 1 分').waitFor()
    await item('组织建设').getByText('下面合计 31 分').waitFor()
    assert.deepEqual(await faults(page), [])
    await dialog.locator('footer').getByRole('button', { name: /^设/ }).click()
    await dialog.getByText(/100/).first().waitFor()
    // A row that others come to stand below has no points of its own.
    await item('会议与决策').getByRole('button', { name: '把“会议与决策”降一级' }).click()
    await item('章程与制度').getByText('下面合计 8 分').waitFor()
    await item('会议与决策').getByRole('button', { name: '把“会议与决策”升一级' }).click()
    await item('章程与制度').getByLabel('分值').fill('8')
    await dialog.getByText('正好 100 分').waitFor()
    await dialog.getByRole('button', { name: '加一条' }).click()
    await dialog.getByLabel('情形 5').fill('拒不配合检查')
    await dialog.locator('footer').getByRole('button', { name: /^设/ }).click()
    await dialog.waitFor({ state: 'detached' })
    const sheet = (await operator.get(`/settings?base=${base}`)).items.find(one => one.key === 'assessments.sheet')
    assert.equal(sheet.value.vetoes.at(-1), '拒不配合检查')
    assert.equal(sheet.value.indicators[2].points, 8)
    assert.equal(await overhang(page), 0)
    assert.deepEqual(page.errors, [])
    await page.leave()
  },
}
