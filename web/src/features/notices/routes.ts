import { route } from '../../lib/router.svelte'

const shown = ['notices', 'apply'] as const
const areas = [...shown, 'applications'] as const
export const routes = [
  route('/publicity', () => import('./Publicity.svelte'), { areas: shown, open: true }),
  route('/publicity/:id', () => import('./Shown.svelte'), { areas: shown, open: true }),
  route('/publicity/:id/object', () => import('./ObjectPage.svelte'), { areas: shown, open: true }),
  route('/objection/:word', () => import('./Follow.svelte'), { areas: shown, open: true }),
  route('/notices', () => import('./NoticesPage.svelte'), { areas, needs: 'notices.read' }),
  route('/notices/new', () => import('./PublishPage.svelte'), { areas, needs: 'notices.manage' }),
  route('/notices/:id', () => import('./NoticePage.svelte'), { areas, needs: 'notices.read' }),
]
