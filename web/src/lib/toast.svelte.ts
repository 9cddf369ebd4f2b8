// A word at the lower edge: something was done, or was not.

export type Toast = { id: number; text: string; tone: 'good' | 'bad'; detail?: string }
let list = $state.raw<Toast[]>([])
let next = 1

export const toasts = {
  get list(): Toast[] {
    return list
  },
  close(id: number): void {
    list = list.filter(toast => toast.id !== id)
  },
}

/** Bad news stays until it is closed: it must not vanish before it is read. */
export function toast(text: string, tone: 'good' | 'bad' = 'good', detail?: string): void {
  const id = next++
  list = [...list.slice(-2), detail === undefined ? { id, text, tone } : { id, text, tone, detail }]
  if (tone === 'good') setTimeout(() => toasts.close(id), 6000)
}
