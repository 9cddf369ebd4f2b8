// The shapes of these pages and those of the service's document: when they part, this does not compile.
import { expect, test } from 'vitest'
import type { components } from '../../lib/schema'
import { GROUPS, type FileView, type OrganizationItem, type OrganizationView, type Person } from './model'

type S = components['schemas']
const item = (one: S['OrganizationItem']): OrganizationItem => one
const view = (one: S['OrganizationView']): Omit<OrganizationView, 'can' | 'details'> => one
const person = (one: S['PersonView']): Omit<Person, 'can'> => one
const file = (one: S['FileView']): Omit<FileView, 'can'> => one

/** Every part of the details, so that a field that the page names is one of the document. */
type Parts = { [P in keyof Required<S['Details']>]: keyof NonNullable<S['Details'][P]> }
const known: Parts[keyof Parts][] = []
const PARTS: (keyof S['Details'])[] = ['registration', 'certificate', 'charity', 'governance', 'finance', 'party', 'credit', 'service', 'contact', 'recording']

test('the shapes agree with the document', () => {
  expect([item, view, person, file].every(one => typeof one === 'function')).toBe(true)
  expect(known).toEqual([])
  const parts = new Set(GROUPS.flatMap(group => group.fields).map(field => field.path.split('.')).filter(path => path.length === 2).map(path => path[0]))
  expect([...parts].every(part => PARTS.includes(part as keyof S['Details']))).toBe(true)
})
