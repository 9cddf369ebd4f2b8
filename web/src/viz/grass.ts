// The forms of the meadow: blades, flowers, hills. Pure, so that the page draws and a test can look.

/** A seeded source: the same meadow every time. */
export function chance(seed: number): () => number {
  let s = seed >>> 0
  return () => (s = (Math.imul(s, 1664525) + 1013904223) >>> 0) / 4294967296
}

/** A seed from any text, such as an id. */
export function seedOf(text: string): number {
  let h = 2166136261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  return h >>> 0
}

const r = (n: number): string => (Math.round(n * 10) / 10).toString()

/** A blade of a height, rooted at (x, ground), leaning to a side; `w` is half its width at the root. */
export function blade(x: number, ground: number, height: number, lean: number, w = 2.5): string {
  const tip = lean * height * 0.16
  return `M${r(x - w)} ${ground}Q${r(x - w + tip * 0.2)} ${r(ground - height * 0.55)} ${r(x + tip)} ${r(ground - height)}Q${r(x + w + tip * 0.35)} ${r(ground - height * 0.5)} ${r(x + w)} ${ground}Z`
}

/** Where a blade ends. */
export const tipOf = (x: number, ground: number, height: number, lean: number): [number, number] => [x + lean * height * 0.16, ground - height]

/** The red lily (萨日朗) on a tip. */
export const lily = (x: number, y: number): string =>
  `M${r(x)} ${r(y + 3)}c-5-1-5-7-3-9c2 2 2 4 3 6c1-2 1-4 3-6c2 2 2 8-3 9z`
