import { route } from '../../lib/router.svelte'

const areas = ['certificates'] as const
export const routes = [
  route('/verify', () => import('./VerifyPage.svelte'), { areas, open: true }),
  route('/verify/:code', () => import('./VerifiedPage.svelte'), { areas, open: true }),
  route('/certificates', () => import('./CertificatesPage.svelte'), { areas, needs: 'certificates.read' }),
  route('/certificates/:id', () => import('./CertificatePage.svelte'), { areas, needs: 'certificates.read' }),
]
