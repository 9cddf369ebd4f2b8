import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { i18n } from '../../lib/i18n.svelte'
import { nav, route } from '../../lib/router.svelte'
import type { Plan, Space } from './model'
import SpacesPage from './SpacesPage.svelte'

vi.mock('../../lib/session.svelte', () => ({
  session: { today: '2026-11-25', bases: [], base: { id: 'bas_1', name: '海拉尔' }, can: (what: string) => what === 'organizations.read', view: undefined },
}))
const desk = (code: string, floor: string): Space => ({
  id: `spc_${code}`, code, kind: 'desk', floor, seats: 1, bookable: false, assignable: true, equipment: [],
  x: 0, y: 0, w: 1.4, h: 0.7, state: 'free', expiring: false, version: 1, can: {},
})
const term = { id: 'alo_1', organization: { id: 'org_1', name: '海拉尔读书会' }, from: '2026-12-01', state: 'reserved', version: 1 }
const plan: Plan = {
  base: { id: 'bas_1', code: 'B01', name: '海拉尔', short_name: '海拉尔' }, on: '2026-11-25', today: '2026-11-25',
  buildings: [{ id: 'bld_1', name: '主楼' }],
  floors: [1, 2].map(level => ({ id: `flr_${level}`, building: 'bld_1', name: `${level} 层`, level, width: 20, height: 12 })),
  spaces: [{ ...desk('1-01', 'flr_1'), next: term }, desk('1-02', 'flr_1'), desk('2-07', 'flr_2')],
  counts: { assignable: 3, occupied: 0, reserved: 0, free: 3, closed: 0, expiring: 0 },
}
const Nothing = (() => {}) as never
let wide = false

beforeAll(async () => {
  await i18n.need(['common', 'spaces'])
  await nav.start([route('/', async () => ({ default: Nothing })), route('/bases/:id/spaces', async () => ({ default: Nothing }))])
})
beforeEach(async () => {
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url)
    const meant = pathname.endsWith('/organizations') && searchParams.get('q') === 'hldhs' && searchParams.get('base') === 'bas_1'
    if (pathname.endsWith('/allocations/alo_1')) return new Response(JSON.stringify({ ...term, can: {}, handovers: [] }), { headers: { 'content-type': 'application/json' } })
    return new Response(JSON.stringify(pathname.endsWith('/plan') ? plan : { items: meant ? [{ id: 'org_1' }] : [] }), { headers: { 'content-type': 'application/json' } })
  })
  vi.stubGlobal('matchMedia', () => ({ matches: wide, addEventListener: () => {}, removeEventListener: () => {} }))
  await nav.go('/bases/bas_1/spaces')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('what a search finds on other floors is told, and one press leads there', async () => {
  wide = true
  render(SpacesPage, { id: 'bas_1' })
  await fireEvent.input(await screen.findByRole('searchbox'), { target: { value: '2-' } })
  expect(screen.getByText('本层没有')).toBeTruthy()
  await fireEvent.click(screen.getByRole('button', { name: '另有 1 个在其他楼层' }))
  expect([nav.query('space'), nav.query('floor')]).toEqual(['spc_2-07', 'flr_2'])
})

test('what no code and no name holds is asked of the service, which knows pinyin', async () => {
  wide = true
  render(SpacesPage, { id: 'bas_1' })
  const field = await screen.findByRole('searchbox')
  await fireEvent.input(field, { target: { value: 'hldhs' } })
  expect(screen.getByText('正在查找…')).toBeTruthy()
  await screen.findByText('找到 1 个')
  await fireEvent.submit(screen.getByRole('search'))
  expect(nav.query('space')).toBe('spc_1-01')
  await screen.findByRole('button', { name: '关闭详情' })
  await fireEvent.input(field, { target: { value: 'xyz' } })
  await screen.findByText('没有找到相符的工位')
})

test('details that lie over the page have an entry of the history; beside the plan they have none', async () => {
  for (const [is, entries] of [[false, 1], [true, 0]] as const) {
    wide = is
    await nav.go(`/bases/bas_1/spaces?view=list&floor=flr_1&on=2026-12-0${entries + 1}`)
    render(SpacesPage, { id: 'bas_1' })
    const button = await waitFor(() => {
      const found = document.querySelector('.left [data-id="spc_1-02"]')
      if (!found) throw new Error('not there yet')
      return found
    }, { timeout: 4000 })
    const push = vi.spyOn(history, 'pushState')
    await fireEvent.click(button)
    expect(nav.query('space')).toBe('spc_1-02')
    expect(push).toHaveBeenCalledTimes(entries)
    push.mockRestore()
    cleanup()
  }
})

test('Escape closes what is beside the plan, and leads back to the desk', async () => {
  wide = true
  await nav.go('/bases/bas_1/spaces?view=list&floor=flr_1&space=spc_1-02')
  render(SpacesPage, { id: 'bas_1' })
  const close = await waitFor(() => screen.getByRole('button', { name: '关闭详情' }), { timeout: 4000 })
  await fireEvent.keyDown(close, { key: 'Escape' })
  expect(nav.query('space')).toBeUndefined()
  await waitFor(() => expect(document.activeElement?.getAttribute('data-id')).toBe('spc_1-02'))
})
