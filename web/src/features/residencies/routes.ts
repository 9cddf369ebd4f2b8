import { route } from '../../lib/router.svelte'

const areas = ['residencies', 'spaces'] as const
const whole = ['residencies', 'spaces', 'proceedings', 'criteria'] as const
export const routes = [
  route('/residencies', () => import('./ResidenciesPage.svelte'), { areas: ['residencies'], needs: 'residencies.read' }),
  route('/residencies/:id', () => import('./ResidencyPage.svelte'), { areas: whole, needs: 'residencies.read' }),
  route('/residencies/:id/agreement', () => import('./ReissuePage.svelte'), { areas, needs: 'residencies.manage' }),
  route('/applications/:id/agreement', () => import('./IssuePage.svelte'), { areas, needs: 'residencies.manage' }),
]
