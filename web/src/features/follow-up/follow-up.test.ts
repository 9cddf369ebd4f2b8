import { expect, test } from 'vitest'
import zh from '../../i18n/zh/follow-up'
import { newest, nextOf, notes, type Contact, type FollowUp } from './model'

const of = (more: Partial<FollowUp> = {}): FollowUp => ({ until: '2027-11-27', next: '2027-02-27', late: false, contacts: [], ...more })
const contact = (on: string, text: string): Contact => ({ on, way: 'visit', active: true, text, by: '斯琴', noted_on: on })

test('the base is told what is due, and that it is late; the organization only what comes', () => {
  expect([nextOf(zh, of(), false), nextOf(zh, of({ late: true }), false)]).toEqual([zh.next.due('2027年2月27日'), zh.next.late('2027年2月27日')])
  expect(nextOf(zh, of({ late: true }), true)).toBe(zh.next.own_due('2027年2月27日'))
  const { next: _, ...over } = of()
  expect([nextOf(zh, over, false), nextOf(zh, over, true)]).toEqual([zh.next.done, zh.next.own_done])
})

test('the latest contact comes first', () => {
  expect(newest([contact('2027-01-01', 'a'), contact('2027-02-01', 'b'), contact('2027-02-01', 'c')]).map(one => one.text)).toEqual(['c', 'b', 'a'])
})

test('a null in the answer is leave to note', () => {
  expect([notes({ ...of(), can: null } as unknown as FollowUp), notes(of({ can: 'not_allowed' }))]).toEqual([true, false])
})
