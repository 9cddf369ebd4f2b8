import { expect, test } from 'vitest'
import { parted, progress } from './term'

test('a term says how far it has come', () => {
  expect(progress({ from: '2026-03-02', to: '2027-03-01', state: 'occupied' }, '2026-11-25')).toMatchObject({ left: 96, before: 0, months: 8 })
  expect(progress({ from: '2026-12-01', to: '2027-03-01', state: 'reserved' }, '2026-11-25')).toMatchObject({ share: 0, before: 6 })
  expect(progress({ from: '2026-01-01', to: '2026-11-20', state: 'occupied' }, '2026-11-25')).toMatchObject({ share: 1, left: -5 })
  expect(progress({ from: '2026-01-01', to: null, state: 'occupied' }, '2026-11-25').share).toBeUndefined()
})

test('what is in the hand comes before what is reserved, and the cancelled is nowhere', () => {
  const at = (state: string, from: string) => ({ state, from })
  const { now, past } = parted([at('ended', '2024-01-01'), at('reserved', '2026-12-01'), at('cancelled', '2026-01-01'), at('occupied', '2026-03-01'), at('ended', '2025-01-01')])
  expect(now.map(term => term.state)).toEqual(['occupied', 'reserved'])
  expect(past.map(term => term.from)).toEqual(['2025-01-01', '2024-01-01'])
})
