// Every page's address. A feature keeps its own list; a new feature is one line here.

import type { Route } from './lib/router.svelte'
import { routes as overview } from './features/overview/routes'
import { routes as session } from './features/session/routes'
import { routes as spaces } from './features/spaces/routes'
import { routes as organizations } from './features/organizations/routes'
import { routes as imports } from './features/imports/routes'

export const ROUTES: Route[] = [...overview, ...session, ...spaces, ...organizations, ...imports]
