// Shapes of imports, and the matching of columns while it is being changed.

export type Kind = 'organizations' | 'spaces' | 'workdays'
export const KINDS: Kind[] = ['organizations', 'spaces', 'workdays']
export type ImportState = 'checking' | 'faulty' | 'ready' | 'committing' | 'committed' | 'undoing' | 'undone' | 'failed'
export interface Mapped { header: string; field?: string | null }
export interface FieldOf { field: string; header: string; required: boolean }
export interface ImportView {
  id: string; kind: Kind; file_name: string; state: ImportState; done: number; total: number; rows: number
  mapping: Mapped[]; fields: FieldOf[]; counts: { errors: number; corrected: number; new: number }
  name: string; created_at: string; version: number; can: Record<string, string | null | undefined>
}
export interface Fault {
  row: number; rows: number[]; column: string; field: string; code: string; severity: 'error' | 'corrected'
  raw: string; value?: string | null; detail: string
}
export interface DraftRow { row: number; draft: Record<string, unknown> }

/** Something is under way in the service: ask again. */
export const running = (view: ImportView | undefined): boolean =>
  view !== undefined && ['checking', 'committing', 'undoing'].includes(view.state)

export type Choice = Record<string, string>
export const choiceOf = (mapping: readonly Mapped[]): Choice => Object.fromEntries(mapping.map(one => [one.header, one.field ?? '']))

/** What keeps a choice of columns from being checked: required ones without a column, one taken twice. */
export function faultsOf(choice: Choice, fields: readonly FieldOf[]): { missing: string[]; twice: string[] } {
  const taken = Object.values(choice).filter(Boolean)
  return {
    missing: fields.filter(one => one.required && !taken.includes(one.field)).map(one => one.header),
    twice: fields.filter(one => taken.filter(field => field === one.field).length > 1).map(one => one.header),
  }
}
export const same = (a: Choice, b: Choice): boolean => Object.keys(a).every(header => (a[header] ?? '') === (b[header] ?? ''))

/** The state's share of a bar, 0 to 1; nothing while the number of rows is not known. */
export const shareOf = (view: ImportView): number | null => (view.total > 0 ? Math.min(1, view.done / view.total) : null)

/** Excel and CSV by name; what browsers say of their type differs. */
export const isSheet = (name: string): boolean => /\.(xlsx|csv)$/i.test(name)

/** Who or what is in the way of an undo, however the service words it. */
export function blockersOf(values: Record<string, unknown>): { items: { id: string; label: string; by: string }[]; count: number } {
  const list = [values['items'], values['blockers'], values['depends'], values['used']].find(Array.isArray) as unknown[] | undefined
  const items = (list ?? []).map(one => {
    if (typeof one === 'string') return { id: one, label: one, by: '' }
    const of = one as Record<string, unknown>
    const text = (...keys: string[]) => keys.map(key => of[key]).find(value => typeof value === 'string' && value) as string | undefined
    return { id: text('id', 'thing') ?? '', label: text('label', 'name', 'code', 'id') ?? '', by: text('by', 'what', 'reason') ?? '' }
  })
  const count = typeof values['count'] === 'number' ? values['count'] : items.length
  return { items, count }
}
/** The page of a thing by its identifier. */
export function pageOf(id: string): string | null {
  if (id.startsWith('org_')) return `/organizations/${id}`
  if (id.startsWith('spc_')) return `/spaces?space=${id}`
  return null
}
