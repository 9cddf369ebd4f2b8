// What an agreement is asked to say, while it is being written.

import { counted, type Condition } from '../spaces/handover'
import type { Plan, Space } from '../spaces/model'
import { byCode } from '../spaces/model'
import type { Alternative } from '../spaces/taken'
import type { Agreement, Equipment, Mode, Proposal, Residency } from './model'

export interface Row { key: number; name: string; tag: string; quantity: string; condition: Condition }
export interface Draft { mode: Mode; first: string; last: string; spaces: string[]; equipment: Row[]; extra: string }
/** What is sent, beside the application. */
export interface Asked { mode: Mode; first: string; last: string; spaces: string[]; equipment: Equipment[]; extra?: string }

let next = 1
export const emptyRow = (name = '', quantity = 1, tag = '', condition: Condition = 'good'): Row => ({ key: next++, name, tag, quantity: String(quantity), condition })

export const ofProposal = (of: Proposal): Draft => ({ mode: of.mode, first: of.first, last: of.last, spaces: [], equipment: [], extra: '' })

/** An agreement begun anew from the one that stands, with the places that are kept for it. */
export const ofAgreement = (of: Agreement, places: Residency['places']): Draft => ({
  mode: of.mode, first: of.first, last: of.last, spaces: places.map(place => place.space),
  equipment: of.equipment.map(one => emptyRow(one.name, one.quantity, one.tag ?? '', one.condition)), extra: of.extra ?? '',
})

/** Rows without a name are left out, empty texts are absent; without a place there are none. */
export function bodyOf(draft: Draft): Asked {
  return {
    mode: draft.mode, first: draft.first, last: draft.last,
    spaces: draft.mode === 'physical' ? draft.spaces : [],
    equipment: kept(draft.equipment).map(row => ({
      name: row.name.trim(), quantity: Math.max(0, Math.trunc(Number(row.quantity)) || 0), condition: row.condition,
      ...row.tag.trim() && { tag: row.tag.trim() },
    })),
    ...draft.extra.trim() && { extra: draft.extra.trim() },
  }
}
const kept = (rows: readonly Row[]): Row[] => rows.filter(row => row.name.trim() || row.tag.trim())

/** The row of the form at which a fault of what was sent belongs. */
export function faultPath(rows: readonly Row[], row: Row, field: string): string {
  return `equipment[${kept(rows).indexOf(row)}].${field}`
}

/** What the chosen places are equipped with, as rows, beside those that are there already. */
export function withEquipment(rows: readonly Row[], spaces: readonly Space[]): Row[] {
  const sums = new Map<string, number>()
  for (const space of spaces) {
    for (const text of space.equipment) {
      const { name, quantity } = counted(text)
      sums.set(name, (sums.get(name) ?? 0) + quantity)
    }
  }
  const known = new Set(rows.map(row => row.name.trim()))
  return [...kept(rows), ...[...sums].filter(([name]) => !known.has(name)).map(([name, quantity]) => emptyRow(name, quantity))]
}

export type Offer = { space: Space; how: 'free' | 'own' | 'until' | 'taken' | 'closed'; who?: string; day?: string | undefined }
export type Group = { floor: string; offers: Offer[] }

/** The places of a base for a term, floor by floor: what is free, what is free for a while, what is not. `own` are the terms that fall away with the old agreement. */
export function offers(plan: Plan, last: string, own: ReadonlySet<string>): Group[] {
  const offer = (space: Space): Offer => {
    if (space.state === 'closed') return { space, how: 'closed', day: space.closure?.to ?? undefined }
    const now = space.allocation
    if (now && !own.has(now.id)) return { space, how: 'taken', who: now.organization.name, day: now.to ?? undefined }
    const later = space.next
    if (later && !own.has(later.id) && later.from <= last) return { space, how: 'until', day: later.from }
    return { space, how: now ? 'own' : 'free' }
  }
  const name = (id: string): string => {
    const floor = plan.floors.find(one => one.id === id)
    const building = plan.buildings.length > 1 ? plan.buildings.find(one => one.id === floor?.building)?.name : undefined
    return [building, floor?.name].filter(Boolean).join(' ')
  }
  return [...plan.floors].sort((a, b) => a.building.localeCompare(b.building) || a.level - b.level)
    .map(floor => ({ floor: name(floor.id), offers: plan.spaces.filter(space => space.floor === floor.id && space.assignable).sort(byCode).map(offer) }))
    .filter(group => group.offers.length > 0)
}

/** The draft with another place, or another day, instead of what is taken. */
export function instead(draft: Draft, taken: string | undefined, one: Alternative): Draft {
  const spaces = [...draft.spaces.filter(id => id !== taken && id !== one.space), one.space]
  const first = one.availability === 'later' && one.from > draft.first ? one.from : draft.first
  const last = one.availability === 'until' && one.to && one.to < draft.last ? one.to : draft.last
  return { ...draft, spaces, first, last: last < first ? '' : last }
}
