// The shapes of these pages and those of the service's document: when they part, this does not compile.
import { expect, test } from 'vitest'
import type { components } from '../../lib/schema'
import type { DraftRow, Fault, ImportView } from './model'

type S = components['schemas']
const view = (one: S['ImportView']): Omit<ImportView, 'can'> => one
const fault = (one: Omit<S['FaultView'], 'severity'>): Omit<Fault, 'severity'> => one
const row = (one: Omit<S['RowView'], 'draft'>): Omit<DraftRow, 'draft'> => one

test('the shapes agree with the document', () => {
  expect([view, fault, row].every(one => typeof one === 'function')).toBe(true)
})
