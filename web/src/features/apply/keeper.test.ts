import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../lib/problem'
import { Keeper, type Ports } from './keeper.svelte'
import type { ApplicationView, WireForm } from './model'

const empty: WireForm = { equipment: [], fields: [], needs: [], plan: [], committed: false }
const at = (version: number, form: Partial<WireForm> = {}, more: object = {}): ApplicationView =>
  ({ id: 'app_1', version, form: { ...empty, ...form }, state: 'draft', ...more }) as ApplicationView
const problem = (status: number, more: object = {}) => new ApiProblem({ status, code: 'x', title: '', detail: 'no', ...more })

/** A service that answers in turn; without an answer it takes what is sent. */
function service(...answers: (ApplicationView | ApiProblem)[]) {
  const sent: { version: number; form: WireForm; last: boolean }[] = []
  const views: ApplicationView[] = []
  const ports: Ports = {
    save: async (version, form, last) => {
      sent.push({ version, form, last })
      const answer = answers.shift() ?? at(version + 1, form)
      if (answer instanceof ApiProblem) throw answer
      return answer
    },
    onview: view => void views.push(view),
    onmerged: vi.fn(),
  }
  return { sent, views, ports }
}
function type(keeper: Keeper, change: Partial<Keeper['draft']>): void {
  Object.assign(keeper.draft, change)
  keeper.touched()
}

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})
afterEach(() => vi.useRealTimers())

test('one saves a while after the last key, once', async () => {
  const { sent, ports } = service()
  const keeper = new Keeper(at(1), ports)
  type(keeper, { introduction: '教' })
  await vi.advanceTimersByTimeAsync(1000)
  type(keeper, { introduction: '教邻居' })
  expect(keeper.saving).toBe('changed')
  await vi.advanceTimersByTimeAsync(1100)
  expect(sent).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(200)
  expect(sent.map(one => [one.version, one.form.introduction])).toEqual([[1, '教邻居']])
  expect(keeper.saving).toBe('saved')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(sent).toHaveLength(1)
})

test('what is typed back, or is only a space, is not sent', async () => {
  const { sent, ports } = service()
  const keeper = new Keeper(at(1, { introduction: '教' }), ports)
  type(keeper, { introduction: '教邻' })
  type(keeper, { introduction: '教 ' })
  await vi.advanceTimersByTimeAsync(5000)
  expect([keeper.saving, sent.length]).toEqual(['saved', 0])
})

test('what is typed while it is being saved follows at once, and no answer overwrites it', async () => {
  const { sent, ports } = service()
  const keeper = new Keeper(at(1), ports)
  type(keeper, { introduction: '一' })
  const flight = keeper.flush()
  type(keeper, { introduction: '一二' })
  expect(await flight).toBe(true)
  expect(sent.map(one => [one.version, one.form.introduction])).toEqual([[1, '一'], [2, '一二']])
  expect(keeper.draft.introduction).toBe('一二')
})

test('a newer version comes in under what was typed here', async () => {
  const { sent, ports } = service(problem(412, { current: at(7, { funding: '会费', projects: '旧' }) }))
  const keeper = new Keeper(at(1, { projects: '旧的' }), ports)
  type(keeper, { introduction: '教' })
  expect(await keeper.flush()).toBe(true)
  expect(ports.onmerged).toHaveBeenCalledOnce()
  expect(keeper.draft).toMatchObject({ introduction: '教', funding: '会费', projects: '旧' })
  expect(sent[1]).toMatchObject({ version: 7, form: { introduction: '教', funding: '会费' } })
})

test('a newer version that is handed in already ends the saving', async () => {
  const { sent, views, ports } = service(problem(412, { current: at(7, {}, { state: 'submitted' }) }))
  const keeper = new Keeper(at(1), ports)
  type(keeper, { introduction: '教' })
  expect(await keeper.flush()).toBe(false)
  await vi.advanceTimersByTimeAsync(30_000)
  expect([sent.length, views.at(-1)?.state, keeper.saving]).toEqual([1, 'submitted', 'failed'])
})

test('what is refused is told at its field, and the rest is saved', async () => {
  const bad = problem(422, { fields: [{ path: 'contact_phone', code: 'bad_phone', detail: 'not a phone' }] })
  const { sent, ports } = service(bad)
  const keeper = new Keeper(at(1, { contact_phone: '13847001234' }), ports)
  type(keeper, { contact_phone: '138', introduction: '教' })
  expect(await keeper.flush()).toBe(false)
  expect(sent[1]?.form).toMatchObject({ contact_phone: '13847001234', introduction: '教' })
  expect([keeper.saving, keeper.faults, keeper.draft.contact_phone]).toEqual(['held', { contact_phone: 'not a phone' }, '138'])
  // The same is not sent again; what is put right is.
  await keeper.flush()
  expect(sent).toHaveLength(2)
  type(keeper, { contact_phone: '13847001235' })
  await vi.advanceTimersByTimeAsync(1300)
  expect([keeper.saving, keeper.faults, sent[2]?.form.contact_phone]).toEqual(['saved', {}, '13847001235'])
})

test('without a line it tries again, and a reload in between loses nothing', async () => {
  const { sent, ports } = service(problem(0, { code: 'offline' }))
  const keeper = new Keeper(at(1), ports)
  type(keeper, { introduction: '教' })
  expect(await keeper.flush()).toBe(false)
  expect(keeper.saving).toBe('failed')
  const again = new Keeper(at(3, { funding: '会费' }), service().ports)
  expect([again.restored, again.draft.introduction, again.draft.funding]).toEqual([true, '教', '会费'])
  again.stop()
  await vi.advanceTimersByTimeAsync(8100)
  expect([keeper.saving, sent.length]).toEqual(['saved', 2])
  expect(new Keeper(at(2, { introduction: '教' }), ports).restored).toBe(false)
})

test('whoever leaves takes nothing unsaved along', async () => {
  const { sent, ports } = service()
  const keeper = new Keeper(at(1), ports)
  type(keeper, { introduction: '教' })
  keeper.stop()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent.map(one => [one.form.introduction, one.last])).toEqual([['教', true]])
})

test('an older view than one’s own is not taken', () => {
  const keeper = new Keeper(at(5, { introduction: '新' }), service().ports)
  keeper.take(at(4, { introduction: '旧' }))
  expect(keeper.draft.introduction).toBe('新')
  keeper.take(at(6, { introduction: '更新' }))
  expect(keeper.draft.introduction).toBe('更新')
})
