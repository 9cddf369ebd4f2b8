import { expect, test } from 'vitest'
import { inOrder, offers, shownCode, verifyAt, type Item } from './model'

const of = (number: string, state: Item['state'], issued_on: string) => ({ number, state, issued_on }) as Item

test('the valid one stands first, then the others, the newest before the older', () => {
  const all = [of('1', 'revoked', '2026-11-23'), of('4', 'revoked', '2026-11-25'), of('2', 'revoked', '2026-11-23'), of('3', 'valid', '2026-11-24')]
  expect(inOrder(all).map(one => one.number)).toEqual(['3', '4', '2', '1'])
  expect(all[0]?.number).toBe('1')
})

test('a code is shown in two halves, and goes as it was typed', () => {
  expect(shownCode('7Q4M2XKD9P')).toBe('7Q4M2-XKD9P')
  expect(shownCode('7Q4')).toBe('7Q4')
  expect(verifyAt(' 7q4m2 xkd9p/?')).toBe('/verify/7q4m2%20xkd9p%2F%3F')
})

test('an act that is another one’s, or is over, is not there; one that is refused is, with its reason', () => {
  expect([null, 'certificate_valid', 'wrong_state', 'not_allowed', undefined].map(offers)).toEqual([true, true, false, false, false])
})
