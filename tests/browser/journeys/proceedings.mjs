// What is set going while an organization is resident: a warning that is put right on a phone, a time away, a graduation
// and a removal that the city decides on, and the criteria that a base sets.
import assert from 'node:assert/strict'
import { as, later, sound, soundAt, DARK_AND_SMALL } from '../acting.mjs'
import { settled, SMALL } from '../browser.mjs'
import { member, signedIn } from '../panel.mjs'

/** The operator of the city's base, and somebody who is resident there and whom no other journey takes: the last ones. */
async function resident({ url, password }, nth) {
  const operator = await signedIn(url, 'park', password)
  const { items } = await operator.get(`/residencies?state=active&base=${operator.session.bases[0].id}&limit=100`)
  const one = items[items.length - 1 - nth]
  assert.ok(one && items.length > nth + 4, 'the demo has residents')
  return { operator, one, at: `/residencies/${one.id}`, own: `/my-residency/${one.id}` }
}

const begin = async (page, what) => {
  await page.getByRole('button', { name: '更多办理' }).click()
  await page.getByRole('menuitem', { name: what }).click()
}

export const journeys = {
  async 'a base warns, the organization puts it right on its phone, the base looks again and closes'(context) {
    const { operator, one, at, own } = await resident(context, 0)
    const { today } = operator.session
    const login = await member(context.url, context.password, one.organization.id, 'legal_representative')
    await as(context, 'park', at, async (page, dialog) => {
      await begin(page, '预警，限期整改')
      // What is missing is told at its field, before anything is sent.
      await dialog.getByRole('button', { name: '发出预警' }).click()
      await dialog.getByText('请选择事由。').waitFor()
      assert.equal(await dialog.locator('[aria-invalid="true"]').count(), 3)
      await sound(page, 'a warning with faults')
      await dialog.getByLabel(/^事由/).selectOption('safety')
      await dialog.getByLabel(/^情况说明/).fill('消防通道堆物。')
      const first = dialog.getByRole('listitem').first()
      await first.getByLabel(/^要求/).fill('清理消防通道')
      await dialog.getByRole('button', { name: '加一项' }).click()
      await page.keyboard.type('更换灭火器')
      const second = dialog.getByRole('listitem', { name: '更换灭火器' })
      assert.equal(await second.getByLabel(/^整改期限/).inputValue(), later(today, 30))
      // Later than the rules give is the service's to refuse, at the day itself.
      await second.getByLabel(/^整改期限/).fill(later(today, 60))
      await dialog.getByRole('button', { name: '发出预警' }).click()
      await second.locator('[aria-invalid="true"][type=date]').waitFor()
      await second.getByLabel(/^整改期限/).fill(later(today, 20))
      await first.getByLabel(/^整改期限/).fill(later(today, 10))
      await dialog.getByRole('button', { name: '加一项' }).click()
      await dialog.getByRole('button', { name: '去掉第 3 项' }).click()
      await dialog.getByRole('button', { name: '发出预警' }).click()
      const card = page.getByRole('region', { name: '限期整改' })
      await card.getByText('等组织整改，还有 2 项没有报告。').waitFor()
      await card.getByRole('button', { name: '整改办结' }).click({ force: true })
      await card.getByText('还有没复查合格的事项，请先逐项复查。').first().waitFor()
      assert.equal(await page.getByRole('dialog').count(), 0)
    })
    assert.equal((await operator.get(at)).proceedings.warnings[0].items.length, 2)
    await soundAt(context, 'park', at, DARK_AND_SMALL)

    // The organization sees on its first page what there is to do, and reports each thing.
    await as(context, login, '/', async (page, dialog) => {
      const home = page.getByRole('article', { name: /^限期整改/ })
      await home.getByText(/整改：2 项待办，最近的一项 .+到期。/).waitFor()
      await sound(page, 'the first page of somebody who is warned')
      await home.getByRole('link', { name: '查看入驻' }).click()
      await page.waitForURL(`**${own}`)
      await settled(page)
      const card = page.getByRole('region', { name: '限期整改' })
      assert.equal(await card.getByRole('button', { name: /^复查/ }).count(), 0, 'who is warned does not check')
      for (const [what, said] of [['清理消防通道', '通道已清空'], ['更换灭火器', '已换两只']]) {
        const report = card.getByRole('button', { name: new RegExp(`^报告整改.*${what}`) })
        assert.ok((await report.boundingBox()).height >= 44, 'a button for a finger')
        await report.click()
        await dialog.getByText(what, { exact: true }).waitFor()
        await dialog.getByRole('button', { name: '报告整改' }).click()
        await dialog.getByText('请写明。').waitFor()
        await dialog.getByLabel(/^整改情况/).fill(said)
        await dialog.getByRole('button', { name: '报告整改' }).click()
        await dialog.waitFor({ state: 'detached' })
      }
      await card.getByText('各项都已报告，等基地复查。').waitFor()
    }, { device: SMALL })

    // The base's to-dos lead to it; one thing is not put right and gets a new day.
    const overview = await operator.get(`/bases/${operator.session.bases[0].id}/overview`)
    assert.ok(overview.attention.some(line => line.kind === 'rectification_to_check'))
    await as(context, 'park', `/bases/${operator.session.bases[0].id}`, async (page, dialog) => {
      await page.getByRole('button', { name: /等复查或逾期的整改/ }).click()
      await page.getByRole('link', { name: one.organization.name }).first().click()
      await page.waitForURL(`**${at}`)
      const card = page.getByRole('region', { name: '限期整改' })
      const check = async (what, found) => {
        await card.getByRole('button', { name: new RegExp(`^复查.*${what}`) }).click()
        await dialog.getByLabel(found, { exact: true }).check()
      }
      await check('清理消防通道', '不合格')
      await dialog.getByRole('button', { name: '登记复查' }).click()
      await dialog.getByText('请填写日期。').waitFor()
      await sound(page, 'a check with faults')
      await dialog.getByLabel(/^复查情况/).fill('仍有两箱')
      await dialog.getByLabel(/^新的整改期限/).fill(later(today, 15))
      await dialog.getByRole('button', { name: '登记复查' }).click()
      await card.getByText('复查不合格').waitFor()
      await check('更换灭火器', '合格')
      await dialog.getByRole('button', { name: '登记复查' }).click()
      await card.getByText('合格 1 项，共 2 项').waitFor()
      // What it reported on paper is noted for it.
      await card.getByRole('button', { name: /^代录报告.*清理消防通道/ }).click()
      await dialog.getByLabel(/^整改情况/).fill('两箱已搬走')
      await dialog.getByRole('button', { name: '代录' }).click()
      await check('清理消防通道', '合格')
      await dialog.getByRole('button', { name: '登记复查' }).click()
      await card.getByText('全部合格，由基地办结。').waitFor()
      await card.getByRole('button', { name: '整改办结' }).click()
      await dialog.getByRole('button', { name: '整改办结' }).click()
      await page.getByText('以往的续驻、整改、暂停、出壳、清退（1 次）').click()
      await page.getByText('预警整改').click()
      await page.getByText('仍有两箱').waitFor()
      await page.getByText('变更记录').click()
      await page.getByText('复查整改').first().waitFor()
      await page.getByText('清理消防通道').last().waitFor()
    })
    const after = await operator.get(at)
    assert.deepEqual([after.state, after.proceedings.warnings[0].end.outcome], ['active', 'cleared'])
  },

  async 'who stays away for a time is resident all the same, and comes back'(context) {
    const { operator, one, at, own } = await resident(context, 1)
    const login = await member(context.url, context.password, one.organization.id, 'liaison')
    await as(context, 'park', at, async (page, dialog) => {
      await begin(page, '暂停入驻')
      await dialog.getByLabel(/^原因/).fill('负责人外出治病')
      await dialog.getByLabel(/^预计恢复日期/).fill(later(operator.session.today, 40))
      await dialog.getByRole('button', { name: '登记暂停' }).click()
      await page.getByRole('region', { name: '暂停' }).getByText(/^暂停期间仍算在驻，场地保留。/).waitFor()
    })
    await as(context, login, own, async page => {
      await page.getByText(/^暂停中，预计 .+ 恢复。$/).waitFor()
      await page.getByRole('region', { name: '使用的场地' }).waitFor()
    }, { device: SMALL })
    await as(context, 'park', at, async (page, dialog) => {
      await page.getByRole('button', { name: '恢复入驻' }).click()
      await dialog.getByRole('button', { name: '恢复入驻' }).click()
      await page.getByText('已恢复入驻').waitFor()
    })
    assert.equal((await operator.get(at)).state, 'active')
  },

  async 'an organization asks to graduate, the base examines it, the city lets it go'(context) {
    const { operator, one, at, own } = await resident(context, 2)
    const login = await member(context.url, context.password, one.organization.id, 'liaison')
    const ask = page => page.getByRole('button', { name: '申请出壳' })
    await as(context, login, own, async (page, dialog) => {
      await ask(page).click()
      await dialog.getByLabel(/^自述/).fill('已能独立运作。')
      await dialog.getByRole('button', { name: '申请出壳' }).click()
      const card = page.getByRole('region', { name: '出壳', exact: true })
      await card.getByText('已审查 0 项，共 10 项').waitFor()
      await sound(page, 'asked on a phone')
      // As long as it is not with the city it can be taken back.
      await card.getByRole('button', { name: '撤回申请' }).click()
      await dialog.getByLabel(/^理由/).fill('再等一等')
      await dialog.getByRole('button', { name: '撤回申请' }).click()
      await page.getByText('申请已撤回，照常在驻').waitFor()
      await ask(page).click()
      await dialog.getByLabel(/^自述/).fill('还是申请出壳。')
      await dialog.getByRole('button', { name: '申请出壳' }).click()
      await card.waitFor()
    }, { device: SMALL })

    await as(context, 'park', at, async (page, dialog) => {
      const card = page.getByRole('region', { name: '出壳', exact: true })
      const judge = async (what, found, evidence) => {
        await card.getByRole('row', { name: new RegExp(`^${what}`) }).getByRole('button').click()
        if (found) await dialog.getByLabel(found, { exact: true }).check()
        if (evidence) await dialog.getByLabel(/^佐证/).fill(evidence)
        await dialog.getByRole('button', { name: '记下来' }).click()
      }
      await judge('依法登记', '', '')
      await dialog.getByText('请选择结论。').waitFor()
      await sound(page, 'an examination with faults')
      await dialog.getByLabel('符合', { exact: true }).check()
      await dialog.getByLabel(/^佐证/).fill('登记证书')
      await dialog.getByRole('button', { name: '记下来' }).click()
      await judge('党的工作有覆盖', '不符合', '没有支部')
      await card.getByText('已审查 2 项，共 10 项，不符合 1 项').waitFor()
      await card.getByText('有 1 项不符合，不能报送。补齐后可以重新审查，或者延期。').waitFor()
      const send = card.getByRole('button', { name: '报送市级' })
      assert.equal(await send.getAttribute('aria-disabled'), 'true')
      for (const what of ['年检', '治理机构', '独立账户', '专职人员', '至少完整', '至少有两个', '有自己的场地', '评估等级']) await judge(what, '符合', '查阅档案')
      await judge('党的工作有覆盖', '不适用', '没有党员，由联合支部覆盖')
      await card.getByText('各项都已审查，没有不符合的，由基地报送市级。').waitFor()
      await send.click()
      await dialog.getByLabel(/^基地意见/).fill('建议准予出壳。')
      await dialog.getByRole('button', { name: '报送市级' }).click()
      await card.getByText('基地已报送，等市级决定。').waitFor()
      assert.equal(await page.getByRole('button', { name: '准予出壳' }).count(), 0, 'who prepared it does not decide')
    })
    await soundAt(context, 'park', at, DARK_AND_SMALL)
    await soundAt(context, login, own, DARK_AND_SMALL)

    // The city finds it among what it has to do, and sends it back once.
    await as(context, 'city', '/city', async (page, dialog) => {
      await page.getByRole('button', { name: /等市级决定的出壳/ }).click()
      await page.getByRole('link', { name: new RegExp(one.organization.name) }).first().click()
      await page.waitForURL(`**${at}`)
      const city = page.getByRole('group', { name: '市级决定' })
      await city.getByRole('button', { name: '退回' }).click()
      await dialog.getByLabel(/^理由/).fill('场地合同还没有签')
      await dialog.getByRole('button', { name: '取消' }).click()
      await soundAt(context, 'city', at, DARK_AND_SMALL)
      await city.getByRole('button', { name: '准予出壳' }).click()
      const last = dialog.getByLabel(/^最后一天/)
      await last.fill(later(one.last, 1))
      await dialog.getByRole('button', { name: '准予出壳' }).click()
      await dialog.locator('[aria-invalid="true"][type=date]').waitFor()
      await dialog.getByRole('button', { name: '今天' }).click()
      await sound(page, 'the decision')
      await dialog.getByRole('button', { name: '准予出壳' }).click()
      const exit = page.getByRole('region', { name: '退驻' })
      await exit.getByText('出壳', { exact: true }).waitFor()
      await exit.getByText(/（市级）$/).waitFor()
    })
    const done = await operator.get(at)
    assert.deepEqual([done.state, done.exit.kind, done.proceedings.graduations.map(of => of.end.outcome)], ['leaving', 'graduated', ['withdrawn', 'graduated']])
    await as(context, login, own, async page => {
      await page.getByText(/^已准予出壳。正在退驻，最后一天是/).waitFor()
    }, { device: SMALL })
  },

  async 'a removal is announced and heard, and the city decides'(context) {
    const { operator, one, at, own } = await resident(context, 3)
    const login = await member(context.url, context.password, one.organization.id, 'legal_representative')
    const announce = async () => as(context, 'park', at, async (page, dialog) => {
      await begin(page, '提出清退')
      await dialog.getByRole('button', { name: '告知拟清退' }).click()
      await dialog.getByText('请至少选择一项事由。').waitFor()
      await sound(page, 'a removal with faults')
      await dialog.getByLabel('转租、转借场地').check()
      await dialog.getByLabel(/^事实/).fill('将工位转租给某商贸公司。')
      await dialog.getByRole('button', { name: '告知拟清退' }).click()
      await page.getByRole('region', { name: '拟清退' }).getByText(/^组织可以在 .+前申请听证/).waitFor()
    })
    const heard = async text => as(context, 'park', at, async (page, dialog) => {
      await page.getByRole('button', { name: '登记听证' }).click()
      await dialog.getByLabel(/^听证情况/).fill(text)
      await dialog.getByRole('button', { name: '登记听证' }).click()
      await page.getByText('听证已登记，等市级决定。').waitFor()
    })
    await announce()
    // As long as it may still ask, nobody is removed.
    await as(context, 'city', at, async page => {
      const remove = page.getByRole('group', { name: '市级决定' }).getByRole('button', { name: '清退', exact: true })
      assert.equal(await remove.getAttribute('aria-disabled'), 'true')
      await remove.click({ force: true })
      await page.getByText('听证还没有登记，或者申请听证的期限还没有过。').first().waitFor()
    })
    await as(context, login, '/', async (page, dialog) => {
      const home = page.getByRole('article', { name: /^拟清退/ })
      await home.getByText(/请在 .+（含当日）前申请听证。/).waitFor()
      await home.getByRole('link', { name: '查看入驻' }).click()
      await page.waitForURL(`**${own}`)
      await sound(page, 'a notice of removal on a phone')
      const card = page.getByRole('region', { name: '拟清退' })
      await card.getByText('转租、转借场地').waitFor()
      await card.getByRole('button', { name: '申请听证' }).click()
      await dialog.getByLabel(/^理由/).fill('只是借用一天，没有收租。')
      await dialog.getByRole('button', { name: '申请听证' }).click()
      await card.getByText('已申请听证，基地会通知时间。听证以后由市级决定。').waitFor()
    }, { device: SMALL })
    await heard('双方到场陈述，没有收租的证据。')
    await soundAt(context, 'city', at, DARK_AND_SMALL)
    await as(context, 'city', '/city', async (page, dialog) => {
      await page.getByRole('button', { name: /等市级决定的清退/ }).click()
      await page.getByRole('link', { name: new RegExp(one.organization.name) }).first().click()
      await page.waitForURL(`**${at}`)
      await page.getByRole('button', { name: '不予清退' }).click()
      await dialog.getByLabel(/^决定的理由/).fill('没有收租，已经改正')
      await dialog.getByRole('button', { name: '不予清退' }).click()
      await page.getByText('已决定不予清退，照常在驻').waitFor()
    })
    assert.equal((await operator.get(at)).state, 'active')

    // A second time it is removed, which nobody takes back.
    await announce()
    await as(context, 'park', at, async (page, dialog) => {
      await page.getByRole('button', { name: '代录听证申请' }).click()
      await dialog.getByLabel(/^组织的理由/).fill('口头申请')
      await dialog.getByRole('button', { name: '代录申请' }).click()
      await page.getByText('组织申请了听证，由基地安排并登记，然后由市级决定。').waitFor()
    })
    await heard('组织承认收租。')
    await as(context, 'city', at, async (page, dialog) => {
      await page.getByRole('group', { name: '市级决定' }).getByRole('button', { name: '清退', exact: true }).click()
      await dialog.getByRole('button', { name: '清退' }).click()
      await dialog.getByText('请写明。').waitFor()
      await dialog.getByLabel(/^决定的理由/).fill('再次转租并收租')
      await dialog.getByRole('button', { name: '清退' }).click()
      await page.getByRole('region', { name: '退驻' }).getByText(/^清退/).first().waitFor()
    })
    const done = await operator.get(at)
    assert.deepEqual([done.state, done.exit.kind, done.proceedings.removals.map(of => of.end.outcome)], ['leaving', 'removed', ['spared', 'removed']])
    await as(context, 'park', at, async page => {
      assert.equal(await page.getByRole('button', { name: '撤回退驻' }).getAttribute('aria-disabled'), 'true')
    })
    await soundAt(context, login, own, DARK_AND_SMALL)
  },

  async 'a base sets its criteria of graduation; a name that is missing is told at its row'(context) {
    const { url, password } = context
    const operator = await signedIn(url, 'hailar', password)
    await as(context, 'hailar', '/settings', async (page, dialog) => {
      const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^出壳条件/ }) })
      await row.getByText('评估等级达到要求').waitFor()
      await row.getByRole('button', { name: '设定 出壳条件' }).click()
      await dialog.getByRole('button', { name: '去掉评估等级达到要求' }).click()
      await dialog.getByRole('button', { name: '依法登记往后移' }).press('Enter')
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), '依法登记往后移')
      await dialog.getByRole('button', { name: '加一项' }).click()
      await dialog.getByRole('button', { name: '设定', exact: true }).click()
      const last = dialog.getByRole('listitem').last()
      await last.locator('[aria-invalid="true"]').waitFor()
      await sound(page, 'criteria with a fault')
      await last.getByLabel('条件名称').fill('有固定的志愿者')
      await last.getByLabel('说明').fill('近一年参加三次以上的不少于十人')
      await dialog.getByRole('button', { name: '设定', exact: true }).click()
      await page.getByText('规则已设定').waitFor()
      await row.getByText('有固定的志愿者').waitFor()
      await page.getByText('规则变更记录').click()
      await page.getByText(/年检（年报）合格、依法登记、.+、有固定的志愿者/).waitFor()
    })
    const holds = (await operator.get(`/settings?base=${operator.session.bases[0].id}`)).items.find(one => one.key === 'residencies.graduation_criteria')
    assert.deepEqual([holds.value.length, holds.value[0], holds.value[1]], [10, { key: 'annual_check' }, { key: 'registered' }])
    assert.deepEqual(holds.value[9], { name: '有固定的志愿者', hint: '近一年参加三次以上的不少于十人' })
    await as(context, 'hailar', '/settings', async (page, dialog) => {
      await page.getByRole('button', { name: /^设定.*出壳条件/ }).click()
      await dialog.getByRole('listitem').first().waitFor()
    }, { device: SMALL })
  },
}
