import { expect, test } from 'vitest'
import { changes, placesIn, subject, text, news } from './diff'

const line = (more: object) => ({ action: '', stream: 'alo_1', request: 'r1', values: {}, before: null, after: null, ...more })

test('only what differs is a change, in groups too', () => {
  expect(changes({ name: '甲', phone: null, details: { zones: ['a'], fee: 1 }, version: 1 }, { name: '甲', phone: '138', details: { zones: ['a', 'b'], fee: 1 }, version: 2 })).toEqual([
    { field: 'phone', from: null, to: '138' },
    { field: 'details.zones', from: ['a'], to: ['a', 'b'] },
  ])
})

test('a thing that was made or ended shows every field once, and nothing that only machines read', () => {
  expect(changes(null, { name: '乙' })).toEqual([{ field: 'name', from: undefined, to: '乙' }])
  expect(changes({ name: '乙' }, undefined)).toEqual([{ field: 'name', from: '乙', to: undefined }])
  expect(changes(null, { name: '章程.pdf', size: 9, sha256: 'ab', media_type: 'x/y' }, ['name'])).toEqual([{ field: 'size', from: undefined, to: 9 }])
})

test('lists of things are one line, told word by word', () => {
  const tell = (word: string) => ({ passed: '合格', '✓': '是' })[word] ?? word
  expect(text([{ year: 2024, result: 'passed' }, { year: 2025, result: null }], tell)).toBe('2024 合格; 2025')
  expect(text(true, tell)).toBe('是')
})

test('a line names what it is about, but not the thing whose page it stands on', () => {
  const values = { space: 'A-101', organization: '草原社工', from: '2026-01-01', to: null }
  const assigned = line({ action: 'allocation.assign', values, after: { from: '2026-01-01', to: null, state: 'reserved' } })
  expect(subject(assigned, 'spc_1').names.map(one => one.value)).toEqual(['A-101', '草原社工'])
  expect(subject(assigned, 'org_1')).toMatchObject({ names: [{ field: 'space', value: 'A-101' }], from: '2026-01-01', to: null })
  expect(changes(assigned.before, assigned.after, subject(assigned, 'org_1').told).map(one => one.field)).toEqual(['state'])
  expect(subject(line({ action: 'organizations.edit', stream: 'org_1', values: { name: '草原社工' } }), 'org_1').names).toEqual([])
  expect(subject(line({ action: 'accounts.create_token', stream: 'acc_1', values: { name: '报表' } }), 'acc_1').names).toEqual([{ field: 'name', value: '报表' }])
  expect(subject(line({ action: 'accounts.grant', stream: 'acc_1', values: { name: '甲', role: 'liaison' }, after: { role: 'liaison', first: '2026-01-01', last: null } }), 'acc_1')).toMatchObject({ names: [{ field: 'role', value: 'liaison' }], from: '2026-01-01', to: null })
})

test('days that were moved are told from when to when, days that were only set once', () => {
  const extended = line({ action: 'allocation.extend', values: { space: 'A-101', from: '2026-01-01', to: '2027-06-30' }, before: { to: null }, after: { to: '2027-06-30' } })
  expect(changes(extended.before, extended.after, subject(extended, 'org_1').told)).toEqual([{ field: 'to', from: null, to: '2027-06-30' }])
  const set = line({ action: 'settings.set', stream: 'setting x', values: { key: 'allocation.expiring_days', from: '2026-12-01' }, before: { value: 30 }, after: { value: 45, from: '2026-12-01' } })
  expect(changes(set.before, set.after, subject(set, 'bas_1').told).map(one => one.field)).toEqual(['value'])
})

test('a swap says where it led', () => {
  const away = line({ action: 'allocation.swap', values: { space: 'A-101', organization: '甲' }, before: { state: 'occupied' }, after: { state: 'ended' } })
  const others = ['乙', '甲'].map((organization, i) => line({ action: 'allocation.swap_in', values: { space: `B-${i}`, organization } }))
  expect(subject(away, 'org_1', others).onto).toBe('B-1')
})

test('what is done with a review names whom it is about and why, once', () => {
  const given = line({ action: 'review.unlock', stream: 'rvw_1', values: { name: '方敏', reason: '漏看附件' }, before: null, after: null })
  expect(subject(given, 'rvw_1').names.map(one => one.value)).toEqual(['方敏', '漏看附件'])
  const off = line({ action: 'review.cancel', stream: 'rvw_1', values: { reason: '人数不足' }, before: { state: 'open' }, after: { state: 'cancelled', reason: '人数不足' } })
  expect(subject(off, 'rvw_1').names).toEqual([])
})

test('codes of places are found by their fields', () => {
  expect(placesIn([{ field: 'division', from: '150783', to: '150702' }, { field: 'township', from: null, to: '150783201' }, { field: 'name', from: '150783', to: '1' }])).toEqual(['150783', '150702', null, '150783201'])
})

test('of what was found in a first check only what is new is told, without who and when', () => {
  const one = { by: '赵海燕', evidence: '看过原件', on: '2026-11-28', passed: true, rule: 'true_papers' }
  const two = { ...one, rule: 'no_scandal', passed: false }
  expect(news({ field: 'rulings', from: [one], to: [one, two] })).toEqual([[], [{ rule: 'no_scandal', passed: false, evidence: '看过原件' }]])
  expect(news({ field: 'rulings', from: undefined, to: [one] })[1]).toHaveLength(1)
  expect(news({ field: 'documents', from: [1], to: [1, 2] })).toEqual([[1], [1, 2]])
})

test('of a notice only what became of its things is told', () => {
  const [was, is] = [[{ thing: 'app_1', fields: [['organization', 'A']] }, { thing: 'app_2', fields: [] }], [{ thing: 'app_1', fields: [['organization', 'A']], outcome: 'approved' }, { thing: 'app_2', fields: [] }]]
  const [change] = changes({ subjects: was, hash: 'a' }, { subjects: is, hash: 'b' })
  expect(change?.field).toBe('subjects')
  expect(news(change as never).map(value => text(value))).toEqual(['app_1', 'app_1 approved'])
})

test('what is done with an objection names its number', () => {
  const line = { action: 'notice.object', stream: 'ntc_1', request: '', values: { number: 'YY2026-0001' }, before: null, after: null }
  expect(subject(line as never, 'ntc_1').names).toEqual([{ field: 'number', value: 'YY2026-0001' }])
})

test('a step of a residency names its agreement elsewhere, and its term only where that was agreed on', () => {
  const values = { name: '草原社工', number: 'B03-XY-2026-0001', from: '2026-12-03', to: '2027-12-02' }
  const issued = line({ action: 'residency.issue', stream: 'org_1', values })
  expect(subject(issued, 'org_1')).toMatchObject({ names: [{ field: 'number', value: 'B03-XY-2026-0001' }], from: '2026-12-03', to: '2027-12-02' })
  const checked = line({ action: 'residency.check', stream: 'rsd_1', values, before: { exit: {} }, after: { exit: {} } })
  expect([subject(checked, 'rsd_1').names, subject(checked, 'rsd_1').from]).toEqual([[], undefined])
})

test('of a checklist only what was settled is told, and digests are not', () => {
  const keys = { item: 'keys', outcome: 'done', by: '斯琴', on: '2027-01-02' }
  const fees = { item: 'fees', outcome: 'not_needed', note: '没有费用', by: '斯琴', on: '2027-01-02' }
  const [change] = changes({ exit: { kind: 'withdrawn', checked: [keys] } }, { exit: { kind: 'withdrawn', checked: [keys, fees] } })
  expect(change?.field).toBe('exit.checked')
  expect(news(change as never).map(value => text(value))).toEqual(['', 'fees not_needed 没有费用'])
  expect(news({ field: 'exit.confirmed', from: [], to: [{ party: 'base', by: '斯琴', on: '2027-01-02' }] }).map(value => text(value))).toEqual(['', 'base'])
  expect(changes(null, { number: '1', hash: 'a', pdf: 'b' }).map(one => one.field)).toEqual(['number'])
})

test('of the text of agreements only the clauses that differ are told', () => {
  const one = { heading: '一', text: '甲' }
  expect(news({ field: 'value.clauses', from: [one, { heading: '二', text: '乙' }], to: [one, { heading: '二', text: '丙' }] }).map(value => text(value))).toEqual(['二 乙', '二 丙'])
})
