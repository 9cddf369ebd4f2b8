import { route } from '../../lib/router.svelte'

export const routes = [route('/me', () => import('./Me.svelte'), { areas: ['session', 'me'] })]
