import { expect, test } from 'vitest'
import zh from '../../i18n/zh/proceedings'
import type { Residency } from '../residencies/model'
import { anyOpen, countsOf, examined, lastDays, mendDays, nextOfGraduation, nextOfRemoval, nextOfSuspension, nextOfWarning, openOf, pastOf, standOf, type Graduation, type Removal, type Suspension, type Warning } from './model'

const today = '2026-12-03'
const said = (text: string, on = today) => ({ text, by: '白雪', on, on_paper: false })
const check = (passed: boolean) => ({ passed, by: '斯琴', on: today })
const item = (what: string, due: string, more: object = {}) => ({ what, due, checks: [], ...more })
const warning = (items: Warning['items'], more: Partial<Warning> = {}): Warning => ({ ground: 'safety', text: '堆物', by: '斯琴', on: '2026-12-01', items, ...more })
const graduation = (more: Partial<Graduation> = {}): Graduation => ({ asked: said('申请'), side: 'organization', criteria: [{ key: 'registered' }, { key: 'c2', name: '有章程' }], judged: [], ...more })
const judged = (key: string, judgement: 'met' | 'unmet') => ({ key, judgement, evidence: '查', by: '斯琴', on: today })
const removal = (more: Partial<Removal> = {}): Removal => ({ grounds: ['sublet'], notice: said('转租'), hear_by: '2026-12-10', ...more })
const away = (more: Partial<Suspension> = {}): Suspension => ({ reason: '病', by: '斯琴', on: '2026-11-01', until: '2026-12-31', ...more })
const of = (at: Residency['state'], proceedings: object): Residency => ({ state: at, proceedings }) as unknown as Residency

test('what has no end is open, but not of somebody who leaves', () => {
  const open = warning([item('a', today)])
  expect(openOf(of('rectifying', { warnings: [warning([], { end: { outcome: 'cleared', by: '斯琴', on: today } }), open] })).warning).toBe(open)
  expect(openOf(of('leaving', { warnings: [open] }))).toEqual({})
  expect([anyOpen(of('active', {})), anyOpen(of('suspended', { suspensions: [away()] })), anyOpen(of('active', { suspensions: [away({ ended: today })] }))]).toEqual([false, true, false])
  // A removal that is announced does not end the warning that led to it.
  expect(Object.keys(openOf(of('removing', { warnings: [open], removals: [removal()] })))).toEqual(['warning', 'suspension', 'graduation', 'renewal', 'removal'])
})

test('what is over is told newest first, with how it ended', () => {
  const all = of('left', {
    warnings: [warning([], { on: '2026-01-01', end: { outcome: 'cleared', by: '', on: '2026-01-09' } }), warning([], { on: '2026-03-01' })],
    suspensions: [away({ on: '2026-02-01', ended: '2026-02-09' })],
    graduations: [graduation({ asked: said('', '2026-03-01'), end: { outcome: 'graduated', by: '', on: '2026-03-05', on_paper: false } })],
    renewals: [{ asked: said('', '2025-12-01'), until: '2025-12-31', wish: '2026-12-31', end: { outcome: 'renewed', by: '', on: '2025-12-09', on_paper: false } }],
  })
  expect(pastOf(all).map(one => [one.kind, one.outcome])).toEqual([['graduation', 'graduated'], ['warning', 'unfinished'], ['suspension', 'ended'], ['warning', 'cleared'], ['renewal', 'renewed']])
  expect(pastOf(of('rectifying', { warnings: [warning([item('a', today)])] }))).toEqual([])
})

test('a thing stands where the last look at it left it', () => {
  expect(standOf(item('a', today))).toBe('open')
  expect(standOf(item('a', today, { checks: [check(false)] }))).toBe('open')
  expect(standOf(item('a', today, { mended: said('好了') }))).toBe('reported')
  expect(standOf(item('a', today, { mended: said('好了'), checks: [check(false), check(true)] }))).toBe('passed')
  const counts = countsOf(warning([item('a', '2026-12-20'), item('b', '2026-12-10'), item('c', '2026-12-05', { mended: said('好') }), item('d', today, { checks: [check(true)] })]))
  expect(counts).toEqual({ open: 2, reported: 1, passed: 1, due: '2026-12-10' })
})

test('of a warning each side is told whose turn it is', () => {
  const [open, reported, done] = [item('a', today), item('b', today, { mended: said('好') }), item('c', today, { checks: [check(true)] })]
  const next = (items: Warning['items'], own: boolean): string => nextOfWarning(zh, warning(items), own, false)
  expect([next([open, reported], false), next([open, reported], true)]).toEqual([zh.warning.next.recheck(1), zh.warning.next.own_mend(1)])
  expect([next([reported, done], true), next([done], true), next([done], false), next([open], false)]).toEqual([zh.warning.next.own_recheck, zh.warning.next.own_clear, zh.warning.next.clear, zh.warning.next.mend(1)])
  expect(nextOfWarning(zh, warning([open]), true, true)).toBe(zh.warning.next.stopped)
})

test('a graduation is proposed when all is examined and nothing is unmet', () => {
  const of = (more: Partial<Graduation>): string => nextOfGraduation(zh, graduation(more), false)
  expect(examined(graduation({ judged: [judged('c2', 'unmet')] }))).toEqual({ open: 1, unmet: 1, judged: 1 })
  expect([of({}), of({ judged: [judged('registered', 'met')] }), of({ judged: [judged('c2', 'unmet')] })]).toEqual([zh.graduation.next.judge(2), zh.graduation.next.judge(1), zh.graduation.next.unmet(1)])
  expect(of({ judged: [judged('registered', 'met'), judged('c2', 'met')] })).toBe(zh.graduation.next.propose)
  expect(nextOfGraduation(zh, graduation({ proposed: said('建议') }), true)).toBe(zh.graduation.next.own_city)
})

test('a removal says until when a hearing may be asked for, by the clock where that is later', () => {
  const clock = (action: 'ask_hearing' | 'remove', due: string) => ({ action, owner: 'organization' as const, from: today, due, days_left: 5, overdue: false, provisional: false })
  expect(nextOfRemoval(zh, removal(), clock('ask_hearing', '2026-12-14'), true)).toContain('2026年12月14日')
  expect(nextOfRemoval(zh, removal(), undefined, false)).toContain('2026年12月10日')
  expect(nextOfRemoval(zh, removal(), clock('remove', '2026-12-17'), false)).toBe(zh.removal.next.over)
  expect(nextOfRemoval(zh, removal({ hearing: { asked: said('不') } }), undefined, true)).toBe(zh.removal.next.own_hear)
  expect(nextOfRemoval(zh, removal({ hearing: { asked: said('不'), held: said('听') } }), undefined, false)).toBe(zh.removal.next.held)
})

test('who stays away too long is told so', () => {
  expect(nextOfSuspension(zh, away(), false, '2026-12-31')).toBe(zh.suspension.next('2026年12月31日'))
  expect(nextOfSuspension(zh, away(), false, '2027-01-01')).toBe(zh.suspension.over('2026年12月31日'))
  expect(nextOfSuspension(zh, away(), true, '2027-01-01')).toBe(zh.suspension.own_over('2026年12月31日'))
})

test('days are offered within what may be', () => {
  expect(mendDays({ rectify_days: 30 }, today)).toEqual({ min: '2026-12-04', max: '2027-01-02' })
  expect(lastDays({ last: '2027-06-30' }, today)).toEqual({ min: today, max: '2027-06-30', month: '2026-12-31' })
  expect(lastDays({ last: '2026-12-20' }, today)).toEqual({ min: today, max: '2026-12-20', month: '2026-12-20' })
  expect(lastDays({ last: '2026-11-30' }, today)).toEqual({ min: today, max: today, month: today })
})
