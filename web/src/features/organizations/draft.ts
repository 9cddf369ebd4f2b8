// A group of particulars while it is edited: values as texts, and back again.

import { listText, plainCode, textList, valueOf, type Details, type FieldDef, type OrganizationView, type Value } from './model'

export type Draft = Record<string, string | { year: string; result: string }[]>

export function draftOf(organization: OrganizationView, fields: readonly FieldDef[]): Draft {
  const draft: Draft = {}
  for (const { path, kind } of fields) {
    const value = valueOf(organization, path)
    if (kind === 'years') {
      draft[path] = Array.isArray(value) ? value.map(one => (typeof one === 'object' ? { year: String(one.year), result: one.result } : { year: one, result: '' })) : []
    } else if (kind === 'list') draft[path] = listText(value)
    else if (kind === 'bool') draft[path] = value === true ? 'yes' : value === false ? 'no' : ''
    else draft[path] = value === undefined || value === null ? '' : String(value)
  }
  return draft
}

/** A text back to what is sent; empty is absent. */
export function valueFrom(field: FieldDef, held: Draft[string] | undefined): Value {
  if (Array.isArray(held)) {
    return held.filter(one => /^\d{4}$/.test(one.year.trim())).map(one => ({ year: Number(one.year), result: one.result }))
  }
  const text = (held ?? '').trim()
  if (field.kind === 'list') return textList(text)
  if (text === '') return null
  if (field.kind === 'bool') return text === 'yes'
  if (field.kind === 'count') return Number.isFinite(Number(text)) ? Math.trunc(Number(text)) : null
  if (field.kind === 'code') return plainCode(text)
  if (field.kind === 'money') return text.replace(/[,，\s]/g, '')
  return text
}

/**
 * What a change sends: top-level fields that differ, and of the details each part in which something
 * differs, whole, because the service replaces a part as a whole.
 */
export function patchOf(organization: OrganizationView, fields: readonly FieldDef[], draft: Draft): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  let details: Details | null = null
  for (const field of fields) {
    const before = valueOf(organization, field.path) ?? null
    const after = valueFrom(field, draft[field.path])
    const same = JSON.stringify(Array.isArray(after) && after.length === 0 ? (before ?? []) : before) === JSON.stringify(after ?? null)
    if (same) continue
    const [group, name] = field.path.split('.') as [string, string | undefined]
    if (name === undefined) {
      patch[field.path] = after
      continue
    }
    details ??= {}
    const part: Record<string, Value> = { ...(details[group] ?? organization.details[group]) }
    if (after === null) delete part[name]
    else part[name] = after
    details[group] = part
  }
  if (details) patch['details'] = details
  return patch
}

/** Contacts have an address of their own, with flat names. */
export function contactsPatch(organization: OrganizationView, fields: readonly FieldDef[], draft: Draft): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  for (const field of fields) {
    const before = valueOf(organization, field.path) ?? null
    const after = valueFrom(field, draft[field.path]) ?? null
    if (JSON.stringify(before) !== JSON.stringify(after)) patch[field.path.replace('contact.', '')] = after
  }
  return patch
}
