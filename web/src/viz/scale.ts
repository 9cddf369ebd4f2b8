// Axes: round numbers over a span, and where they lie.

/** About `count` round steps that cover [low, high]. */
export function ticks(low: number, high: number, count = 4): number[] {
  if (high <= low) high = low + 1
  const raw = (high - low) / count
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map(f => f * power).find(s => s >= raw) ?? 10 * power
  // Counts of organizations have no fractions.
  const whole = Math.max(1, step)
  const first = Math.floor(low / whole) * whole
  const out: number[] = []
  for (let v = first; v < high + whole * 0.999; v += whole) out.push(v)
  return out
}
