import type { EntryOf } from '../record/entry.ts'
import { all, type Picture } from '../record/standing.ts'

type Receipt = EntryOf<'told' | 'delivered' | 'opened' | 'acknowledged'>
type Receipts = ReadonlyMap<string, readonly Receipt[]>

const read = (picture: Picture): Receipts => {
  const byName = new Map<string, Receipt[]>()
  for (const kind of ['told', 'delivered', 'opened', 'acknowledged'] as const)
    for (const receipt of all(picture, kind))
      for (const name of receipt.of) {
        const held = byName.get(name)
        if (held === undefined) byName.set(name, [receipt])
        else held.push(receipt)
      }
  return byName
}

const known = new WeakMap<Picture, Receipts>()

const receiptsIn = (picture: Picture): Receipts => {
  const held = known.get(picture)
  if (held !== undefined) return held
  const made = read(picture)
  known.set(picture, made)
  return made
}

/** The receipts that name any of these entries or things. All receipts are read once for a picture, which nothing changes any more. */
export const receiptsNaming = (picture: Picture, names: readonly string[]): readonly Receipt[] => {
  const receipts = receiptsIn(picture)
  return receipts.size === 0 ? [] : [...new Set(names.flatMap(name => receipts.get(name) ?? []))]
}
