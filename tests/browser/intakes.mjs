// Intakes for journeys and pages; the demo data has none of its own yet.
import { later } from './acting.mjs'

/** An intake that Hailar announces, open for a month; it asks for no documents unless told. */
export async function announced({ url, ask, password }, more = {}) {
  const door = await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login: 'hailar', password }) })
  if (!door.ok) throw new Error(`cannot sign in as hailar: ${door.status}`)
  const cookie = door.headers.get('set-cookie').split(';')[0]
  const session = await door.json()
  const post = async (path, body) => {
    const headers = { cookie, 'content-type': 'application/json', 'x-csrf-token': session.csrf, 'idempotency-key': crypto.randomUUID() }
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const intake = {
    name: `入驻招募 ${Date.now()}`, opens: session.today, closes: later(session.today, 30), quota: 8,
    admits: ['pre_registration'], modes: ['virtual'], conditions: '开展公益服务的团队均可申请。', documents: [], ...more,
  }
  const made = await post('/api/v1/intakes', { base: (await ask('hailar', '/api/v1/session')).bases[0].id, intake })
  return post(`/api/v1/intakes/${made.id}/publish`, {})
}
