import { expect, test } from 'vitest'
import { scopeOf, turned, widened } from './scope.svelte'

const at = (path: string): URL => new URL(path, 'http://127.0.0.1')
const city = { base: 'bas_1', city: true }
const two = { base: 'bas_1', city: false }

test('the address says of which base a page is', () => {
  expect(scopeOf(at('/bases/bas_2/spaces?base=bas_3'), city)).toEqual({ base: 'bas_2' })
  expect(scopeOf(at('/organizations?base=bas_2'), city)).toEqual({ base: 'bas_2' })
  expect(scopeOf(at('/city?base=bas_2'), city)).toBe('whole')
})

test('without a base a list is of all that one sees, a ledger of the base where one works', () => {
  expect(scopeOf(at('/organizations'), two)).toBe('whole')
  expect(scopeOf(at('/settings'), city)).toBe('whole')
  expect(scopeOf(at('/applications'), city)).toBe('whole')
  expect(scopeOf(at('/intakes'), city)).toEqual({ base: 'bas_1' })
  expect(scopeOf(at('/settings'), two)).toEqual({ base: 'bas_1' })
  expect(scopeOf(at('/allocations?state=all'), city)).toEqual({ base: 'bas_1' })
})

test('a calendar, an account, one organization are of no base', () => {
  for (const path of ['/calendar', '/accounts', '/imports', '/me', '/organizations/org_1', '/handovers/hov_1?base=bas_2']) expect(scopeOf(at(path), city)).toBe('none')
})

test('another base is shown by the same page, with its filters but not with a desk of the old one', () => {
  expect(turned(at('/bases/bas_1'), 'bas_2', true)).toBe('/bases/bas_2')
  expect(turned(at('/bases/bas_1/about'), 'bas_2', true)).toBe('/bases/bas_2/about')
  expect(turned(at('/organizations?q=x&base=bas_1'), 'bas_2', true)).toBe('/organizations?q=x&base=bas_2')
  expect(turned(at('/allocations?state=all&space=spc_1'), 'bas_2', true)).toBe('/allocations?state=all&base=bas_2')
})

test('a page of no base leads to the base', () => {
  expect(turned(at('/calendar'), 'bas_2', true)).toBe('/bases/bas_2')
  expect(turned(at('/city'), 'bas_2', true)).toBe('/bases/bas_2')
  expect(turned(at('/calendar'), 'bas_2', false)).toBe('/bases/bas_2/about')
})

test('all is the list without a base where there is one, else the city', () => {
  expect(widened(at('/organizations?q=x&base=bas_1'), false)).toBe('/organizations?q=x')
  expect(widened(at('/settings?base=bas_1'), true)).toBe('/settings')
  expect(widened(at('/settings?base=bas_1'), false)).toBeUndefined()
  expect(widened(at('/bases/bas_1/spaces'), true)).toBe('/city')
  expect(widened(at('/calendar'), false)).toBeUndefined()
})
