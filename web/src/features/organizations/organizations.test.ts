import { expect, test } from 'vitest'
import { contactsPatch, draftOf, patchOf, valueFrom } from './draft'
import { CONTACT_FIELDS, GROUPS, groupCode, groupsOf, plainCode, type OrganizationView } from './model'
import zh from '../../i18n/zh/organizations'

const one: OrganizationView = {
  id: 'org_1', name: '萨日朗青少年社工中心', kind: 'service_institution', home_base: { id: 'b', code: 'B01', short_name: '海拉尔' }, division: '150702',
  division_name: '海拉尔区', live: true, resident: true, hosts: [], places: [], version: 3, full_time_staff: 5, liaison_name: '乌日娜', can: {},
  details: { registration: { funds: '30000.00', address: '胜利大街 18 号' }, service: { tags: ['青少年'] }, credit: { annual_checks: [{ year: 2024, result: 'passed' }] } },
}
const group = (key: string) => GROUPS.find(found => found.key === key)!.fields

test('every field and group has its words', () => {
  for (const { key, fields } of GROUPS) {
    expect(key in zh.group).toBe(true)
    for (const { path } of fields) expect(path in zh.field, path).toBe(true)
  }
})

test('a registered organization has a certificate, a recorded one its recording', () => {
  const keys = (kind: 'association' | 'recorded') => groupsOf(kind).map(found => found.key)
  expect([keys('association').includes('certificate'), keys('association').includes('recording')]).toEqual([true, false])
  expect([keys('recorded').includes('certificate'), keys('recorded').includes('recording')]).toEqual([false, true])
})

test('the code is grouped for the eye and sent plain', () => {
  expect(groupCode('52150702MJY164823F')).toBe('52 150702 MJY164823 F')
  expect(plainCode('５２150702 mjy164823-f')).toBe('52150702MJY164823F')
  expect(groupCode('5215')).toBe('52 15')
})

test('nothing changed sends nothing', () => {
  for (const { fields } of GROUPS) expect(patchOf(one, fields, draftOf(one, fields))).toEqual({})
})

test('a changed detail sends its part, a cleared one leaves', () => {
  const draft = { ...draftOf(one, group('registration')), 'registration.funds': '50,000', 'registration.address': '' }
  expect(patchOf(one, group('registration'), draft)).toEqual({ details: { registration: { funds: '50000' } } })
})

test('top-level fields are sent alone', () => {
  const draft = { ...draftOf(one, group('staff')), full_time_staff: '7' }
  expect(patchOf(one, group('staff'), draft)).toEqual({ full_time_staff: 7 })
})

test('years and lists come back as they were meant', () => {
  const credit = { ...draftOf(one, group('credit')), 'credit.annual_checks': [{ year: '2024', result: 'passed' }, { year: '2025', result: 'basic' }, { year: '', result: '' }] }
  expect(patchOf(one, group('credit'), credit)['details']).toMatchObject({ credit: { annual_checks: [{ year: 2024, result: 'passed' }, { year: 2025, result: 'basic' }] } })
  expect(valueFrom({ path: 'x', kind: 'list' }, '儿童，老人、 妇女')).toEqual(['儿童', '老人', '妇女'])
  expect(valueFrom({ path: 'x', kind: 'bool' }, 'no')).toBe(false)
})

test('contacts are sent under flat names', () => {
  const fields = group('contact').filter(field => CONTACT_FIELDS.includes(field.path))
  const draft = { ...draftOf(one, fields), liaison_name: '斯琴', 'contact.wechat': 'sq01' }
  expect(contactsPatch(one, fields, draft)).toEqual({ liaison_name: '斯琴', wechat: 'sq01' })
})
