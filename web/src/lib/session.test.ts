import { afterEach, expect, test, vi } from 'vitest'
import { i18n } from './i18n.svelte'
import { session } from './session.svelte'
import { send } from './http'
import { keep } from './store'

const view = (id: string, locale = 'zh-CN') => ({ csrf: 'c', today: '2026-11-25', must_change_password: false, account: { id, login: id, name: id, locale }, roles: [], bases: [], organizations: [], abilities: {} })
type Answer = [number, unknown]
/** Answers by method and path, and what was asked. */
function serve(answers: Record<string, Answer>): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const key = `${request.method} ${new URL(request.url).pathname}`
    asked.push(request.method === 'PATCH' ? `${key} ${await request.text()}` : key)
    const [status, body] = answers[key] ?? [404, { status: 404, code: 'not_found', title: '', detail: '' }]
    return new Response(JSON.stringify(body), { status })
  })
  return asked
}
const gone: Answer = [401, { status: 401, code: 'not_signed_in', title: '', detail: '' }]
afterEach(() => vi.unstubAllGlobals())

test('a session that ends at work keeps the page until someone signs in', async () => {
  serve({ 'POST /api/v1/session': [200, view('acc_1')], 'GET /api/v1/things': gone })
  await session.signIn('a', 'b')
  await send('GET', '/api/v1/things').catch(() => {})
  expect([session.stage, session.expired, session.view?.account.id]).toEqual(['in', true, 'acc_1'])
  await session.signIn('a', 'b')
  expect([session.stage, session.expired]).toEqual(['in', false])
  await send('GET', '/api/v1/things').catch(() => {})
  session.giveUp()
  expect([session.stage, session.expired, session.lapsed, session.view]).toEqual(['out', false, true, undefined])
})

test('whoever signs out is not told that the session has ended', async () => {
  serve({ 'POST /api/v1/session': [200, view('acc_1')], 'DELETE /api/v1/session': gone })
  await session.signIn('a', 'b')
  await session.signOut().catch(() => {})
  expect([session.stage, session.expired, session.lapsed]).toEqual(['out', false, false])
})

test('a session that ended since the last visit is told at the door, and the first visit is not', async () => {
  serve({ 'POST /api/v1/session': [200, view('acc_1')], 'GET /api/v1/session': gone, 'DELETE /api/v1/session': [200, {}] })
  await session.open()
  expect(session.lapsed).toBe(false)
  keep('in', '1')
  await session.open()
  expect(session.lapsed).toBe(true)
})

test('the language chosen at the door is the account’s from then on, once', async () => {
  const asked = serve({ 'POST /api/v1/session': [200, view('acc_1')], 'PATCH /api/v1/account': [200, view('acc_1', 'en')], 'DELETE /api/v1/session': [200, {}] })
  await i18n.choose('en')
  await session.signIn('a', 'b')
  expect(i18n.locale).toBe('en')
  expect(asked).toContain('PATCH /api/v1/account {"locale":"en"}')
  expect(session.view?.account.locale).toBe('en')
  await session.signOut()
  asked.length = 0
  await session.signIn('a', 'b')
  expect(i18n.locale).toBe('zh-CN')
  expect(asked.some(one => one.startsWith('PATCH'))).toBe(false)
})
