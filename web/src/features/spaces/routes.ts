import { route } from '../../lib/router.svelte'

const areas = ['spaces'] as const
export const routes = [
  route('/bases/:id/spaces', () => import('./SpacesPage.svelte'), { areas, needs: 'spaces.read' }),
  route('/spaces', () => import('./SpacesPage.svelte'), { areas, needs: 'spaces.read' }),
  route('/allocations', () => import('./AllocationsPage.svelte'), { areas, needs: 'allocations.read' }),
  route('/handovers/:id', () => import('./HandoverPage.svelte'), { areas, needs: 'allocations.read' }),
]
