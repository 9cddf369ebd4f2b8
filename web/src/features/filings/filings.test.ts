import { expect, test } from 'vitest'
import criteria from '../../i18n/zh/criteria'
import zh from '../../i18n/zh/filings'
import { actsOf, called, daysOf, offered, spanNamed, STATES, told, type Filing } from './model'

const of = (more: object): Filing => ({ state: 'asked', wanted: 'association', since: '2026-11-02', checklist: [], care: [], can: {}, papers: 2, papers_ready: 1, ...more }) as unknown as Filing
const papers = (...states: string[]) => states.map((state, n) => ({ key: `p${n}`, state }))

test('an act that is another one’s, or is over, is not there; one that is refused is, with its reason', () => {
  const can = { accept: null, file: 'papers_unchecked', grant: 'wrong_state', drop: 'not_allowed' }
  expect((['accept', 'file', 'grant', 'drop', 'close'] as const).map(act => offered(can, act))).toEqual([true, true, false, false, false])
})

test('the next step stands first: papers that are wrong go back before anything is filed', () => {
  const can = { file: 'papers_unchecked', send_back: null, check_name: null, withdraw: null }
  expect(actsOf(of({ state: 'reviewing', can, checklist: papers('ready', 'checked') }))).toEqual(['file', 'send_back', 'check_name'])
  expect(actsOf(of({ state: 'reviewing', can, checklist: papers('missing', 'checked') }))).toEqual(['send_back', 'file', 'check_name'])
  expect(actsOf(of({ state: 'reviewing', wanted: 'recorded', can }))).not.toContain('check_name')
  expect(actsOf(of({ state: 'filed', can: { grant: null, ask_more: null, refuse: null, drop: null } }))).toEqual(['grant', 'ask_more', 'refuse'])
})

test('a paper is called by its own name before the one that comes with the program', () => {
  expect(called({ key: 'filing_charter' }, criteria.name)).toBe('章程草案')
  expect(called({ key: 'filing_charter', name: '章程（核准稿）' }, criteria.name)).toBe('章程（核准稿）')
  expect(called({ key: 'c3' }, criteria.name)).toBe('c3')
})

test('the base is told where it stands and what is next, and what is out of time', () => {
  const clock = (overdue: boolean) => ({ due: '2026-11-09', overdue })
  expect(told(zh, of({ clock: clock(false) }))).toBe('2026年11月2日 提出申请，请在 2026年11月9日（含当日）前受理。')
  expect(told(zh, of({ clock: clock(true) }))).toContain('已过')
  const reviewing = (...states: string[]) => told(zh, of({ state: 'reviewing', clock: clock(true), checklist: papers(...states), can: { file: states.includes('checked') ? 'name_unchecked' : null } }))
  expect([reviewing('missing', 'ready'), reviewing('missing', 'not_needed'), reviewing('checked'), reviewing('not_needed')]).toEqual([zh.told.reviewing_late(1, '2026年11月9日'), zh.told.reviewing_gaps(1), zh.told.reviewing_name, zh.told.reviewing_done])
  expect(told(zh, of({ state: 'preparing', returned: { text: '' }, checklist: papers('missing') }))).toContain('补齐 1 份')
  expect(told(zh, of({ state: 'granted', care: [{ key: 'a' }, { key: 'b', done: {} }] }))).toContain('1 项')
  expect(STATES.filter(state => told(zh, of({ state, clock: clock(false) })) === '')).toEqual(['closed', 'withdrawn', 'dropped'])
})

test('a span of time has both its days', () => {
  expect(daysOf(spanNamed('twelve'), '2026-11-28')).toEqual({ from: '2025-11-29', to: '2026-11-28' })
  expect(daysOf('last_year', '2026-11-28')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  expect(daysOf(spanNamed('nonsense'), '2026-11-28')).toEqual({ from: '2026-01-01', to: '2026-11-28' })
})
