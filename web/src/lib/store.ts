// The browser's own memory. It may be switched off (private windows, web views); then nothing is kept.

export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`fuhua.${key}`)
    else localStorage.setItem(`fuhua.${key}`, value)
  } catch {
    // Nothing depends on it.
  }
}

export function kept(key: string): string | null {
  try {
    return localStorage.getItem(`fuhua.${key}`)
  } catch {
    return null
  }
}
