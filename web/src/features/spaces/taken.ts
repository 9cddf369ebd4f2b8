// What a "taken" answer says: who or what is in the way, until when, and what to take instead.

import type { ApiProblem } from '../../lib/problem'

export interface Alternative {
  space: string; code: string; floor: string
  availability: 'whole_term' | 'until' | 'later'
  from: string; to?: string | null; likeness: string[]
}
export interface Taken {
  code: string; from: string; to: string | null; freeFrom: string | null
  purposes: string[]
  /** Only where the caller may know. */
  holders: { name: string; from: string; to: string | null }[]
  alternatives: Alternative[]
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const day = (value: unknown): string | null => (typeof value === 'string' && value ? value.slice(0, 10) : null)
const list = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter((one): one is Record<string, unknown> => !!one && typeof one === 'object') : []
const words = (value: unknown): string[] => (Array.isArray(value) ? value.filter(one => typeof one === 'string') : [])

/** The answer in shape; nothing when it was another "no". */
export function takenOf(problem: ApiProblem | undefined): Taken | null {
  if (!problem || problem.code !== 'taken') return null
  const v = problem.values
  return {
    code: text(v['space_code']),
    from: text(v['from']).slice(0, 10),
    to: day(v['to']),
    freeFrom: day(v['free_from']),
    purposes: words(v['purposes']),
    holders: list(v['holders']).map(one => {
      const organization = one['organization']
      const name = text(one['name']) || text((organization as { name?: unknown } | null)?.name)
      return { name, from: text(one['from']).slice(0, 10), to: day(one['to']) }
    }),
    alternatives: list(v['alternatives']).map(one => ({
      space: text(one['space']),
      code: text(one['code']),
      floor: text(one['floor']),
      availability: (['whole_term', 'until', 'later'] as const).find(word => word === one['availability']) ?? 'whole_term',
      from: text(one['from']).slice(0, 10),
      to: day(one['to']),
      likeness: words(one['likeness']),
    })),
  }
}
