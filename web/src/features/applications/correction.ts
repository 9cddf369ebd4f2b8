// What is asked to be put right: places that were ticked, and lines about the whole.

export type Point = { about: string; label: string; ticked: boolean; text: string; note?: string }
export type Line = { key: number; text: string }
export type Asked = { about?: string; text: string }

/** What is sent, and for each the place on the page that its fault belongs to. Untouched empty lines are none. */
export function itemsOf(points: readonly Point[], free: readonly Line[]): { items: Asked[]; places: string[] } {
  const ticked = points.filter(point => point.ticked)
  const lines = free.filter(line => line.text.trim())
  return {
    items: [...ticked.map(point => ({ about: point.about, text: point.text.trim() })), ...lines.map(line => ({ text: line.text.trim() }))],
    places: [...ticked.map(point => `on.${point.about}`), ...lines.map(line => `free.${line.key}`)],
  }
}

/** The fault of a place, among those by the positions in what was sent. */
export function faultAt(place: string, places: readonly string[], fault: (path: string) => string | undefined): string | undefined {
  const at = places.indexOf(place)
  return at < 0 ? undefined : fault(`items[${at}].text`)
}

/** The mark of what an item is about; a document may be told with or without the word. */
export const markOf = (about: string): string => about.replace(/^documents\./, '')
/** A field of the form by its path, however deep. */
export const fieldOf = (about: string): string => about.replace(/[.[].*$/, '')
