// The shapes of these pages and those of the service's document: when they part, this does not compile.
// What may be done comes as a map in both, so its values are left aside.
import { expect, test } from 'vitest'
import type { components } from '../../lib/schema'
import type { Item } from './handover'
import type { Allocation, Closure, Floor, Plan, Space, Term, TermBrief } from './model'

type S = components['schemas']
/** A plan gives every space a place; a single space may have none. */
type Drawn = Required<Pick<S['SpaceView'], 'x' | 'y' | 'w' | 'h'>>

const brief = (one: S['TermBrief']): TermBrief => one
const closure = (one: S['ClosureBrief']): Closure => one
const space = (one: Omit<S['SpaceView'], keyof Drawn> & Drawn): Omit<Space, 'can'> => one
const floor = (one: S['FloorView']): Floor => one
const plan = (one: S['Plan']): Omit<Plan, 'spaces' | 'can'> => one
const term = (one: S['TimelineItem']): Omit<Term, 'can'> => one
const allocation = (one: Omit<S['AllocationView'], 'handovers'>): Omit<Allocation, 'can' | 'handovers'> => one
const piece = (one: Item): S['HandoverPiece'] => ({ ...one, tag: one.tag ?? undefined, note: one.note ?? undefined })

test('the shapes agree with the document', () => {
  expect([brief, closure, space, floor, plan, term, allocation, piece].every(one => typeof one === 'function')).toBe(true)
})
