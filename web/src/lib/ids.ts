// Where a thing is shown, by its id's prefix; nothing where this build has no page for it.

import { find } from './router.svelte'

const PAGES: Record<string, string> = {
  org: '/organizations/',
  bas: '/bases/',
  alo: '/allocations/',
  spc: '/spaces/',
  acc: '/accounts/',
  imp: '/imports/',
  hov: '/handovers/',
  app: '/applications/',
  itk: '/intakes/',
  rvw: '/reviews/',
  ntc: '/notices/',
  rsd: '/residencies/',
  ass: '/assessments/',
  asr: '/assessment-rounds/',
  prg: '/progress-reports/',
  crt: '/certificates/',
  flg: '/filings/',
}

export function pageOf(id: string): string | undefined {
  const page = PAGES[id.split('_')[0] ?? '']
  if (!page) return undefined
  const href = page + id
  return find(href) ? href : undefined
}
