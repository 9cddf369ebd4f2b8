import { expect, test } from 'vitest'
import { differing, merged } from './merge'

test('what was not touched becomes what someone else has saved', () => {
  const was = { phone: '1', area: '10', list: ['a'] }
  const mine = { phone: '1', area: '12', list: ['a'] }
  const theirs = { phone: '2', area: '10', list: ['a', 'b'] }
  expect(merged(was, mine, theirs)).toEqual({ phone: '2', area: '12', list: ['a', 'b'] })
})

test('what both have changed stays as typed', () => {
  expect(merged({ phone: '1' }, { phone: '3' }, { phone: '2' })).toEqual({ phone: '3' })
})

test('only what was touched is sent, also after someone else has saved', () => {
  const was = { phone: '1', email: 'a', list: ['a'] }
  expect(differing(was, { ...was, list: ['a'] })).toEqual({})
  const theirs = { phone: '2', email: 'a', list: ['a'] }
  const mine = merged(was, { ...was, email: '' }, theirs)
  expect(differing(theirs, mine)).toEqual({ email: '' })
})
