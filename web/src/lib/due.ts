// Where a clock of the service stands, as people say it: over, today, so many working days left.

/** What is known of a clock wherever one runs. */
export type Ticking = { overdue: boolean; days_left: number }
export type Due = { key: 'over' | 'today' | 'left'; n: number; tone: 'late' | 'soon' | 'calm' }

/** Where a clock stands. On the weekend after its last day it is over by no working day yet. */
export function dueOf(clock: Ticking): Due {
  if (clock.overdue) return { key: 'over', n: Math.max(0, -clock.days_left), tone: 'late' }
  if (clock.days_left <= 0) return { key: 'today', n: 0, tone: 'soon' }
  return { key: 'left', n: clock.days_left, tone: clock.days_left <= 2 ? 'soon' : 'calm' }
}
