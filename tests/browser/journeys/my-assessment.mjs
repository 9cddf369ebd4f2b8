// An organization on its phone: it scores itself bit by bit, files evidence, hands in, reads the result and appeals.
import assert from 'node:assert/strict'
import { sound } from '../acting.mjs'
import { open, settled, visit, SMALL } from '../browser.mjs'
import { signedIn } from '../panel.mjs'

export const journeys = {
  async 'an organization scores itself, reads the result and appeals'(context) {
    const { browser, url, password } = context
    const title = `手机自评${String(Date.now()).slice(-6)}`
    const operator = await signedIn(url, 'park', password)
    const liaison = await signedIn(url, 'liaison', password)
    const own = liaison.session.organizations[0]
    const year = Number(operator.session.today.slice(0, 4))
    const round = await operator.post('/assessment-rounds', { base: operator.session.bases[0].id, title, cycle: 'quarter', first: `${year}-07-01`, last: operator.session.today, organizations: [own.id] })
    const { id } = round.assessments[0]

    const page = await visit(browser, url, { login: 'liaison', device: SMALL })
    await open(page, `/organizations/${own.id}/home`)
    await page.getByRole('article', { name: title }).getByText(/请在 .*前提交/).waitFor()
    await sound(page, 'home')
    await page.getByRole('article', { name: title }).getByRole('link', { name: '去自评' }).click()
    await page.getByText('还差 10 处').waitFor()
    // By the thumb, and by typing; what is written is kept.
    await page.getByRole('button', { name: '章程与制度给满分' }).click()
    await page.getByRole('button', { name: '章程与制度减一分' }).click()
    assert.equal(await page.getByLabel('章程与制度，打分').inputValue(), '7')
    await page.getByLabel('章程与制度的自评说明').fill('缺一项档案制度')
    const small = await page.evaluate(() => [...document.querySelectorAll('form button, form input')].filter(one => one.offsetParent && !one.closest('.fault') && one.getBoundingClientRect().height < 43.5 && !one.matches('.first')).map(one => one.textContent || one.getAttribute('aria-label')))
    assert.deepEqual(small, [], 'each can be hit by a thumb')
    await page.locator('.saving.saved').waitFor()
    await sound(page, 'the form')
    await page.reload()
    await settled(page)
    assert.equal(await page.getByLabel('章程与制度的自评说明').inputValue(), '缺一项档案制度')
    // What is missing is told, and the cursor comes to it.
    await page.getByRole('button', { name: '提交自评' }).click()
    await page.getByText('请打分。').first().waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), '会议与决策，打分')
    for (const one of round.sheet.indicators.filter(one => one.points && one.name !== '章程与制度')) await page.getByRole('button', { name: `${one.name}给满分` }).click()
    await page.locator('input[type=file]').setInputFiles({ name: '会议纪要.txt', mimeType: 'text/plain', buffer: Buffer.from('理事会会议纪要') })
    await page.getByRole('link', { name: '会议纪要.txt' }).waitFor()
    await page.getByRole('button', { name: '提交自评' }).click()
    await page.getByRole('dialog').getByText('自评合计 99 分。').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '提交自评' }).click()
    await page.getByText('自评已经提交，等基地评分。').waitFor()
    await sound(page, 'handed in')

    const scores = round.sheet.indicators.flatMap((one, indicator) => (one.points ? [{ indicator, points: one.name === '项目执行' ? 5 : one.points, note: one.name === '项目执行' ? '三个项目没有推进' : null }] : []))
    await operator.put(`/assessments/${id}/score`, { scores, comment: null, breaches: [] })
    await operator.post(`/assessments/${id}/conclude`, { comment: '项目要抓紧' })
    await open(page, `/organizations/${own.id}/home`)
    await page.getByRole('article', { name: title }).getByRole('link', { name: '看结果' }).click()
    await page.getByRole('heading', { name: '考核结果' }).waitFor()
    await page.getByText('三个项目没有推进').first().waitFor()
    await page.getByText(/没有请专家，专家的 30% 按比例分给其余各方/).waitFor()
    await page.getByText('基地扣 15 分').waitFor()
    await sound(page, 'the result')
    await page.getByText('各方逐项评分').click()
    await page.getByText('缺一项档案制度').waitFor()
    await sound(page, 'all scores')
    await page.getByRole('button', { name: '申诉' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '申诉' }).click()
    await page.getByText('请写明为什么不同意。').waitFor()
    await page.getByRole('dialog').getByLabel(/^为什么不同意/).fill('项目受疫情影响顺延')
    await page.getByRole('dialog').getByRole('button', { name: '申诉' }).click()
    await page.getByText('申诉已提交，等市级答复。').waitFor()
    await sound(page, 'appealed')
    assert.equal((await liaison.get(`/assessments/${id}`)).state, 'appealed')
    assert.deepEqual(page.errors, [])
    await page.leave()
  },
}
