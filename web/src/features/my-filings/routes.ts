import { route } from '../../lib/router.svelte'

const areas = ['filings', 'criteria', 'organizations'] as const
export const routes = [
  route('/my-filings', () => import('./ListPage.svelte'), { areas, needs: 'filings.read' }),
  route('/my-filings/:id', () => import('./Page.svelte'), { areas, needs: 'filings.read' }),
]
