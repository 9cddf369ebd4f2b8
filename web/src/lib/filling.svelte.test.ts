import { flushSync, tick } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Filling, type Filled } from './filling.svelte'
import { ApiProblem } from './problem'
import { toasts } from './toast.svelte'

type View = { id: string; version: number; given: Record<string, string> }
type Draft = Record<string, string>
type Sent = { given: Draft }

const FIELDS = ['name', 'count', 'why']
const refusal = (path: string) => new ApiProblem({ status: 422, code: 'invalid_fields', title: '', detail: 'no', fields: [{ path, code: 'x', detail: `refused ${path}` }] })
/** A form of a name, a number and a reason, and a service that answers in turn or takes what is sent. */
function filled(given: Draft = {}, more: Partial<Filled<View, Draft, Sent>> = {}) {
  let view = $state.raw<View>({ id: 'x_1', version: 1, given })
  const seen = { get view() { return view }, set view(next) { view = next }, kept: [] as Sent[], handed: [] as { version: number; sent: Sent; key: string }[], answers: [] as unknown[] }
  const next = (version: number, sent: Sent): View => {
    const answer = seen.answers.shift()
    if (answer) throw answer
    return { id: 'x_1', version: version + 1, given: sent.given }
  }
  let filling: Filling<View, Draft, Sent> | undefined
  stops.push($effect.root(() => {
    filling = new Filling<View, Draft, Sent>({
      shape: {
        room: 'test', formOf: view => ({ given: view.given }), draftOf: sent => Object.fromEntries(FIELDS.map(key => [key, sent.given[key] ?? ''])),
        wire: draft => ({ given: Object.fromEntries(Object.entries(draft).filter(([key, word]) => word && !(key === 'count' && isNaN(Number(word))))) }),
        rootOf: path => path, pathOf: path => path.replace('given.', ''), mayWrite: () => true,
      },
      view: () => seen.view,
      onchanged: view => void (seen.view = view),
      save: async (version, sent) => { seen.kept.push(sent); return next(version, sent) },
      handIn: async (version, sent, key) => { seen.handed.push({ version, sent, key }); return next(version, sent) },
      words: () => ({ merged: 'merged', restored: 'restored', unsaved: 'unsaved', missing: n => `${n} missing`, done: 'done' }),
      odd: draft => (isNaN(Number(draft['count'])) ? ['count'] : []),
      missing: draft => ['why', 'name'].filter(key => !draft[key]),
      inOrder: paths => FIELDS.filter(key => paths.includes(key)),
      word: (path, { odd, missing, tried, said }) => (odd.includes(path) ? 'odd' : (said(path) ?? (tried && missing.includes(path) ? 'missing' : undefined))),
      ...more,
    })
  }))
  flushSync()
  return { filling: filling as Filling<View, Draft, Sent>, seen }
}
const field = (path: string) => document.querySelector<HTMLInputElement>(`[data-path="${path}"] input`)
const into = (filling: Filling<View, Draft, Sent>, path: string) => filling.enter({ target: field(path) } as unknown as FocusEvent)
function type(filling: Filling<View, Draft, Sent>, path: string, word: string): void {
  filling.keeper.draft[path] = word
  flushSync()
}

const stops: (() => void)[] = []
beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
  for (const one of toasts.list) toasts.close(one.id)
  document.body.innerHTML = `<main><h1 tabindex="-1">x</h1>${FIELDS.map(path => `<div data-path="${path}"><input></div>`).join('')}</main>`
  Element.prototype.scrollIntoView = () => {}
  window.scrollTo = () => {}
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  vi.useRealTimers()
})

test('nobody is told off while he types, and what is red already stays red', async () => {
  const { filling } = filled()
  into(filling, 'count')
  type(filling, 'count', 'four')
  expect(filling.fault('count')).toBeUndefined()
  filling.leave()
  expect(filling.fault('count')).toBe('odd')
  into(filling, 'count')
  expect(filling.fault('count')).toBe('odd')
})

test('a form may say what stays red, and what waits while one types elsewhere', () => {
  const { filling } = filled({}, { stays: () => false, waits: (path, focused) => path === 'why' && focused === 'count', word: path => `${path} is red` })
  into(filling, 'count')
  expect(FIELDS.map(filling.fault)).toEqual(['name is red', undefined, undefined])
  filling.leave()
  expect(FIELDS.map(filling.fault)).toEqual(['name is red', 'count is red', 'why is red'])
})

test('what is missing is marked once it was to be handed in: all at once, told, and the cursor comes to the first', async () => {
  const { filling, seen } = filled({ count: '1' })
  into(filling, 'name')
  expect(FIELDS.map(filling.fault)).toEqual([undefined, undefined, undefined])
  await filling.submit()
  expect(filling.bad).toEqual(['name', 'why'])
  expect(FIELDS.map(filling.fault)).toEqual(['missing', undefined, 'missing'])
  expect(document.activeElement).toBe(field('name'))
  await vi.advanceTimersByTimeAsync(100)
  expect(document.querySelector('[role=status]')?.textContent).toBe('2 missing')
  expect([filling.sure, seen.handed]).toEqual([false, []])
})

test('what was typed is kept before it is asked whether one is sure', async () => {
  const { filling, seen } = filled({ why: 'so' })
  type(filling, 'name', 'A')
  await filling.submit()
  expect(seen.kept).toEqual([{ given: { name: 'A', why: 'so' } }])
  expect([filling.sure, seen.view.version]).toEqual([true, 2])
  const onready = vi.fn()
  const other = filled({ name: 'A', why: 'so' }, { onready }).filling
  await other.submit()
  expect([onready.mock.calls.length, other.sure]).toEqual([1, false])
})

test('what could not be kept is not handed in', async () => {
  const { filling, seen } = filled({ why: 'so' })
  type(filling, 'name', 'A')
  seen.answers.push(new ApiProblem({ status: 0, code: 'offline', title: '', detail: 'no', fields: [] }))
  await filling.submit()
  expect([filling.sure, filling.saving]).toEqual([false, 'failed'])
  expect(toasts.list.map(one => [one.text, one.tone])).toEqual([['unsaved', 'bad']])
})

test('what is no number is written and held back, though all else is kept', async () => {
  const { filling, seen } = filled({ name: 'A', why: 'so' })
  type(filling, 'count', 'four')
  filling.leave()
  await vi.advanceTimersByTimeAsync(2000)
  expect([filling.saving, filling.keeper.saving, filling.bad, seen.kept]).toEqual(['held', 'saved', ['count'], []])
  await filling.submit()
  expect([filling.sure, document.activeElement]).toEqual([false, field('count')])
})

test('a refusal is at its field until something is typed', async () => {
  const { filling, seen } = filled({ name: 'A', why: 'so' })
  seen.answers.push(refusal('given.why'))
  filling.sure = true
  await filling.send()
  expect([filling.sure, filling.fault('why'), filling.bad]).toEqual([false, 'refused given.why', ['why']])
  expect(document.activeElement).toBe(field('why'))
  type(filling, 'why', 'so that')
  expect([filling.fault('why'), filling.bad]).toEqual([undefined, []])
})

test('what is handed in is shown from its head', async () => {
  const { filling, seen } = filled({ name: 'A', why: 'so' })
  await filling.send()
  expect(seen.handed).toMatchObject([{ version: 1, sent: { given: { name: 'A', why: 'so' } } }])
  expect(seen.view.version).toBe(2)
  expect(toasts.list.map(one => one.text)).toEqual(['done'])
  await tick()
  expect(document.activeElement).toBe(document.querySelector('h1'))
})

test('leaving a field keeps what was typed; what somebody else kept is taken in', async () => {
  const { filling, seen } = filled({ name: 'A' })
  type(filling, 'why', 'so')
  filling.leave()
  await vi.advanceTimersByTimeAsync(0)
  expect(seen.kept).toEqual([{ given: { name: 'A', why: 'so' } }])
  type(filling, 'why', 'so that')
  seen.answers.push(new ApiProblem({ status: 412, code: 'changed', title: '', detail: 'no', fields: [], current: { id: 'x_1', version: 5, given: { name: 'B', why: 'so' } } }))
  filling.leave()
  await vi.advanceTimersByTimeAsync(10)
  expect(filling.keeper.draft).toEqual({ name: 'B', count: '', why: 'so that' })
  expect(toasts.list.map(one => one.text)).toEqual(['merged'])
})

test('a newer version on the page is taken in; what an earlier visit could not keep comes back', async () => {
  const { filling, seen } = filled({ name: 'A' })
  type(filling, 'why', 'so')
  seen.view = { id: 'x_1', version: 3, given: { name: 'B' } }
  flushSync()
  expect(filling.keeper.draft).toEqual({ name: 'B', count: '', why: 'so' })
  expect(toasts.list).toEqual([])
  const again = filled({ name: 'B' }).filling
  expect([again.keeper.draft['why'], toasts.list.map(one => one.text)]).toEqual(['so', ['restored']])
})

test('to the first fault from elsewhere: it is told at once, though one stood in it; nothing happens while it is on its way', async () => {
  const { filling } = filled({ name: 'A' })
  into(filling, 'why')
  await filling.goFirst()
  expect([filling.fault('why'), document.activeElement]).toEqual(['missing', field('why')])
  const slow = filled({ name: 'A', why: 'so' }, { handIn: () => new Promise<View>(() => {}) }).filling
  void slow.send()
  await slow.submit()
  expect([slow.form.busy, slow.sure]).toEqual([true, false])
})
