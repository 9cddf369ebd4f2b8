// Words of what changed in an application or an intake: its fields and their values as its own page says them.

import type { Areas, Like } from '../../i18n/areas'

type Words = Record<string, string>
export type Speech = { fields: Words; values: Record<string, Words> }

export function ofApplications(t: Like<Areas['applications']>, a: Like<Areas['apply']>, common: Record<string, Words>): Speech {
  const { intake: i, page: p } = t
  const rules: Words = { ...t.checks.rules, '✓': t.checks.results.passed, '✗': t.checks.results.failed }
  const asked: Words = { ...a.fields }
  const needs: Words = { ...a.needs, ...a.levels }
  const kinds: Words = { ...a.kinds }
  return {
    fields: {
      ...Object.fromEntries(Object.entries(a.fields).map(([field, word]) => [`form.${field}`, word])),
      opens: i.opens, closes: i.closes, quota: i.quota, admits: i.admits, modes: i.modes, conditions: i.conditions, documents: i.documents,
      number: t.own.list.number, rulings: t.checks.found, reason: t.refuse_dialog.reason, 'correction.items': t.asked.title, 'correction.told': t.asked.until_word, 'correction.until': t.asked.given_word, document: a.fields.documents,
      submitted_on: p.submitted_on,
    },
    values: {
      ...common, state: { ...t.intakes.state, ...t.state }, admits: kinds, documents: kinds, modes: a.modes, mode: a.modes, place: a.places, stage: a.stages,
      needs, items: asked, rulings: rules,
    },
  }
}

export function ofNotices(t: Like<Areas['notices']>, applying: Speech): Speech {
  const { publish: w, objections: o } = t
  return {
    fields: { ...applying.fields, ...o.fields, title: w.name, 'run.starts': t.published_on, 'run.days': w.days, 'run.kind': t.run_kind, 'run.told': t.last_day, subjects: t.list, reason: t.revoke_dialog.reason },
    values: { ...applying.values, state: t.state, kind: t.day_kind, subjects: t.outcome },
  }
}

export function ofResidencies(t: Like<Areas['residencies']>, common: Record<string, Words>): Speech {
  const { page: p, paper, exit: x } = t
  return {
    fields: { number: paper.number, note: p.note, 'signing.on': t.sign_dialog.on, 'signing.base': t.sign_dialog.base, 'signing.organization': t.sign_dialog.organization, sign_by: paper.sign_by, 'exit.kind': x.title, 'exit.told_on': x.told_on, 'exit.last': x.last, 'exit.reason': x.reason, 'exit.checked': x.points, 'exit.confirmed': x.words },
    values: { ...common, state: { ...t.paper_state, ...t.state }, mode: t.mode, kind: x.kind, checked: { ...x.item, ...x.outcome }, confirmed: { ...x.side, '✓': x.on_paper, '✗': '' } },
  }
}

/** The text of agreements, which is a rule. */
export const ofText = (t: Like<Areas['agreement']>): Words => ({ 'value.title': t.title, 'value.preamble': t.preamble, 'value.clauses': t.clauses, 'value.duties': t.duties })

export function ofReviews(t: Like<Areas['reviews']>, rubric: Like<Areas['rubric']>, applying: Speech): Speech {
  const { min_sheets, drop_from, pass_mark, disagreement, rubric: criteria, ...fields } = t.fields
  const terms = Object.entries({ min_sheets, drop_from, pass_mark, disagreement }).map(([field, word]) => [`held_by.terms.${field}`, word])
  return {
    fields: { ...applying.fields, ...fields, ...Object.fromEntries(terms), 'held_by.rubric': criteria },
    values: { ...applying.values, state: t.state, decisions: t.outcome, rubric: rubric.criterion },
  }
}
