// Why an act on an assessment is refused now, in words: its own reasons come before the house's.

import type { Can } from '../../lib/contract'
import { say } from '../../lib/i18n.svelte'
import type { Action } from './model'

export function whyNot(can: Can, act: Action): string | null {
  const told = can[act]
  if (told === null) return null
  const house = say('common').why
  const whys = { ...house, ...say('assessments').why } as Record<string, string>
  return whys[told ?? ''] ?? house.not_allowed
}
