// Criteria by their names: those that come with the program are named in the catalogues.

import type { Areas, Like } from '../../i18n/areas'
import type { components } from '../../lib/schema'

export type Criterion = components['schemas']['Criterion']
type Words = Like<Areas['rubric']>

/** A rubric in one line: names with full marks, and with `hints` what each is about behind it. */
export const rubricLine = (t: Words, all: readonly Criterion[], hints = false): string =>
  all.map(of => t.text(criterionName(t, of), of.points) + (hints && of.hint?.trim() ? t.about(of.hint.trim()) : '')).join(t.comma)

/** How a criterion is called: its own name, or the catalogue's for one that came with the program. */
export function criterionName(t: Words, of: Pick<Criterion, 'key' | 'name'>): string {
  return of.name?.trim() || ((t.criterion as Record<string, string>)[of.key ?? ''] ?? of.key ?? '')
}
