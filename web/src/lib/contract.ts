// Shapes agreed for rooms whose routes the document does not hold yet. Each goes when its route
// arrives there; in the end this file goes.

import type { Day } from './dates'

/** What the caller may do with a thing: null = yes, else the code of why not. */
export type Can = Record<string, string | null>
export type Page<T> = { items: T[]; next?: string | null; total?: number | null }

export type BaseBrief = { id: string; code: string; name: string; short_name: string }
export type Named = { id: string; name: string }
export type Role = {
  id: string
  role: string
  scope_kind: string
  scope_id?: string | null
  scope_name?: string | null
  from: Day
  to?: Day | null
}
export type Session = {
  account: { id: string; login: string; name: string; locale: string; phone?: string | null; email?: string | null }
  roles: Role[]
  bases: BaseBrief[]
  organizations: Named[]
  csrf: string
  abilities: Record<string, boolean>
  today: Day
  must_change_password: boolean
}
export type Browser = { id: string; created_at: string; last_seen_at: string; agent: string; current: boolean }
export type Token = {
  id: string
  name: string
  scopes: string[]
  expires_on: Day
  last_used_at?: string | null
  token?: string | null
}
export type Account = {
  id: string
  login: string
  name: string
  phone?: string | null
  email?: string | null
  locale: string
  state: 'active' | 'locked'
  roles: Role[]
  last_signed_in_at?: string | null
  version: number
  can: Can
}

export type Base = {
  id: string
  code: string
  name: string
  short_name: string
  level: string
  division: string
  division_name: string
  assumed: boolean
  details: BaseDetails
  version: number
  can: Can
}
export type BaseDetails = {
  sponsor?: string | null
  operator?: string | null
  operator_contract_from?: Day | null
  operator_contract_to?: Day | null
  budget_source?: string | null
  address?: string | null
  gross_area_m2?: number | null
  office_area_m2?: number | null
  shared_area_m2?: number | null
  tenure?: string | null
  lease_until?: Day | null
  fire_check_on?: Day | null
  zones: string[]
  virtual_seats?: number | null
  mode_physical?: boolean | null
  mode_virtual?: boolean | null
  director?: string | null
  full_time_staff?: number | null
  social_workers?: number | null
  opening_hours?: string | null
  hotline?: string | null
  recognition_level?: string | null
  recognized_on?: Day | null
  recognition_subsidy?: string | null
  last_evaluation_score?: number | null
  last_evaluated_on?: Day | null
}

export type WorkYear = {
  year: number
  known_until?: Day | null
  days: { date: Day; kind: 'off' | 'work'; name: string; division?: string | null }[]
}
export type Deadline = {
  due: Day
  nominal: Day
  provisional: boolean
  skipped: { date: Day; why: string; name?: string | null }[]
  made_up: Day[]
}
export type Division = { code: string; name: string; level: string; type: string; parent: string; path?: { code: string; name: string }[] }

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

export type SpaceCounts = { assignable: number; occupied: number; reserved: number; free: number; closed: number; expiring: number }
export type Attention = {
  kind: 'expiring' | 'to_hand_over' | 'overdue' | 'organization_without_liaison' | 'import_open'
  count: number
  first?: Day | null
  items: { id: string; label: string; day?: Day | null }[]
}
export type MonthFlow = { month: string; moved_in: number; moved_out: number; residents: number }
export type BladeOf = { organization?: string; name?: string; months: number; stage: 0 | 1 | 2 | 3 }
export type BaseOverview = {
  base: BaseBrief
  today: Day
  spaces: SpaceCounts
  residents: number
  organizations: number
  attention: Attention[]
  months: MonthFlow[]
  blades: BladeOf[]
}
export type CityBase = BaseBrief & {
  assumed: boolean
  assignable: number
  occupied: number
  residents: number
  organizations: number
  expiring: number
  blades: BladeOf[]
}
export type CityOverview = {
  today: Day
  bases: CityBase[]
  totals: {
    bases: number
    organizations: number
    registered: number
    recorded: number
    residents: number
    assignable: number
    occupied: number
  }
  months: MonthFlow[]
  attention: Attention[]
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
