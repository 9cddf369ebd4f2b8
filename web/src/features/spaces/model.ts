// Shapes of the plan and what is derived from them: states, counts, filters, texts to search.

import { dayNumber } from '../../sched/days'

export type SpaceKind =
  | 'office' | 'desk' | 'meeting_room' | 'hall' | 'classroom' | 'roadshow' | 'negotiation' | 'case_room'
  | 'group_room' | 'exhibition' | 'party_room' | 'storage' | 'studio' | 'open_area'
export const KINDS: SpaceKind[] = [
  'office', 'desk', 'meeting_room', 'hall', 'classroom', 'roadshow', 'negotiation', 'case_room', 'group_room',
  'exhibition', 'party_room', 'storage', 'studio', 'open_area',
]
export type SpaceState = 'free' | 'occupied' | 'reserved' | 'closed' | 'shared'
/** What is shown: an occupied space that ends soon is told apart. */
export type Look = SpaceState | 'expiring'
export const LOOKS: Exclude<Look, 'shared'>[] = ['occupied', 'expiring', 'reserved', 'free', 'closed']

export type Can = Record<string, string | null | undefined>
export interface Named { id: string; name: string }

export interface TermBrief {
  id: string; organization: Named; from: string; to?: string | null; state: string; version: number
}
export interface Closure { id: string; from: string; to?: string | null; reason: string }
export interface Space {
  id: string; code: string; name?: string | null; kind: SpaceKind; floor: string; parent?: string | null
  seats: number; area_m2?: number | null; bookable: boolean; assignable: boolean; equipment: string[]
  x: number; y: number; w: number; h: number
  state: SpaceState; expiring: boolean; allocation?: TermBrief | null; closure?: Closure | null
  next?: TermBrief | null; version: number; can: Can
}
export interface Floor { id: string; building: string; name: string; level: number; width: number; height: number }
export interface Plan {
  base: { id: string; code: string; name: string; short_name: string }
  on: string; today: string; buildings: Named[]; floors: Floor[]; spaces: Space[]
  counts: Record<'assignable' | 'occupied' | 'reserved' | 'free' | 'closed' | 'expiring', number>
  can?: Can
}
/** A line of the timeline: an allocation, or a closure without an organization. */
export interface Term {
  id: string; space: string; space_code: string; organization?: Named | null; from: string; to?: string | null
  state: string; version: number; can: Can; reason?: string | null
}
export interface Handover { id: string; kind: 'in' | 'out'; on_day: string }
export interface Allocation {
  id: string; base: { id: string; code: string; short_name: string }
  space: { id: string; code: string; kind: SpaceKind; floor_name: string; building_name: string; equipment: string[] }
  organization: Named; from: string; to?: string | null; days_left?: number | null
  state: string; note?: string | null; reason?: string | null; follows?: string | null
  handovers: Handover[]; version: number; can: Can
}

export function look(space: Space): Look {
  return space.state === 'occupied' && space.expiring ? 'expiring' : space.state
}

/** Whether somebody has the space by this term today; a term that was called off or is over never is. */
export function isNow(term: { from: string; to?: string | null; state: string }, today: string): boolean {
  return (term.state === 'occupied' || term.state === 'reserved') && term.from <= today && (!term.to || term.to >= today)
}

export type Counts = Record<Exclude<Look, 'shared'>, number> & {
  /** Of the closed ones those that nobody is given. */
  closed_shared: number
}
/** How many of a floor's assignable spaces look how; closed rooms that are shared are closed too. */
export function tally(spaces: readonly Space[]): Counts {
  const counts: Counts = { occupied: 0, expiring: 0, reserved: 0, free: 0, closed: 0, closed_shared: 0 }
  for (const space of spaces) {
    const of = look(space)
    if (of !== 'shared' && (space.assignable || of === 'closed')) counts[of] += 1
    if (of === 'closed' && !space.assignable) counts.closed_shared += 1
  }
  return counts
}

/** Rooms behind, desks before them; what holds others is drawn first. */
export function layers(spaces: readonly Space[]): { areas: Space[]; rooms: Space[]; desks: Space[] } {
  const parents = new Set(spaces.map(space => space.parent).filter(Boolean))
  const areas: Space[] = []
  const rooms: Space[] = []
  const desks: Space[] = []
  for (const space of spaces) {
    if (space.kind === 'desk') desks.push(space)
    else if (space.kind === 'open_area' || parents.has(space.id)) areas.push(space)
    else rooms.push(space)
  }
  return { areas, rooms, desks }
}

/** Full width as half width: codes are typed with either keyboard. */
const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()

/** Whether a space answers to what was typed: its code, its name or who is there; or holds one of these organizations. */
export function matches(space: Space, typed: string | ReadonlySet<string>): boolean {
  if (typeof typed !== 'string') return [space.allocation, space.next].some(term => term && typed.has(term.organization.id))
  const text = plain(typed)
  if (!text) return true
  return [space.code, space.name, space.allocation?.organization.name, space.next?.organization.name]
    .some(part => part && plain(part).includes(text))
}

/** What a search finds in a base: on the floor that is shown, and on the others. */
export function hits<S extends Space>(spaces: readonly S[], typed: string | ReadonlySet<string>, floor: string): { here: S[]; elsewhere: S[] } {
  const found = spaces.filter(space => matches(space, typed)).sort(byCode)
  return { here: found.filter(space => space.floor === floor), elsewhere: found.filter(space => space.floor !== floor) }
}

/** How much of a term has passed on a day, 0 to 1; nothing for open-ended ones. */
export function progress(from: string, to: string | null | undefined, on: string): number | null {
  if (!to) return null
  const all = dayNumber(to) - dayNumber(from) + 1
  return Math.min(1, Math.max(0, (dayNumber(on) - dayNumber(from) + 1) / all))
}

/** Groups of desks that touch each other: an island gets one rug. */
export function islands(desks: readonly Space[], gap = 0.35): { x: number; y: number; w: number; h: number }[] {
  const left = new Set(desks)
  const out: { x: number; y: number; w: number; h: number }[] = []
  while (left.size > 0) {
    const [first] = left
    if (!first) break
    left.delete(first)
    const group = [first]
    for (const desk of group) {
      for (const other of left) {
        const apart = Math.max(
          Math.max(other.x - desk.x - desk.w, desk.x - other.x - other.w),
          Math.max(other.y - desk.y - desk.h, desk.y - other.y - other.h),
        )
        if (apart <= gap) {
          left.delete(other)
          group.push(other)
        }
      }
    }
    const x = Math.min(...group.map(desk => desk.x))
    const y = Math.min(...group.map(desk => desk.y))
    out.push({
      x, y,
      w: Math.max(...group.map(desk => desk.x + desk.w)) - x,
      h: Math.max(...group.map(desk => desk.y + desk.h)) - y,
    })
  }
  return out
}

/** Natural order of codes: A-2 before A-10. */
export function byCode(a: { code: string }, b: { code: string }): number {
  return a.code.localeCompare(b.code, 'zh', { numeric: true })
}
