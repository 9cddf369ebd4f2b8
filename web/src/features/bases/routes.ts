import { route } from '../../lib/router.svelte'

export const routes = [route('/bases/:id/about', () => import('./About.svelte'), { areas: ['bases', 'history'], needs: 'bases.read' })]
