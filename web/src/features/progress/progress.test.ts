import { expect, test } from 'vitest'
import en from '../../i18n/en/progress'
import zh from '../../i18n/zh/progress'
import { draftOf, inOrder as pathsInOrder, missingOf, numberOf, oddOf, pathOf, wire } from './form'
import { headline, inOrder, periodName, written, type Item } from './model'

const form = [{ key: 'activities', kind: 'text' as const, needed: true }, { key: 'sessions', kind: 'number' as const, needed: false }, { key: 'q3', name: '走访户数', kind: 'number' as const, needed: true }]

test('a month and a quarter are called as people call them', () => {
  expect([periodName(zh, '2026-Q3'), periodName(zh, '2026-09'), periodName(en, '2026-Q3'), periodName(en, '2026-09')]).toEqual(['2026年第三季度', '2026年9月', 'Q3 2026', 'September 2026'])
})

test('a number is read as people type it, and nothing else is one', () => {
  expect(['1200.5', ' 1,200.50 ', '１２', '0', '12.', '3。5'].map(numberOf)).toEqual([1200.5, 1200.5, 12, 0, 12, 3.5])
  expect(['', '三', '-1', '1.005', '1e3', '99999999999', '12元'].map(numberOf)).toEqual(Array(7).fill(undefined))
})

test('what is typed is sent as far as it is good, and told where it is not', () => {
  const draft = { activities: ' 义诊 ', sessions: '四', q3: '' }
  expect(wire(form, draft)).toEqual({ answers: [{ question: 'activities', text: '义诊' }] })
  expect([oddOf(form, draft), missingOf(form, draft)]).toEqual([['sessions'], ['q3']])
  const sent = wire(form, { ...draft, sessions: '4' })
  expect(draftOf(form, sent)).toEqual({ activities: '义诊', sessions: '4', q3: '' })
  expect(['answers[1].number', 'answers.q3', 'due'].map(path => pathOf(path, sent))).toEqual(['sessions', 'q3', 'due'])
  expect(pathsInOrder(form, ['q3', 'sessions', 'activities', 'q3'])).toEqual(['activities', 'sessions', 'q3'])
})

test('what a base has to do stands first', () => {
  const of = (id: string, state: string, overdue = false) => ({ id, state, clock: { overdue } }) as unknown as Item
  expect(inOrder([of('a', 'accepted'), of('o', 'open'), of('w', 'waived'), of('l', 'returned', true), of('s', 'submitted')]).map(one => one.id)).toEqual(['s', 'l', 'o', 'a', 'w'])
  const told = (states: Record<string, number>, count = 3) => headline(zh, { period: '2026-Q3', count, states })
  expect([told({}, 0), told({ submitted: 2, open: 1 }), told({ open: 1, correcting: 1 }), told({ accepted: 3 })]).toEqual(['2026年第三季度：还没有通知填报', '2026年第三季度：2 份等审核', '2026年第三季度：还有 2 份没有交', '2026年第三季度：全部办结'])
})

test('a sum has as many decimals as there are', () => {
  const number = (n: number): string => n.toLocaleString('en')
  expect([2401, 1200.5, 0.1 + 0.2, 1234567.25].map(n => written(n, number))).toEqual(['2,401', '1,200.5', '0.3', '1,234,567.25'])
})
