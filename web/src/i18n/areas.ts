// The catalogues of messages, one an area of the product. The Chinese file is the type: an English
// one with a missing or surplus key does not compile. A new area is one line in each of the three lists.

import type common from './zh/common'
import type session from './zh/session'
import type me from './zh/me'
import type accounts from './zh/accounts'
import type overview from './zh/overview'
import type bases from './zh/bases'
import type divisions from './zh/divisions'
import type history from './zh/history'
import type settings from './zh/settings'
import type home from './zh/home'
import type spaces from './zh/spaces'
import type organizations from './zh/organizations'
import type imports from './zh/imports'
import type apply from './zh/apply'
import type applications from './zh/applications'
import type residencies from './zh/residencies'
import type proceedings from './zh/proceedings'
import type changes from './zh/changes'
import type renewals from './zh/renewals'
import type followUp from './zh/follow-up'
import type assessments from './zh/assessments'
import type myAssessments from './zh/my-assessments'
import type progress from './zh/progress'
import type myProgress from './zh/my-progress'
import type questions from './zh/questions'
import type reviews from './zh/reviews'
import type rubric from './zh/rubric'
import type criteria from './zh/criteria'
import type agreement from './zh/agreement'
import type myResidency from './zh/my-residency'
import type sheets from './zh/sheets'
import type notices from './zh/notices'
import type certificates from './zh/certificates'
import type story from './zh/story'
import type filings from './zh/filings'
import type myFilings from './zh/my-filings'

export type Areas = {
  common: typeof common
  session: typeof session
  me: typeof me
  accounts: typeof accounts
  overview: typeof overview
  bases: typeof bases
  divisions: typeof divisions
  history: typeof history
  spaces: typeof spaces
  organizations: typeof organizations
  imports: typeof imports
  apply: typeof apply
  applications: typeof applications
  residencies: typeof residencies
  proceedings: typeof proceedings
  changes: typeof changes
  renewals: typeof renewals
  'follow-up': typeof followUp
  assessments: typeof assessments
  'my-assessments': typeof myAssessments
  progress: typeof progress
  'my-progress': typeof myProgress
  questions: typeof questions
  reviews: typeof reviews
  rubric: typeof rubric
  criteria: typeof criteria
  agreement: typeof agreement
  'my-residency': typeof myResidency
  sheets: typeof sheets
  notices: typeof notices
  certificates: typeof certificates
  story: typeof story
  filings: typeof filings
  'my-filings': typeof myFilings
  settings: typeof settings
  home: typeof home
}
export type Area = keyof Areas
export type Locale = 'zh-CN' | 'en'

/** The same shape with any words. */
export type Like<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => string ? (...args: A) => string : T[K] extends string ? string : Like<T[K]>
}

type Loaders = { [A in Area]: () => Promise<{ default: Like<Areas[A]> }> }

export const CATALOGUES: Record<Locale, Loaders> = {
  'zh-CN': {
    common: () => import('./zh/common'),
    session: () => import('./zh/session'),
    me: () => import('./zh/me'),
    accounts: () => import('./zh/accounts'),
    overview: () => import('./zh/overview'),
    bases: () => import('./zh/bases'),
    divisions: () => import('./zh/divisions'),
    history: () => import('./zh/history'),
    spaces: () => import('./zh/spaces'),
    organizations: () => import('./zh/organizations'),
    imports: () => import('./zh/imports'),
    apply: () => import('./zh/apply'),
    applications: () => import('./zh/applications'),
    residencies: () => import('./zh/residencies'),
    proceedings: () => import('./zh/proceedings'),
    changes: () => import('./zh/changes'),
    renewals: () => import('./zh/renewals'),
    'follow-up': () => import('./zh/follow-up'),
    assessments: () => import('./zh/assessments'),
    'my-assessments': () => import('./zh/my-assessments'),
    progress: () => import('./zh/progress'),
    'my-progress': () => import('./zh/my-progress'),
    questions: () => import('./zh/questions'),
    reviews: () => import('./zh/reviews'),
    rubric: () => import('./zh/rubric'),
    criteria: () => import('./zh/criteria'),
    agreement: () => import('./zh/agreement'),
    'my-residency': () => import('./zh/my-residency'),
    sheets: () => import('./zh/sheets'),
    notices: () => import('./zh/notices'),
    certificates: () => import('./zh/certificates'),
    story: () => import('./zh/story'),
    filings: () => import('./zh/filings'),
    'my-filings': () => import('./zh/my-filings'),
    settings: () => import('./zh/settings'),
    home: () => import('./zh/home'),
  },
  en: {
    common: () => import('./en/common'),
    session: () => import('./en/session'),
    me: () => import('./en/me'),
    accounts: () => import('./en/accounts'),
    overview: () => import('./en/overview'),
    bases: () => import('./en/bases'),
    divisions: () => import('./en/divisions'),
    history: () => import('./en/history'),
    spaces: () => import('./en/spaces'),
    organizations: () => import('./en/organizations'),
    imports: () => import('./en/imports'),
    apply: () => import('./en/apply'),
    applications: () => import('./en/applications'),
    residencies: () => import('./en/residencies'),
    proceedings: () => import('./en/proceedings'),
    changes: () => import('./en/changes'),
    renewals: () => import('./en/renewals'),
    'follow-up': () => import('./en/follow-up'),
    assessments: () => import('./en/assessments'),
    'my-assessments': () => import('./en/my-assessments'),
    progress: () => import('./en/progress'),
    'my-progress': () => import('./en/my-progress'),
    questions: () => import('./en/questions'),
    reviews: () => import('./en/reviews'),
    rubric: () => import('./en/rubric'),
    criteria: () => import('./en/criteria'),
    agreement: () => import('./en/agreement'),
    'my-residency': () => import('./en/my-residency'),
    sheets: () => import('./en/sheets'),
    notices: () => import('./en/notices'),
    certificates: () => import('./en/certificates'),
    story: () => import('./en/story'),
    filings: () => import('./en/filings'),
    'my-filings': () => import('./en/my-filings'),
    settings: () => import('./en/settings'),
    home: () => import('./en/home'),
  },
}
