import { expect, test } from 'vitest'
import zh from '../../i18n/zh/my-filings'
import { STATES, type Filing, type Item } from '../filings/model'
import { card, isOwn, lead } from './model'

const TODAY = '2026-11-28'
const of = (more: object): Filing => ({ state: 'preparing', checklist: [], care: [], papers: 5, papers_ready: 5, authority: '海拉尔区民政局', ...more }) as unknown as Filing
const clock = (overdue = false) => ({ due: '2026-12-04', overdue })
const gaps = [{ key: 'a', state: 'missing' }, { key: 'b', state: 'ready' }]

test('the start page has a sentence for each case that goes on, and none for what is over', () => {
  const told = STATES.filter(state => card(zh, of({ state, clock: clock() }) as Item, TODAY) === undefined)
  expect(told).toEqual(['closed', 'withdrawn', 'dropped'])
  expect(card(zh, of({ papers_ready: 3 }), TODAY)?.text).toBe('还有 2 份材料要准备。')
  expect(card(zh, of({ state: 'supplement', clock: clock(true) }), TODAY)).toMatchObject({ tone: 'late' })
  expect(STATES.filter(state => isOwn({ state }))).toEqual(['preparing', 'supplement', 'granted'])
})

test('its page says what there is to do: what came back, what the authority wants by when, what follows', () => {
  expect(lead(zh, of({ checklist: gaps }), TODAY).text).toContain('还差 1 份')
  expect(lead(zh, of({ checklist: gaps, returned: { text: '' } }), TODAY).text).toContain('退回')
  expect(lead(zh, of({ checklist: gaps, returned: { text: '' }, clock: clock() }), TODAY).text).toContain('12月4日')
  expect(lead(zh, of({ checklist: [gaps[1]] }), TODAY)).toEqual({ text: zh.lead.complete, tone: 'good' })
  expect(lead(zh, of({ state: 'supplement', checklist: gaps, clock: clock(true) }), TODAY).tone).toBe('late')
  expect(lead(zh, of({ state: 'granted', care: [{ key: 'a' }] }), TODAY).text).toContain('1 件事')
  expect(lead(zh, of({ state: 'filed', clock: clock() }), TODAY).text).toContain('海拉尔区民政局')
})
