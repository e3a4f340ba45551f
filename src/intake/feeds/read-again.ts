import type { Moment } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import type { Entry } from '../../record/entry.ts'
import { picture } from '../../record/picture.ts'
import { readEntry } from '../../record/read-entry.ts'
import { appendFrom } from '../../store/append.ts'
import { asRecorder } from '../../store/asking.ts'
import type { Feed } from '../../store/feeds.ts'
import type { Line } from '../../store/line.ts'
import { readMappings } from '../../store/mapping.ts'
import type { AppointmentKnown, OnRecord } from '../../store/matching.ts'
import { markReadAgain, type ReadBefore, readReadSince } from '../../store/messages.ts'
import type { Store } from '../../store/store.ts'
import { defaultMapping } from './default-mapping.ts'
import { factsOf, type Parsed, parsedOf } from './facts.ts'
import { linesFor, madeAt } from './lines-for.ts'
import { appointmentNumbers, nameOf } from './matching.ts'
import type { MappingRow } from './meaning.ts'
import { outcomeOf } from './outcome-of.ts'
import { whoseIn } from './read-part.ts'
import { rowsOf } from './reading.ts'
import type { AppointmentSaid, Said } from './said.ts'
import { lineDiffers, notKnownLine } from './same-line.ts'

/* After the table of codes of a feed has changed: what its messages would write now, against what they wrote. */

/** A part of a message about an appointment, with the tables by which it was read and is read now. */
interface Again {
  readonly parsed: Parsed
  readonly part: string
  readonly said: Said
  readonly appointment: AppointmentSaid
  readonly was: readonly MappingRow[]
  readonly now: readonly MappingRow[]
  readonly known: readonly AppointmentKnown[]
}

/** What was read again: of how many messages, and how many entries were corrected or written. */
export interface ReadAgain {
  readonly messages: number
  readonly entries: number
}

const sameOutcome = ({ appointment, was, now }: Again): boolean => {
  const [before, after] = [outcomeOf(appointment, was), outcomeOf(appointment, now)]
  return before.became === after.became && before.whose === after.whose && before.barrier === after.barrier
}

const idIn = ({ parsed, part }: Again): string => `${parsed.feed.id}-${parsed.message}-${part}`

const read = (line: Line): readonly Entry[] => {
  const result = readEntry(line)
  return 'entry' in result ? [result.entry] : []
}

interface Redone {
  readonly lines: Line[]
  readonly entries: Entry[]
  /** Appointments of which an earlier message says another thing now: what came after it is worked out anew. */
  readonly touched: Set<string>
  readonly newest: Map<string, Moment>
  /** What stands of each entry, in its last version. */
  readonly current: ReadonlyMap<string, Entry>
  /** How many versions of it there are. */
  readonly versions: ReadonlyMap<string, number>
}

/** What a part would write by the present table, where the record holds all that came before it; nothing where nothing is taken in of it any more. */
const anew = (
  again: Again,
  one: OnRecord,
  { entries, newest }: Redone,
): { readonly line: Line | undefined } | undefined => {
  const { parsed, part, said, appointment, now, known } = again
  const { feed, message, received } = parsed
  const stands = picture(entries)
  const whose = whoseIn(stands, { person: one.person, said, feed, today: londonDay(received) })
  if (typeof whose === 'string') return undefined
  const name = known[0]?.appointment
  const asked = {
    feed,
    message,
    part,
    appointment,
    rows: now,
    whose,
    stands,
    made: madeOf(again),
    received,
    known: name,
  }
  return { line: linesFor({ ...asked, newest: newest.get(name ?? '') }).lines[0] }
}

const madeOf = ({ parsed, said }: Again): Moment => madeAt(said.made, parsed.received)

/** The line that mends what a part wrote, or writes what it did not; nothing where it is as it was, or a person has mended it. */
const mending = (
  again: Again,
  line: Line | undefined,
  current: Entry | undefined,
  versions: number,
): Line | undefined => {
  if (current === undefined) return line
  if (!current.id.startsWith(`${again.parsed.feed.id}-`)) return undefined
  const wanted = line ?? notKnownLine(current, outcomeOf(again.appointment, again.now).code)
  if (!lineDiffers(current, wanted)) return undefined
  return { ...wanted, id: `${idIn(again)}-v${versions + 1}`, corrects: current.id }
}

const redo = (redone: Redone, again: Again, one: OnRecord): void => {
  const current = redone.current.get(idIn(again))
  const held = current === undefined ? [] : [current]
  const name = again.known[0]?.appointment ?? ''
  if (sameOutcome(again) && !redone.touched.has(name)) {
    redone.entries.push(...held)
    return
  }
  redone.touched.add(name)
  const made = anew(again, one, redone)
  const line = made && mending(again, made.line, current, redone.versions.get(idIn(again)) ?? 0)
  redone.entries.push(...(line === undefined ? held : read(line)))
  if (line !== undefined) redone.lines.push(line)
}

const heard = ({ newest }: Redone, again: Again): void => {
  const name = again.known[0]?.appointment
  if (name !== undefined) newest.set(name, Math.max(madeOf(again), newest.get(name) ?? 0) as Moment)
}

/** The first version of each entry, by the id of any. */
const rootsOf = (all: readonly Entry[]): ReadonlyMap<string, string> => {
  const corrects = new Map<string, string>(
    all.flatMap(({ id, corrects: of }) => (of === undefined ? [] : [[id, of] as const])),
  )
  const rootOf = (id: string, left = 100): string => {
    const next = corrects.get(id)
    return next === undefined || left === 0 ? id : rootOf(next, left - 1)
  }
  return new Map(all.map(({ id }) => [id, rootOf(id)]))
}

const begin = (parts: readonly Again[], all: readonly Entry[]): Redone => {
  const own = new Set(parts.map(idIn))
  const roots = rootsOf(all)
  const rootOf = ({ id }: Entry): string => roots.get(id) ?? id
  const versions = Map.groupBy(all, rootOf)
  return {
    ...{ lines: [], touched: new Set(), newest: new Map() },
    entries: all.filter(entry => !own.has(rootOf(entry))),
    current: new Map(picture(all).entries.map(entry => [rootOf(entry), entry])),
    versions: new Map([...versions].map(([root, those]) => [root, those.length])),
  }
}

/** All that was read of one child is gone through in its order: what was not touched stands as it is, and what was set apart stays so. */
const linesOf = (parts: readonly Again[], one: OnRecord, all: readonly Entry[]): readonly Line[] => {
  const redone = begin(parts, all)
  for (const again of parts) {
    const isApart = redone.versions.has(idIn(again)) && !redone.current.has(idIn(again))
    if (!isApart) redo(redone, again, one)
    heard(redone, again)
  }
  return redone.lines
}

const tablesOf = async (store: Store, feed: Feed) => {
  const editions = await readMappings(store, feed)
  const rows = new Map(editions.map(({ version, rows: kept }) => [version, rowsOf(kept)]))
  const live = editions.filter(({ live: since }) => since !== undefined)
  const last = live.toSorted((one, other) => (other.live ?? 0) - (one.live ?? 0))[0]
  const table = (version: number) => rows.get(version) ?? defaultMapping[feed.sort]
  return { version: last?.version ?? 0, table }
}

const partsOf = async (store: Store, feed: Feed, before: readonly ReadBefore[]): Promise<readonly Again[]> => {
  const { version, table } = await tablesOf(store, feed)
  const parsed = parsedOf(store, [feed], before)
  const { appointments } = await asRecorder(store, feed, client => factsOf(client, feed.partnership, parsed))
  const byName = new Map(appointments.map(one => [nameOf(one), one]))
  const mappings = new Map(before.map(({ message, mapping }) => [message, mapping]))
  return parsed.flatMap(one =>
    one.said.flatMap((said, at) => {
      const { appointment } = said
      if (appointment === undefined) return []
      const part = one.undone === 0 ? `${at + 1}` : `${at + 1}-again${one.undone}`
      const known = appointmentNumbers(feed, said).flatMap(number => byName.get(nameOf(number)) ?? [])
      return [
        {
          parsed: one,
          part,
          said,
          appointment,
          was: table(mappings.get(one.message) ?? 0),
          now: table(version),
          known,
        },
      ]
    }),
  )
}

/**
 * Reads what a feed sent of children on open records since a moment again, by the table of codes that is in force now:
 * what differs is corrected, what is the same is left as it is. What people have mended by hand stays theirs.
 */
export const readAgain = async (store: Store, feed: Feed, since: Moment): Promise<ReadAgain> => {
  const before = await readReadSince(store, feed, since)
  const { version } = await tablesOf(store, feed)
  const groups = Map.groupBy(before, ({ record, person }) => `${record}|${person}`)
  let entries = 0
  for (const group of groups.values()) {
    const [first] = group
    if (first === undefined) continue
    const parts = await partsOf(store, feed, group)
    const one = { record: first.record, person: first.person }
    const outcome = await appendFrom(store, {
      ...{ partnership: feed.partnership, record: one.record, writer: 'holdfast' },
      linesOf: all => linesOf(parts, one, all),
    })
    if ('entries' in outcome) entries += outcome.entries.length
  }
  await markReadAgain(
    store,
    feed,
    before.map(({ message }) => message),
    version,
  )
  return { messages: before.length, entries }
}
