// What the record says of a rule of the first check, as a sentence.

import type { Areas, Like } from '../../i18n/areas'
import type { Finding } from './model'

type Words = Like<Areas['applications']>['checks']['evidence']
type Values = { code?: string; number?: string; valid_to?: string | null; listed?: boolean; noted?: string[]; years?: number[] | number; bad?: number[]; missing?: number[] }

/** `day` writes a day, `comma` joins a list: both as the language does. */
export function evidence(of: Pick<Finding, 'rule' | 'result' | 'values'>, t: Words, day: (day: string) => string, comma: string): string {
  const values = (of.values ?? {}) as Values
  const join = (list: readonly (string | number)[]): string => list.join(comma)
  switch (of.rule) {
    case 'credit_code':
      return values.code ? t.code(values.code) : t.no_code
    case 'record_valid': {
      if (!values.number) return t.no_number
      const last = values.valid_to ? day(values.valid_to) : ''
      return of.result === 'failed' ? t.number_over(values.number, last) : t.number(values.number, last)
    }
    case 'not_abnormal':
    case 'not_blacklisted':
      return values.listed === undefined ? t.list_unknown : values.listed ? t.listed : t.not_listed
    case 'no_penalty':
      return values.noted?.length ? t.penalties(join(values.noted)) : t.no_penalties(Number(values.years ?? 0))
    case 'annual_checks': {
      const { bad = [], missing = [], years = [] } = values
      if (bad.length + missing.length > 0) return [bad.length > 0 ? t.bad(join(bad)) : '', missing.length > 0 ? t.missing(join(missing)) : ''].filter(Boolean).join(' ')
      return Array.isArray(years) && years.length > 0 ? t.years_good(join(years)) : t.no_years
    }
    case 'own_account':
      return of.result === 'passed' ? t.account : t.no_account
    case 'not_resident':
      return of.result === 'failed' ? t.resident : t.not_resident
    default:
      return t.look
  }
}
