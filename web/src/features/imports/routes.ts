import { route } from '../../lib/router.svelte'
import { BRING, SEE } from './reach'

const areas = ['imports', 'organizations', 'spaces'] as const
export const routes = [
  route('/imports', () => import('./ImportsPage.svelte'), { areas, needs: SEE }),
  route('/imports/new', () => import('./NewImport.svelte'), { areas, needs: BRING }),
  route('/imports/:id', () => import('./ImportPage.svelte'), { areas, needs: SEE }),
]
