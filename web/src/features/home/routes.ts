import { route } from '../../lib/router.svelte'

export const routes = [
  route('/organizations/:id/home', () => import('./Home.svelte'), { areas: ['home'], needs: 'organizations.read' }),
  route('/start', () => import('./Waiting.svelte'), { areas: ['home'] }),
]
