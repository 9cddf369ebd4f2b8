// What a review is made of, over the API: reviewers, teams whose applications passed the first check, sheets.

/** Whoever is signed in: `get`, `post`, `put` and `file` of the API. */
export async function signedIn(url, login, password) {
  const door = await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password }) })
  if (!door.ok) throw new Error(`cannot sign in as ${login}: ${door.status}`)
  const cookie = door.headers.get('set-cookie').split(';')[0]
  const session = await door.json()
  const send = async (method, path, body, type = 'application/json') => {
    const headers = { cookie, 'x-csrf-token': session.csrf, 'idempotency-key': crypto.randomUUID(), ...(body && type && { 'content-type': type }) }
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers, ...(body && { body: type ? JSON.stringify(body) : body }) })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.status === 204 ? undefined : answer.json()
  }
  return {
    session,
    get: path => send('GET', path),
    post: (path, body = {}) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    file(path, name, text) {
      const form = new FormData()
      form.append('file', new Blob([text], { type: 'text/plain' }), name)
      return send('POST', path, form, null)
    },
  }
}

/** A new account with the role of a reviewer, signed in with a password of its own. */
export async function reviewer(url, password, name, more = {}) {
  const admin = await signedIn(url, 'admin', password)
  const login = `rv${Date.now()}${Math.floor(Math.random() * 1000)}`
  const made = await admin.post('/accounts', { login, name, ...more })
  await admin.post(`/accounts/${made.account.id}/roles`, { role: 'reviewer' })
  const first = await signedIn(url, login, made.password)
  await first.put('/account/password', { current: made.password, new: password })
  return { ...(await signedIn(url, login, password)), id: made.account.id, name, login }
}

/** An account of somebody of an organization, with a password of its own; its login. */
export async function member(url, password, organization, role = 'initiator') {
  const admin = await signedIn(url, 'admin', password)
  const login = `in${Date.now()}${Math.floor(Math.random() * 1000)}`
  const made = await admin.post('/accounts', { login, name: '白雪' })
  await admin.post(`/accounts/${made.account.id}/roles`, { role, scope_id: organization })
  await (await signedIn(url, login, made.password)).put('/account/password', { current: made.password, new: password })
  return login
}

/** A team whose application to an intake passed the first check, with each document that is wanted. */
export async function passed(operator, intake, name, more = {}) {
  const base = operator.session.bases[0]
  const divisions = await operator.get(`/bases/${base.id}`)
  const organization = await operator.post('/organizations', { name, kind: 'pre_registration', home_base: base.id, division: divisions.division, ...more })
  const year = Number(operator.session.today.slice(0, 4)) + 1
  const form = {
    mode: 'virtual', stage: 'start_up', fields: ['为老服务'], introduction: `${name}为社区独居老人提供助餐和陪伴。`, full_time: 3,
    needs: [{ need: 'finance', level: 3 }], plan: [{ what: '办十场活动', by: `${year}-06-30`, target: '服务500人次' }],
    contact_name: '白雪', contact_phone: '13904701234', committed: true,
  }
  const { id, documents } = await operator.post('/applications', { intake, organization: organization.id, form })
  for (const { key, name: wanted } of documents) await operator.file(`/files?owner=${id}&document=${key}`, `${wanted}.txt`, `${name}的${wanted}`)
  await operator.post(`/applications/${id}/submit`)
  const { findings } = await operator.post(`/applications/${id}/accept`)
  for (const { rule, outcome } of findings ?? []) if (outcome === 'unknown') await operator.post(`/applications/${id}/rulings`, { rule, passed: true, evidence: '电话核实' })
  await operator.post(`/applications/${id}/pass`)
  return { id, organization: organization.id, name }
}

const KEYS = ['need', 'plan', 'team', 'growth', 'fit']
/** A reviewer declares that he is free to, and hands in what he gives, by the criteria that come with the program. */
export async function score(who, review, application, points, advice, comment = '评语') {
  const sheet = review.sheets.find(one => one.application === application && one.reviewer === who.id && one.state !== 'removed')
  await who.post(`/review-sheets/${sheet.id}/clear`)
  await who.post(`/review-sheets/${sheet.id}/lock`, { scores: KEYS.map((key, n) => ({ key, points: points[n] })), advice, comment })
}
export const GOOD = [18, 22, 18, 17, 13]
export const FAIR = [16, 18.5, 15, 15, 10]
export const POOR = [8, 10, 8, 8, 6]
