// A paper that is only looked at, in a window of its own.

import type { Form } from '../../lib/form.svelte'

/** Opens what `make` makes beside the page; a refusal is the form's to show. `blocked` is told when no window may open. */
export async function look(form: Form, make: () => Promise<string>, blocked: () => void): Promise<void> {
  // Opened at once: a browser lets no window open later than the press of a button.
  const tab = window.open('', '_blank')
  const at = await form.submit(make)
  if (!at) return tab?.close()
  if (tab) tab.location.href = at
  else blocked()
  // The window has read it by then.
  setTimeout(() => URL.revokeObjectURL(at), 60_000)
}
