// Every page's address. A feature keeps its own list; a new feature is one line here.

import type { Route } from './lib/router.svelte'
import { routes as accounts } from './features/accounts/routes'
import { routes as applications } from './features/applications/routes'
import { routes as apply } from './features/apply/routes'
import { routes as assessments } from './features/assessments/routes'
import { routes as bases } from './features/bases/routes'
import { routes as certificates } from './features/certificates/routes'
import { routes as divisions } from './features/divisions/routes'
import { routes as filings } from './features/filings/routes'
import { routes as home } from './features/home/routes'
import { routes as imports } from './features/imports/routes'
import { routes as myAssessments } from './features/my-assessments/routes'
import { routes as myProgress } from './features/my-progress/routes'
import { routes as myFilings } from './features/my-filings/routes'
import { routes as myResidency } from './features/my-residency/routes'
import { routes as notices } from './features/notices/routes'
import { routes as organizations } from './features/organizations/routes'
import { routes as overview } from './features/overview/routes'
import { routes as progress } from './features/progress/routes'
import { routes as residencies } from './features/residencies/routes'
import { routes as reviews } from './features/reviews/routes'
import { routes as session } from './features/session/routes'
import { routes as sheets } from './features/sheets/routes'
import { routes as story } from './features/story/routes'
import { routes as spaces } from './features/spaces/routes'
import { routes as settings } from './features/settings/routes'

export const ROUTES: Route[] = [
  ...overview,
  ...spaces,
  ...organizations,
  ...imports,
  ...applications,
  ...apply,
  ...residencies,
  ...myResidency,
  ...assessments,
  ...myAssessments,
  ...progress,
  ...myProgress,
  ...reviews,
  ...sheets,
  ...notices,
  ...certificates,
  ...story,
  ...filings,
  ...myFilings,
  ...accounts,
  ...bases,
  ...divisions,
  ...home,
  ...settings,
  ...session,
]
