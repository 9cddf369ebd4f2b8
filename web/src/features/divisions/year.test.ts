import { expect, test } from 'vitest'
import { stretches, weeks } from './year'

test('a month begins under its weekday', () => {
  const november = weeks(2026, 11)
  expect(november[0]?.map(cell => cell?.n)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, 1])
  expect(november.flat().filter(Boolean)).toHaveLength(30)
  expect(weeks(2027, 2)).toHaveLength(4)
})

test('days off become stretches with their make-up days', () => {
  const off = (date: string) => ({ date, kind: 'off' as const, name: 'National Day' })
  expect(stretches([off('2026-10-02'), off('2026-10-01'), { date: '2026-09-27', kind: 'work', name: 'National Day' }, off('2026-10-03')])).toEqual([
    { name: 'National Day', from: '2026-10-01', to: '2026-10-03', days: 3, work: ['2026-09-27'], division: undefined },
  ])
})
