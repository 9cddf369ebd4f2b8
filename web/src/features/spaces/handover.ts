// The record of a hand-over while it is being written.

export type Condition = 'good' | 'worn' | 'damaged' | 'missing'
export const CONDITIONS: Condition[] = ['good', 'worn', 'damaged', 'missing']
export interface Item { name: string; tag?: string | null; quantity: number; condition: Condition; note?: string | null }
export interface HandoverBody {
  on_day: string; items: Item[]; keys?: string | null; note?: string | null; handed_by: string; received_by: string
}
/** A record as it was signed; what of it another one can begin with. */
export interface Recorded { on_day: string; items: Item[]; keys?: string | null }
export interface DraftItem { key: number; name: string; tag: string; quantity: string; condition: Condition; note: string }
export interface Draft { on_day: string; items: DraftItem[]; keys: string; note: string; handed_by: string; received_by: string }

let next = 1
export const emptyItem = (name = '', quantity = 1): DraftItem =>
  ({ key: next++, name, tag: '', quantity: String(quantity), condition: 'good', note: '' })

/** Zhang, ge, ba, tai, tao, zhi, jian, bu, zu, kuai: what furniture and machines are counted in. */
const COUNTED = /^(.+?)\s*[×x*]?\s*(\d{1,3})\s*[\u5f20\u4e2a\u628a\u53f0\u5957\u53ea\u4ef6\u90e8\u7ec4\u5757]?$/u

/** “办公桌 4 张” is four of “办公桌”. */
export function counted(text: string): { name: string; quantity: number } {
  const match = COUNTED.exec(text.trim())
  const name = match?.[1]?.trim()
  return name && match?.[2] ? { name, quantity: Number(match[2]) } : { name: text.trim(), quantity: 1 }
}

/** A new record: what the space is equipped with, and who is likely to sign. */
export function draftOf(on: string, equipment: readonly string[], handedBy: string, receivedBy: string): Draft {
  const items = equipment.map(text => {
    const { name, quantity } = counted(text)
    return emptyItem(name, quantity)
  })
  return { on_day: on, items, keys: '', note: '', handed_by: handedBy, received_by: receivedBy }
}

/** What was handed over is what is given back: the things with their asset numbers, and the keys. */
export function carry(record: Recorded): Pick<Draft, 'items' | 'keys'> {
  return {
    items: record.items.map(item => ({
      ...emptyItem(item.name, item.quantity), tag: item.tag ?? '', condition: item.condition, note: item.note ?? '',
    })),
    keys: record.keys ?? '',
  }
}

/** What is sent: rows without a name are left out, empty texts are absent. */
export function bodyOf(draft: Draft): HandoverBody {
  const some = (text: string) => text.trim() || null
  return {
    on_day: draft.on_day,
    items: draft.items.filter(item => item.name.trim()).map(item => ({
      name: item.name.trim(),
      tag: some(item.tag),
      quantity: Math.max(0, Math.trunc(Number(item.quantity)) || 0),
      condition: item.condition,
      note: some(item.note),
    })),
    keys: some(draft.keys),
    note: some(draft.note),
    handed_by: draft.handed_by.trim(),
    received_by: draft.received_by.trim(),
  }
}
