// A rubric or a list of criteria that was set or changed, told as its own pages tell it.

import type { Areas, Like } from '../../i18n/areas'
import { requirementLine, requirementsIn } from '../criteria/criteria'
import { rubricLine } from '../rubric/criteria'
import { criteriaIn } from '../rubric/rows'

/** Values before and after; lists of criteria among them in one line each, with what these are about only where nothing else differs. */
export function rubrics(t: Like<Areas['rubric']>, k: Like<Areas['criteria']>, [from, to]: readonly [unknown, unknown]): [unknown, unknown] {
  const told = <T>(read: (value: unknown) => T[], line: (all: T[], hints: boolean) => string): [string, string] | undefined => {
    const [a, b] = [read(from), read(to)]
    if (a.length === 0 && b.length === 0) return undefined
    const plain: [string, string] = [line(a, false), line(b, false)]
    return plain[0] === plain[1] ? [line(a, true), line(b, true)] : plain
  }
  return told(criteriaIn, (all, hints) => rubricLine(t, all, hints)) ?? told(requirementsIn, (all, hints) => requirementLine(k, all, hints)) ?? [from, to]
}
