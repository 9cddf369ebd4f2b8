// Names of the document's shapes as the pages use them; and, below, shapes agreed for rooms whose routes
// the document does not hold yet. Each of those goes when its route arrives there.

import type { Day } from './dates'
import type { components } from './schema'

type Schemas = components['schemas']
export type BaseBrief = Schemas['BaseBrief']
export type Named = Schemas['Named']
export type Role = Schemas['RoleView']
export type Session = Schemas['SessionView']
export type Browser = Schemas['BrowserView']
export type Token = Schemas['TokenView']
export type Account = Schemas['AccountView']
export type Base = Schemas['BaseView']
export type BaseDetails = Schemas['BaseDetails']
export type WorkYear = Schemas['WorkYear']
export type Deadline = Schemas['DeadlineView']
export type Division = Schemas['DivisionView']
export type SpaceCounts = Schemas['SpaceCounts']
export type MonthFlow = Schemas['MonthView']
export type BladeOf = Schemas['BladeView']
export type BaseOverview = Schemas['BaseOverview']
export type CityBase = Schemas['CityBase']
export type CityOverview = Schemas['CityOverview']
export type Attention = Schemas['Attention']

/** What the caller may do with a thing: null = yes, else the code of why not. */
export type Can = Record<string, string | null>
export type Page<T> = { items: T[]; next?: string | null; total?: number | null }

export type HistoryLine = {
  at: string
  name: string
  role?: string | null
  action: string
  values?: Record<string, unknown> | null
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
  request?: string | null
  seq: number
  stream: string
}

export type Setting = {
  key: string
  kind: 'integer' | 'boolean' | 'text'
  value: unknown
  unit?: string | null
  min?: number | null
  max?: number | null
  from: Day
  scope: 'shipped' | 'city' | 'base'
  basis?: string | null
  can: Can
}

export type TermState = 'reserved' | 'occupied' | 'ended' | 'cancelled'
export type Allocation = {
  id: string
  base: BaseBrief
  space: { id: string; code: string; kind: string; floor_name: string; building_name: string; equipment: string[] }
  organization: Named
  from: Day
  to?: Day | null
  days_left?: number | null
  state: TermState
  note?: string | null
  reason?: string | null
  handovers: { id: string; kind: 'in' | 'out'; on_day: Day }[]
  version: number
  can: Can
}
export type Handover = {
  id: string
  kind: 'in' | 'out'
  allocation: string
  on_day: Day
  items: { name: string; tag?: string | null; quantity: number; condition: string; note?: string | null }[]
  keys?: string | null
  note?: string | null
  handed_by: string
  received_by: string
  created_at: string
}
export type Organization = {
  id: string
  name: string
  kind: string
  class?: string | null
  credit_code?: string | null
  record_number?: string | null
  home_base: BaseBrief
  division: string
  division_name: string
  live: boolean
  resident: boolean
  hosts: BaseBrief[]
  grade?: string | null
  liaison_name?: string | null
  liaison_phone?: string | null
  founded_on?: Day | null
  responsible_name?: string | null
  name_mn?: string | null
  details?: { contact?: { deputy?: string | null; deputy_phone?: string | null; wechat?: string | null; email?: string | null; intro?: string | null } }
  version: number
  can: Can
}
