// A periodic report from the question to the sum: the organization fills it on a phone, the base gives it back with all
// that is missing, accepts it and has it put right; what is asked is a rule.
import assert from 'node:assert/strict'
import { faults, open, overhang, settled, visit, DESK, PHONE } from '../browser.mjs'
import { signedIn } from '../panel.mjs'

const NARROW = { ...PHONE, width: 360 }

/** What is on the screen, by axe and by its width, on a desk and on a phone. */
async function sound(context, login, path) {
  for (const device of [DESK, PHONE]) {
    const page = await visit(context.browser, context.url, { login, device, still: true })
    await open(page, path)
    assert.deepEqual(await faults(page), [], `${path} at ${device.width}`)
    assert.equal(await overhang(page), 0, `${path} at ${device.width}`)
    assert.deepEqual(page.errors, [])
    await page.leave()
  }
}

export const journeys = {
  async 'an organization reports on a phone, the base gives back, accepts and has it put right'(context) {
    const { browser, url, password } = context
    const operator = await signedIn(url, 'park', password)
    const liaison = await signedIn(url, 'liaison', password)
    const own = liaison.session.organizations[0]
    const base = operator.session.bases[0].id
    const { current } = await operator.get(`/progress-reports/periods?base=${base}`)
    const { id } = (await liaison.get('/progress-reports')).items.find(one => one.period === current)

    const page = await visit(browser, url, { login: 'liaison', device: NARROW })
    const whole = async what => {
      assert.deepEqual(await faults(page), [], what)
      assert.equal(await overhang(page), 0, what)
    }
    await open(page, `/organizations/${own.id}/home`)
    await page.getByText(/请在 .*前提交.*的报告/).waitFor()
    await whole('home')
    await page.getByRole('link', { name: '去填报' }).click()
    await page.getByText('还差 1 处').waitFor()
    // Bit by bit, and what is no number is told without being lost.
    await page.getByLabel('活动场次').fill('四')
    await page.getByLabel('受益人次').fill('1,260')
    await page.getByText('请填 0 或以上的数，最多两位小数，不写单位。').waitFor()
    await page.locator('.saving.held').waitFor()
    await whole('the form')
    await page.getByLabel('活动场次').fill('４')
    await page.locator('.saving.saved').waitFor()
    await page.reload()
    await settled(page)
    assert.equal(await page.getByLabel('受益人次').inputValue(), '1260')
    const small = await page.evaluate(() => [...document.querySelectorAll('form button, form input, form textarea')].filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5 && !one.matches('.first')).map(one => one.textContent || one.id))
    assert.deepEqual(small, [], 'each can be hit by a thumb')
    // What is missing is told, and the cursor comes to it.
    await page.getByRole('button', { name: '提交报告' }).click()
    await page.getByText('请填写这一项。').waitFor()
    await page.keyboard.type('每周两次助老义诊')
    await page.locator('input[type=file]').setInputFiles({ name: '签到表.txt', mimeType: 'text/plain', buffer: Buffer.from('签到') })
    await page.getByRole('link', { name: '签到表.txt' }).waitFor()
    await page.getByRole('button', { name: '提交报告' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '提交报告' }).click()
    await page.getByText('报告已提交，等基地审核。').waitFor()
    await whole('handed in')

    const desk = await visit(browser, url, { login: 'park' })
    await open(desk, '/progress')
    await desk.getByRole('link', { name: own.name }).click()
    await desk.getByRole('heading', { name: own.name }).waitFor()
    await desk.getByText('1,260').waitFor()
    await desk.getByRole('button', { name: '退回补正' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('button', { name: '退回补正' }).click()
    await dialog.getByText('请写明缺什么、怎么改。').waitFor()
    await dialog.getByLabel(/^要补正的/).fill('与签到表不符')
    await dialog.getByLabel('关于').selectOption({ label: '受益人次' })
    await dialog.getByRole('button', { name: '再加一条' }).click()
    await dialog.getByLabel(/^要补正的/).nth(1).fill('请补活动照片')
    assert.deepEqual(await faults(desk), [])
    await dialog.getByRole('button', { name: '退回补正' }).click()
    await desk.getByText('已退回，等组织补正，最迟').waitFor()

    await open(page, `/organizations/${own.id}/home`)
    await page.getByRole('link', { name: '去补正' }).click()
    await page.getByText('基地要求补正：与签到表不符').waitFor()
    await page.getByText('请补活动照片').waitFor()
    await whole('given back')
    await page.getByLabel('受益人次').fill('160')
    await page.getByRole('button', { name: '提交报告' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '提交报告' }).click()
    await page.getByText('报告已提交，等基地审核。').waitFor()

    const totals = async () => (await operator.get(`/progress-reports/period?base=${base}&period=${current}`)).totals.find(one => one.question.key === 'beneficiaries').total
    const before = await totals()
    await open(desk, `/progress-reports/${id}`)
    await desk.getByRole('button', { name: '通过' }).click()
    await dialog.getByLabel(/给组织的话/).fill('很好')
    await dialog.getByRole('button', { name: '通过' }).click()
    await desk.getByText('已通过').first().waitFor()
    assert.equal(await totals(), before + 160)
    // Put right after it was accepted: the first version stays readable, and counts.
    await desk.getByRole('button', { name: '请组织更正' }).click()
    await dialog.getByLabel(/^理由/).fill('场次与公众号不一致')
    await dialog.getByRole('button', { name: '请组织更正' }).click()
    await desk.getByText('第 1 版').waitFor()
    assert.equal(await totals(), before + 160)
    await liaison.post(`/progress-reports/${id}/submit`, { answers: [{ question: 'activities', text: '义诊' }, { question: 'beneficiaries', number: 150 }] })
    await operator.post(`/progress-reports/${id}/accept`)
    assert.equal(await totals(), before + 150)
    await open(page, `/my-progress/${id}`)
    await page.getByText('报告已通过，不用再做什么。').waitFor()
    await page.getByText('第 1 版').click()
    await page.getByText('160').waitFor()
    await whole('accepted twice')
    for (const [login, path] of [['park', '/progress'], ['park', `/progress-reports/${id}`], ['city', '/progress'], ['auditor', `/progress-reports/${id}`]]) await sound(context, login, path)
    assert.deepEqual([...page.errors, ...desk.errors], [])
    await page.leave()
    await desk.leave()
  },

  async 'a base sets what is asked, asks everybody, and writes down what comes on paper'(context) {
    const { browser, url, password } = context
    const operator = await signedIn(url, 'hailar', password)
    const base = operator.session.bases[0].id
    const page = await visit(browser, url, { login: 'hailar' })
    await open(page, `/settings?base=${base}`)
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^定期报告的内容/ }) })
    await row.getByRole('button', { name: /^设/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '加一个问题' }).click()
    await dialog.locator('footer').getByRole('button', { name: /^设/ }).click()
    await dialog.locator('.fault').first().waitFor()
    await dialog.getByLabel('问题', { exact: true }).last().fill('走访户数')
    await dialog.getByLabel('怎么答').last().selectOption({ label: '数字（自动汇总）' })
    await dialog.getByRole('checkbox').last().check()
    assert.deepEqual(await faults(page), [])
    await dialog.locator('footer').getByRole('button', { name: /^设/ }).click()
    await dialog.waitFor({ state: 'detached' })

    const { items } = await operator.get(`/progress-reports/periods?base=${base}`)
    const { period } = items.find(one => one.count === 0 && one.first <= operator.session.today)
    await open(page, `/progress?base=${base}&period=${period}`)
    await page.getByRole('button', { name: /^通知 \d+ 家填报/ }).click()
    await dialog.getByRole('button', { name: /^通知 \d+ 家填报/ }).click()
    await page.getByRole('heading', { name: '组织名单' }).waitFor()
    assert.deepEqual(await faults(page), [])
    const board = await operator.get(`/progress-reports/period?base=${base}&period=${period}`)
    assert.equal(board.unasked, 0)
    await open(page, `/progress-reports/${board.items[0].id}`)
    await page.getByRole('button', { name: '代录书面报告' }).click()
    await page.getByLabel('走访户数').fill('31')
    await page.getByLabel('本期开展的主要活动').fill('入户走访')
    await page.getByRole('button', { name: '提交报告' }).click()
    await dialog.getByRole('button', { name: '提交报告' }).click()
    await page.getByText(/书面交来/).waitFor()
    const kept = await operator.get(`/progress-reports/${board.items[0].id}`)
    assert.equal(kept.answers.find(one => one.number === 31)?.question, 'q10')
    await open(page, `/progress-reports/${board.items[1].id}`)
    await page.getByRole('button', { name: '免报' }).click()
    await dialog.getByRole('button', { name: '免报' }).click()
    await dialog.getByText('请写明理由。').waitFor()
    await dialog.getByLabel(/^理由/).fill('刚入驻')
    await dialog.getByRole('button', { name: '免报' }).click()
    await page.getByText('免报：刚入驻').waitFor()
    assert.equal(await overhang(page), 0)
    assert.deepEqual(page.errors, [])
    await page.leave()
  },
}
