// Rows that somebody writes: one more, one less, one up or down; the cursor stays where the hand is, and what happened
// is said aloud. Each row is an element with `data-row`, its buttons are those of `ui/RowActs`.

import { tick } from 'svelte'
import { announce } from './announce'
import { moved } from './moved'

export type RowWords = { removed: (name: string) => string; moved?: (name: string, n: number) => string }

export function rowing<T>(of: {
  rows: () => readonly T[]
  put: (rows: T[]) => void
  root: () => HTMLElement | undefined
  name: (row: T, i: number) => string
  words: () => RowWords
  /** The rows themselves have changed: what was told at their places is told there no more. */
  changed: () => void
}) {
  const at = async (i: number, what: string): Promise<void> => {
    await tick()
    of.root()?.querySelectorAll('[data-row]')[i]?.querySelector<HTMLElement>(what)?.focus()
  }
  return {
    add(row: T): void {
      of.put([...of.rows(), row])
      of.changed()
      void at(of.rows().length - 1, 'input, textarea')
    },
    async remove(i: number): Promise<void> {
      const row = of.rows()[i]
      if (row === undefined) return
      announce(of.words().removed(of.name(row, i)))
      of.put(of.rows().filter((_, k) => k !== i))
      of.changed()
      await tick()
      const left = of.rows().length
      if (left === 0) of.root()?.querySelector<HTMLElement>('.add button')?.focus()
      else void at(Math.min(i, left - 1), 'input, textarea')
    },
    move(i: number, by: -1 | 1): void {
      const [rows, to] = [of.rows(), i + by]
      const row = rows[i]
      if (row === undefined || to < 0 || to >= rows.length) return
      of.put(moved(rows, i, by))
      of.changed()
      announce(of.words().moved?.(of.name(row, i), to + 1) ?? '')
      // The finger stays on the same button of the same row, or on the other one at an end.
      const end = to === 0 || to === rows.length - 1
      void at(to, end ? (by < 0 ? '.later button' : '.earlier button') : by < 0 ? '.earlier button' : '.later button')
    },
  }
}
