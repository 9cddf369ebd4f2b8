// Points as people type them, in whatever width, and one step up or down.

export const plain = (typed: string): string => typed.normalize('NFKC').trim().replace(/[,、。]/g, '.')
/** A number as people type it, in whatever width; nothing for anything else. */
export const numberOf = (typed: string): number | undefined => (/^\d{1,6}(\.\d{0,6})?$|^\.\d{1,6}$/.test(plain(typed)) ? Number(plain(typed)) : undefined)

/** One step up or down, within full marks; what was no number begins at nothing. */
export function stepped(typed: string, by: number, most: number): string {
  const tenths = Math.round((numberOf(typed) ?? 0) * 10) + Math.round(by * 10)
  return String(Math.min(most * 10, Math.max(0, tenths)) / 10)
}

/** Tenths of what was typed, so that 0.1 and 0.2 are 0.3; nothing for what is finer, or above full marks. */
export function tenthsOf(typed: string, most: number): number | undefined {
  const given = numberOf(typed)
  if (given === undefined) return undefined
  const whole = Math.round(given * 10)
  return Math.abs(given * 10 - whole) < 1e-6 && whole <= most * 10 ? whole : undefined
}
