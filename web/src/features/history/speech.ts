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
