import { route } from '../../lib/router.svelte'

export const routes = [route('/my-residency/:id', () => import('./Page.svelte'), { areas: ['my-residency', 'residencies', 'spaces', 'apply', 'proceedings', 'criteria'], needs: 'residencies.read' })]
