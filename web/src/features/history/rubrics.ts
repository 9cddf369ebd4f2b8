// A rubric that was set or changed, told as its own pages tell it.

import type { Areas, Like } from '../../i18n/areas'
import { rubricLine } from '../rubric/criteria'
import { criteriaIn } from '../rubric/rows'

/** Values before and after; rubrics among them in one line each, with what the criteria are about only where nothing else differs. */
export function rubrics(t: Like<Areas['rubric']>, [from, to]: readonly [unknown, unknown]): [unknown, unknown] {
  const [a, b] = [criteriaIn(from), criteriaIn(to)]
  if (a.length === 0 && b.length === 0) return [from, to]
  const plain = [rubricLine(t, a), rubricLine(t, b)] as const
  return plain[0] === plain[1] ? [rubricLine(t, a, true), rubricLine(t, b, true)] : [...plain]
}
