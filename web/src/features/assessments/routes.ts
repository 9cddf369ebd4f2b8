import { route } from '../../lib/router.svelte'

const areas = ['assessments'] as const
const sees = ['assessments.read', 'assessments.evaluate'] as const
export const routes = [
  route('/assessments', () => import('./AssessmentsPage.svelte'), { areas, needs: 'assessments.read' }),
  route('/assessments/new', () => import('./OpenPage.svelte'), { areas, needs: 'assessments.manage' }),
  route('/assessments/asked', () => import('./AskedPage.svelte'), { areas, needs: 'assessments.evaluate' }),
  route('/assessments/:id', () => import('./AssessmentPage.svelte'), { areas, needs: sees }),
  route('/assessment-rounds/:id', () => import('./RoundPage.svelte'), { areas, needs: 'assessments.read' }),
]
