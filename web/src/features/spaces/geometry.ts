// How a floor is drawn: where doors and windows are hinted, what stands in a room, which text fits.
// Everything is in metres; the plan multiplies by its scale.

import type { SpaceKind } from './model'

export interface Rect { x: number; y: number; w: number; h: number }
export interface Line { x1: number; y1: number; x2: number; y2: number }
export type Side = 'top' | 'right' | 'bottom' | 'left'

const NEAR = 0.35

/** The sides of a room that lie on the outer wall. */
export function outerSides(room: Rect, width: number, height: number): Side[] {
  const sides: Side[] = []
  if (room.y <= NEAR) sides.push('top')
  if (room.x + room.w >= width - NEAR) sides.push('right')
  if (room.y + room.h >= height - NEAR) sides.push('bottom')
  if (room.x <= NEAR) sides.push('left')
  return sides
}

const OPPOSITE: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }

/** The side on which a room opens: away from its outer wall, else to the middle of the floor. */
export function doorSide(room: Rect, width: number, height: number): Side {
  const outer = outerSides(room, width, height)
  // Rooms stand in rows along the long walls, so a corner room opens as its neighbours do.
  const away = outer.map(side => OPPOSITE[side]).filter(side => !outer.includes(side))
  const first = away.find(side => (side === 'top' || side === 'bottom') === width >= height) ?? away[0]
  if (first) return first
  const dx = width / 2 - (room.x + room.w / 2)
  const dy = height / 2 - (room.y + room.h / 2)
  const wish: Side[] = Math.abs(dx) / width > Math.abs(dy) / height
    ? [dx > 0 ? 'right' : 'left', dy > 0 ? 'bottom' : 'top']
    : [dy > 0 ? 'bottom' : 'top', dx > 0 ? 'right' : 'left']
  return wish.find(side => !outer.includes(side)) ?? 'bottom'
}

/** A door: the gap in the wall, and the leaf with its swing as a path from the hinge. */
export interface Door { gap: Line; leaf: Line; swing: string }

/** A door of 0.9 m near one end of a side, opening into the room. */
export function door(room: Rect, side: Side, scale: number): Door {
  const size = Math.min(0.9, (side === 'top' || side === 'bottom' ? room.w : room.h) * 0.4)
  const off = 0.35
  const s = (value: number) => +(value * scale).toFixed(1)
  const { x, y, w, h } = room
  const [hx, hy, ex, ey, ix, iy] =
    side === 'bottom' ? [x + off, y + h, x + off + size, y + h, x + off, y + h - size]
    : side === 'top' ? [x + off, y, x + off + size, y, x + off, y + size]
    : side === 'right' ? [x + w, y + h - off, x + w, y + h - off - size, x + w - size, y + h - off]
    : [x, y + h - off, x, y + h - off - size, x + size, y + h - off]
  const sweep = side === 'bottom' ? 1 : side === 'top' ? 0 : side === 'right' ? 1 : 0
  return {
    gap: { x1: s(hx), y1: s(hy), x2: s(ex), y2: s(ey) },
    leaf: { x1: s(hx), y1: s(hy), x2: s(ix), y2: s(iy) },
    swing: `M${s(ix)} ${s(iy)}A${s(size)} ${s(size)} 0 0 ${sweep} ${s(ex)} ${s(ey)}`,
  }
}

/** Windows of the outer wall: one to a room and bay, none where the wall is short. */
export function windows(rooms: readonly Rect[], width: number, height: number): Line[] {
  const out: Line[] = []
  const bays = (from: number, to: number, put: (a: number, b: number) => Line) => {
    const n = Math.max(1, Math.round((to - from) / 4.5))
    const bay = (to - from) / n
    for (let i = 0; i < n; i += 1) {
      const pane = Math.min(2, bay * 0.5)
      if (pane < 0.8) continue
      const middle = from + bay * (i + 0.5)
      out.push(put(middle - pane / 2, middle + pane / 2))
    }
  }
  for (const room of rooms) {
    for (const side of outerSides(room, width, height)) {
      if (side === 'top') bays(room.x, room.x + room.w, (a, b) => ({ x1: a, y1: 0, x2: b, y2: 0 }))
      if (side === 'bottom') bays(room.x, room.x + room.w, (a, b) => ({ x1: a, y1: height, x2: b, y2: height }))
      if (side === 'left') bays(room.y, room.y + room.h, (a, b) => ({ x1: 0, y1: a, x2: 0, y2: b }))
      if (side === 'right') bays(room.y, room.y + room.h, (a, b) => ({ x1: width, y1: a, x2: width, y2: b }))
    }
  }
  return out
}

/** Where one comes in: the widest stretch of the outer wall that no room takes, from 1.2 m on. */
export function entrance(rooms: readonly Rect[], width: number, height: number): { at: number; side: Side } | null {
  let best: { at: number; side: Side; size: number } | null = null
  for (const side of ['bottom', 'left', 'right', 'top'] as const) {
    const along = side === 'bottom' || side === 'top' ? width : height
    const taken = rooms
      .filter(room => outerSides(room, width, height).includes(side))
      .map(room => (side === 'bottom' || side === 'top' ? [room.x, room.x + room.w] : [room.y, room.y + room.h]) as [number, number])
      .sort((a, b) => a[0] - b[0])
    let from = 0
    for (const [a, b] of [...taken, [along, along] as [number, number]]) {
      const size = a - from
      if (size >= 1.2 && (!best || size > best.size + 0.01)) best = { side, at: from + size / 2, size }
      from = Math.max(from, b)
    }
    if (best) break
  }
  return best && { at: best.at, side: best.side }
}

/** Furniture as rectangles and circles in the room's own metres. */
export interface Furniture { rects: (Rect & { r: number })[]; dots: { x: number; y: number; r: number }[] }

export function furniture(kind: SpaceKind, w: number, h: number, seats = Infinity): Furniture {
  const rects: Furniture['rects'] = []
  const dots: Furniture['dots'] = []
  const table = (tw: number, th: number, r: number, cy = h * 0.42) => {
    rects.push({ x: (w - tw) / 2, y: cy - th / 2, w: tw, h: th, r })
    return { x: (w - tw) / 2, y: cy - th / 2 }
  }
  const ring = (tw: number, th: number, cy = h * 0.42) => {
    const n = Math.max(2, Math.floor(tw / 0.9))
    for (let i = 0; i < n; i += 1) {
      const x = (w - tw) / 2 + (tw / n) * (i + 0.5)
      dots.push({ x, y: cy - th / 2 - 0.28, r: 0.17 }, { x, y: cy + th / 2 + 0.28, r: 0.17 })
    }
  }
  if (w < 1.8 || h < 1.8) return { rects, dots }
  switch (kind) {
    case 'meeting_room': case 'party_room': case 'negotiation': case 'group_room': {
      const tw = w * 0.5
      const th = Math.min(1.2, h * 0.26)
      table(tw, th, kind === 'negotiation' ? 0.1 : th / 2)
      ring(tw, th)
      break
    }
    case 'case_room': table(0.9, 0.9, 0.45); ring(0.9, 0.9); break
    case 'classroom': {
      rects.push({ x: w * 0.35, y: 0.3, w: w * 0.3, h: 0.22, r: 0.05 })
      for (let row = 0; row < Math.min(3, Math.floor((h - 1.6) / 0.85)); row += 1) {
        for (let i = 0; i < Math.floor((w - 1.4) / 1.1); i += 1) {
          rects.push({ x: 0.8 + i * 1.1, y: 0.95 + row * 0.8, w: 0.8, h: 0.36, r: 0.06 })
        }
      }
      break
    }
    case 'hall': case 'roadshow': {
      rects.push({ x: w * 0.3, y: 0.35, w: w * 0.4, h: Math.min(0.9, h * 0.16), r: 0.06 })
      // As many chairs as there are seats, as far as they fit, in rows before the stage that are longer
      // than there are rows.
      const widest = Math.max(0, Math.floor((w - 2) / 0.65))
      const wanted = Math.max(Math.ceil(Math.sqrt(seats / 2.5)), Math.ceil(seats / Math.max(1, widest)))
      const rows = Math.max(0, Math.min(10, Math.floor((h - 2.7) / 0.65), wanted))
      const abreast = Math.min(widest, Math.ceil(seats / Math.max(1, rows)))
      const left = (w - (abreast - 1) * 0.65) / 2
      for (let row = 0; row < rows; row += 1) {
        const here = Math.min(abreast, seats - row * abreast)
        for (let i = 0; i < here; i += 1) dots.push({ x: left + i * 0.65, y: 1.75 + row * 0.65, r: 0.17 })
      }
      break
    }
    case 'storage':
      for (let i = 0; i < Math.floor((w - 0.8) / 1); i += 1) rects.push({ x: 0.5 + i, y: 0.35, w: 0.45, h: h * 0.34, r: 0.04 })
      break
    case 'exhibition':
      for (let i = 0; i < Math.floor((w - 1) / 2.4); i += 1) rects.push({ x: 0.9 + i * 2.4, y: 0.4, w: 1.3, h: 0.22, r: 0.04 })
      break
    case 'studio':
      rects.push({ x: w * 0.25, y: h * 0.2, w: w * 0.5, h: 0.5, r: 0.25 })
      dots.push({ x: w * 0.5, y: h * 0.5, r: 0.22 })
      break
    default:
  }
  return { rects, dots }
}

/** A name cut to a width: Chinese characters count as one em, others as a bit more than half. */
export function fit(text: string, width: number, size: number): string {
  let used = 0
  let out = ''
  for (const letter of text) {
    used += /[ -~]/.test(letter) ? size * 0.58 : size
    if (used > width) return out.length > 1 ? `${out.slice(0, -1)}…` : ''
    out += letter
  }
  return out
}

/** What ends the name of a city, banner or district, and of a village, street or community. */
const COUNTY = /^[^\u5e02\u533a\u65d7]{1,9}(?:\u81ea\u6cbb\u65d7|\u5e02|\u533a|\u65d7)/u
const VILLAGE = /^.{1,10}?(?:\u793e\u533a|\u8857\u9053|\u82cf\u6728|\u560e\u67e5|\u9547|\u4e61|\u6751)+/u

/**
 * What an organization is called at home: without the places that its name begins with, which are the
 * same for many. Never so short that nothing is left to tell it by.
 */
export function nickname(name: string, place: string): string {
  let short = name.startsWith(place) ? name.slice(place.length).replace(/^[\u5e02\u533a\u65d7]/u, '') : name
  for (const pattern of [COUNTY, VILLAGE]) {
    const rest = short.replace(pattern, '')
    if (rest.length >= 3) short = rest
  }
  return short.length >= 2 ? short : name
}

/** The least that a stretch without desks is shortened to. */
const LEAST = 0.25

/**
 * A floor that is too wide for the screen, with the stretches shortened where nobody is given a place:
 * a long hall needs less room on the plan than desks do. Desks and offices keep their shape, everything
 * keeps its order and its neighbours.
 */
export function squeeze<T extends Rect>(boxes: readonly T[], keep: (box: T) => boolean, width: number, target: number): { boxes: T[]; width: number } {
  const spans = boxes.filter(keep).map(box => [Math.max(0, box.x - 0.8), Math.min(width, box.x + box.w + 0.8)] as [number, number]).sort((a, b) => a[0] - b[0])
  const kept: [number, number][] = []
  for (const span of spans) {
    const last = kept.at(-1)
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1])
    else kept.push([...span])
  }
  const whole = kept.reduce((sum, [a, b]) => sum + b - a, 0)
  if (width <= target || kept.length === 0 || whole >= width) return { boxes: [...boxes], width }
  const share = Math.min(1, Math.max(LEAST, (target - whole) / (width - whole)))
  const at = (x: number): number => {
    const full = kept.reduce((sum, [a, b]) => sum + Math.max(0, Math.min(x, b) - a), 0)
    return full + (x - full) * share
  }
  return { boxes: boxes.map(box => ({ ...box, x: at(box.x), w: at(box.x + box.w) - at(box.x) })), width: at(width) }
}

/** A desk with the place of its chair: on which side one sits, and what is drawn as the workplace. */
export interface Seat extends Rect { up: boolean }
const CHAIR = 0.5

/** Where one sits is where no other desk stands; the place of the chair is taken along as far as it is free. */
export function seatOf<T extends Rect>(desk: T, others: readonly T[]): Seat {
  const beside = others.filter(other => other !== desk && other.x < desk.x + desk.w - 0.05 && desk.x < other.x + other.w - 0.05)
  const above = Math.min(CHAIR, ...beside.filter(other => other.y < desk.y).map(other => desk.y - other.y - other.h))
  const below = Math.min(CHAIR, ...beside.filter(other => other.y > desk.y).map(other => other.y - desk.y - desk.h))
  // One that stands alone sits as its neighbour in the row does.
  const beneath = (one: T) => others.some(other => Math.abs(other.x - one.x) < 0.1 && other.y > one.y && other.y - one.y - one.h < 0.1)
  const up = above > below || (above === below && others.some(other =>
    other !== desk && Math.abs(other.y - desk.y) < 0.05 && Math.abs(other.x - desk.x) < desk.w * 1.2 && beneath(other)))
  const extra = Math.max(0, up ? Math.min(above, desk.y) : below)
  return { x: desk.x, y: up ? desk.y - extra : desk.y, w: desk.w, h: desk.h + extra, up }
}

/** The middle one: a few desks that were squeezed in do not set the scale of the plan. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

/** To the grid of a plan: 10 cm. */
export const toGrid = (metres: number): number => Math.round(metres * 10) / 10

/** A box moved or resized within its floor. */
export function within<T extends Rect>(box: T, width: number, height: number): T {
  const w = Math.min(Math.max(toGrid(box.w), 0.5), width)
  const h = Math.min(Math.max(toGrid(box.h), 0.5), height)
  const x = Math.min(Math.max(toGrid(box.x), 0), toGrid(width - w))
  const y = Math.min(Math.max(toGrid(box.y), 0), toGrid(height - h))
  return { ...box, x, y, w, h }
}

/** Codes of a row of desks: `A-` from 7, five of them, is A-07 … A-11. */
export function codesOf(prefix: string, first: number, count: number): string[] {
  const digits = Math.max(2, String(first + count - 1).length)
  return Array.from({ length: count }, (_, i) => prefix + String(first + i).padStart(digits, '0'))
}
