import { route } from '../../lib/router.svelte'

const areas = ['progress', 'questions'] as const
export const routes = [
  route('/progress', () => import('./ProgressPage.svelte'), { areas, needs: 'progress.read' }),
  route('/progress-reports/:id', () => import('./ReportPage.svelte'), { areas, needs: 'progress.read' }),
]
