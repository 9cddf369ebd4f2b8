import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { afterEach, expect, test, vi } from 'vitest'
import { axisAround, dayNumber as n, dayText } from './kernel'
import ResourceTimeline, { type Strip } from './ResourceTimeline.svelte'

afterEach(cleanup)

const words = {
  label: '时间轴', row_empty: '空', can_extend: '可续期', now_open: '长期', dropped: '已放弃', sprung: '已还原', today: '今天',
  start_resize: (day: string) => `从 ${day}`, now: (day: string) => `至 ${day}`, over: (name: string) => `与 ${name} 冲突`,
}
const strip = (id: string, row: string, from: string, to: string | null, more: Partial<Strip> = {}): Strip => ({
  id, row, from: n(from), to: to === null ? null : n(to), label: id, spoken: `${id}，${row}`, tone: 'occupied', extendable: true, ...more,
})
const rows = ['A-01', 'A-02'].map(id => ({ id, label: id, spoken: id }))
const shown = (bars: Strip[], onextend = vi.fn(() => Promise.resolve(true))) => {
  const onselect = vi.fn()
  const onopen = vi.fn()
  render(ResourceTimeline, { rows, bars, axis: axisAround(n('2026-11-25'), 'year'), today: n('2026-11-25'), words, onselect, onopen, onextend })
  return { onselect, onopen, onextend }
}

test('Shift and arrows propose a longer term, Enter asks for it', async () => {
  const { onextend } = shown([strip('同心', 'A-01', '2026-09-01', '2026-12-31')])
  const bar = screen.getByRole('button', { name: /同心/ })
  await fireEvent.keyDown(bar, { key: 'ArrowRight', shiftKey: true })
  await fireEvent.keyDown(bar, { key: 'ArrowRight' })
  await fireEvent.keyDown(bar, { key: 'ArrowRight' })
  expect(bar.textContent).toContain('2027')
  await fireEvent.keyDown(bar, { key: 'Enter' })
  expect(onextend).toHaveBeenCalledOnce()
  const [asked, to] = onextend.mock.calls[0] as unknown as [Strip, number]
  expect([asked.id, dayText(to)]).toEqual(['同心', '2027-02-28'])
})

test('Escape leaves the term as it was, and a term that may not be extended is not taken', async () => {
  const { onextend } = shown([strip('同心', 'A-01', '2026-09-01', '2026-12-31'), strip('牧歌', 'A-02', '2026-09-01', null, { extendable: false })])
  const bar = screen.getByRole('button', { name: /同心/ })
  await fireEvent.keyDown(bar, { key: 'ArrowRight', shiftKey: true })
  await fireEvent.keyDown(bar, { key: 'End' })
  expect(bar.textContent).toContain('长期')
  await fireEvent.keyDown(bar, { key: 'Escape' })
  expect(bar.textContent).not.toContain('长期')
  const other = screen.getByRole('button', { name: /牧歌/ })
  await fireEvent.keyDown(other, { key: 'ArrowRight', shiftKey: true })
  await fireEvent.keyDown(other, { key: 'Enter' })
  expect(onextend).not.toHaveBeenCalled()
})

test('one bar is reached by Tab, and a row by its button', async () => {
  const { onselect } = shown([strip('同心', 'A-01', '2026-09-01', '2026-12-31'), strip('牧歌', 'A-02', '2026-09-01', null)])
  const stops = screen.getAllByRole('button').filter(one => one.hasAttribute('data-bar') && one.tabIndex === 0)
  expect(stops).toHaveLength(1)
  await fireEvent.click(screen.getByRole('button', { name: 'A-02' }))
  expect(onselect).toHaveBeenCalledWith('A-02')
})

test('a bar that is pressed opens, and chooses its row', async () => {
  const { onselect, onopen } = shown([strip('停用', 'A-02', '2026-12-01', '2026-12-31', { tone: 'closed', extendable: false })])
  await fireEvent.click(screen.getByRole('button', { name: /停用/ }))
  expect(onselect).toHaveBeenCalledWith('A-02')
  expect((onopen.mock.calls[0] as unknown as [Strip])[0].id).toBe('停用')
})

test('of hundreds of rows only those in view are drawn', () => {
  const many = Array.from({ length: 400 }, (_, i) => ({ id: `D-${i}`, label: `D-${i}`, spoken: `D-${i}` }))
  render(ResourceTimeline, { rows: many, bars: [], axis: axisAround(n('2026-11-25'), 'year'), today: n('2026-11-25'), words, onselect: vi.fn(), onextend: vi.fn() })
  expect(screen.getAllByRole('listitem').length).toBeLessThan(40)
})
