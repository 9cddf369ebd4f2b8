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
  const stay = (await ask('liaison', '/api/v1/residencies?limit=1')).items[0]?.id
  const handover = (await ask('liaison', `/api/v1/allocations?organization=${own}`)).items.flatMap(one => one.handovers)[0]?.id
  // One application in each state, and an intake that is announced, if the demo has them.
  const applications = (await ask('hailar', `/api/v1/applications?base=${base}&limit=200`)).items
  const states = [...new Map(applications.map(one => [one.state, one.id]))]
  const intakes = (await ask('hailar', `/api/v1/intakes?base=${base}`)).items.map(one => one.intake)
  const announced = intakes.find(one => one.state === 'published')
  const mine = (await ask('liaison', '/api/v1/applications')).items[0]
  const begun = (await ask('initiator', '/api/v1/applications')).items[0]
  const sheets = (await ask('reviewer', '/api/v1/review-sheets')).items
  const given = sheets.find(one => one.state === 'locked')
  const asked = sheets.find(one => one.state === 'asked' && one.open)
  const numbered = applications.find(one => one.number)
  // One review in each state, and an intake for which one can be convened.
  const reviews = [...new Map((await ask('city', '/api/v1/reviews?limit=100')).items.map(one => [one.state, one.id]))]
  const ready = applications.find(one => one.state === 'passed')?.intake.id
  // One notice in each state; the one that runs and has an objection, if there is one, is what one wants to see.
  const shown = (await ask('city', '/api/v1/notices?limit=100')).items.sort((a, b) => b.objections - a.objections)
  const notices = [...new Map([...shown].reverse().map(one => [one.state, one.id]))]
  const running = shown.find(one => one.state === 'published' && !one.over)?.id
  // One residency in each state, and an application that is to get its agreement.
  const stays = [...new Map((await ask('park', '/api/v1/residencies?limit=200')).items.map(one => [one.state, one.id]))]
  const approved = (await ask('park', '/api/v1/applications?state=approved')).items[0]
  // Who wants to stay longer is elsewhere; of those who have left one has graduated.
  const staying = (await Promise.all(['renewing', 'renewal_proposed', 'renewal_granted', 'extending'].map(state => ask('city', `/api/v1/residencies?state=${state}&limit=1`)))).flatMap(page => page.items)
  const graduate = (await ask('park', '/api/v1/residencies?state=left&limit=100')).items.find(one => one.exit_kind === 'graduated')?.id
  // One assessment in each state, as the base and the expert see it, and what the organization has of its own.
  const rounds = (await ask('park', '/api/v1/assessment-rounds')).items
  const assessed = (await ask('park', '/api/v1/assessments?limit=200')).items
  const assessments = [...new Map(assessed.map(one => [one.state, one.id]))]
  const scored = (await ask('evaluator', '/api/v1/assessments/asked')).items[0]
  const self = (await ask('liaison', '/api/v1/assessments?limit=5')).items[0]
  // One periodic report in each state, and what the organization has of its own.
  const reports = [...new Map((await ask('park', '/api/v1/progress-reports?limit=200')).items.map(one => [one.state, one.id]))]
  const filings = [...new Map((await ask('city', '/api/v1/filings?limit=200')).items.map(one => [one.state, one.id]))]
  const filed = (await ask('initiator', '/api/v1/filings?limit=5')).items[0]
  const reported = (await ask('liaison', '/api/v1/progress-reports?limit=5')).items[0]
  const certificates = (await ask('city', '/api/v1/certificates')).items
  const certified = [...new Map(certificates.map(one => [one.state, one]))]
  return [
    { name: 'door', path: '/' },
    { name: 'notices', path: '/apply' },
    ...(announced ? [{ name: 'notice', path: `/apply/${announced.id}` }, { name: 'notice-own', path: `/apply/${announced.id}`, login: 'liaison' }, { name: 'team', path: `/apply/${announced.id}/team` }] : []),
    { name: 'publicity', path: '/publicity' },
    ...(running ? [{ name: 'publicity-one', path: `/publicity/${running}` }, { name: 'objection', path: `/publicity/${running}/object` }] : []),
    { name: 'publicity-gone', path: '/objection/none' },
    { name: 'verify', path: '/verify' },
    ...certified.map(([state, one]) => ({ name: `verify-${state}`, path: `/verify/${one.code}` })),
    { name: 'verify-none', path: '/verify/none' },
    { name: 'city', path: '/city', login: 'city' },
    { name: 'base', path: `/bases/${park}`, login: 'park' },
    { name: 'spaces', path: `/bases/${park}/spaces`, login: 'park' },
    { name: 'spaces-list', path: `/bases/${park}/spaces?view=list`, login: 'park' },
    { name: 'allocations', path: '/allocations', login: 'hailar' },
    { name: 'organizations', path: '/organizations', login: 'hailar' },
    { name: 'organization', path: `/organizations/${organization}`, login: 'hailar' },
    { name: 'applications', path: '/applications', login: 'hailar' },
    { name: 'applications-city', path: '/applications', login: 'city' },
    { name: 'applications-own', path: '/applications', login: 'liaison' },
    ...states.map(([state, id]) => ({ name: `application-${state}`, path: `/applications/${id}`, login: 'hailar' })),
    ...(mine ? [{ name: 'application-own', path: `/applications/${mine.id}`, login: 'liaison' }] : []),
    ...(begun ? [{ name: 'application-form', path: `/applications/${begun.id}`, login: 'initiator' }] : []),
    ...(numbered ? [{ name: 'receipt', path: `/applications/${numbered.id}/receipt`, login: 'hailar' }] : []),
    { name: 'residencies', path: '/residencies', login: 'park' },
    { name: 'residencies-city', path: '/residencies?on=2026-06-30', login: 'city' },
    ...stays.map(([state, id]) => ({ name: `residency-${state}`, path: `/residencies/${id}`, login: 'park' })),
    ...staying.map(one => ({ name: `residency-${one.state}`, path: `/residencies/${one.id}`, login: 'city' })),
    ...(graduate ? [{ name: 'residency-graduate', path: `/residencies/${graduate}`, login: 'park' }] : []),
    { name: 'residencies-left', path: '/residencies?state=left', login: 'park' },
    ...(approved ? [{ name: 'agreement-new', path: `/applications/${approved.id}/agreement`, login: 'park' }] : []),
    { name: 'assessments', path: '/assessments', login: 'park' },
    { name: 'assessment-new', path: '/assessments/new', login: 'park' },
    ...rounds.slice(0, 1).map(one => ({ name: 'assessment-round', path: `/assessment-rounds/${one.id}`, login: 'city' })),
    ...assessments.map(([state, id]) => ({ name: `assessment-${state}`, path: `/assessments/${id}`, login: 'park' })),
    { name: 'assessments-asked', path: '/assessments/asked', login: 'evaluator' },
    ...(scored ? [{ name: 'assessment-asked', path: `/assessments/${scored.id}`, login: 'evaluator' }] : []),
    ...(self ? [{ name: 'my-assessment', path: `/my-assessments/${self.id}`, login: 'liaison' }] : []),
    { name: 'filings', path: '/filings', login: 'hailar' },
    { name: 'filings-city', path: '/filings', login: 'city' },
    ...filings.map(([state, id]) => ({ name: `filing-${state}`, path: `/filings/${id}`, login: 'city' })),
    ...(filed ? [{ name: 'my-filing', path: `/my-filings/${filed.id}`, login: 'initiator' }] : []),
    { name: 'progress', path: '/progress', login: 'park' },
    { name: 'progress-city', path: '/progress', login: 'city' },
    ...reports.map(([state, id]) => ({ name: `report-${state}`, path: `/progress-reports/${id}`, login: 'park' })),
    ...(reported ? [{ name: 'my-progress', path: `/my-progress/${reported.id}`, login: 'liaison' }] : []),
    { name: 'sheets', path: '/sheets', login: 'reviewer' },
    ...(asked ? [{ name: 'sheet', path: `/sheets/${asked.id}`, login: 'reviewer' }] : []),
    ...(given ? [{ name: 'sheet-locked', path: `/sheets/${given.id}`, login: 'reviewer' }] : []),
    { name: 'reviews', path: '/reviews', login: 'hailar' },
    ...reviews.map(([state, id]) => ({ name: `review-${state}`, path: `/reviews/${id}`, login: 'city' })),
    ...(ready ? [{ name: 'review-new', path: `/intakes/${ready}/review`, login: 'hailar' }] : []),
    { name: 'publicity-list', path: '/notices', login: 'hailar' },
    ...notices.map(([state, id]) => ({ name: `publicity-${state}`, path: `/notices/${id}`, login: 'city' })),
    { name: 'publicity-new', path: '/notices/new', login: 'city' },
    { name: 'certificates', path: '/certificates', login: 'city' },
    ...certified.map(([state, one]) => ({ name: `certificate-${state}`, path: `/certificates/${one.id}`, login: 'city' })),
    { name: 'story', path: `/organizations/${own}?tab=story`, login: 'park' },
    { name: 'story-own', path: `/organizations/${own}/story`, login: 'liaison' },
    { name: 'value', path: '/value', login: 'park' },
    { name: 'value-city', path: '/value?span=twelve', login: 'city' },
    { name: 'intakes', path: '/intakes', login: 'hailar' },
    { name: 'intake-new', path: '/intakes/new', login: 'hailar' },
    ...(announced ? [{ name: 'intake', path: `/intakes/${announced.id}`, login: 'hailar' }] : []),
    { name: 'imports', path: '/imports', login: 'hailar' },
    { name: 'import-new', path: '/imports/new', login: 'hailar' },
    { name: 'about', path: `/bases/${base}/about`, login: 'hailar' },
    { name: 'calendar', path: '/calendar', login: 'hailar' },
    { name: 'settings', path: '/settings', login: 'city' },
    { name: 'accounts', path: '/accounts', login: 'admin' },
    { name: 'account', path: `/accounts/${account}`, login: 'admin' },
    { name: 'me', path: '/me', login: 'hailar' },
    { name: 'home', path: `/organizations/${own}/home`, login: 'liaison' },
    ...(stay ? [{ name: 'my-residency', path: `/my-residency/${stay}`, login: 'liaison' }] : []),
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
