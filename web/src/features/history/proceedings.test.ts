import { expect, test } from 'vitest'
import { changes, news } from './diff'

const diff = (was: object, is: object) => changes({ proceedings: was }, { proceedings: is })
const item = { what: '清理通道', due: '2026-12-10' }
const warning = { ground: 'safety', text: '堆物', by: '斯琴', on: '2026-12-01', items: [item, { what: '学习', due: '2026-12-20' }] }

test('a warning is told by why, what, and what is to be put right', () => {
  expect(diff({}, { warnings: [warning] })).toEqual([
    { field: 'proceedings.warning.ground', from: undefined, to: 'safety' },
    { field: 'proceedings.warning.text', from: undefined, to: '堆物' },
    { field: 'proceedings.warning.items', from: undefined, to: [{ what: '清理通道', due: '2026-12-10' }, { what: '学习', due: '2026-12-20' }] },
  ])
  // The first of two is not told again.
  const second = { ...warning, ground: 'rules' }
  expect(diff({ warnings: [warning] }, { warnings: [warning, second] })[0]).toEqual({ field: 'proceedings.warning.ground', from: undefined, to: 'rules' })
})

test('a report and a look at it name the thing that they are about', () => {
  const reported = { ...warning, items: [{ ...item, mended: { text: '已清', by: '白雪', on: '2026-12-02' } }, warning.items[1]] }
  expect(diff({ warnings: [warning] }, { warnings: [reported] })).toEqual([{ field: 'proceedings.warning.mended', from: undefined, to: '已清', of: '清理通道' }])
  const failed = { ...warning, items: [{ ...item, due: '2026-12-15', checks: [{ passed: false, note: '仍有', by: '斯琴', on: '2026-12-03' }] }, warning.items[1]] }
  // That the report is gone with it is not told beside.
  expect(diff({ warnings: [reported] }, { warnings: [failed] })).toEqual([
    { field: 'proceedings.warning.checks', from: undefined, to: { passed: false, note: '仍有' }, of: '清理通道' },
    { field: 'proceedings.warning.due', from: '2026-12-10', to: '2026-12-15', of: '清理通道' },
  ])
  expect(diff({ warnings: [warning] }, { warnings: [{ ...warning, end: { outcome: 'cleared', by: '斯琴', on: '2026-12-04' } }] })).toEqual([{ field: 'proceedings.warning.outcome', from: undefined, to: 'cleared' }])
})

test('of a graduation only the criterion that was examined is told, by its own name if it has one', () => {
  const asked = { asked: { text: '申请', by: '白雪', on: '2026-12-01' }, criteria: [{ key: 'registered' }, { key: 'c2', name: '有章程' }], judged: [] as object[] }
  const one = { ...asked, judged: [{ key: 'registered', judgement: 'met', evidence: '证书', by: '斯琴', on: '2026-12-02' }] }
  const two = { ...asked, judged: [...one.judged, { key: 'c2', judgement: 'unmet', evidence: '没有', by: '斯琴', on: '2026-12-02' }] }
  expect(diff({ graduations: [asked] }, { graduations: [one] })).toEqual([{ field: 'proceedings.graduation.judged', from: undefined, to: { judgement: 'met', evidence: '证书' }, of: 'registered' }])
  expect(diff({ graduations: [one] }, { graduations: [two] })).toEqual([{ field: 'proceedings.graduation.judged', from: undefined, to: { judgement: 'unmet', evidence: '没有' }, of: '有章程' }])
})

test('of a renewal what was asked, what was offered, and how it came out', () => {
  const asked = { asked: { text: '继续办', by: '白雪', on: '2026-12-01' }, until: '2026-12-31', wish: '2027-12-31' }
  const offered = { ...asked, offer: { agreement: 'agr_x', last: '2027-06-30', sign_by: '2026-12-15', by: '斯琴', on: '2026-12-02' } }
  const anew = { ...offered, offer: { ...offered.offer, agreement: 'agr_y', last: '2027-12-31' } }
  const told = (was: object[], is: object[]) => diff({ renewals: was }, { renewals: is }).map(one => [one.field.replace('proceedings.renewal.', ''), one.from, one.to])
  expect(told([], [asked])).toEqual([['asked', undefined, '继续办'], ['wish', undefined, '2027-12-31']])
  expect(told([asked], [offered])).toEqual([['to', undefined, '2027-06-30'], ['sign_by', undefined, '2026-12-15']])
  expect(told([offered], [anew])).toEqual([['to', '2027-06-30', '2027-12-31']])
  expect(told([anew], [{ ...anew, end: { outcome: 'denied', reason: '另有安排', by: '斯琴', on: '2026-12-03' } }])).toEqual([['outcome', undefined, 'denied'], ['reason', undefined, '另有安排']])
})

test('a removal is told step by step', () => {
  const announced = { grounds: ['sublet'], notice: { text: '转租', by: '斯琴', on: '2026-12-01' }, hear_by: '2026-12-08' }
  const asked = { ...announced, hearing: { asked: { text: '没有', by: '白雪', on: '2026-12-02' } } }
  expect(diff({}, { removals: [announced] }).map(one => one.field)).toEqual(['proceedings.removal.grounds', 'proceedings.removal.notice', 'proceedings.removal.hear_by'])
  expect(diff({ removals: [announced] }, { removals: [asked] })).toEqual([{ field: 'proceedings.removal.hearing', from: undefined, to: '没有' }])
})

test('of the contacts with a graduate only the new one is told, without who noted it', () => {
  const contact = (text: string) => ({ on: '2026-12-01', way: 'visit', active: true, text, by: '斯琴', noted_on: '2026-12-02' })
  expect(news({ field: 'contacts', from: [contact('一')], to: [contact('一'), contact('二')] })[1]).toEqual([{ on: '2026-12-01', way: 'visit', active: true, text: '二', need: undefined }])
})
