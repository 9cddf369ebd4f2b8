import { route } from '../../lib/router.svelte'

export const routes = [route('/settings', () => import('./Settings.svelte'), { areas: ['settings', 'rubric', 'agreement', 'criteria', 'questions', 'assessments'], needs: 'settings.read' })]
