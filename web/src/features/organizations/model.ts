// Shapes of organizations, and the particulars as a list of fields in groups, from which the page
// and its forms are drawn.

export type Kind = 'association' | 'service_institution' | 'foundation' | 'recorded' | 'pre_registration'
export const KINDS: Kind[] = ['association', 'service_institution', 'foundation', 'recorded', 'pre_registration']
export const CLASSES = ['charity', 'daily_life', 'community_affairs', 'culture_sports'] as const
export const CHECKS = ['passed', 'basic', 'failed', 'absent'] as const
export const PARTY_FORMS = ['single_branch', 'joint_branch', 'functional_branch', 'general_branch', 'committee', 'instructor', 'none'] as const
export const LEVELS = ['national', 'province', 'city', 'county'] as const
export const GRADES = ['1A', '2A', '3A', '4A', '5A'] as const

export type Can = Record<string, string | null | undefined>
export interface BaseBrief { id: string; code: string; short_name: string }
export interface OrganizationItem {
  id: string; name: string; kind: Kind; class?: string | null; credit_code?: string | null; record_number?: string | null
  home_base: BaseBrief; division: string; division_name: string; live: boolean; resident: boolean; hosts: BaseBrief[]
  grade?: string | null; liaison_name?: string | null; liaison_phone?: string | null
  places: { space_code: string; base_short_name: string }[]; version: number
}
export type Value = string | number | boolean | string[] | { year: number; result: string }[] | null | undefined
export type Details = Record<string, Record<string, Value> | undefined>
export interface OrganizationView extends OrganizationItem {
  name_mn?: string | null; founded_on?: string | null; township?: string | null; township_name?: string | null
  village?: string | null; village_name?: string | null; annual_check?: string | null; party_form?: string | null
  dissolved_on?: string | null; dissolved_reason?: string | null
  responsible_name?: string | null; full_time_staff?: number | null; social_workers?: number | null; volunteers?: number | null
  details: Details; can: Can
}
export interface Position { position: string; from?: string | null; to?: string | null }
export interface Person {
  id: string; name: string; phone?: string | null; email?: string | null; social_worker_level?: string | null
  party_member?: boolean | null; positions: Position[]; version: number; can: Can
}
export interface FileView {
  id: string; owner: string; name: string; size: number; media_type: string; added_by: string; created_at: string; can: Can
}

export type FieldKind = 'text' | 'long' | 'day' | 'money' | 'count' | 'bool' | 'list' | 'phone' | 'email' | 'code' | 'years'
  | 'kind' | 'place' | 'class' | 'grade' | 'check' | 'party_form' | 'level'
export interface FieldDef { path: string; kind: FieldKind; wide?: boolean; max?: number }
export type GroupKey =
  | 'identity' | 'place' | 'staff' | 'registration' | 'certificate' | 'charity' | 'governance' | 'finance' | 'party' | 'credit' | 'service' | 'contact' | 'recording'
export interface Group { key: GroupKey; fields: FieldDef[]; only?: 'registered' | 'unregistered' }

const f = (path: string, kind: FieldKind = 'text', more: Partial<FieldDef> = {}): FieldDef => ({ path, kind, ...more })

export const GROUPS: Group[] = [
  { key: 'identity', fields: [
    f('name', 'text', { wide: true, max: 100 }), f('kind', 'kind'), f('name_mn', 'text', { max: 200 }), f('class', 'class'), f('credit_code', 'code'), f('record_number'),
    f('founded_on', 'day'), f('grade', 'grade'), f('annual_check', 'check'), f('responsible_name', 'text', { max: 40 }),
  ] },
  { key: 'place', fields: [f('home_base', 'place'), f('division', 'place'), f('township', 'place'), f('village', 'place')] },
  { key: 'contact', fields: [
    f('liaison_name', 'text', { max: 40 }), f('liaison_phone', 'phone'), f('contact.deputy', 'text', { max: 40 }), f('contact.deputy_phone', 'phone'),
    f('contact.wechat'), f('contact.email', 'email'), f('contact.intro', 'long', { wide: true, max: 500 }),
  ] },
  { key: 'registration', only: 'registered', fields: [
    f('registration.authority'), f('registration.authority_level', 'level'), f('registration.supervising_unit'), f('registration.direct_registration', 'bool'),
    f('registration.legal_representative'), f('registration.funds', 'money'), f('registration.old_number'), f('registration.activity_area'),
    f('registration.address', 'text', { wide: true, max: 200 }), f('registration.purpose', 'long', { wide: true, max: 1000 }), f('registration.business_scope', 'long', { wide: true, max: 2000 }),
  ] },
  { key: 'recording', only: 'unregistered', fields: [
    f('recording.body'), f('recording.recorded_on', 'day'), f('recording.valid_to', 'day'), f('recording.guarantor'), f('recording.partner'), f('recording.initiators', 'list', { wide: true }),
  ] },
  { key: 'certificate', only: 'registered', fields: [
    f('certificate.number'), f('certificate.issued_on', 'day'), f('certificate.valid_to', 'day'), f('certificate.seal_filed', 'bool'), f('certificate.account_filed', 'bool'),
  ] },
  { key: 'charity', only: 'registered', fields: [
    f('charity.recognized', 'bool'), f('charity.recognized_on', 'day'), f('charity.public_fundraising', 'bool'), f('charity.tax_exempt', 'bool'), f('charity.tax_deduction', 'bool'), f('charity.tax_valid_to', 'day'),
  ] },
  { key: 'governance', fields: [
    f('governance.charter_approved_on', 'day'), f('governance.council_term_years', 'count'), f('governance.next_election_on', 'day'), f('governance.supervisors'),
  ] },
  { key: 'staff', fields: [f('full_time_staff', 'count'), f('social_workers', 'count'), f('volunteers', 'count')] },
  { key: 'finance', fields: [
    f('finance.account_name'), f('finance.account_number'), f('finance.bank'), f('finance.accountant'), f('finance.invoice_type'),
    f('finance.income', 'money'), f('finance.expense', 'money'), f('finance.net_assets', 'money'),
  ] },
  { key: 'party', fields: [
    f('party_form', 'party_form'), f('party.superior'), f('party.secretary'), f('party.members', 'count'), f('party.set_up_on', 'day'),
  ] },
  { key: 'credit', fields: [
    f('credit.abnormal_list', 'bool'), f('credit.abnormal_since', 'day'), f('credit.blacklist', 'bool'), f('credit.grade_valid_to', 'day'),
    f('credit.penalties', 'list', { wide: true }), f('credit.annual_checks', 'years', { wide: true }),
  ] },
  { key: 'service', fields: [f('service.tags', 'list'), f('service.target_groups', 'list')] },
]
/** What a liaison may change of its own organization. */
export const CONTACT_FIELDS = ['liaison_name', 'liaison_phone', 'contact.deputy', 'contact.deputy_phone', 'contact.wechat', 'contact.email', 'contact.intro']

export const registered = (kind: Kind): boolean => kind !== 'recorded' && kind !== 'pre_registration'
export const groupsOf = (kind: Kind): Group[] =>
  GROUPS.filter(group => !group.only || (group.only === 'registered') === registered(kind))

/** A field's value by its path; details lie one level down. */
export function valueOf(organization: OrganizationView, path: string): Value {
  const [group, name] = path.split('.')
  if (path === 'home_base') return organization.home_base.id
  if (name === undefined) return (organization as unknown as Record<string, Value>)[path]
  return organization.details[group as string]?.[name]
}
/** Places are shown by their names, not by their codes. */
export function placeName(organization: OrganizationView, path: string): string | null | undefined {
  if (path === 'home_base') return organization.home_base.short_name
  if (path === 'division') return organization.division_name
  return path === 'township' ? organization.township_name : organization.village_name
}
export const filled = (value: Value): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Eighteen characters in groups, as on the certificate: 2-6-9-1. */
export function groupCode(code: string): string {
  const plain = plainCode(code)
  return [plain.slice(0, 2), plain.slice(2, 8), plain.slice(8, 17), plain.slice(17)].filter(Boolean).join(' ')
}
/** As it is sent: no spaces or dashes, full-width made half-width, capitals. */
export function plainCode(code: string): string {
  return code
    .replace(/[\uFF01-\uFF5E]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\-_.]/g, '')
    .toUpperCase()
}

/** `["儿童", "青少年"]` to and from one line. */
export const listText = (value: Value): string => (Array.isArray(value) ? value.filter(one => typeof one === 'string').join('、') : '')
export const textList = (text: string): string[] => text.split(/[、，,;；\n]/u).map(one => one.trim()).filter(Boolean)
