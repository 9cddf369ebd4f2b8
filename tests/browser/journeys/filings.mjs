// Help with a registration from asking to the certificate: a team asks on a phone, the base accepts, papers come and go back
// with all that is wrong, the authority asks for more, and at last the team's record is that of a registered organization.
import assert from 'node:assert/strict'
import { as, DARK_AND_SMALL, LIGHT, sound, soundAt } from '../acting.mjs'
import { open, settled, visit, SMALL } from '../browser.mjs'
import { member, signedIn } from '../panel.mjs'

/** A unified social credit code that nobody has: its last sign is reckoned from the others (GB 32100-2015). */
function creditCode(body) {
  const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const sum = [...body].reduce((all, sign, n) => all + SIGNS.indexOf(sign) * (3 ** n % 31), 0)
  return body + SIGNS[(31 - (sum % 31)) % 31]
}
/** A team at the base where somebody works, which nobody has registered. */
async function team(operator, name) {
  const base = operator.session.bases[0]
  const { division } = await operator.get(`/bases/${base.id}`)
  return (await operator.post('/organizations', { name, kind: 'pre_registration', home_base: base.id, division })).id
}
const photo = name => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })
/** The papers of a checklist that stand so. */
const papers = (page, word) => page.getByRole('listitem').filter({ has: page.locator('.pill', { hasText: new RegExp(`^${word}$`) }) })
/** Does something with each paper that stands so, until it stands otherwise. */
async function each(page, word, next, act) {
  for (let n = await papers(page, word).count(); n > 0; n--) {
    const row = papers(page, word).first()
    const name = (await row.locator('.name').textContent()) ?? ''
    await act(row, name)
    await papers(page, next).filter({ hasText: name }).waitFor()
  }
}
/** Every paper that is still missing comes as a photo. */
const bring = page => each(page, '未备', '已备', (row, name) => row.locator('input[type=file]').setInputFiles(photo(`${name}.txt`)))
/** Every paper that is ready is found in order. */
const pass = desk => each(desk, '已备', '已核', row => row.getByRole('button', { name: /^核过/ }).click())

export const journeys = {
  async 'a team asks on a phone and is registered in the end, with a supplement on the way'(context) {
    const { browser, url, password } = context
    const operator = await signedIn(url, 'hailar', password)
    const organization = await team(operator, '海拉尔云杉书友会筹备组')
    const login = await member(url, password, organization)

    const page = await visit(browser, url, { login, device: SMALL })
    const mine = page.getByRole('dialog')
    await open(page, `/organizations/${organization}/home`)
    await page.getByRole('button', { name: '申请辅导' }).click()
    await mine.getByRole('button', { name: '申请辅导' }).click()
    // All that is missing is told at once.
    await mine.getByText('请选择办理事项。').waitFor()
    await mine.getByText('请写明情况。').waitFor()
    await sound(page, 'asking')
    await mine.getByLabel(/^办理事项/).selectOption({ label: '社会团体登记' })
    await mine.getByLabel(/^情况说明/).fill('已有场地和五十名会员，不清楚要准备哪些材料。')
    await mine.getByRole('button', { name: '申请辅导' }).click()
    await page.getByText(/申请已收到，基地在 .*前受理/).waitFor()
    await sound(page, 'asked')
    const id = new URL(page.url()).pathname.split('/').pop()

    const desk = await visit(browser, url, { login: 'hailar' })
    const dialog = desk.getByRole('dialog')
    const act = async (name, fill) => {
      await desk.getByRole('button', { name, exact: true }).click()
      await fill?.()
      await dialog.getByRole('button', { name, exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    // It stands among what has to be done today.
    await open(desk, `/bases/${operator.session.bases[0].id}`)
    await desk.getByRole('button', { name: /待受理的登记备案申请/ }).click()
    await desk.getByRole('link', { name: '海拉尔云杉书友会筹备组' }).click()
    await desk.getByText('已有场地和五十名会员').waitFor()
    await act('受理', async () => {
      await dialog.getByRole('button', { name: '受理' }).click()
      await dialog.getByText('请填写机关名称。').waitFor()
      await sound(desk, 'accepting')
      await dialog.getByLabel(/^登记（备案）机关/).fill('海拉尔区民政局')
    })
    await desk.getByText('等组织准备材料，已备 0 份，共 5 份。').waitFor()
    await act('名称核查', async () => {
      await dialog.getByLabel(/^拟用名称/).fill('海拉尔区云杉书友会')
      await dialog.getByRole('button', { name: '名称核查' }).click()
      await dialog.getByText('请选择核查结果。').waitFor()
      await sound(desk, 'the name')
      await dialog.getByLabel('可以使用').check()
    })
    // A paper that this one does not need, with the reason.
    await desk.getByRole('button', { name: '不需要 业务主管单位批准文件' }).click()
    await dialog.getByRole('button', { name: '不需要' }).click()
    await dialog.getByText('请写明理由。').waitFor()
    await dialog.getByLabel(/^理由/).fill('直接登记，不需要业务主管单位批准。')
    await dialog.getByRole('button', { name: '不需要' }).click()
    await dialog.waitFor({ state: 'detached' })
    await sound(desk, 'in preparation')

    await open(page, `/organizations/${organization}/home`)
    await page.getByText('还有 4 份材料要准备。').waitFor()
    await page.getByRole('link', { name: '去办' }).click()
    await page.getByText(/还差：申请书、/).waitFor()
    await sound(page, 'papers to prepare')
    const small = await page.evaluate(() => [...document.querySelectorAll('main .btn, main button')].filter(one => one.offsetParent && one.getBoundingClientRect().height < 43.5).map(one => one.textContent || one.ariaLabel))
    assert.deepEqual(small, [], 'each can be hit by a thumb')
    await page.getByRole('button', { name: '提交初审' }).click({ force: true })
    await page.getByText('还有材料没有备齐。').waitFor()
    await page.getByRole('button', { name: '已备好纸质件 申请书' }).click()
    await page.getByRole('button', { name: '改为未备 申请书' }).waitFor()
    await bring(page)
    await page.getByText('材料都备齐了，请提交基地初审。').waitFor()
    const submit = async () => {
      await page.getByRole('button', { name: '提交初审' }).click()
      await mine.getByRole('button', { name: '提交初审' }).click()
      await page.getByText(/材料已提交，基地在 .*前初审完。/).waitFor()
    }
    await submit()
    await sound(page, 'handed to the base')

    // Two papers are wrong: one is noted where it stands, the other as all goes back.
    await open(desk, `/filings/${id}`)
    await desk.getByText(/还有 4 份没有核/).waitFor()
    await desk.getByRole('button', { name: '报送', exact: true }).click({ force: true })
    await desk.getByText('还有材料没有核过。').waitFor()
    await desk.getByRole('button', { name: '有问题 章程草案' }).click()
    await dialog.getByLabel(/^哪里不对/).fill('最后一页没有签名。')
    await dialog.getByRole('button', { name: '记下' }).click()
    await dialog.waitFor({ state: 'detached' })
    await act('退回补充', async () => {
      await dialog.getByLabel('申请书', { exact: true }).check()
      await dialog.getByRole('button', { name: '退回补充' }).click()
      await dialog.getByText('请写明这份材料哪里不对。').waitFor()
      await sound(desk, 'giving back')
      await dialog.getByLabel(/申请书：哪里不对/).fill('日期没有写。')
    })
    await desk.getByText('等组织补齐 2 份材料再提交。').waitFor()

    await open(page, `/my-filings/${id}`)
    await page.getByText('基地退回了材料，请补好标出的 2 份再提交。').waitFor()
    await page.getByRole('listitem').filter({ hasText: '章程草案' }).getByText('要补的：最后一页没有签名。').waitFor()
    await page.getByRole('listitem').filter({ hasText: '申请书' }).getByText('要补的：日期没有写。').waitFor()
    await sound(page, 'given back')
    await bring(page)
    await submit()

    await open(desk, `/filings/${id}`)
    await pass(desk)
    await desk.getByText('材料都核过了，可以报送。').waitFor()
    await act('报送')
    await desk.getByText(/报送，机关应在 .*前办理/).waitFor()
    await act('记录补正要求', async () => {
      await dialog.getByLabel(/^机关要求补什么/).fill('章程第五章请照示范文本修改。')
      await dialog.getByLabel('章程草案').check()
      await dialog.getByLabel(/^补齐期限/).fill(new Date(Date.parse(operator.session.today) + 9 * 86_400_000).toISOString().slice(0, 10))
      await sound(desk, 'what the authority asks for')
    })

    await open(page, `/organizations/${organization}/home`)
    await page.getByText(/机关要求补正，请在 .*前补齐。/).waitFor()
    await page.getByRole('link', { name: '去办' }).click()
    await page.getByText('章程第五章请照示范文本修改。').first().waitFor()
    await sound(page, 'a supplement')
    await bring(page)
    await submit()

    await open(desk, `/filings/${id}`)
    await pass(desk)
    await act('报送')
    await act('记录准予', async () => {
      await dialog.getByLabel(/^统一社会信用代码/).fill('51150702MJ00000000')
      await dialog.getByRole('button', { name: '记录准予' }).click()
      await dialog.locator('.fault').first().waitFor()
      await sound(desk, 'a code that is none')
      await dialog.getByLabel(/^统一社会信用代码/).fill(creditCode('51150702MJ7990777'))
    })
    await desk.getByText('组织档案已同时更新。').waitFor()
    await sound(desk, 'granted')
    await desk.getByRole('link', { name: '看组织档案' }).click()
    await desk.waitForURL(`**/organizations/${organization}`)
    await settled(desk)
    await desk.getByRole('heading', { name: '海拉尔区云杉书友会' }).waitFor()
    await desk.locator('dd').filter({ hasText: 'MJ7990777' }).waitFor()
    await desk.getByRole('link', { name: '社会团体登记' }).waitFor()
    await sound(desk, 'the record')

    await open(page, `/my-filings/${id}`)
    await page.getByText(/祝贺，已经准予！后面还有 6 件事要办/).waitFor()
    for (const box of await page.getByRole('checkbox').all()) {
      await box.click()
      await page.waitForLoadState('networkidle')
    }
    await page.getByText('祝贺，已经准予！后续事项也都办完了。').waitFor()
    await sound(page, 'what follows')
    await open(desk, `/filings/${id}`)
    await act('办结')
    await desk.getByText('变更记录').click()
    await desk.getByText('准予登记（备案）').first().waitFor()
    await sound(desk, 'closed')
    for (const [login, path, looks] of [['hailar', '/filings', LIGHT], ['city', '/filings', DARK_AND_SMALL], ['auditor', `/filings/${id}`, LIGHT]]) await soundAt(context, login, path, looks)
    assert.deepEqual([...page.errors, ...desk.errors], [])
    await page.leave()
    await desk.leave()
  },

  async 'a base asks for a team that does not go on, and the team takes another one back'(context) {
    const { url, password } = context
    const operator = await signedIn(url, 'hailar', password)
    const organization = await team(operator, '海拉尔白桦合唱团筹备组')
    const login = await member(url, password, organization)
    await as(context, 'hailar', '/filings', async (page, dialog) => {
      await page.getByRole('button', { name: '代组织申请' }).click()
      await dialog.getByRole('combobox', { name: /^组织/ }).fill('白桦合唱团')
      await page.getByRole('option', { name: /海拉尔白桦合唱团筹备组/ }).click()
      await dialog.getByLabel(/^办理事项/).selectOption({ label: '备案' })
      await dialog.getByLabel(/^组织的说明/).fill('想在街道备案。')
      await dialog.getByRole('button', { name: '代组织申请' }).click()
      await page.getByText('（书面交来，由基地录入）').waitFor()
      await page.getByRole('button', { name: '更多操作' }).click()
      await page.getByRole('menuitem', { name: '终止' }).click()
      await dialog.getByLabel(/^原因/).fill('成员还不足。')
      await dialog.getByRole('button', { name: '终止' }).click()
      await page.getByText('成员还不足。').waitFor()
    })
    await as(context, login, `/organizations/${organization}/home`, async (page, dialog) => {
      await page.getByText('以前的登记备案 1 件').waitFor()
      await page.getByRole('button', { name: '申请辅导' }).click()
      await dialog.getByLabel(/^办理事项/).selectOption({ label: '备案' })
      await dialog.getByLabel(/^情况说明/).fill('成员已经够了。')
      await dialog.getByRole('button', { name: '申请辅导' }).click()
      await page.getByRole('button', { name: '撤回申请' }).click()
      await dialog.getByLabel(/^原因/).fill('明年再办。')
      await dialog.getByRole('button', { name: '撤回申请' }).click()
      await page.getByText('这一件已经撤回，需要时可以重新申请。').waitFor()
    }, { device: SMALL })
    const { items } = await operator.get(`/filings?organization=${organization}`)
    assert.deepEqual(items.map(one => one.state), ['withdrawn', 'dropped'])
  },
}
