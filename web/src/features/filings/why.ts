// Why an act on a case is refused now, in words: its own reasons come before the house's.

import { say } from '../../lib/i18n.svelte'

export function whyNot(told: string | null | undefined): string | null {
  if (told === null) return null
  const house = say('common').why
  const whys = { ...house, ...say('filings').why } as Record<string, string>
  return whys[told ?? ''] ?? house.not_allowed
}
