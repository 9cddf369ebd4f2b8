// What the journal keeps of a thing, and one difference of it.

export type Change = {
  field: string
  from: unknown
  to: unknown
  /** The one thing of several that it is about. */
  of?: string
}

export type Tree = Record<string, unknown>
export const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
