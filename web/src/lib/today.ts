// Apart from the calendar, which the door does not need.

/** Today in Shanghai by this device's clock; the session's `today` is the authority where there is one. */
export const todayHere = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
