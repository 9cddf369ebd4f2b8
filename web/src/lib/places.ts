// Names of places by their codes: banner 150783, township 150783201, village 150783201203. A list of
// the place above names them; lists are fetched once, since a year goes by between two changes.

import { send } from './http'

type List = Promise<readonly { code: string; name: string }[]>
const lists = new Map<string, List>()

/** The places whose lists name these codes; of a banner it is the city's, which needs no code. */
export function above(codes: readonly unknown[]): string[] {
  const found = codes.filter((code): code is string => typeof code === 'string' && /^\d{6}(\d{3}){0,2}$/.test(code))
  return [...new Set(found.map(code => (code.length === 6 ? '' : code.slice(0, -3))))].sort()
}

function listOf(parent: string): List {
  let list = lists.get(parent)
  if (!list) {
    list = send<{ items: { code: string; name: string }[] }>('GET', '/api/v1/divisions', { query: { parent } }).then(page => page.items)
    lists.set(parent, list)
    // A list that did not come is asked for again the next time.
    list.catch(() => lists.delete(parent))
  }
  return list
}

/** Names by code, of the lists of these places. */
export async function namesUnder(parents: readonly string[]): Promise<Record<string, string>> {
  const all = await Promise.all(parents.map(listOf))
  return Object.fromEntries(all.flat().map(place => [place.code, place.name]))
}
