// Light, dark, or as the system wishes.

import { keep, kept } from './store'

export type Theme = 'system' | 'light' | 'dark'
const asked = kept('theme')
let chosen = $state<Theme>(asked === 'light' || asked === 'dark' ? asked : 'system')

function apply(): void {
  if (chosen === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = chosen
}
apply()

export const theme = {
  get chosen(): Theme {
    return chosen
  },
  choose(next: Theme): void {
    chosen = next
    keep('theme', next === 'system' ? null : next)
    apply()
  },
}
