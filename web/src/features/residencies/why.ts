// Why an act on a residency is refused now, in words: its own reasons come before the rooms', and those before the house's.

import type { Can } from '../../lib/contract'
import { say } from '../../lib/i18n.svelte'
import type { Action } from './model'

export function whyNot(can: Can, act: Action): string | null {
  const told = can[act]
  if (told === null) return null
  const house = say('common').why
  const rooms: Record<string, Record<string, string>>[] = [say('residencies').why, say('proceedings').why]
  const whys: Record<string, string> = Object.assign({}, house, ...rooms.map(room => room['all']), ...rooms.map(room => room[act]))
  return whys[told ?? ''] ?? house.not_allowed
}
