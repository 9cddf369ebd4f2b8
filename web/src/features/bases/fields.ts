// The particulars of a base, once for the page and once for its form.

import type { BaseDetails } from '../../lib/contract'

export type FieldKind = 'text' | 'long' | 'day' | 'count' | 'area' | 'money' | 'score' | 'yes' | 'list' | 'tenure' | 'tel'
export type FieldName = keyof BaseDetails
export type Group = { key: 'operation' | 'place' | 'service' | 'recognition'; fields: [FieldName, FieldKind][] }

export const GROUPS: Group[] = [
  {
    key: 'operation',
    fields: [
      ['sponsor', 'text'], ['operator', 'text'], ['operator_contract_from', 'day'], ['operator_contract_to', 'day'],
      ['budget_source', 'text'], ['director', 'text'], ['hotline', 'tel'], ['opening_hours', 'text'],
    ],
  },
  {
    key: 'place',
    fields: [
      ['address', 'text'], ['gross_area_m2', 'area'], ['office_area_m2', 'area'], ['shared_area_m2', 'area'],
      ['tenure', 'tenure'], ['lease_until', 'day'], ['fire_check_on', 'day'], ['zones', 'list'],
    ],
  },
  {
    key: 'service',
    fields: [['mode_physical', 'yes'], ['mode_virtual', 'yes'], ['virtual_seats', 'count'], ['full_time_staff', 'count'], ['social_workers', 'count']],
  },
  {
    key: 'recognition',
    fields: [['recognition_level', 'text'], ['recognized_on', 'day'], ['recognition_subsidy', 'money'], ['last_evaluation_score', 'score'], ['last_evaluated_on', 'day']],
  },
]

/** As typed into the form: every field a text. */
export type Draft = Record<FieldName, string>

export function draftOf(details: BaseDetails): Draft {
  const draft = {} as Draft
  for (const [name, kind] of GROUPS.flatMap(group => group.fields)) {
    const value = details[name]
    draft[name] = value === null || value === undefined ? '' : kind === 'list' ? (value as string[]).join('\n') : kind === 'yes' ? (value ? 'yes' : 'no') : String(value)
  }
  return draft
}

/** Back to what the service takes; an empty text is nothing. */
export function detailsOf(draft: Draft): BaseDetails {
  const details: Record<string, unknown> = {}
  for (const [name, kind] of GROUPS.flatMap(group => group.fields)) {
    const text = draft[name].trim()
    if (kind === 'list') details[name] = text.split('\n').map(line => line.trim()).filter(Boolean)
    else if (text === '') continue
    else if (kind === 'yes') details[name] = text === 'yes'
    else if (kind === 'count' || kind === 'area' || kind === 'score') details[name] = Number(text)
    else details[name] = text
  }
  return details as BaseDetails
}
