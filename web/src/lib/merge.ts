// Someone else has saved while a form was open: what the person has touched stays as typed, everything
// else becomes what is there by now. So the next save changes nothing that nobody has seen.

/** `was`: as the form began; `mine`: as it is; `theirs`: as it is stored now. */
export function merged<T extends Record<string, unknown>>(was: T, mine: T, theirs: T): T {
  const next: Record<string, unknown> = { ...theirs }
  for (const key of Object.keys(mine)) {
    const touched = JSON.stringify(mine[key]) !== JSON.stringify(was[key])
    if (touched) next[key] = mine[key]
  }
  return next as T
}

/** What is sent of a form: the fields that differ from how it began, and nothing that nobody has touched. */
export function differing<T extends Record<string, unknown>>(was: T, mine: T): Partial<T> {
  return Object.fromEntries(Object.entries(mine).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key]))) as Partial<T>
}
