import { expect, test } from 'vitest'
import { Form } from './form.svelte'
import { ApiProblem } from './problem'

test('faults of the service are at their fields, and the key stays until it succeeds', async () => {
  const form = new Form()
  const keys: string[] = []
  const refuse = new ApiProblem({ status: 422, code: 'invalid_fields', title: '', detail: 'no', fields: [{ path: 'phone', code: 'bad_phone', detail: 'not a phone' }, { path: 'hidden', code: 'x', detail: 'y' }] })
  expect(await form.submit(async key => { keys.push(key); throw refuse })).toBeUndefined()
  expect(form.fault('phone')).toBe('not a phone')
  expect(form.others('phone')).toEqual(['hidden: y'])
  expect(form.busy).toBe(false)
  expect(await form.submit(async key => { keys.push(key); return 1 })).toBe(1)
  expect(form.fault('phone')).toBeUndefined()
  await form.submit(async key => void keys.push(key))
  expect(keys[0]).toBe(keys[1])
  expect(keys[2]).not.toBe(keys[1])
})

test('a second press while the first is on its way does nothing', async () => {
  const form = new Form()
  let sent = 0
  const slow = () => form.submit(() => new Promise<void>(done => { sent++; setTimeout(done, 5) }))
  await Promise.all([slow(), slow()])
  expect(sent).toBe(1)
})
