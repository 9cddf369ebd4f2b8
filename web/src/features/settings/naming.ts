// Rules by their keys, in words; a key that is newer than this page is shown as it is.

import type { Setting } from '../../lib/contract'
import type { Areas, Like } from '../../i18n/areas'
import { textIn } from '../agreement/text'
import { requirementLine, requirementsIn } from '../criteria/criteria'
import { questionsIn } from '../questions/questions'
import { rubricLine } from '../rubric/criteria'
import { criteriaIn } from '../rubric/rows'

type Words = Like<Areas['settings']>
type Common = Like<Areas['common']>
type Rubric = Like<Areas['rubric']>
type Agreement = Like<Areas['agreement']>
type Criteria = Like<Areas['criteria']>
type Questions = Like<Areas['questions']>

const word = (key: string): string => key.replace(/\./g, '_')

/** How many indicators of a sheet give points: headings over others do not. */
export function indicatorsIn(value: unknown): number {
  const all = typeof value === 'object' && value !== null ? (value as { indicators?: unknown }).indicators : undefined
  return Array.isArray(all) ? all.filter(one => typeof one === 'object' && one !== null && 'points' in one).length : 0
}

export function naming(t: Words, c: Common, r: Rubric, a: Agreement, k: Criteria, q: Questions) {
  const lookup = (list: object, key: string): string | undefined => (list as Record<string, string>)[key]
  const unit = (row: Setting): string => (row.unit ? (lookup(t.units, row.unit) ?? row.unit) : '')
  return {
    key: (row: Setting): string => lookup(t.keys, word(row.key)) ?? row.key,
    text: (row: Setting): string => lookup(t.texts, word(row.key)) ?? '',
    unit,
    choice: (word: string): string => lookup(t.choices, word) ?? word,
    value(row: Setting): string {
      if (row.kind === 'boolean') return row.value === true ? c.yes : c.no
      if (row.kind === 'rubric') return rubricLine(r, criteriaIn(row.value))
      if (row.kind === 'criteria') return requirementLine(k, requirementsIn(row.value))
      if (row.kind === 'questions') return requirementLine(q, questionsIn(row.value))
      if (row.kind === 'choice') return lookup(t.choices, String(row.value)) ?? String(row.value)
      if (row.kind === 'indicators') return t.indicators(indicatorsIn(row.value))
      if (row.kind === 'agreement') {
        const { title, clauses } = textIn(row.value)
        return a.summary(title, clauses.length)
      }
      if (row.key === 'reviews.drop_from' && row.value === 0) return t.never
      if (row.value === null || row.value === undefined || row.value === '') return t.none
      return `${String(row.value)} ${unit(row)}`.trim()
    },
  }
}
