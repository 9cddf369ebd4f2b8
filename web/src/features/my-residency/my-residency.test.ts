import { expect, test } from 'vitest'
import zh from '../../i18n/zh/my-residency'
import { endsSoon, lead, noticeOf, stand, stayed } from './model'

const today = '2026-12-03'
const clock = (due: string, days_left: number, overdue = false) => ({ action: 'sign' as const, owner: 'organization' as const, from: today, due, days_left, overdue, provisional: false })
const of = (more: object) => ({ state: 'agreeing' as const, first: '2026-12-03', last: '2027-12-02', over: false, ...more })

test('who has to sign is told by when, with the days that are left', () => {
  expect(lead(zh, of({ clock: clock('2026-12-17', 10) }), today)).toEqual({ text: '请在 12月17日（含当日，还有 10 个工作日）前签署协议。', tone: 'calm' })
  expect(lead(zh, of({ clock: clock('2026-12-07', 2) }), today).tone).toBe('soon')
  expect(lead(zh, of({ clock: clock('2026-12-03', 0) }), today).text).toContain('含当日，今天到期')
  // A day off after the last working day: no number is told that is none.
  expect(lead(zh, of({ clock: clock('2026-12-06', 0) }), today).text).toBe('请在 12月6日（含当日）前签署协议。')
  expect(lead(zh, of({ clock: clock('2026-12-02', -1, true) }), today)).toMatchObject({ text: expect.stringContaining('12月2日 已过'), tone: 'late' })
})

test('what is signed says when it begins and by when to move in', () => {
  const due = { state: 'signed' as const, clock: clock('2026-12-18', 11) }
  expect(lead(zh, of(due), today).text).toBe('协议已签。请与基地约好时间，在 12月18日（含当日，还有 11 个工作日）前办理入驻交接。')
  expect(lead(zh, of({ ...due, first: '2026-12-10' }), today).text).toContain('从 12月10日 开始')
  expect(lead(zh, of({ state: 'signed' as const }), today).text).toBe(zh.lead.signed_plain)
})

test('a residency says how long it lasts still, and that it is over', () => {
  const active = { state: 'active' as const, began: '2026-12-03' }
  expect(lead(zh, of(active), today)).toEqual({ text: '在驻中。协议到 2027年12月2日 期满，还有 364 天。', tone: 'good' })
  expect(lead(zh, of({ ...active, last: '2026-12-20' }), today).tone).toBe('soon')
  expect(lead(zh, of({ ...active, last: today }), today).text).toContain('今天期满')
  expect(lead(zh, of({ ...active, last: '2026-12-01', over: true }), today)).toEqual({ text: '协议期限 12月1日 已满，请联系基地办理退驻。', tone: 'late' })
})

test('who leaves is told the last day, and what is over says so', () => {
  expect(lead(zh, of({ state: 'leaving' as const, ended: '2027-01-02' }), today).text).toBe(zh.lead.leaving_plain('2027年1月2日'))
  expect(lead(zh, of({ state: 'leaving' as const, ended: '2026-12-01', clock: clock('2026-12-02', -1, true) }), today)).toMatchObject({ tone: 'late' })
  expect(lead(zh, of({ state: 'left' as const, ended: '2026-12-01' }), today).text).toBe('已于 12月1日 退驻。')
  expect(lead(zh, of({ state: 'forfeited' as const }), today).text).toBe(zh.lead.forfeited)
})

test('what is set going says what there is to do, and by when', () => {
  const item = (due: string, more: object = {}) => ({ what: '清理', due, checks: [], ...more })
  const warned = (...items: object[]) => ({ proceedings: { warnings: [{ ground: 'safety', text: '', by: '', on: today, items }] } }) as object
  const rectifying = { state: 'rectifying' as const, clock: { ...clock('2026-12-10', 5), action: 'mend' as const } }
  expect(lead(zh, of({ ...rectifying, ...warned(item('2026-12-10'), item('2026-12-20')) }), today)).toEqual({ text: '整改：2 项待办，最近的一项 12月10日到期。', tone: 'soon' })
  expect(lead(zh, of({ ...rectifying, ...warned(item('2026-12-10')) }), today).text).toBe('整改：1 项待办，12月10日到期。')
  // A list knows no more than the day.
  expect(lead(zh, of(rectifying), today).text).toBe(zh.lead.mend_plain('12月10日'))
  expect(lead(zh, of({ ...rectifying, ...warned(item('2026-12-01')), clock: { ...clock('2026-12-01', -2, true), action: 'mend' as const } }), today)).toMatchObject({ tone: 'late', text: expect.stringContaining('已到期') })
  const recheck = { ...clock('2026-12-10', 5), action: 'recheck' as const }
  const passed = { checks: [{ passed: true, by: '', on: today }] }
  expect(lead(zh, of({ ...rectifying, ...warned(item('2026-12-10', { mended: { text: '好', by: '', on: today } })), clock: recheck }), today).text).toBe(zh.lead.mended)
  expect(lead(zh, of({ ...rectifying, ...warned(item('2026-12-10', passed)), clock: recheck }), today).text).toBe(zh.lead.mended_all)
})

test('who is away, asks to graduate or is to be removed is told so', () => {
  const away = (until: string) => ({ state: 'suspended' as const, proceedings: { suspensions: [{ reason: '', by: '', on: today, until }] } })
  expect([lead(zh, of(away('2026-12-31')), today).text, lead(zh, of(away('2026-12-01')), today).tone, lead(zh, of({ state: 'suspended' as const }), today).text]).toEqual([zh.lead.suspended('12月31日'), 'late', zh.lead.suspended_plain])
  expect(lead(zh, of({ state: 'graduating' as const, clock: { ...clock('2026-12-10', 5), action: 'propose' as const } }), today).text).toBe('已申请出壳，基地在 12月10日（含当日）前评估。')
  const removing = (action: string) => lead(zh, of({ state: 'removing' as const, clock: { ...clock('2026-12-10', 5), action } }), today).text
  expect([removing('ask_hearing'), removing('hear'), removing('remove')]).toEqual([zh.lead.removing_ask('12月10日'), zh.lead.removing_hear, zh.lead.removing])
  const exit = (exit_kind: string) => ({ exit_kind }) as object
  expect(lead(zh, of({ state: 'left' as const, ended: '2026-12-01', ...exit('graduated') }), today).text).toBe('已于 12月1日 出壳。')
  expect(lead(zh, of({ state: 'leaving' as const, ended: '2026-12-31', ...exit('removed') }), today).text).toMatch(/^市级已决定清退。正在退驻/)
})

test('when the end is near it is told until when one may ask to stay, if one may', () => {
  const renewal = { ask_by: '2026-12-31', first: '2027-02-01', latest: '2028-01-31', usual: '2028-01-31', left: 2, sign_by: '2026-12-17' }
  const active = (more: object = {}) => lead(zh, of({ state: 'active' as const, last: '2027-01-31', renewal, can: { ask_renewal: null }, ...more }), today).text
  expect(active()).toBe('在驻中。协议到 2027年1月31日 期满，还有 59 天。12月31日（含当日）前可申请续驻。')
  for (const more of [{ can: { ask_renewal: 'renewals_used' } }, { can: {} }, { renewal: undefined }, { last: '2027-06-30' }]) expect(active(more)).not.toContain('续驻')
  expect([endsSoon({ last: '2027-03-03' }, today), endsSoon({ last: '2027-03-04' }, today)]).toEqual([true, false])
})

test('who asked to stay is told who has to act, and until when', () => {
  const told = (state: 'renewing' | 'extending', due: string, left: number, late = false) => lead(zh, of({ state, clock: clock(due, left, late) }), today)
  expect(told('renewing', '2026-12-17', 10)).toEqual({ text: '已申请续驻，基地在 12月17日（含当日）前答复。', tone: 'calm' })
  expect(told('renewing', '2026-12-01', -2, true).text).toBe('已申请续驻，基地正在审核。')
  expect(told('extending', '2026-12-07', 2)).toEqual({ text: '基地同意续驻。请在 12月7日（含当日，还有 2 个工作日）前签署补充协议。', tone: 'soon' })
  expect(told('extending', '2026-12-02', -1, true)).toMatchObject({ text: zh.lead.extending_late('12月2日'), tone: 'late' })
})

test('the last day lies between the end of the notice and the end of the agreement', () => {
  expect(noticeOf({ last: '2027-12-02', notice_until: '2027-01-02' }, today)).toEqual({ min: '2027-01-02', max: '2027-12-02', days: 30, how: 'days' })
  expect(noticeOf({ last: '2026-12-10', notice_until: '2026-12-10' }, today)).toMatchObject({ min: '2026-12-10', max: '2026-12-10', how: 'capped' })
  expect(noticeOf({ last: '2027-12-02', notice_until: today }, today)).toMatchObject({ min: today, days: 0, how: 'free' })
  expect(noticeOf({ last: '2026-12-01', notice_until: today }, today)).toMatchObject({ min: today, max: today, how: 'over' })
})

test('a stay counts its last day', () => {
  expect(stayed('2026-01-01', '2026-12-31')).toEqual({ months: 12, days: 365 })
  expect(stayed('2026-01-01', '2026-12-30').months).toBe(11)
  expect(stayed('2026-01-31', '2026-02-27')).toEqual({ months: 1, days: 28 })
  expect(stayed(today, today)).toEqual({ months: 0, days: 1 })
})

test('the organization confirms when the list is settled, and once', () => {
  const exit = (outcome: string | undefined, base: string | undefined, own: string | undefined) =>
    ({ exit: { points: [{ item: 'keys', outcome }], words: [{ party: 'base', by: base }, { party: 'organization', by: own }] } }) as unknown as Parameters<typeof stand>[0]
  expect(stand({ exit: undefined } as unknown as Parameters<typeof stand>[0])).toBe('wait')
  expect(stand(exit(undefined, undefined, undefined))).toBe('wait')
  expect([stand(exit('done', undefined, undefined)), stand(exit('done', '斯琴', undefined))]).toEqual(['confirm', 'confirm'])
  expect([stand(exit('done', undefined, '白雪')), stand(exit('done', '斯琴', '白雪'))]).toEqual(['base', 'close'])
})
