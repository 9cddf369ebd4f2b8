// What a journal entry is about, and what it changed field by field.

import type { HistoryLine } from '../../lib/contract'
import type { Day } from '../../lib/dates'
import { proceeded } from './proceedings'
import { isTree, type Change, type Tree } from './tree'

export type { Change } from './tree'

/** Kept for machines: nobody reads a digest, the version counts by itself, and what came out of a review is read on its page. */
const SILENT = new Set(['version', 'updated_at', 'sha256', 'hash', 'pdf', 'media_type', 'id', 'standings'])

/** Points of an assessment, indicator by indicator, the result that an appeal is against, a round's sheet: their pages have them. */
const SCORED = /^(own|base|expert)\.scores$|^appeal\.against$|^sheet$/

/** A value as text, each word of it told by `tell`; of a thing in a list, what it holds in one line. */
export function text(value: unknown, tell: (word: string) => string = word => word): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return tell(value ? '✓' : '✗')
  if (Array.isArray(value)) return value.map(one => text(one, tell)).filter(Boolean).join('; ')
  if (isTree(value)) return Object.values(value).map(one => text(one, tell)).filter(Boolean).join(' ')
  return tell(String(value))
}

/** Fields that differ; groups are entered, so that `details.party.members` is one change. `told` is already said. */
export function changes(before: unknown, after: unknown, told: readonly string[] = [], prefix = ''): Change[] {
  const a = isTree(before) ? before : {}
  const b = isTree(after) ? after : {}
  const out: Change[] = []
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const field = prefix ? `${prefix}.${key}` : key
    if (SILENT.has(key) || told.includes(field) || SCORED.test(field)) continue
    if (field === 'proceedings') out.push(...proceeded(a[key], b[key]))
    else if (isTree(a[key]) || isTree(b[key])) out.push(...changes(a[key], b[key], told, field))
    else if (text(a[key]) !== text(b[key])) out.push({ field, from: a[key], to: b[key] })
  }
  return out
}

/** Lists that hold all before them, and what of each thing in them is told; who did it when is said beside it. */
const LISTS: Record<string, string[]> = {
  rulings: ['rule', 'passed', 'evidence'],
  subjects: ['thing', 'outcome'],
  'exit.checked': ['item', 'outcome', 'note'],
  'exit.confirmed': ['party', 'on_paper'],
  'value.clauses': ['heading', 'text'],
  'value.indicators': ['name', 'points', 'rule', 'evidence'],
  breaches: ['reason'],
  answers: ['question', 'text', 'number'],
  'returned.gaps': ['question', 'text'],
  papers: ['key', 'name', 'state', 'note'],
  care: ['key', 'name', 'done'],
  supplements: ['said', 'due'],
  contacts: ['on', 'way', 'active', 'text', 'need'],
}
/** Of such a list what is new in it, and what is no more. */
export function news({ field, from, to }: Change): [unknown, unknown] {
  const parts = LISTS[field]
  if (!parts) return [from, to]
  const all = (list: unknown): Tree[] => (Array.isArray(list) ? list.filter(isTree) : [])
  const other = (list: unknown, than: unknown): unknown[] => {
    const there = new Set(all(than).map(one => JSON.stringify(one)))
    return all(list).filter(one => !there.has(JSON.stringify(one))).map(one => Object.fromEntries(parts.map(part => [part, one[part]])))
  }
  return [other(from, to), other(to, from)]
}

export type Subject = {
  /** What it is about, by the field that holds it. */
  names: { field: string; value: string }[]
  /** Where a swap has led. */
  onto?: string
  from?: Day
  /** Null is open-ended; absent is not known. */
  to?: Day | null
  /** Fields that need not be listed again. */
  told: string[]
}

const NAMING = ['file', 'key', 'name', 'code', 'space', 'floor', 'role', 'organization']
const day = (value: unknown): Day | undefined => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined)

/** What a line in the history of `thing` is about: names what the reader does not look at already. */
export function subject(line: Pick<HistoryLine, 'action' | 'stream' | 'request' | 'values' | 'before' | 'after'>, thing: string, all: readonly Pick<HistoryLine, 'action' | 'request' | 'values'>[] = []): Subject {
  const values = isTree(line.values) ? line.values : {}
  const made = isTree(line.before) !== isTree(line.after)
  const whole = made ? ((isTree(line.after) ? line.after : line.before) as Tree) : {}
  // What is done with a review names the reviewer whom it is about, and why; other reasons stand among what has changed.
  const review = line.action.startsWith('review.')
  // What is done with a residency names its agreement elsewhere, and its term where that was agreed on.
  const agreed = /^(residency|agreement)\./.test(line.action)
  const term = !agreed || /\.(issue|reissue|enter)$/.test(line.action)
  const own = line.stream === thing && !line.action.includes('token') && !review
  const certified = line.action.startsWith('certificate.') && !thing.startsWith('crt_')
  const names = [...NAMING, ...(review ? ['reason'] : []), ...(line.action.startsWith('notice.') || certified || (agreed && !thing.startsWith('rsd_')) ? ['number'] : [])].flatMap(field => {
    const value = values[field]
    if (field === 'reason' && isTree(line.after) && line.after['reason'] === value) return []
    if (typeof value !== 'string' || value === '') return []
    if ((field === 'name' && own) || (field === 'organization' && thing.startsWith('org_'))) return []
    return [{ field, value }]
  })
  const out: Subject = { names, told: made ? names.map(one => one.field) : [] }
  const from = term ? (day(values['from']) ?? day(whole['first'])) : undefined
  if (from) {
    out.from = from
    const last = 'to' in values ? values['to'] : whole['last']
    if (last === null || day(last)) out.to = (last as Day | null)
    // Days that were moved are told from when to when; days that were only set are told once.
    if (made) out.told.push('from', 'to', 'first', 'last')
    else if (!isTree(line.before) || !('from' in line.before)) out.told.push('from')
  }
  if (line.action === 'allocation.swap') {
    const next = all.find(one => one.action === 'allocation.swap_in' && one.request === line.request && isTree(one.values) && one.values['organization'] === values['organization'])
    const place = next && isTree(next.values) ? next.values['space'] : undefined
    if (typeof place === 'string') out.onto = place
  }
  return out
}

/** Codes of places in changes. */
export const placesIn = (all: readonly Change[]): unknown[] =>
  all.filter(change => /(^|\.)(division|township|village)$/.test(change.field)).flatMap(change => [change.from, change.to])
