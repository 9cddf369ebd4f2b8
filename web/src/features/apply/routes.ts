import { route } from '../../lib/router.svelte'

export const routes = [
  route('/apply', () => import('./Notices.svelte'), { areas: ['apply'], open: true }),
  route('/apply/:id', () => import('./Notice.svelte'), { areas: ['apply'], open: true }),
  route('/apply/:id/team', () => import('./Team.svelte'), { areas: ['apply'], open: true }),
]
