// Names of the document's shapes as the pages use them.

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
export type HistoryLine = Schemas['HistoryLine']
export type Setting = Schemas['SettingView']
export type Allocation = Schemas['AllocationView']
export type Organization = Schemas['OrganizationView']

/** What the caller may do with a thing: null = yes, else the code of why not. */
export type Can = Record<string, string | null>
export type Page<T> = { items: T[]; next?: string | null; total?: number | null }
