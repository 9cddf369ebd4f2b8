import { expect, test } from 'vitest'
import { moved } from './moved'

test('things move by one, and not over an end', () => {
  expect(moved([1, 2, 3], 2, -1)).toEqual([1, 3, 2])
  expect([moved([1, 2, 3], 0, -1), moved([1, 2, 3], 2, 1)]).toEqual([[1, 2, 3], [1, 2, 3]])
})
