import { route } from '../../lib/router.svelte'

const areas = ['applications', 'apply'] as const
export const routes = [
  route('/applications', () => import('./ApplicationsPage.svelte'), { areas, needs: 'applications.read' }),
  route('/applications/:id', () => import('./ApplicationPage.svelte'), { areas, needs: 'applications.read' }),
  route('/applications/:id/receipt', () => import('./ReceiptPage.svelte'), { areas, needs: 'applications.read' }),
  route('/intakes', () => import('./IntakesPage.svelte'), { areas, needs: 'intakes.read' }),
  route('/intakes/new', () => import('./IntakePage.svelte'), { areas, needs: 'intakes.manage' }),
  route('/intakes/:id', () => import('./IntakePage.svelte'), { areas, needs: 'intakes.read' }),
]
