// A team applies: it signs up through an intake and fills in what is asked.
import { open, settled } from './browser.mjs'

export const TEAM_PASSWORD = 'qi-zhi-hui-he-37'
/** Until what was typed is kept. */
export const saved = page => page.locator('.bar .saving.saved').waitFor({ timeout: 30_000 })
let nth = 0

/** Signs a team up through an intake; the page is at its application then. */
export async function signUp(page, intake) {
  const login = `team-${Date.now()}-${nth++}`
  await open(page, '/apply')
  await page.getByRole('link', { name: intake.name }).click()
  await settled(page)
  await page.getByRole('link', { name: '团队注册并申请' }).click()
  await settled(page)
  await page.getByLabel('团队名称').fill('草原拾光队')
  await page.getByLabel('您的姓名').fill('白音')
  await page.getByLabel('您的电话').fill('13847001234')
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(TEAM_PASSWORD)
  await page.getByLabel('再输一次密码').fill('qi-zhi-hui-he-38')
  await page.getByRole('button', { name: '注册并开始填写' }).click()
  await page.getByText('两次输入不一致').waitFor()
  await page.getByLabel('再输一次密码').fill(TEAM_PASSWORD)
  await page.getByRole('button', { name: '注册并开始填写' }).click()
  await page.waitForURL('**/applications/app_*')
  await settled(page)
  return login
}

/** All that has to be said, of a team without a place. */
export async function fillIn(page) {
  await page.getByRole('radio', { name: /^萌芽型/ }).check()
  await page.getByRole('button', { name: '为老服务' }).click()
  await page.getByLabel(/^组织介绍/).fill('几个退休教师，教邻居用手机。')
  await page.getByLabel(/^专职人员/).fill('０')
  await page.getByRole('radiogroup', { name: '登记备案' }).getByText('急需').click()
  await page.getByRole('button', { name: '添加一件事' }).click()
  await page.getByLabel(/^做什么/).fill('开办老年人手机课堂')
  await page.getByLabel(/^做到什么样/).fill('开课 12 次')
  await page.getByLabel('我代表申请方作出以上承诺').check()
}
