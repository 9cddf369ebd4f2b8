import { route } from '../../lib/router.svelte'

export const routes = [route('/calendar', () => import('./Calendar.svelte'), { areas: ['divisions'], needs: 'reference.read' })]
