import { route } from '../../lib/router.svelte'

const areas = ['reviews', 'rubric', 'applications', 'apply'] as const
export const routes = [
  route('/reviews', () => import('./ReviewsPage.svelte'), { areas, needs: 'reviews.read' }),
  route('/reviews/:id', () => import('./ReviewPage.svelte'), { areas, needs: 'reviews.read' }),
  route('/intakes/:id/review', () => import('./ConvenePage.svelte'), { areas, needs: 'reviews.manage' }),
]
