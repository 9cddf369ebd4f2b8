// Shapes of imports, and the matching of columns while it is being changed.

export type Kind = 'organizations' | 'spaces' | 'workdays'
export const KINDS: Kind[] = ['organizations', 'spaces', 'workdays']
export type ImportState = 'checking' | 'faulty' | 'ready' | 'committing' | 'committed' | 'undoing' | 'undone' | 'failed'
export interface Mapped { header: string; field?: string | null }
export interface FieldOf { field: string; header: string; required: boolean }
export interface ImportView {
  id: string; kind: Kind; file_name: string; state: ImportState; done: number; total: number; rows: number
  mapping: Mapped[]; fields: FieldOf[]; counts: { errors: number; corrected: number; new: number }
  problem?: { code: string; detail: string } | null
  same_as?: { id: string; state: ImportState; name: string; created_at: string } | null
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

/** What the rows of an import are by now: merely read, about to be written, written, or taken back. */
export const settledAs = (view: Pick<ImportView, 'state'>): 'read' | 'ready' | 'committed' | 'undone' =>
  view.state === 'ready' || view.state === 'committing' ? 'ready'
  : view.state === 'committed' || view.state === 'undoing' ? 'committed'
  : view.state === 'undone' ? 'undone' : 'read'

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

const USES = ['allocations', 'claims', 'applications', 'filings', 'persons', 'roles', 'files', 'parts', 'changed'] as const
export type Use = (typeof USES)[number]

/** What is in the way of an undo: how many of each sort, and the first by name. */
export function usesOf(values: Record<string, unknown>): { uses: { use: Use; count: number }[]; names: string[] } {
  const uses = USES.map(use => ({ use, count: typeof values[use] === 'number' ? values[use] : 0 })).filter(one => one.count > 0)
  const names = Array.isArray(values['names']) ? values['names'].filter((one): one is string => typeof one === 'string') : []
  return { uses, names }
}
