import { expect, test } from 'vitest'
import { above } from './places'

test('places are named by the list of the place above', () => {
  expect(above(['150783', '150702', '150783201', '150783201203', '150783201204', '扎兰屯', null])).toEqual(['', '150783', '150783201'])
})
