// Walking by the arrow keys: headings, and what lies nearest ahead on a plan.

export type Heading = 'left' | 'right' | 'up' | 'down'

/** The heading of an arrow key. */
export function heading(key: string): Heading | null {
  return key === 'ArrowLeft' ? 'left' : key === 'ArrowRight' ? 'right'
    : key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : null
}

/** A rectangle of the plan. */
export interface Box {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** The nearest box in a direction: straight ahead counts more than near by. */
export function nearest<T extends Box>(boxes: readonly T[], from: Box, way: Heading): T | null {
  const [dx, dy] = way === 'left' ? [-1, 0] : way === 'right' ? [1, 0] : way === 'up' ? [0, -1] : [0, 1]
  const cx = from.x + from.w / 2
  const cy = from.y + from.h / 2
  let best: T | null = null
  let bestScore = Infinity
  for (const box of boxes) {
    if (box.id === from.id) continue
    const ox = box.x + box.w / 2 - cx
    const oy = box.y + box.h / 2 - cy
    const along = ox * dx + oy * dy
    if (along < 0.05) continue
    const aside = Math.abs(ox * dy) + Math.abs(oy * dx)
    const score = along + aside * 2.5
    if (score < bestScore) {
      bestScore = score
      best = box
    }
  }
  return best
}
