import { route } from '../../lib/router.svelte'

export const routes = [
  route('/sheets', () => import('./SheetsPage.svelte'), { areas: ['sheets'], needs: 'sheets.read' }),
  route('/sheets/:id', () => import('./SheetPage.svelte'), { areas: ['sheets', 'rubric', 'applications', 'apply'], needs: 'sheets.read' }),
]
