// Lays a meadow out: groups of blades side by side, in as many rows as the width needs, at real
// pixels, so that labels keep their size on a phone.

import { blade, chance, lily, seedOf, tipOf } from './grass'

/** Stage: 0 begun, 1 growing, 2 mature, 3 hatched this year. */
export type Sprout = { months: number; stage: number; organization?: string; name?: string }
export type Plot = { id: string; label: string; sprouts: Sprout[] }

export type LaidBlade = { x: number; height: number; lean: number; d: string; sprout: Sprout }
export type LaidPlot = {
  plot: Plot
  row: number
  x0: number
  x1: number
  /** One path a stage, far cheaper than one a blade. */
  paths: [string, string, string, string]
  flowers: string
  blades: LaidBlade[]
}
export type Meadow = { plots: LaidPlot[]; rows: number; rowHeight: number; ground: number; height: number }

/** Room under the ground for a name and a number. */
const FOOT = 46
const GAP = 14
const EDGE = 8

export function layMeadow(plots: Plot[], width: number): Meadow {
  const narrow = width < 640
  const alone = plots.length === 1
  const ground = !narrow ? 188 : alone ? 154 : 104
  const rowHeight = ground + FOOT
  const least = narrow ? 66 : 58
  // On a desk the whole meadow is one line as long as every name has room; blades stand closer then.
  const line = !narrow && plots.length * (least + GAP) - GAP <= width - 2 * EDGE
  const wish = (plot: Plot) => (line ? least : Math.min(width - 2 * EDGE, Math.max(least, plot.sprouts.length * (narrow ? 3 : 4.2))))
  const rows: Plot[][] = []
  let row: Plot[] = []
  let used = 0
  for (const plot of plots) {
    const more = wish(plot) + (row.length ? GAP : 0)
    if (row.length && used + more > width - 2 * EDGE) {
      rows.push(row)
      row = []
      used = 0
    }
    row.push(plot)
    used += wish(plot) + (row.length > 1 ? GAP : 0)
  }
  if (row.length) rows.push(row)
  if (rows.length > 1) even(rows)
  // Bases are compared over the same two years; a base alone fills its picture, short of the very young.
  const tallest = Math.max(alone ? 3 : 24, ...plots.flatMap(plot => plot.sprouts.map(sprout => sprout.months)))
  const scale = (ground - 26) / tallest

  const laid = rows.flatMap((members, at) => {
    const free = width - 2 * EDGE - GAP * (members.length - 1)
    const spare = free - members.reduce((sum, plot) => sum + wish(plot), 0)
    const total = members.reduce((sum, plot) => sum + Math.max(1, plot.sprouts.length), 0)
    let x = EDGE
    return members.map((plot): LaidPlot => {
      // What is left over goes where more grows, but a part of it to all alike.
      const shared = line ? 0.2 : 0.5
      // A row that was evened out may be too full; then all of it moves together.
      const room = spare < 0 ? wish(plot) * (free / (free - spare)) : wish(plot)
      const own = room + Math.max(0, spare) * ((1 - shared) * (Math.max(1, plot.sprouts.length) / total) + shared / members.length)
      const placed = grow(plot, at, x, x + own, at * rowHeight + ground, scale)
      x += own + GAP
      return placed
    })
  })
  return { plots: laid, rows: rows.length, rowHeight, ground, height: Math.max(1, rows.length) * rowHeight }
}

/** Moves plots down so that the last row is no orphan: counts of the rows differ by one at most. */
function even(rows: Plot[][]): void {
  const all = rows.flat()
  const each = Math.floor(all.length / rows.length)
  const extra = all.length % rows.length
  let from = 0
  rows.forEach((_, i) => {
    const n = each + (i < extra ? 1 : 0)
    rows[i] = all.slice(from, from + n)
    from += n
  })
}

function grow(plot: Plot, row: number, x0: number, x1: number, ground: number, scale: number): LaidPlot {
  const next = chance(seedOf(plot.id))
  const paths: [string, string, string, string] = ['', '', '', '']
  let flowers = ''
  const n = plot.sprouts.length
  const step = (x1 - x0) / Math.max(1, n)
  const half = Math.min(4.6, Math.max(1.3, step * 0.42))
  const order = plot.sprouts.map((sprout, i) => ({ sprout, sort: next() + i * 1e-6 })).sort((a, b) => a.sort - b.sort)
  const blades = order.map(({ sprout }, i): LaidBlade => {
    const x = x0 + (i + 0.5) * step
    const height = 10 + sprout.months * scale
    const lean = next() * 2 - 0.7
    const d = blade(x, ground, height, lean, half)
    paths[Math.min(3, Math.max(0, sprout.stage)) as 0 | 1 | 2 | 3] += d
    if (sprout.stage === 3) flowers += lily(...tipOf(x, ground, height, lean))
    return { x, height, lean, d, sprout }
  })
  return { plot, row, x0, x1, paths, flowers, blades }
}
