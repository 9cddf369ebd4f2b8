import { expect, test } from 'vitest'
import criteria from '../../i18n/zh/criteria'
import zh from '../../i18n/zh/rubric'
import { rubrics } from './rubrics'

const was = [{ key: 'need', points: 60 }, { key: 'c5', name: '创新', points: 40, hint: '新在哪里' }]

test('a rubric is told by names and full marks, without keys and hints', () => {
  expect(rubrics(zh, criteria, [null, was])).toEqual(['', '社会需求 60、创新 40'])
  expect(rubrics(zh, criteria, [was, [{ key: 'need', points: 100 }]])).toEqual(['社会需求 60、创新 40', '社会需求 100'])
})

test('where only a hint was changed the hints are told, behind the names', () => {
  expect(rubrics(zh, criteria, [was, [was[0], { ...was[1], hint: '' }]])).toEqual(['社会需求 60、创新 40（新在哪里）', '社会需求 60、创新 40'])
})

test('what is no rubric stays as it is', () => {
  expect(rubrics(zh, criteria, [30, [1]])).toEqual([30, [1]])
  expect(rubrics(zh, criteria, [undefined, 'x'])).toEqual([undefined, 'x'])
})

test('criteria without points are told by their names, hints where only these differ', () => {
  const held = [{ key: 'registered' }, { key: 'c2', name: '有章程', hint: '现行的' }]
  expect(rubrics(zh, criteria, [null, held])).toEqual(['', '依法登记、有章程'])
  expect(rubrics(zh, criteria, [held, [held[0], { key: 'c2', name: '有章程' }]])).toEqual(['依法登记、有章程（现行的）', '依法登记、有章程'])
})
