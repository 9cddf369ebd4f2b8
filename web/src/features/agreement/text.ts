// The text of agreements while it is read and written: clauses are told apart by a number of their own so that they
// can be moved.

/** As a setting holds it; the document says of settings only that they hold something. */
export type AgreementText = { title: string; preamble?: string; duties?: string; clauses: { heading: string; text: string }[] }
export type Row = { id: number; heading: string; text: string }
export type Draft = { title: string; preamble: string; duties: string; clauses: Row[] }

export const MAX_HEADING = 60
export const MAX_TEXT = 3000
export const MAX_LONG = 6000
export const MAX_CLAUSES = 40

/** What a text may leave to be filled, in the order in which people look for it. */
export const PLACES = ['number', 'base', 'base_address', 'base_leader', 'base_phone', 'organization', 'organization_address', 'code', 'responsible', 'liaison', 'phone', 'mode', 'first', 'last', 'months', 'spaces'] as const
/** What besides may be filled in the text of a renewal: what it amends, and until when that runs. */
export const RENEWAL_PLACES = ['amends', 'until'] as const
export type Place = (typeof PLACES)[number] | (typeof RENEWAL_PLACES)[number]
export const marked = (place: string): string => `{${place}}`

let next = 1
export const emptyRow = (): Row => ({ id: next++, heading: '', text: '' })

const words = (of: unknown): string => (typeof of === 'string' ? of : '')
/** Whatever a setting holds, as the text of an agreement; of something else an empty one. */
export function textIn(value: unknown): AgreementText {
  const of = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const clauses = Array.isArray(of['clauses']) ? (of['clauses'] as Record<string, unknown>[]) : []
  return { title: words(of['title']), preamble: words(of['preamble']), duties: words(of['duties']), clauses: clauses.map(one => ({ heading: words(one?.['heading']), text: words(one?.['text']) })) }
}

export const draftOf = ({ title, preamble, duties, clauses }: AgreementText): Draft => ({ title, preamble: preamble ?? '', duties: duties ?? '', clauses: clauses.map(one => ({ ...one, id: next++ })) })
/** What is sent: spaces at the ends are nobody's words. */
export const textOf = (draft: Draft): AgreementText => ({
  title: draft.title.trim(), preamble: draft.preamble.trim(), duties: draft.duties.trim(),
  clauses: draft.clauses.map(({ heading, text }) => ({ heading: heading.trim(), text: text.trim() })),
})
export const same = (a: AgreementText, b: AgreementText): boolean => JSON.stringify(textOf(draftOf(a))) === JSON.stringify(textOf(draftOf(b)))

/** Fields of the form by the paths of the service, below the field that holds the text. */
export const fieldsOf = (draft: Draft): string[] => ['', '.title', '.preamble', '.duties', '.clauses', ...draft.clauses.flatMap((_, i) => [`.clauses[${i}].heading`, `.clauses[${i}].text`])]

export type Piece = { text: string } | { place: string }
/** A text in pieces: what stands as it is, and what will be filled. */
export function pieces(text: string): Piece[] {
  const out: Piece[] = []
  let from = 0
  for (const hit of text.matchAll(/\{([a-z_]+)\}/g)) {
    if (hit.index > from) out.push({ text: text.slice(from, hit.index) })
    out.push({ place: hit[1] ?? '' })
    from = hit.index + hit[0].length
  }
  if (from < text.length) out.push({ text: text.slice(from) })
  return out
}
