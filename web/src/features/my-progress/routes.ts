import { route } from '../../lib/router.svelte'

export const routes = [route('/my-progress/:id', () => import('./Page.svelte'), { areas: ['my-progress', 'progress', 'questions', 'apply', 'organizations'], needs: 'progress.read' })]
