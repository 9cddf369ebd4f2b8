import { route } from '../../lib/router.svelte'

export const routes = [
  route('/accounts', () => import('./List.svelte'), { areas: ['accounts'], needs: 'accounts.read' }),
  route('/accounts/:id', () => import('./Account.svelte'), { areas: ['accounts', 'history'], needs: 'accounts.read' }),
]
