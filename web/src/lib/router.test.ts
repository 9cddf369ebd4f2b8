import { beforeAll, expect, test } from 'vitest'
import { find, nav, reaches, route, to } from './router.svelte'

const Page = (() => {}) as never
const load = async () => ({ default: Page })

beforeAll(async () => {
  await nav.start([route('/', load), route('/bases/:id', load), route('/bases/:id/spaces', load), route('/accounts', load)])
})

test('an address is found with its parameters, decoded', () => {
  expect(find('/bases/bas_01/spaces')?.params).toEqual({ id: 'bas_01' })
  expect(find('/bases/a%20b')?.params).toEqual({ id: 'a b' })
  expect(find('/bases')).toBeUndefined()
})

test('an address is made from its pattern', () => {
  expect(to('/bases/:id/spaces', { id: 'bas_01' }, { on: '2026-11-25', floor: undefined })).toBe('/bases/bas_01/spaces?on=2026-11-25')
})

test('going shows the page, and the query changes in place', async () => {
  await nav.go('/bases/bas_01?on=2026-01-01')
  expect(nav.shown.params).toEqual({ id: 'bas_01' })
  expect(nav.query('on')).toBe('2026-01-01')
  const before = history.length
  nav.setQuery({ on: null, floor: 'f1' })
  expect(nav.url.search).toBe('?floor=f1')
  expect(history.length).toBe(before)
})

test('a page that stays is not left', async () => {
  const free = nav.block(() => true)
  await nav.go('/accounts')
  expect(nav.path).toBe('/bases/bas_01')
  free()
  await nav.go('/accounts')
  expect(nav.path).toBe('/accounts')
})

test('an address of nothing is no page', async () => {
  await nav.go('/no/such')
  expect(nav.shown.route).toBeUndefined()
})

test('a page is reached by one of the abilities that it names', () => {
  const can = (ability: string) => ability === 'workdays.import'
  expect(reaches({}, can)).toBe(true)
  expect(reaches({ needs: 'imports.read' }, can)).toBe(false)
  expect(reaches({ needs: ['imports.read', 'workdays.import'] }, can)).toBe(true)
  expect(reaches({ needs: ['imports.read', 'imports.manage'] }, can)).toBe(false)
})
