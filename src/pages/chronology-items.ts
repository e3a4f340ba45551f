import type { Day } from '../calendar/day.ts'
import { chronology } from '../record/chronology.ts'
import type { Entry, EntryOf, Kind } from '../record/entry.ts'
import type { EntryId } from '../record/field.ts'
import { knownOn } from '../record/known.ts'
import type { Picture } from '../record/standing.ts'
import { thingFields } from '../record/thing-fields.ts'

type Receipt = EntryOf<'told' | 'delivered' | 'bounced' | 'opened' | 'acknowledged'>

/** One thing of the chronology: an entry, how it read before it was corrected, what was replied, and who was told of it. */
export interface Item {
  readonly entry: Entry
  /** Former versions, the latest first. */
  readonly former: readonly Entry[]
  readonly replies: readonly EntryOf<'reply'>[]
  readonly receipts: readonly Receipt[]
}

const receiptKinds: ReadonlySet<Kind> = new Set(['told', 'delivered', 'bounced', 'opened', 'acknowledged'])
const isReceipt = (entry: Entry): entry is Receipt => receiptKinds.has(entry.kind)
const isReply = (entry: Entry): entry is EntryOf<'reply'> => entry.kind === 'reply'

/** What only moves entries is for the information-governance lead alone, and stands on no page. */
const isMover = (entry: Entry): boolean => entry.kind === 'set-apart' || entry.kind === 'set-apart-undone'

/** The entry that a receipt or reply may name: by its own ids, or as the first about a thing. */
const parents = (entries: readonly Entry[]): ReadonlyMap<string, Entry> => {
  const byName = new Map<string, Entry>()
  const things = new Map<string, Entry>()
  for (const entry of entries) {
    if (isReceipt(entry) || isReply(entry)) continue
    byName.set(entry.id, entry)
    byName.set(entry.root, entry)
    const fields = entry as unknown as Readonly<Record<string, unknown>>
    for (const field of thingFields) {
      const thing = fields[field]
      if (typeof thing === 'string' && !things.has(thing)) things.set(thing, entry)
    }
  }
  return new Map([...things, ...byName])
}

const named = (entry: Receipt | EntryOf<'reply'>): readonly string[] => (isReply(entry) ? [entry.of] : entry.of)

/** Former versions by the id of the version that stands: each correction leads back through what it corrects. */
const formerVersions = (raw: readonly Entry[], stands: readonly Entry[]): ReadonlyMap<EntryId, readonly Entry[]> => {
  if (!raw.some(entry => entry.corrects !== undefined)) return new Map()
  const byId = new Map(raw.map(entry => [entry.id, entry]))
  const movers = raw.filter(entry => isMover(entry) || entry.kind === 'same-person' || entry.kind === 'not-same-person')
  return new Map(
    stands.flatMap(entry => (entry.corrects === undefined ? [] : [[entry.id, chain(entry, byId, movers)]])),
  )
}

const chain = (entry: Entry, byId: ReadonlyMap<EntryId, Entry>, movers: readonly Entry[]): readonly Entry[] => {
  const seen = new Set<EntryId>([entry.id])
  const versions: Entry[] = []
  for (let id = entry.corrects; id !== undefined && !seen.has(id); ) {
    seen.add(id)
    const version = byId.get(id)
    const shown = version && asItMayBeShown(version, movers)
    if (shown !== undefined) versions.push(shown)
    id = version?.corrects
  }
  return versions
}

/** A version alone with all that moves entries: nothing when it was set apart, and people by the ids that stayed. */
const asItMayBeShown = (version: Entry, movers: readonly Entry[]): Entry | undefined =>
  chronology([version, ...movers]).find(entry => entry.id === version.id)

const pushTo = <K, T>(lists: Map<K, T[]>, key: K, one: T): void => {
  const held = lists.get(key)
  if (held === undefined) lists.set(key, [one])
  else held.push(one)
}

/** The chronology as it was known on a day: each entry once, with its former versions, replies and receipts beneath it. */
export const itemsOf = (stands: Picture, raw: readonly Entry[], day: Day): readonly Item[] => {
  const byName = parents(stands.entries)
  const receipts = new Map<Entry, Receipt[]>()
  const replies = new Map<Entry, EntryOf<'reply'>[]>()
  const alone: Entry[] = []
  for (const entry of stands.entries) {
    if (isMover(entry)) continue
    const parent = isReceipt(entry) || isReply(entry) ? named(entry).flatMap(id => byName.get(id) ?? [])[0] : undefined
    if (parent === undefined) alone.push(entry)
    else if (isReceipt(entry)) pushTo(receipts, parent, entry)
    else if (isReply(entry)) pushTo(replies, parent, entry)
  }
  const former = formerVersions(knownOn(raw, day), stands.entries)
  return alone.map(entry => ({
    entry,
    former: former.get(entry.id) ?? [],
    replies: replies.get(entry) ?? [],
    receipts: receipts.get(entry) ?? [],
  }))
}
