// What a step of a warning, a time away, a graduation, a renewal or a removal has changed: told by the one thing that it was about,
// not by the whole lists that the journal keeps.

import { isTree, type Change, type Tree } from './tree'

const listOf = (of: unknown): Tree[] => (Array.isArray(of) ? of.filter(isTree) : [])
const treeOf = (of: unknown): Tree => (isTree(of) ? of : {})
const textOf = (of: unknown): unknown => treeOf(of)['text']

/** One field of a thing before and after, where it differs. */
function field(name: string, from: unknown, to: unknown, of?: unknown): Change[] {
  if (JSON.stringify(from ?? null) === JSON.stringify(to ?? null)) return []
  return [{ field: `proceedings.${name}`, from, to, ...typeof of === 'string' && { of } }]
}

function warning(was: Tree, is: Tree): Change[] {
  const [before, after] = [listOf(was['items']), listOf(is['items'])]
  const begun = before.length === 0
  return [
    ...field('warning.ground', was['ground'], is['ground']),
    ...field('warning.text', was['text'], is['text']),
    ...begun ? field('warning.items', undefined, after.map(item => ({ what: item['what'], due: item['due'] }))) : after.flatMap((item, n) => {
      const old = before[n] ?? {}
      const check = listOf(item['checks']).slice(listOf(old['checks']).length)[0]
      return [
        // A report is gone once the base has looked and was not content: that is told by what it found.
        ...check ? [] : field('warning.mended', textOf(old['mended']), textOf(item['mended']), item['what']),
        ...field('warning.checks', undefined, check && { passed: check['passed'], note: check['note'] }, item['what']),
        ...field('warning.due', old['due'], item['due'], item['what']),
      ]
    }),
    ...field('warning.outcome', treeOf(was['end'])['outcome'], treeOf(is['end'])['outcome']),
  ]
}

function graduation(was: Tree, is: Tree): Change[] {
  const before = listOf(was['judged'])
  const nameOf = (key: unknown): unknown => listOf(is['criteria']).find(one => one['key'] === key)?.['name'] ?? key
  const found = (of: Tree | undefined) => of && { judgement: of['judgement'], evidence: of['evidence'] }
  return [
    ...field('graduation.asked', textOf(was['asked']), textOf(is['asked'])),
    ...listOf(is['judged']).flatMap(one => field('graduation.judged', found(before.find(old => old['key'] === one['key'])), found(one), nameOf(one['key']))),
    ...field('graduation.proposed', textOf(was['proposed']), textOf(is['proposed'])),
    ...field('graduation.outcome', treeOf(was['end'])['outcome'], treeOf(is['end'])['outcome']),
    ...field('graduation.reason', treeOf(was['end'])['reason'], treeOf(is['end'])['reason']),
  ]
}

function removal(was: Tree, is: Tree): Change[] {
  const [heard, hears] = [treeOf(was['hearing']), treeOf(is['hearing'])]
  return [
    ...field('removal.grounds', was['grounds'], is['grounds']),
    ...field('removal.notice', textOf(was['notice']), textOf(is['notice'])),
    ...field('removal.hear_by', was['hear_by'], is['hear_by']),
    ...field('removal.hearing', textOf(heard['asked']), textOf(hears['asked'])),
    ...field('removal.held', textOf(heard['held']), textOf(hears['held'])),
    ...field('removal.outcome', treeOf(was['end'])['outcome'], treeOf(is['end'])['outcome']),
    ...field('removal.why', treeOf(was['end'])['reason'], treeOf(is['end'])['reason']),
  ]
}

function renewal(was: Tree, is: Tree): Change[] {
  const [offered, offers, ended, ends] = [treeOf(was['offer']), treeOf(is['offer']), treeOf(was['end']), treeOf(is['end'])]
  return [
    ...field('renewal.asked', textOf(was['asked']), textOf(is['asked'])),
    ...field('renewal.wish', was['wish'], is['wish']),
    ...field('renewal.to', offered['last'], offers['last']),
    ...field('renewal.sign_by', offered['sign_by'], offers['sign_by']),
    ...field('renewal.outcome', ended['outcome'], ends['outcome']),
    ...field('renewal.reason', ended['reason'], ends['reason']),
  ]
}

function suspension(was: Tree, is: Tree): Change[] {
  return ['reason', 'until', 'ended'].flatMap(part => field(`suspension.${part}`, was[part], is[part]))
}

/** Of each list what is new in it, and what has changed of what was there. */
export function proceeded(before: unknown, after: unknown): Change[] {
  const [was, is] = [treeOf(before), treeOf(after)]
  const each = (list: string, tell: (was: Tree, is: Tree) => Change[]): Change[] =>
    listOf(is[list]).flatMap((one, n) => {
      const old = listOf(was[list])[n] ?? {}
      return JSON.stringify(old) === JSON.stringify(one) ? [] : tell(old, one)
    })
  return [...each('warnings', warning), ...each('suspensions', suspension), ...each('graduations', graduation), ...each('renewals', renewal), ...each('removals', removal)]
}
