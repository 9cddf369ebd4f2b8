import { route } from '../../lib/router.svelte'

// Who may only bring in the work calendar comes here too: the service says what each may see.
const rest = { areas: ['imports', 'organizations', 'spaces'] } as const
export const routes = [
  route('/imports', () => import('./ImportsPage.svelte'), rest),
  route('/imports/new', () => import('./NewImport.svelte'), rest),
  route('/imports/:id', () => import('./ImportPage.svelte'), rest),
]
