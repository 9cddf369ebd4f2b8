// Every page of the product with an account that sees it; ids are found over the API.
export async function places(url, ask) {
  const bases = (await ask('city', '/api/v1/bases')).items
  const hailar = bases.find(base => base.code === 'B01') ?? bases[0]
  const operator = await ask('hailar', '/api/v1/session')
  const base = operator.bases[0]?.id ?? hailar.id
  // The city's own base has the fullest plan.
  const park = (await ask('park', '/api/v1/session')).bases[0].id
  const liaison = await ask('liaison', '/api/v1/session')
  const own = liaison.organizations[0].id
  const organization = (await ask('hailar', '/api/v1/organizations?limit=1')).items[0].id
  const accounts = (await ask('admin', '/api/v1/accounts')).items
  const account = accounts.find(one => one.login === 'hailar').id
  const handover = (await ask('liaison', `/api/v1/allocations?organization=${own}`)).items.flatMap(one => one.handovers)[0]?.id
  return [
    { name: 'door', path: '/' },
    { name: 'city', path: '/city', login: 'city' },
    { name: 'base', path: `/bases/${park}`, login: 'park' },
    { name: 'spaces', path: `/bases/${park}/spaces`, login: 'park' },
    { name: 'spaces-list', path: `/bases/${park}/spaces?view=list`, login: 'park' },
    { name: 'allocations', path: '/allocations', login: 'hailar' },
    { name: 'organizations', path: '/organizations', login: 'hailar' },
    { name: 'organization', path: `/organizations/${organization}`, login: 'hailar' },
    { name: 'imports', path: '/imports', login: 'hailar' },
    { name: 'import-new', path: '/imports/new', login: 'hailar' },
    { name: 'about', path: `/bases/${base}/about`, login: 'hailar' },
    { name: 'calendar', path: '/calendar', login: 'hailar' },
    { name: 'settings', path: '/settings', login: 'city' },
    { name: 'accounts', path: '/accounts', login: 'admin' },
    { name: 'account', path: `/accounts/${account}`, login: 'admin' },
    { name: 'me', path: '/me', login: 'hailar' },
    { name: 'home', path: `/organizations/${own}/home`, login: 'liaison' },
    ...(handover ? [{ name: 'handover', path: `/handovers/${handover}`, login: 'liaison' }] : []),
    { name: 'start', path: '/start', login: 'mentor' },
    { name: 'nothing', path: '/no/such/page', login: 'hailar' },
  ]
}

/** Reads the API as an account, for ids. */
export function reader(url, password) {
  const cookies = new Map()
  return async (login, path) => {
    if (!cookies.has(login)) {
      const answer = await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password }) })
      if (!answer.ok) throw new Error(`cannot sign in as ${login}: ${answer.status}`)
      cookies.set(login, answer.headers.get('set-cookie').split(';')[0])
    }
    const answer = await fetch(url + path, { headers: { cookie: cookies.get(login) } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return answer.json()
  }
}
