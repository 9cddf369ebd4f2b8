import { expect, test } from 'vitest'
import zh from '../../i18n/zh/renewals'
import { ApiProblem } from '../../lib/problem'
import { inTheWay, nextOf, paperOf, quickOf, renews, within, type Renewal, type Rules } from './model'

const rules: Rules = { ask_by: '2026-12-01', first: '2027-01-01', latest: '2028-02-29', usual: '2027-12-31', left: 2, sign_by: '2026-12-07' }
const renewal = (more: Partial<Renewal> = {}): Renewal => ({ asked: { text: '继续', by: '白雪', on: '2026-11-23', on_paper: false }, until: '2026-12-31', wish: '2027-06-30', ...more })
const offer = { agreement: 'agr_x', last: '2027-06-30', sign_by: '2026-12-07', by: '斯琴', on: '2026-11-23' }
const clock = (action: 'offer_renewal' | 'sign_renewal', due: string, overdue = false) => ({ action, owner: 'base' as const, from: '2026-11-23', due, days_left: overdue ? -1 : 5, overdue, provisional: false })

test('a dialog begins with what is wished, within what the rules allow', () => {
  expect([within('2027-06-30', rules), within('2029-01-01', rules), within('2026-12-31', rules)]).toEqual(['2027-06-30', '2028-02-29', '2027-01-01'])
})

test('days that are often meant are offered once each', () => {
  expect(quickOf(zh, rules, '2027-06-30').map(one => one.value)).toEqual(['2027-06-30', '2027-12-31', '2028-02-29'])
  // What is wished and usual at once is told as the wish; what is beyond the rules is the latest.
  expect(quickOf(zh, rules, '2027-12-31').map(one => one.label)).toEqual([zh.days.wish, zh.days.latest])
  expect(quickOf(zh, { ...rules, usual: '2030-01-01' })).toEqual([{ label: zh.days.usual, value: '2028-02-29' }])
})

test('each side is told what comes next, by the day of the clock', () => {
  expect(nextOf(zh, renewal(), clock('offer_renewal', '2026-12-07'), true)).toBe(zh.next.own_answer('2026年12月7日'))
  // That the base is late is not told as a promise.
  expect(nextOf(zh, renewal(), clock('offer_renewal', '2026-12-07', true), true)).toBe(zh.next.own_answer(''))
  expect(nextOf(zh, renewal(), undefined, false)).toBe(zh.next.answer)
  expect(nextOf(zh, renewal({ offer }), clock('sign_renewal', '2026-12-09'), false)).toBe(zh.next.sign('2026年12月9日'))
  expect(nextOf(zh, renewal({ offer }), undefined, true)).toBe(zh.next.own_sign('2026年12月7日'))
  expect([nextOf(zh, renewal({ offer }), clock('sign_renewal', '2026-12-07', true), false), nextOf(zh, renewal({ offer }), clock('sign_renewal', '2026-12-07', true), true)]).toEqual([zh.next.late('2026年12月7日'), zh.next.own_late('2026年12月7日')])
})

test('the paper of an offer is the one that it names', () => {
  const supplements = [{ id: 'agr_y' }, { id: 'agr_x' }] as Parameters<typeof paperOf>[0]['supplements']
  expect(paperOf({ supplements }, renewal({ offer }))?.id).toBe('agr_x')
  expect(paperOf({ supplements }, renewal())).toBeUndefined()
})

test('steps with a request have dialogs of their own', () => {
  expect([renews({ act: 'offer_renewal' }), renews({ act: 'offer' }), renews({ act: 'ask_graduation' })]).toEqual([true, false, false])
})

test('what is in the way is told with who has it, and until when one could stay', () => {
  const taken = (values: Record<string, unknown>) => new ApiProblem({ status: 409, code: 'taken', title: '', detail: '', values })
  const holders = [{ name: '阿尔山义工队', from: '2027-03-01', to: null }]
  const way = inTheWay(zh, taken({ space_code: '204', from: '2027-03-01', to: '2027-12-31', holders }), rules)
  expect(way).toEqual({ lines: [zh.offering.holder('204', '阿尔山义工队', '2027年3月1日')], until: '2027-02-28' })
  // From the first day on there is nothing to shorten to.
  expect(inTheWay(zh, taken({ space_code: '204', from: '2027-01-01', purposes: ['closure'] }), rules)).toEqual({ lines: [zh.offering.closed('204')], until: undefined })
  expect(inTheWay(zh, new ApiProblem({ status: 409, code: 'no_place_to_extend', title: '', detail: '' }), rules)).toBeUndefined()
})
