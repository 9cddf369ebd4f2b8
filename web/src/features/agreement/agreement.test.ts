import { expect, test } from 'vitest'
import en from '../../i18n/en/agreement'
import zh from '../../i18n/zh/agreement'
import { draftOf, fieldsOf, marked, pieces, PLACES, RENEWAL_PLACES, same, textIn, textOf } from './text'

const text = { title: '协议', preamble: '', duties: '一、消防', clauses: [{ heading: '一', text: '乙方以{mode}方式入驻{base}。' }, { heading: '二', text: '好' }] }

test('whatever a setting holds is read as a text, and comes back as it was', () => {
  expect(textOf(draftOf(textIn(text)))).toEqual(text)
  expect(textIn(null)).toEqual({ title: '', preamble: '', duties: '', clauses: [] })
  expect(textIn({ title: 3, clauses: [null, { heading: '一' }] })).toEqual({ title: '', preamble: '', duties: '', clauses: [{ heading: '', text: '' }, { heading: '一', text: '' }] })
})

test('spaces at the ends make no other text', () => {
  expect(same(text, { ...text, title: ' 协议 ' })).toBe(true)
  expect(same(text, { ...text, duties: '' })).toBe(false)
})

test('faults have their fields, clause by clause', () => {
  expect(fieldsOf(draftOf(text)).slice(-4)).toEqual(['.clauses[0].heading', '.clauses[0].text', '.clauses[1].heading', '.clauses[1].text'])
})

test('a text falls into words and places; other braces are braces', () => {
  expect(pieces('乙方以{mode}入驻{base}')).toEqual([{ text: '乙方以' }, { place: 'mode' }, { text: '入驻' }, { place: 'base' }])
  expect(pieces('{ 空 }{}{Base}{base')).toEqual([{ text: '{ 空 }{}{Base}{base' }])
  expect(pieces('')).toEqual([])
})

test('each place has its meaning in both languages', () => {
  for (const words of [zh, en]) expect(Object.keys(words.places)).toEqual([...PLACES, ...RENEWAL_PLACES])
  expect(marked('base')).toBe('{base}')
})
