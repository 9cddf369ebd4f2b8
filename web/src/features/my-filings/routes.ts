import { route } from '../../lib/router.svelte'

export const routes = [route('/my-filings/:id', () => import('./Page.svelte'), { areas: ['my-filings', 'filings', 'criteria'], needs: 'filings.read' })]
