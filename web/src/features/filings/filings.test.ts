import { expect, test } from 'vitest'
import criteria from '../../i18n/zh/criteria'
import { ACTS, called, offers, OWN } from './model'

test('an act that is another one’s, or is over, is not there; one that is refused is, with its reason', () => {
  expect([null, 'papers_missing', 'wrong_state', 'not_allowed', undefined].map(offers)).toEqual([true, true, false, false, false])
})

test('a paper is called by its own name before the one that comes with the program', () => {
  expect(called({ key: 'filing_charter' }, criteria.name)).toBe('章程草案')
  expect(called({ key: 'filing_charter', name: '章程（核准稿）' }, criteria.name)).toBe('章程（核准稿）')
  expect(called({ key: 'c3' }, criteria.name)).toBe('c3')
})

test('what the organization does is among the acts on a case', () => {
  expect(OWN.every(act => ACTS.includes(act))).toBe(true)
})
