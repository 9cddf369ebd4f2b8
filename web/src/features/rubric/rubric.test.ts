import { expect, test } from 'vitest'
import en from '../../i18n/en/rubric'
import zh from '../../i18n/zh/rubric'
import { criterionName } from './criteria'
import { criteriaIn, criteriaOf, emptyRow, oddPoints, pointsOf, rowsOf, sumOf, type Row } from './rows'

const rubric = [{ key: 'need', points: 60 }, { key: 'c2', name: '创新', points: 25, hint: '新在哪里' }, { key: 'fit', name: '合适', points: 15 }]

test('a criterion is called by its own name, else by the catalogue’s', () => {
  expect(rubric.map(of => criterionName(zh, of))).toEqual(['社会需求', '创新', '合适'])
  expect(criterionName(en, { key: 'need', name: ' ' })).toBe('Need in society')
  // A key of a newer service is shown as it is.
  expect(criterionName(zh, { key: 'later' })).toBe('later')
})

test('what nobody renames goes back as it came, so that its name stays in both languages', () => {
  expect(criteriaOf(zh, rowsOf(zh, rubric))).toEqual([{ key: 'need', points: 60 }, { name: '创新', points: 25, hint: '新在哪里' }, { key: 'fit', name: '合适', points: 15 }])
  const rows = rowsOf(en, rubric)
  Object.assign(rows[0] as Row, { name: 'Who needs it', points: '５０' })
  expect(criteriaOf(en, rows)[0]).toEqual({ name: 'Who needs it', points: 50 })
  expect(criteriaOf(zh, [{ ...emptyRow(), name: ' 影响 ', points: 'x', hint: ' ' }])).toEqual([{ name: '影响', points: 0 }])
})

test('the sum counts whole points only', () => {
  expect(sumOf(rowsOf(zh, rubric))).toBe(100)
  expect(['20', ' 20 ', '２０', '20.5', '-1', ''].map(points => pointsOf({ points }))).toEqual([20, 20, 20, 0, 0, 0])
})

test('what is no whole number is told, and an empty field is not', () => {
  expect(['20', ' ２０ ', '', '20.5', '20,5', '-1', 'x'].map(points => oddPoints({ points }))).toEqual([false, false, false, true, true, true, true])
})

test('whatever a setting holds is read as criteria or as none', () => {
  expect([criteriaIn(rubric).length, criteriaIn('x').length, criteriaIn([1, null, { points: 3 }]).length]).toEqual([3, 0, 1])
})
