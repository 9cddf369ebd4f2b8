// The form of an application: what is typed, what is sent, and where on the page each part of it stands.

import { addMonths, type Day } from '../../lib/dates'
import type { Can, Session } from '../../lib/contract'
import type { components } from '../../lib/schema'

type Schemas = components['schemas']
export type ApplicationView = Omit<Schemas['ApplicationView'], 'can'> & { can: Can }
export type WireForm = Schemas['ApplicationForm']
export type DocumentView = Schemas['DocumentView']
export type PublicIntake = Schemas['PublicIntake']
export type Kind = Schemas['ApplicantKind']
export type Need = Schemas['Need']

export const KINDS = ['registered', 'recorded', 'pre_registration'] as const
export const NEEDS = ['policy', 'registration', 'finance', 'fund_raising', 'project_design', 'publicity', 'party_building', 'volunteers', 'space'] as const
export const STAGES = ['budding', 'start_up', 'hub'] as const
export const PLACES = ['desk', 'office'] as const
export const COUNTS = ['full_time', 'part_time', 'volunteers', 'party_members'] as const
export const MAX_STORY = 1000
export const MAX_LINES = 20

/** Sections of the form with their fields, in the order of the page. */
export const SECTIONS = [
  { key: 'place', fields: ['mode', 'place', 'persons', 'equipment'] },
  { key: 'about', fields: ['stage', 'fields', 'introduction', 'projects', 'funding'] },
  { key: 'people', fields: ['full_time', 'part_time', 'volunteers', 'party_members'] },
  { key: 'needs', fields: ['needs'] },
  { key: 'plan', fields: ['plan'] },
  { key: 'contact', fields: ['contact_name', 'contact_phone'] },
  { key: 'documents', fields: ['documents'] },
  { key: 'promise', fields: ['committed'] },
] as const
export type SectionKey = (typeof SECTIONS)[number]['key']

/** A line of the plan; without a day while none is chosen. */
export type PlanDraft = { what: string; by: Day | ''; target: string }
/** The form as it is typed: numbers are texts, every need has a level, nothing is absent. */
export type Draft = {
  mode: string; place: string; persons: string; equipment: string[]; stage: string; fields: string[]
  introduction: string; projects: string; funding: string
  full_time: string; part_time: string; volunteers: string; party_members: string
  needs: Record<Need, number>; plan: PlanDraft[]; contact_name: string; contact_phone: string; committed: boolean
}

const text = (number: number | null | undefined): string => (number === null || number === undefined ? '' : String(number))

export function draftOf(form: WireForm): Draft {
  return {
    mode: form.mode ?? '', place: form.place ?? '', persons: text(form.persons), equipment: [...form.equipment], stage: form.stage ?? '', fields: [...form.fields],
    introduction: form.introduction ?? '', projects: form.projects ?? '', funding: form.funding ?? '',
    full_time: text(form.full_time), part_time: text(form.part_time), volunteers: text(form.volunteers), party_members: text(form.party_members),
    needs: Object.fromEntries(NEEDS.map(need => [need, form.needs.find(line => line.need === need)?.level ?? 0])) as Record<Need, number>,
    plan: form.plan.map(({ what, by, target }) => ({ what, by: by ?? '', target })),
    contact_name: form.contact_name ?? '', contact_phone: form.contact_phone ?? '', committed: form.committed,
  }
}

/** What is sent of it; what is empty is left out. */
export function wire(draft: Draft): WireForm {
  const form: WireForm = {
    equipment: draft.equipment, fields: draft.fields, committed: draft.committed,
    needs: NEEDS.filter(need => draft.needs[need] > 0).map(need => ({ need, level: draft.needs[need] })),
    plan: draft.plan.map(({ what, by, target }) => ({ what: what.trim(), ...by && { by }, target: target.trim() })),
  }
  const put = (key: keyof WireForm, value: unknown): void => void (value === '' || Object.assign(form, { [key]: value }))
  for (const key of ['mode', 'place', 'stage', 'introduction', 'projects', 'funding', 'contact_name', 'contact_phone'] as const) put(key, draft[key].trim())
  for (const key of ['persons', ...COUNTS] as const) put(key, numberOf(draft[key]) ?? '')
  // Without a place there is nothing to say of it; what was said stays in the form until one thinks better.
  if (form.mode === 'virtual') {
    for (const key of ['place', 'persons'] as const) delete form[key]
    form.equipment = []
  }
  return form
}

const plain = (typed: string): string => typed.normalize('NFKC').trim()
/** A whole number, in whatever width it was typed; nine digits are more than any count of people. */
export const numberOf = (typed: string): number | undefined => (/^\d{1,9}$/.test(plain(typed)) ? Number(plain(typed)) : undefined)
/** Counts that are no whole number: they stay as they were typed, and nothing is sent of them. */
export const oddOf = (draft: Draft): { path: string; code: string }[] =>
  (['persons', ...COUNTS] as const)
    .filter(key => plain(draft[key]) && numberOf(draft[key]) === undefined && (key !== 'persons' || draft.mode === 'physical'))
    .map(path => ({ path, code: /^\d+$/.test(plain(draft[path])) ? 'out_of_range' : 'not_whole' }))

/** The field at the root of a path: `plan[0].by` is of the plan. */
export const rootOf = (path: string): string => /^[a-z_]+/.exec(path)?.[0] ?? path

export const sectionOf = (path: string): SectionKey | undefined =>
  SECTIONS.find(section => (section.fields as readonly string[]).includes(rootOf(path)))?.key

/** Faults in the order in which one meets them on the page. */
export function inOrder<T extends { path: string }>(faults: readonly T[], documents: readonly { key: string }[] = []): T[] {
  const order = SECTIONS.flatMap(section => section.fields as readonly string[])
  const rank = ({ path }: T): number[] => [
    order.indexOf(rootOf(path)) < 0 ? order.length : order.indexOf(rootOf(path)),
    path.startsWith('documents.') ? documents.findIndex(one => `documents.${one.key}` === path) : Number(/\[(\d+)\]/.exec(path)?.[1] ?? -1),
    ['what', 'by', 'target'].indexOf(/\]\.(\w+)$/.exec(path)?.[1] ?? ''),
  ]
  return [...faults].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)]
    const differ = x.findIndex((value, i) => value !== y[i])
    return differ < 0 ? 0 : (x[differ] as number) - (y[differ] as number)
  })
}

/** How many things each section lacks. */
export function lacking(missing: readonly { path: string }[]): Record<SectionKey, number> {
  const count = Object.fromEntries(SECTIONS.map(({ key }) => [key, 0])) as Record<SectionKey, number>
  for (const { path } of missing) {
    const section = sectionOf(path)
    if (section) count[section] += 1
  }
  return count
}

/** What a correction is about, as a path of the form: a base may name a document by its mark alone. */
export function aboutPath(about: string | null | undefined, documents: readonly { key: string }[]): string | undefined {
  if (!about) return undefined
  if (documents.some(one => one.key === about)) return `documents.${about}`
  return sectionOf(about) ? about : undefined
}

/** The day that a new line of the plan begins with: a quarter after the last one. */
export const nextDay = (plan: readonly PlanDraft[], today: Day): Day =>
  addMonths(plan.reduce((last, line) => (line.by > last ? line.by : last), today), 3)

/** Characters as the service counts them. */
export const lengthOf = (typed: string): number => [...typed.trim()].length

const OWN = new Set(['legal_representative', 'liaison', 'initiator'])
/** Organizations in whose name someone may apply. */
export function applicantsOf(view: Session | undefined): { id: string; name: string }[] {
  const own = (view?.roles ?? []).filter(role => role.scope_kind === 'organization' && OWN.has(role.role)).map(role => role.scope_id)
  return (view?.organizations ?? []).filter(one => own.includes(one.id))
}

/** What an application begins with: what the account and the notice know already. */
export function begun(intake: Pick<PublicIntake, 'modes'>, who: { name: string; phone?: string | null | undefined }): WireForm {
  const form: WireForm = { equipment: [], fields: [], needs: [], plan: [], committed: false, contact_name: who.name }
  if (who.phone) form.contact_phone = who.phone
  const [only, ...others] = intake.modes
  if (only && others.length === 0) form.mode = only
  return form
}
