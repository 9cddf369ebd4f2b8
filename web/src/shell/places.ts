// Where one can go: the rail on a desk, the tabs on a phone, from one list. A place whose page this
// build does not have, or which no role of the person reaches, is not in it.

import type { IconName } from '../ui/Icon.svelte'
import { find } from '../lib/router.svelte'
import { SEE } from '../features/imports/reach'
import { session } from '../lib/session.svelte'
import { along } from './scope.svelte'

export type PlaceKey = 'city' | 'overview' | 'home' | 'spaces' | 'organizations' | 'applications' | 'own' | 'residencies' | 'assessments' | 'progress' | 'asked' | 'reviews' | 'notices' | 'certificates' | 'filings' | 'value' | 'intakes' | 'sheets' | 'imports' | 'base' | 'calendar' | 'accounts' | 'settings'
export type Place = { key: PlaceKey; icon: IconName; href: string; under: string[] }
export type Group = { key: 'g_operate' | 'g_reference' | 'g_system'; places: Place[] }

type Draft = Omit<Place, 'under'> & { under?: string[]; when: boolean }

/** The start page of a person, after the widest thing he or she sees. */
export function startOf(): string {
  if (session.can('overview.city')) return '/city'
  if (session.base && session.can('overview.base')) return `/bases/${session.base.id}`
  const own = session.view?.organizations[0]
  if (own) return `/organizations/${own.id}/home`
  if (session.can('accounts.manage')) return '/accounts'
  if (session.can('sheets.read')) return '/sheets'
  if (session.can('assessments.evaluate')) return '/assessments/asked'
  return '/start'
}

export function groups(): Group[] {
  const base = session.base?.id
  const own = session.view?.organizations[0]?.id
  const drafts: [Group['key'], Draft[]][] = [
    [
      'g_operate',
      [
        { key: 'city', icon: 'meadow', href: '/city', when: session.can('overview.city') },
        { key: 'home', icon: 'sprout', href: `/organizations/${own}/home`, under: [`/organizations/${own}`, '/my-residency', '/my-assessments', '/my-progress', '/my-filings'], when: own !== undefined },
        { key: 'overview', icon: 'grow', href: `/bases/${base}`, when: base !== undefined && session.can('overview.base') },
        { key: 'spaces', icon: 'plan', href: `/bases/${base}/spaces`, under: ['/spaces', '/allocations', '/handovers'], when: base !== undefined && session.can('spaces.read') },
        { key: 'organizations', icon: 'people', href: `/organizations${along()}`, under: ['/organizations'], when: session.can('organizations.read') && base !== undefined },
        { key: 'applications', icon: 'paper', href: `/applications${along()}`, under: ['/applications'], when: session.can('applications.read') && session.can('intakes.read') },
        { key: 'own', icon: 'paper', href: '/applications', under: ['/applications', '/apply'], when: session.can('applications.read') && !session.can('intakes.read') },
        { key: 'residencies', icon: 'door', href: `/residencies${along()}`, under: ['/residencies'], when: session.can('residencies.read') && session.can('intakes.read') },
        { key: 'assessments', icon: 'medal', href: `/assessments${along()}`, under: ['/assessments', '/assessment-rounds'], when: session.can('assessments.read') && session.can('intakes.read') },
        { key: 'progress', icon: 'tally', href: `/progress${along()}`, under: ['/progress', '/progress-reports'], when: session.can('progress.read') && session.can('intakes.read') },
        { key: 'reviews', icon: 'scale', href: `/reviews${along()}`, under: ['/reviews'], when: session.can('reviews.read') },
        { key: 'notices', icon: 'horn', href: `/notices${along()}`, under: ['/notices', '/publicity'], when: session.can('notices.read') },
        { key: 'certificates', icon: 'seal', href: `/certificates${along()}`, under: ['/certificates', '/verify'], when: session.can('certificates.read') && session.can('intakes.read') },
        { key: 'filings', icon: 'clip', href: `/filings${along()}`, under: ['/filings'], when: session.can('filings.read') && session.can('intakes.read') },
        { key: 'value', icon: 'tally', href: `/value${along()}`, under: ['/value'], when: session.can('value.read') },
        { key: 'intakes', icon: 'flag', href: `/intakes${along()}`, under: ['/intakes'], when: session.can('intakes.read') && base !== undefined },
        { key: 'sheets', icon: 'tally', href: '/sheets', under: ['/sheets'], when: session.can('sheets.read') },
        { key: 'asked', icon: 'medal', href: '/assessments/asked', under: ['/assessments'], when: session.can('assessments.evaluate') },
        { key: 'imports', icon: 'sheet', href: '/imports', under: ['/imports'], when: SEE.some(session.can) },
      ],
    ],
    [
      'g_reference',
      [
        { key: 'base', icon: 'house', href: `/bases/${base}/about`, when: base !== undefined },
        { key: 'calendar', icon: 'calendar', href: '/calendar', when: session.can('reference.read') },
      ],
    ],
    [
      'g_system',
      [
        { key: 'accounts', icon: 'key', href: '/accounts', under: ['/accounts'], when: session.can('accounts.read') },
        { key: 'settings', icon: 'gear', href: `/settings${along()}`, under: ['/settings'], when: session.can('settings.read') },
      ],
    ],
  ]
  return drafts
    .map(([key, places]) => ({
      key,
      places: places.filter(place => place.when && find(place.href.replace(/\?.*/, ''))).map(({ when: _, ...place }) => ({ ...place, under: place.under ?? [] })),
    }))
    .filter(group => group.places.length > 0)
}

/** The place that an address belongs to: itself, or the longest one above it. */
export function placeAt(path: string, all: Place[]): PlaceKey | undefined {
  const exact = all.find(place => place.href === path)
  if (exact) return exact.key
  const above = all.flatMap(place => place.under.map(prefix => ({ place, prefix }))).filter(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))
  return above.sort((a, b) => b.prefix.length - a.prefix.length)[0]?.place.key
}
