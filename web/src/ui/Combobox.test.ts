import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { i18n } from '../lib/i18n.svelte'
import Combobox, { type Option } from './Combobox.svelte'

const desks: Option[] = [
  { value: 'spc_1', label: 'A-01', also: ['双人间'] }, { value: 'spc_2', label: 'A-02', also: ['双人间'] }, { value: 'spc_3', label: '203', also: ['会议室'] },
]
const search = (typed: string) => Promise.resolve(desks.filter(one => [one.label, ...(one.also ?? [])].some(text => text?.includes(typed.normalize('NFKC').toUpperCase()))))

beforeEach(() => i18n.need(['common']))
afterEach(cleanup)

function shown(required = true) {
  const onpick = vi.fn()
  const { component } = render(Combobox, { label: '工位', search, required, onpick })
  const input = screen.getByRole<HTMLInputElement>('combobox')
  const type = async (text: string) => {
    await fireEvent.focus(input)
    await fireEvent.input(input, { target: { value: text } })
  }
  return { box: component as { settle: () => Promise<boolean> }, input, type, onpick }
}

test('a text that names one thing exactly is it when the field is left', async () => {
  const { input, type, onpick, box } = shown()
  await type('ａ－０２')
  await fireEvent.blur(input)
  await waitFor(() => expect(onpick).toHaveBeenCalledWith(desks[1]))
  expect(input.value).toBe('A-02')
  expect(await box.settle()).toBe(true)
})

test('any other text is told at the field, and is not sent', async () => {
  const { input, type, onpick, box } = shown()
  await type('A-0')
  expect(await box.settle()).toBe(false)
  expect(screen.getByText('请从列表中选择')).toBeTruthy()
  expect([input.getAttribute('aria-invalid'), input.getAttribute('aria-expanded')]).toEqual(['true', 'false'])
  // Two have this name: which one is meant is not ours to say.
  await type('双人间')
  expect(screen.queryByText('请从列表中选择')).toBeNull()
  expect(await box.settle()).toBe(false)
  expect(onpick).not.toHaveBeenCalled()
  await type('会议室')
  expect(await box.settle()).toBe(true)
})

test('an empty field is a fault only where it must be filled', async () => {
  expect(await shown(false).box.settle()).toBe(true)
  cleanup()
  expect(await shown().box.settle()).toBe(false)
})

test('Enter takes nothing that answered an older text', async () => {
  const { input, type, onpick } = shown()
  await type('A-0')
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2))
  await type('203')
  await fireEvent.keyDown(input, { key: 'Enter' })
  expect(onpick).not.toHaveBeenCalled()
  await waitFor(() => expect(screen.getByRole('option', { name: '203' })).toBeTruthy())
  await fireEvent.keyDown(input, { key: 'Enter' })
  expect(onpick).toHaveBeenCalledWith(desks[2])
})
