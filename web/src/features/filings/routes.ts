import { route } from '../../lib/router.svelte'

const areas = ['filings', 'criteria'] as const
export const routes = [
  route('/filings', () => import('./FilingsPage.svelte'), { areas, needs: 'filings.read' }),
  route('/filings/:id', () => import('./FilingPage.svelte'), { areas, needs: 'filings.read' }),
]
