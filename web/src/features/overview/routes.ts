import { route } from '../../lib/router.svelte'

export const routes = [
  route('/city', () => import('./City.svelte'), { areas: ['overview'], needs: 'overview.city' }),
  route('/bases/:id', () => import('./Base.svelte'), { areas: ['overview'], needs: 'overview.base' }),
]
