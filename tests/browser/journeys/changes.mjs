// Changing what was agreed on: the base writes a supplement, writes it anew, and notes the signature; the organization
// reads it on its phone. Another one is taken back.
import assert from 'node:assert/strict'
import { as, sound, soundAt, DARK_AND_SMALL } from '../acting.mjs'
import { SMALL } from '../browser.mjs'
import { member, signedIn } from '../panel.mjs'

export const journeys = {
  async 'a change is written, signed, and read by the organization; another one is taken back'(context) {
    const { url, password } = context
    const operator = await signedIn(url, 'hailar', password)
    const { items } = await operator.get(`/residencies?state=active&base=${operator.session.bases[0].id}&limit=100`)
    const one = items.find(of => of.mode === 'physical' && of.last > operator.session.today)
    assert.ok(one, 'the demo has a resident')
    const at = `/residencies/${one.id}`
    await as(context, 'hailar', at, async (page, dialog) => {
      await page.getByRole('button', { name: '更多办理' }).click()
      await page.getByRole('menuitem', { name: '签补充协议（变更）' }).click()
      await dialog.getByRole('button', { name: '拟出补充协议' }).click()
      await dialog.getByText('请写明。').waitFor()
      await sound(page, 'a change with a fault')
      // Beyond the agreed end is the service's to refuse, at the day itself.
      await dialog.getByLabel(/^变更内容/).fill('开放时间改为周一至周六。')
      await dialog.getByLabel(/^变更自/).fill('2099-01-01')
      await dialog.getByRole('button', { name: '拟出补充协议' }).click()
      await dialog.locator('[aria-invalid="true"][type=date]').waitFor()
      await dialog.getByLabel(/^变更自/).fill(operator.session.today)
      const draft = page.waitForResponse(answer => answer.url().endsWith('/preview-change'))
      const tab = page.context().waitForEvent('page')
      await dialog.getByRole('button', { name: '预览补充协议' }).click()
      assert.equal((await draft).headers()['content-type'], 'application/pdf')
      await (await tab).close()
      await dialog.getByRole('button', { name: '拟出补充协议' }).click()
      await dialog.waitFor({ state: 'detached' })
      const paper = page.getByRole('article', { name: /^补充协议/ }).first()
      await paper.getByText('开放时间改为周一至周六。').waitFor()
      // Written anew it begins with what stands.
      await paper.getByRole('button', { name: '重新拟订' }).click()
      assert.equal(await dialog.getByLabel(/^变更内容/).inputValue(), '开放时间改为周一至周六。')
      await dialog.getByLabel(/^变更内容/).fill('开放时间改为周一至周日。')
      await dialog.getByRole('button', { name: '拟出补充协议' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByText('已作废的补充协议 1 份').waitFor()
      await paper.getByRole('button', { name: '登记签署' }).click()
      await dialog.getByLabel(/^基地签字人/).fill('苏日娜')
      await dialog.getByLabel(/^组织签字人/).fill('白雪')
      await dialog.getByRole('button', { name: '登记签约' }).click()
      await page.getByText('已登记签署', { exact: true }).waitFor()
      await paper.getByText(/基地 苏日娜，组织 白雪$/).waitFor()
    })
    await soundAt(context, 'hailar', at, DARK_AND_SMALL)
    const login = await member(url, password, one.organization.id, 'liaison')
    await as(context, login, `/my-residency/${one.id}`, async page => {
      const paper = page.getByRole('article', { name: /^补充协议/ })
      await paper.getByText('开放时间改为周一至周日。').waitFor()
      assert.equal(await paper.getByRole('button', { name: /登记签署|撤回|重新拟订/ }).count(), 0, 'who is resident writes none')
    }, { device: SMALL })

    await operator.post(`${at}/issue-change`, { from: operator.session.today, text: '加一张办公桌。' })
    await as(context, 'hailar', at, async (page, dialog) => {
      await page.getByRole('article', { name: /^补充协议/ }).first().getByRole('button', { name: '撤回' }).click()
      await dialog.getByLabel(/^理由/).fill('双方同意不加')
      await dialog.getByRole('button', { name: '撤回补充协议' }).click()
      await page.getByText('补充协议已撤回').waitFor()
      await page.getByText('变更记录').click()
      await page.getByText('双方同意不加').first().waitFor()
    })
    const now = await operator.get(at)
    assert.deepEqual([now.state, now.last, now.supplements.map(paper => [paper.kind, paper.state])], ['active', one.last, [['change', 'void'], ['change', 'signed'], ['change', 'void']]])
  },
}
