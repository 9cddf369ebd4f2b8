import { expect, test } from 'vitest'
import en from '../../i18n/en/criteria'
import zh from '../../i18n/zh/criteria'
import { emptyRow, requirementLine, requirementName, requirementsIn, requirementsOf, rowsOf, type Row } from './criteria'

const all = [{ key: 'registered' }, { key: 'c2', name: '有章程', hint: '现行的' }, { key: 'party', name: '党组织' }]

test('a criterion is called by its own name, else by the catalogue’s', () => {
  expect(all.map(of => requirementName(zh, of))).toEqual(['依法登记', '有章程', '党组织'])
  expect(requirementName(en, { key: 'registered', name: ' ' })).toBe('Registered by law')
  expect(requirementName(zh, { key: 'later' })).toBe('later')
  expect([requirementLine(zh, all), requirementLine(zh, all, true)]).toEqual(['依法登记、有章程、党组织', '依法登记、有章程（现行的）、党组织'])
})

test('what nobody renames goes back as it came; what is renamed has no key', () => {
  expect(requirementsOf(zh, rowsOf(zh, all))).toEqual([{ key: 'registered' }, { name: '有章程', hint: '现行的' }, { key: 'party', name: '党组织' }])
  const rows = rowsOf(zh, all)
  Object.assign(rows[0] as Row, { name: ' 已登记满两年 ', hint: ' ' })
  expect(requirementsOf(zh, [rows[0] as Row, emptyRow()])).toEqual([{ name: '已登记满两年' }, { name: '' }])
})

test('a rubric is no list of criteria, nor is anything else', () => {
  expect(requirementsIn(all)).toEqual(all)
  expect([requirementsIn([{ key: 'need', points: 60 }]), requirementsIn('x'), requirementsIn([null, 1, {}])]).toEqual([[], [], []])
})
