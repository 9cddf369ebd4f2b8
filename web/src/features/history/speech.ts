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

export function ofResidencies(t: Like<Areas['residencies']>, going: Like<Areas['proceedings']>, criteria: Like<Areas['criteria']>, staying: Like<Areas['renewals']>, after: Like<Areas['follow-up']>, common: Record<string, Words>): Speech {
  const { page: p, paper, exit: x } = t
  const { warning: w, suspension: s, graduation: g, removal: r } = going
  return {
    fields: { number: paper.number, note: p.note, 'signing.on': t.sign_dialog.on, 'signing.base': t.sign_dialog.base, 'signing.organization': t.sign_dialog.organization, sign_by: paper.sign_by, 'exit.kind': x.title, 'exit.told_on': x.told_on, 'exit.last': x.last, 'exit.reason': x.reason, 'exit.checked': x.points, 'exit.confirmed': x.words, contacts: after.contacts, ...under('proceedings', {
      'warning.ground': w.ground, 'warning.text': w.text, 'warning.items': w.items, 'warning.mended': w.report, 'warning.checks': going.recheck_dialog.result, 'warning.due': going.recheck_dialog.due, 'warning.outcome': g.ended,
      'suspension.reason': s.reason, 'suspension.until': s.until, 'suspension.ended': s.ended,
      'graduation.asked': g.text, 'graduation.judged': g.found, 'graduation.proposed': g.proposed, 'graduation.outcome': g.ended, 'graduation.reason': g.reason,
      'renewal.asked': staying.text, 'renewal.wish': staying.wish, 'renewal.to': staying.to, 'renewal.sign_by': staying.sign_by, 'renewal.outcome': staying.ended, 'renewal.reason': staying.reason,
      'removal.grounds': r.grounds, 'removal.notice': r.text, 'removal.hear_by': r.hear_by, 'removal.hearing': r.asked, 'removal.held': r.held, 'removal.outcome': r.ended, 'removal.why': r.reason,
    }) },
    values: { ...common, state: { ...t.paper_state, ...t.state }, mode: t.mode, kind: x.kind, checked: { ...x.item, ...x.outcome }, confirmed: { ...x.side, '✓': x.on_paper, '✗': '' }, ground: going.ground, grounds: going.removal_ground, judged: going.judgement, outcome: going.outcome, checks: { '✓': w.passed, '✗': w.failed }, contacts: { ...after.way, '✓': after.active.yes, '✗': after.active.no }, of: criteria.name },
  }
}

export function ofAssessments(t: Like<Areas['assessments']>, common: Record<string, Words>): Speech {
  const { side, column: c, appeal: a, result: r, table, dialog, prospect: p } = t
  const tell = (group: string): Words => under(group, { comment: `${side[group === 'own' ? 'own' : group === 'base' ? 'base' : 'expert']} · ${table.comment}`, 'handed_in.by': t.history.handed_in, 'handed_in.on': t.history.on, 'handed_in.on_paper': t.history.on_paper })
  return {
    fields: {
      ...tell('own'), ...tell('base'), ...tell('expert'), own_scores: t.history.scored(side.own), base_scores: t.history.scored(side.base), expert_scores: t.history.scored(side.expert), state: c.state, self_by: t.history.self_by, breaches: t.vetoes.title,
      'returned.text': dialog.send_back.field, 'returned.by': t.history.by, 'returned.on': t.history.on, 'cancelled.text': dialog.cancel.field, 'cancelled.by': t.history.by, 'cancelled.on': t.history.on,
      'result.own': side.own, 'result.base': side.base, 'result.expert': side.expert, 'result.total': c.points, 'result.grade': c.grade, 'result.comment': r.comment, 'result.by': t.history.by, 'result.on': t.history.on,
      'appeal.said.text': a.title, 'appeal.said.by': t.history.by, 'appeal.said.on': t.history.on, 'appeal.answer.upheld': a.decide, 'appeal.answer.answer.text': dialog.uphold.field, 'appeal.answer.answer.by': t.history.by, 'appeal.answer.answer.on': t.history.on,
      title: p.name, cycle: p.cycle, first: p.first, last: p.last, expert: side.expert,
    },
    values: { ...common, state: t.state, grade: t.grade, cycle: t.cycle, upheld: { '✓': a.upheld, '✗': a.reopened } },
  }
}
export function ofProgress(t: Like<Areas['progress']>, q: Like<Areas['questions']>, common: Record<string, Words>): Speech {
  const { history: h, column: c } = t
  const said = (group: string, word: string): Words => under(group, { text: word, by: `${word} · ${h.by}`, on: `${word} · ${h.on}` })
  return {
    fields: {
      state: c.state, due: h.due, late: h.late, written: h.written, answers: h.answers, editions: h.editions, ...said('waived', h.waived), ...said('required', h.required), ...said('reopened', h.reopened),
      'submitted.by': h.submitted, 'submitted.on': `${h.submitted} · ${h.on}`, 'submitted.on_paper': h.on_paper, 'returned.gaps': h.gaps, 'returned.by': `${h.gaps} · ${h.by}`, 'returned.on': `${h.gaps} · ${h.on}`,
    },
    values: { ...common, state: t.state, answers: q.name, gaps: q.name },
  }
}
export function ofFilings(t: Like<Areas['filings']>, criteria: Like<Areas['criteria']>, common: Record<string, Words>): Speech {
  const { field: f, changed: c } = t
  const said = (group: string, word: string): Words => under(group, { text: word, by: `${word} · ${c.by}`, on: `${word} · ${c.on}`, on_paper: c.on_paper })
  return {
    fields: {
      state: f.state, wanted: t.wanted_label, authority: f.authority, papers: f.papers, document: f.papers, care: t.care.title, supplements: t.asked_more, ...said('wish', t.wish), ...said('returned', t.returned), ...said('refused', t.refused), ...said('ended', t.ended),
      ...under('name_check', { name: t.name.title, passed: t.form.may, note: t.page.name_note, by: `${t.name.title} · ${c.by}`, on: `${t.name.title} · ${c.on}` }), ...under('grant', { number: c.number, on: t.page.granted, was_recorded: c.was_recorded, by: `${t.page.granted} · ${c.by}` }),
    },
    values: { ...common, state: t.state, wanted: t.wanted, papers: { ...criteria.name, ...t.paper }, document: criteria.name, care: criteria.name, passed: { '✓': t.name.passed, '✗': t.name.failed } },
  }
}
/** The sheet of assessment, which is a rule. */
export const ofSheet = (t: Like<Areas['assessments']>): Words => ({
  'value.indicators': t.editor.indicators, 'value.vetoes': t.editor.vetoes, ...under('value.weights', t.side), ...under('value.grades', t.grade),
})

const under = (group: string, words: Words): Words => Object.fromEntries(Object.entries(words).map(([field, word]) => [`${group}.${field}`, word]))

export function ofCertificates(t: Like<Areas['certificates']>, common: Record<string, Words>): Speech {
  return {
    fields: { number: t.field.number, replaces: t.page.replaces, 'revocation.reason': t.page.revoke.reason, 'revocation.on': t.page.revoked_on, 'revocation.by': t.page.revoked_by },
    values: { ...common, state: t.state },
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
