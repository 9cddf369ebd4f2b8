// An intake from its first word to an application that has gone through the first check.
import assert from 'node:assert/strict'
import { open, overhang, settled, visit, PHONE } from '../browser.mjs'

/** Requests that change something, as whoever the page is signed in as. */
async function writer(page, url) {
  const { csrf } = await (await page.context().request.get('/api/v1/session')).json()
  return async (method, path, data, multipart) => {
    const headers = { 'x-csrf-token': csrf, 'idempotency-key': `${Date.now()}${Math.random()}`.replace(/\D/g, '').slice(0, 32).padEnd(16, '0'), origin: url }
    const answer = await page.context().request.fetch(`/api/v1${path}`, { method, headers, ...(multipart ? { multipart } : { data }) })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
}

const form = by => ({
  mode: 'physical', place: 'desk', persons: 2, stage: 'start_up', fields: ['为老服务'], introduction: '为社区独居老人提供助餐和陪伴。', full_time: 3,
  equipment: [], needs: [{ need: 'finance', level: 3 }], plan: [{ what: '办十场活动', by, target: '服务500人次' }], contact_name: '白雪', contact_phone: '13904701234', committed: true,
})

/** Hands in an application from paper for an organization that has none yet. */
async function handIn(page, url, ask, intake) {
  const write = await writer(page, url)
  const year = Number((await ask('hailar', '/api/v1/session')).today.slice(0, 4)) + 1
  const organizations = (await ask('hailar', '/api/v1/organizations?kind=recorded&resident=false&live=true&limit=60')).items
  for (const organization of organizations) {
    const begun = await write('POST', '/applications', { intake, organization: organization.id, form: form(`${year}-06-30`) }).catch(() => undefined)
    if (!begun) continue
    for (const document of begun.documents.filter(one => one.required)) {
      await write('POST', `/files?owner=${begun.id}&document=${document.key}`, undefined, { file: { name: `${document.name}.txt`, mimeType: 'text/plain', buffer: Buffer.from(document.name) } })
    }
    return { id: (await write('POST', `/applications/${begun.id}/submit`, {})).id, write, name: organization.name }
  }
  throw new Error('the demo has no organization that may apply')
}

/** Writes an intake over the API and announces it. */
async function announced(page, url, ask) {
  const write = await writer(page, url)
  const session = await ask('hailar', '/api/v1/session')
  const intake = {
    name: `常年招募${Date.now()}`, opens: session.today, admits: ['recorded'], modes: ['physical'], conditions: '面向社区社会组织。',
    documents: [{ name: '备案证明', of: ['recorded'], required: true }, { name: '活动照片', of: ['recorded'], required: false }],
  }
  const made = await write('POST', '/intakes', { base: session.bases[0].id, intake })
  return (await write('POST', `/intakes/${made.id}/publish`, {})).id
}

export const journeys = {
  async 'an operator writes an intake with the usual documents and announces it'({ browser, url }) {
    const page = await visit(browser, url, { login: 'hailar' })
    await open(page, '/intakes')
    await page.getByRole('link', { name: '写招募' }).first().click()
    await page.getByRole('heading', { name: '写招募' }).waitFor()
    // What is missing is told at its fields.
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.locator('[aria-invalid="true"]').first().waitFor()
    const name = `旅程招募${Date.now()}`
    await page.getByLabel('名称', { exact: false }).first().fill(name)
    await page.getByText('请填截止日期，或勾选常年招募。').waitFor()
    await page.getByLabel('常年招募，没有截止日期').check()
    await page.getByLabel(/^入驻条件/).fill('一、有固定负责人。\n二、两年内无违法违规记录。')
    await page.getByRole('button', { name: '用常用清单' }).click()
    await page.getByRole('button', { name: '去掉登记证书副本' }).waitFor()
    await page.getByRole('button', { name: '去掉发起人身份证明' }).waitFor()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.waitForURL('**/intakes/itk_*')
    await page.getByRole('heading', { name }).waitFor()
    // What was written after the last save goes out with the announcement.
    await page.getByLabel('名称', { exact: false }).first().fill(`${name}甲`)
    await page.getByRole('button', { name: '公布' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '公布' }).click()
    await page.getByRole('link', { name: '公开的公告' }).waitFor()
    await page.getByRole('heading', { name: `${name}甲` }).waitFor()
    await page.getByRole('link', { name: '公开的公告' }).click()
    await page.getByText(`${name}甲`).first().waitFor()
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'an application is sent back for all at once, accepted, looked up and passed'({ browser, url, ask }) {
    const page = await visit(browser, url, { login: 'hailar' })
    await open(page, '/applications')
    const intake = await announced(page, url, ask)
    const { id, write, name } = await handIn(page, url, ask, intake)
    await open(page, `/applications?intake=${intake}`)
    await page.getByRole('link', { name }).click()
    await page.waitForURL(`**/applications/${id}`)

    await page.getByRole('button', { name: '要求补正' }).click()
    const asking = page.getByRole('dialog')
    await asking.getByText(/不填则按规则：\d+ 个工作日/).waitFor()
    await asking.getByRole('button', { name: '一次告知' }).click()
    await asking.getByText('请至少勾选一处，或者写一条。').waitFor()
    await asking.getByLabel('十二个月计划').check()
    await asking.getByLabel(/活动照片/).check()
    await asking.getByRole('button', { name: '再加一条' }).click()
    await asking.getByRole('textbox', { name: '其他第 1 条' }).fill('请负责人在承诺书上签名。')
    await asking.getByRole('button', { name: '一次告知 3 项' }).click()
    // A ticked place without a word is told at its place.
    const plan = asking.getByLabel(/要补什么.*十二个月计划/)
    await asking.locator('[aria-invalid="true"]').waitFor()
    await plan.fill('请写明预算。')
    await asking.getByRole('button', { name: '一次告知 3 项' }).click()
    await page.getByText('待补正').first().waitFor()
    const asked = (await ask('hailar', `/api/v1/applications/${id}`)).correction.items
    assert.deepEqual(asked.map(one => one.about ?? ''), ['plan', 'd2', ''])

    await write('POST', `/applications/${id}/resubmit`, {})
    await page.reload()
    await settled(page)
    await page.getByText('这一天是怎样算出来的').click()
    await page.getByText(/的第二天起，只数工作日/).waitFor()
    await page.getByRole('button', { name: '受理' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '受理' }).click()
    await page.getByRole('heading', { name: '初审' }).waitFor()

    // Not before every rule is answered.
    await page.getByRole('button', { name: '初审通过' }).hover()
    await page.getByText('还有没查明或不符合的项目，请先逐项查明。').first().waitFor()
    const look = page.getByRole('button', { name: /^查明 / })
    for (let left = await look.count(); left > 0; left--) {
      await look.first().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('符合', { exact: true }).check()
      await dialog.getByLabel(/^查询依据/).fill('查看了原件。')
      await dialog.getByRole('button', { name: '记下来' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.waitForFunction(n => [...document.querySelectorAll('td button')].filter(one => one.textContent?.startsWith('查明')).length < n, left)
    }
    await page.getByRole('button', { name: '初审通过' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '初审通过' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    assert.equal((await ask('hailar', `/api/v1/applications/${id}`)).state, 'passed')
    await page.getByText('变更记录').click()
    await page.getByText('查明初审条件').first().waitFor()
    await page.getByRole('link', { name: '入驻申请回执' }).click()
    await page.getByText(/^编号/).waitFor()
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'a refusal needs its reason, and the reason is read on the page'({ browser, url, ask }) {
    const page = await visit(browser, url, { login: 'hailar', device: PHONE })
    await open(page, '/applications')
    const { id, write } = await handIn(page, url, ask, await announced(page, url, ask))
    await write('POST', `/applications/${id}/accept`, {})
    await open(page, `/applications/${id}`)
    assert.equal(await overhang(page), 0)
    await page.getByRole('button', { name: '初审不通过' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '初审不通过' }).click()
    await dialog.getByText(/还有 \d+ 项没有查明/).waitFor()
    await dialog.locator('[aria-invalid="true"]').waitFor()
    await dialog.getByText('请写明理由。').waitFor()
    await dialog.getByLabel(/^理由/).fill('服务对象不在本区。')
    await dialog.getByRole('button', { name: '初审不通过' }).click()
    await page.getByRole('region', { name: '不通过的理由' }).getByText('服务对象不在本区。').waitFor()
    await open(page, '/applications')
    await page.getByText('已结束的申请').click()
    await page.locator(`a[href="/applications/${id}"]`).waitFor()
    assert.deepEqual(page.errors, [])
    await page.leave()
  },

  async 'an organization sees its own applications and no board'({ browser, url, ask }) {
    const other = (await ask('hailar', '/api/v1/applications?limit=50')).items
    const mine = (await ask('liaison', '/api/v1/applications')).items
    const page = await visit(browser, url, { login: 'liaison', device: PHONE })
    await open(page, '/applications')
    await page.getByRole('heading', { name: '我的申请' }).waitFor()
    assert.equal(await overhang(page), 0)
    const foreign = other.find(one => !mine.some(own => own.id === one.id))
    if (foreign) {
      await open(page, `/applications/${foreign.id}`)
      await page.getByRole('heading', { name: '没有找到这个页面' }).waitFor()
    }
    await open(page, '/intakes')
    await page.getByRole('heading', { name: '没有找到这个页面' }).waitFor()
    await page.leave()
  },
}
