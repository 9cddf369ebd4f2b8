import { expect, test } from 'vitest'
import en from '../../i18n/en/questions'
import zh from '../../i18n/zh/questions'
import { requirementLine, requirementName } from '../criteria/criteria'
import { emptyQuestion, questionRows, questionsIn, questionsOf, type QuestionRow } from './questions'

const all = [{ key: 'sessions', kind: 'number' as const, needed: true }, { key: 'q2', name: '走访户数', hint: '以走访记录为准', kind: 'number' as const, needed: false }]

test('a question is called by its own name, else by the catalogue’s', () => {
  expect(all.map(of => requirementName(zh, of))).toEqual(['活动场次', '走访户数'])
  expect(requirementName(en, { key: 'sessions' })).toBe('Activities held')
  expect(requirementLine(zh, all)).toBe('活动场次、走访户数')
})

test('what nobody changes goes back as it came; what is renamed has no key', () => {
  expect(questionsOf(zh, questionRows(zh, all))).toEqual([{ key: 'sessions', kind: 'number', needed: true }, { name: '走访户数', hint: '以走访记录为准', kind: 'number', needed: false }])
  const rows = questionRows(zh, all)
  Object.assign(rows[0] as QuestionRow, { name: ' 上门次数 ', needed: false })
  expect(questionsOf(zh, [rows[0] as QuestionRow, emptyQuestion()])).toEqual([{ name: '上门次数', kind: 'number', needed: false }, { name: '', kind: 'text', needed: false }])
})

test('criteria and other values are no questions', () => {
  expect(questionsIn(all)).toEqual(all)
  expect([questionsIn([{ key: 'need' }]), questionsIn('x'), questionsIn([null, 1])]).toEqual([[], [], []])
})
