import { route } from '../../lib/router.svelte'

const areas = ['story'] as const
export const routes = [
  route('/organizations/:id/story', () => import('./StoryPage.svelte'), { areas, needs: 'story.read' }),
  route('/value', () => import('./ValuePage.svelte'), { areas, needs: 'value.read' }),
]
