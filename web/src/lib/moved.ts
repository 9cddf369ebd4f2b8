/** One thing of a list up or down; over an end it stays. */
export function moved<T>(all: readonly T[], from: number, by: number): T[] {
  const to = from + by
  const out = [...all]
  const [one] = to >= 0 && to < out.length ? out.splice(from, 1) : []
  if (one !== undefined) out.splice(to, 0, one)
  return out
}
