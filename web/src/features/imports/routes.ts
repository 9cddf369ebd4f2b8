import { route } from '../../lib/router.svelte'

const rest = { areas: ['imports'], needs: 'imports.manage' } as const
export const routes = [
  route('/imports', () => import('./ImportsPage.svelte'), rest),
  route('/imports/new', () => import('./NewImport.svelte'), rest),
  route('/imports/:id', () => import('./ImportPage.svelte'), rest),
]
