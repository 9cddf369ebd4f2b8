import { expect, test } from 'vitest'
import { changes } from './diff'

test('only what differs is a change, in groups too', () => {
  expect(changes({ name: '甲', phone: null, details: { zones: ['a'], fee: 1 }, version: 1 }, { name: '甲', phone: '138', details: { zones: ['a', 'b'], fee: 1 }, version: 2 })).toEqual([
    { field: 'phone', from: '', to: '138' },
    { field: 'details.zones', from: 'a', to: 'a; b' },
  ])
})

test('a thing that was made or ended shows every field once', () => {
  expect(changes(null, { name: '乙' })).toEqual([{ field: 'name', from: '', to: '乙' }])
  expect(changes({ name: '乙' }, undefined)).toEqual([{ field: 'name', from: '乙', to: '' }])
})
