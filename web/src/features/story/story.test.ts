import { expect, test } from 'vitest'
import { amountOf, byYear, cellOf, daysOf, gathered, inOrder, most, pageOf, spanNamed, termOf, type Entry, type Step } from './model'

const step = (of: Partial<Step>): Step => ({ kind: 'residency.move_in', part: 'residency', open: true, ...of })
const entry = (day: string): Entry => ({ at: `${day}T01:00:00Z`, day, lead: step({}), with: [] })

test('entries stand under their years, in the order in which they come', () => {
  const years = byYear(['2026-03-01', '2026-01-05', '2025-12-31'].map(entry))
  expect(years.map(one => [one.year, one.entries.length])).toEqual([['2026', 2], ['2025', 1]])
  expect(byYear([])).toEqual([])
})

test('steps of one kind are told once, with all that they are about', () => {
  const steps = [step({ kind: 'allocation.assign', space: 'A-10' }), step({ kind: 'application.offer', number: 'B03-2026-0001' }), step({ kind: 'allocation.assign', space: 'A-2' })]
  expect(gathered(steps)).toEqual([{ kind: 'allocation.assign', about: ['A-2', 'A-10'] }, { kind: 'application.offer', about: ['B03-2026-0001'] }])
  expect(gathered([step({ kind: 'application.sign', number: 'n1' })], 'n1')).toEqual([{ kind: 'application.sign', about: [] }])
})

test('a step leads to its thing, and one that is not the reader’s to see leads nowhere', () => {
  expect(pageOf(step({ thing: 'rsd_1' }), false)).toBe('/residencies/rsd_1')
  expect(pageOf(step({ thing: 'rsd_1' }), true)).toBe('/my-residency/rsd_1')
  expect(pageOf(step({ part: 'place', thing: 'alo_1' }), false)).toBeUndefined()
  expect(pageOf(step({ open: false }), false)).toBeUndefined()
})

test('a term is told where it was agreed on', () => {
  const days = { from: '2026-12-03', to: '2027-12-02' }
  expect(termOf(step({ kind: 'residency.issue', ...days }))).toEqual(days)
  expect(termOf(step({ kind: 'residency.warn', ...days }))).toBeUndefined()
  expect(termOf(step({ kind: 'allocation.assign' }))).toBeUndefined()
})

test('spans of time are whole days', () => {
  expect(daysOf('this_year', '2026-11-23')).toEqual({ from: '2026-01-01' })
  expect(daysOf('last_year', '2026-11-23')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  expect(daysOf('twelve', '2026-11-23')).toEqual({ from: '2025-11-24' })
  expect(daysOf('own', '2026-11-23', { from: '2026-02-01' })).toEqual({ from: '2026-02-01' })
  expect([spanNamed('x'), spanNamed('twelve'), daysOf('all', '2026-11-23')]).toEqual(['all', 'twelve', {}])
  expect([inOrder({}), inOrder({ from: '2026-02-02', to: '2026-02-01' })]).toEqual([true, false])
})

test('what there is nothing of is nothing, and the most sets the length of a bar', () => {
  const rows = [250, 1200].map(amount => ({ amounts: [{ kind: 'desk_months' as const, unit: 'month' as const, amount }] }))
  expect([amountOf(rows[0]?.amounts ?? [], 'certificates'), most(rows, 'desk_months'), most([], 'desk_months')]).toEqual([0, 1200, 0])
  const passed = { amounts: [{ kind: 'assessments_passed' as const, unit: 'times' as const, amount: 100 }] }
  expect([cellOf(rows, rows[1] ?? passed, 'desk_months').share, cellOf([passed], passed, 'assessments_passed'), cellOf(rows, passed, 'desk_months')]).toEqual([1, { amount: 100, share: 0 }, { amount: 0, share: 0 }])
})
