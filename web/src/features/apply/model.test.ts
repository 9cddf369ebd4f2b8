import { expect, test } from 'vitest'
import zh from '../../i18n/zh/apply'
import { aboutPath, applicantsOf, begun, draftOf, inOrder, lacking, lengthOf, nextDay, numberOf, oddOf, SECTIONS, sectionOf, wire, type WireForm } from './model'

const empty: WireForm = { equipment: [], fields: [], needs: [], plan: [], committed: false }
const full: WireForm = {
  mode: 'physical', place: 'desk', persons: 3, equipment: ['网络'], stage: 'budding', fields: ['助残'], introduction: '教邻居用手机。', projects: '手机课堂', funding: '会费',
  full_time: 0, part_time: 2, volunteers: 12, party_members: 1, needs: [{ need: 'finance', level: 3 }, { need: 'space', level: 1 }],
  plan: [{ what: '开课', by: '2027-03-01', target: '12 次' }], contact_name: '白音', contact_phone: '13847001234', committed: true,
}

test('what comes in goes out again, full or empty', () => {
  expect(wire(draftOf(empty))).toEqual(empty)
  expect(wire(draftOf(full))).toEqual(full)
})

test('without a place nothing is sent of it, and what was said of it stays', () => {
  const draft = { ...draftOf(full), mode: 'virtual' }
  expect(wire(draft)).not.toHaveProperty('place')
  expect(wire(draft)).not.toHaveProperty('persons')
  expect(wire(draft).equipment).toEqual([])
  expect(wire({ ...draft, mode: 'physical' })).toMatchObject({ place: 'desk', persons: 3 })
})

test('a line may lack its day while it is written', () => {
  const draft = draftOf(full)
  const [line] = draft.plan
  expect(wire({ ...draft, plan: [{ ...line!, by: '' }] }).plan[0]).not.toHaveProperty('by')
  expect(nextDay([], '2026-11-30')).toBe('2027-02-28')
  expect(nextDay(draftOf(full).plan, '2026-11-30')).toBe('2027-06-01')
})

test('numbers are typed in any width; what is no whole number is told and not sent', () => {
  expect(['１２', ' 3 ', '-4', '2.5', '3 人', '', '1234567890'].map(numberOf)).toEqual([12, 3, undefined, undefined, undefined, undefined, undefined])
  const draft = { ...draftOf(full), part_time: '2.5', volunteers: '-3', party_members: '1234567890', persons: 'x' }
  expect(oddOf(draft)).toEqual([['persons', 'not_whole'], ['part_time', 'not_whole'], ['volunteers', 'not_whole'], ['party_members', 'out_of_range']].map(([path, code]) => ({ path, code })))
  expect(wire(draft)).not.toHaveProperty('part_time')
  expect(oddOf({ ...draftOf(full), mode: 'virtual', persons: 'x' })).toEqual([])
  expect(wire({ ...draftOf(empty), full_time: '0' }).full_time).toBe(0)
  expect(lengthOf(' 𠀀好 ')).toBe(2)
})

test('every field is in one section and has its words', () => {
  const fields = SECTIONS.flatMap(section => section.fields as readonly string[])
  expect(new Set(fields).size).toBe(fields.length)
  for (const key of [...Object.keys(full), 'documents']) expect(fields, key).toContain(key)
  for (const key of fields) expect(key in zh.fields, key).toBe(true)
  expect([sectionOf('plan[0].by'), sectionOf('documents.d2'), sectionOf('committed'), sectionOf('nothing')]).toEqual(['plan', 'documents', 'promise', undefined])
})

test('what is missing is counted by section and met in the order of the page', () => {
  const documents = [{ key: 'd2' }, { key: 'd1' }]
  const missing = ['committed', 'documents.d1', 'plan[1].what', 'plan[0].target', 'plan[0].what', 'documents.d2', 'mode', 'unheard_of'].map(path => ({ path, code: 'required' }))
  expect(inOrder(missing, documents).map(one => one.path)).toEqual(['mode', 'plan[0].what', 'plan[0].target', 'plan[1].what', 'documents.d2', 'documents.d1', 'committed', 'unheard_of'])
  expect(lacking(missing)).toMatchObject({ place: 1, about: 0, plan: 3, documents: 2, promise: 1 })
})

test('a correction is beside what it is about, however the base names it', () => {
  const documents = [{ key: 'd1' }]
  expect([aboutPath('introduction', documents), aboutPath('d1', documents), aboutPath('documents.d1', documents), aboutPath('法人', documents), aboutPath(undefined, documents)]).toEqual(['introduction', 'documents.d1', 'documents.d1', undefined, undefined])
})

test('one applies for one’s own organizations only', () => {
  const role = (role: string, scope_kind: string, scope_id: string) => ({ id: role, role, scope_kind, scope_id, from: '2026-01-01' })
  const view = { organizations: [{ id: 'org_1', name: '一' }, { id: 'org_2', name: '二' }], roles: [role('liaison', 'organization', 'org_2'), role('mentor', 'organization', 'org_1'), role('liaison', 'base', 'org_1')] }
  expect(applicantsOf(view as never)).toEqual([{ id: 'org_2', name: '二' }])
  expect(applicantsOf(undefined)).toEqual([])
})

test('an application begins with what is known', () => {
  expect(begun({ modes: ['virtual'] }, { name: '白音', phone: '13847001234' })).toEqual({ ...empty, mode: 'virtual', contact_name: '白音', contact_phone: '13847001234' })
  expect(begun({ modes: ['physical', 'virtual'] }, { name: '白音' })).toEqual({ ...empty, contact_name: '白音' })
})
