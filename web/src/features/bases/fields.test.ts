import { expect, test } from 'vitest'
import { detailsOf, draftOf, GROUPS } from './fields'

test('what the form shows goes back unchanged', () => {
  const details = { sponsor: '市民政局', zones: ['办公区', '路演厅'], gross_area_m2: 1860.5, mode_physical: false, virtual_seats: 20, lease_until: '2028-06-30' }
  expect(detailsOf(draftOf(details))).toEqual(details)
})

test('an emptied field is left out, an emptied list is empty', () => {
  const draft = draftOf({ zones: ['a'], hotline: '0470-8223344' })
  draft.hotline = ' '
  draft.zones = '\n'
  expect(detailsOf(draft)).toEqual({ zones: [] })
})

test('no field stands twice', () => {
  const names = GROUPS.flatMap(group => group.fields.map(([name]) => name))
  expect(new Set(names).size).toBe(names.length)
})
