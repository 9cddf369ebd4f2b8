// What a journal entry changed, field by field.

export type Change = { field: string; from: string; to: string }

/** A value as text; nested ones in full, since a history hides nothing. */
export function text(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  if (Array.isArray(value)) return value.map(text).filter(Boolean).join('; ')
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

type Tree = Record<string, unknown>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fields that differ; groups are entered, so that `details.party.members` is one change. */
export function changes(before: unknown, after: unknown, prefix = ''): Change[] {
  const a = isTree(before) ? before : {}
  const b = isTree(after) ? after : {}
  const out: Change[] = []
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const field = prefix ? `${prefix}.${key}` : key
    if (key === 'version' || key === 'updated_at') continue
    if (isTree(a[key]) || isTree(b[key])) {
      out.push(...changes(a[key], b[key], field))
      continue
    }
    const from = text(a[key])
    const to = text(b[key])
    if (from !== to) out.push({ field, from, to })
  }
  return out
}
