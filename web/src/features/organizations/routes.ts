import { route } from '../../lib/router.svelte'

export const routes = [
  route('/organizations', () => import('./OrganizationsPage.svelte'), { areas: ['organizations'], needs: 'organizations.read' }),
  route('/organizations/:id', () => import('./OrganizationPage.svelte'), { areas: ['organizations', 'spaces', 'history'], needs: 'organizations.read' }),
]
