import { route } from '../../lib/router.svelte'

export const routes = [route('/my-assessments/:id', () => import('./Page.svelte'), { areas: ['my-assessments', 'assessments', 'apply', 'organizations'], needs: 'assessments.read' })]
