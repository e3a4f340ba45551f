import type { Day } from '../../../calendar/day.ts'
import { isOpenRecord } from '../../../duties/open-record.ts'
import { nameKey } from '../../../people/name-key.ts'
import { type Agency, serviceOfAgency } from '../../../people/service.ts'
import type { Entry } from '../../../record/entry.ts'
import type { EntryId, PersonId } from '../../../record/field.ts'
import { picture } from '../../../record/picture.ts'
import type { Picture } from '../../../record/standing.ts'
import type { ExtractPart, ExtractRow, Place } from '../../../store/extracts.ts'
import type { Line } from '../../../store/line.ts'
import type { WantedPart, WantedRow } from './wanted.ts'

/** A row about a child on this record, with what it became before. */
export interface RowHere {
  readonly wanted: WantedRow
  readonly place: Place
  readonly held: ExtractRow | undefined
}

/** What the rows of one record come to: the lines to be written, and what is to be kept of each row. */
export interface Came {
  readonly lines: readonly Line[]
  readonly rows: readonly ExtractRow[]
  readonly written: number
  readonly mended: number
  readonly typed: number
  readonly same: number
}

const idOf = (feed: string, source: string, part: string): EntryId =>
  `${feed}-${source}-${part}`.replaceAll(/[^A-Za-z0-9_-]/gu, '-') as EntryId

/** A line as it would be written by a row: what of it changes when nothing happened is left out of what is compared. */
const lineOf = ({ place, wanted }: RowHere, part: WantedPart, thing: string, by: Agency): Line => {
  const own = Object.fromEntries(
    Object.entries(part.fields).map(([field, value]) => [field, value === 'own-child' ? place.person : value]),
  )
  return {
    ...{ kind: part.kind, on: part.on, by, child: place.person, ...own },
    ...(part.thing === undefined ? {} : { [part.thing]: thing || wanted.thing }),
  }
}

const saidOf = (line: Line, { kind }: WantedPart): string => {
  const { on, ...rest } = line
  // The day of a booking is the night on which it was first there.
  return JSON.stringify(kind === 'conference-booked' ? rest : { on, ...rest })
}

const isOf = (entry: Entry, person: PersonId, subject: PersonId): boolean =>
  entry.child === undefined ? subject === person : entry.child.includes(person)

const sameWorker = (entry: Entry, { fields: { practitioner } }: WantedPart): boolean =>
  typeof practitioner !== 'string' ||
  !('practitioner' in entry) ||
  typeof entry.practitioner !== 'string' ||
  nameKey(entry.practitioner) === nameKey(practitioner)

/** What is worked out of one record: its entries as they stand, and what the rows add to them so far. */
interface Working {
  readonly feed: string
  readonly by: Agency
  readonly stands: Pick<Picture, 'entries' | 'subject'>
  /** Every id that there is, of any version. */
  readonly ids: Set<EntryId>
  /** Entries that a row stands for, each with the child: a second row of the day stands for another. */
  readonly claimed: Set<string>
  readonly lines: Line[]
  readonly count: { written: number; mended: number; typed: number; same: number }
}

/** What the agency itself wrote here of the same kind, child and day; of a worker also of the same name. */
const typedFor = ({ stands, by, claimed }: Working, part: WantedPart, person: PersonId): Entry | undefined =>
  stands.entries.find(
    entry =>
      entry.kind === part.kind &&
      entry.day === part.day &&
      serviceOfAgency(entry.by) === serviceOfAgency(by) &&
      isOf(entry, person, stands.subject[0]) &&
      sameWorker(entry, part) &&
      !claimed.has(`${entry.root}|${person}`),
  )

/** The thing of which an entry that was typed speaks, by the field in which it names it. */
const thingOf = (entry: Entry, field: WantedPart['thing']): string | undefined => {
  if (field === undefined) return undefined
  const named = (entry as unknown as Readonly<Record<string, unknown>>)[field]
  return typeof named === 'string' ? named : entry.root
}

const daysOnTheWay = 3

/** The referral of another agency to this one that a row says has come: made on that day or a few days before. */
const madeFor = ({ stands, by }: Working, { parts }: WantedRow, person: PersonId): string | undefined => {
  const received = parts.find(({ kind }) => kind === 'referral-received')
  if (received === undefined) return undefined
  const made = stands.entries.findLast(
    entry =>
      entry.kind === 'referral-made' &&
      serviceOfAgency(entry.to) === serviceOfAgency(by) &&
      isOf(entry, person, stands.subject[0]) &&
      entry.day <= received.day &&
      received.day - entry.day <= daysOnTheWay,
  )
  return made === undefined ? undefined : thingOf(made, 'referral')
}

const nextVersion = (ids: ReadonlySet<EntryId>, root: EntryId): EntryId => {
  let version = 2
  while (ids.has(`${root}-${version}` as EntryId)) version += 1
  return `${root}-${version}` as EntryId
}

/** A part that was taken before: nothing where it says the same, else a mended version; what somebody typed is theirs. */
const again = (working: Working, line: Line, part: WantedPart, before: ExtractPart): ExtractPart => {
  const said = saidOf(line, part)
  if (said === before.said || before.typed) working.count.same += 1
  else {
    const id = nextVersion(working.ids, before.entry)
    working.ids.add(id)
    working.lines.push({ id, ...line, corrects: before.entry })
    working.count.mended += 1
  }
  return { ...before, said }
}

/** A part for the first time: written, unless it was before and only its row was not kept. */
const fresh = (working: Working, line: Line, part: WantedPart, id: EntryId): ExtractPart => {
  if (!working.ids.has(id)) {
    working.ids.add(id)
    working.lines.push({ id, ...line })
    working.count.written += 1
  }
  return { part: part.part, entry: id, said: saidOf(line, part), typed: false }
}

/** What a part became before. What somebody typed stands for it only while both speak of one day. */
const standing = ({ stands }: Working, held: ExtractRow | undefined, part: WantedPart): ExtractPart | undefined => {
  const before = held?.parts.find(other => other.part === part.part)
  if (before === undefined || !before.typed) return before
  return stands.entries.some(entry => entry.root === before.entry && entry.day === part.day) ? before : undefined
}

const rowOf = (working: Working, here: RowHere): ExtractRow => {
  const { wanted, place, held } = here
  let thing = held?.thing ?? madeFor(working, wanted, place.person) ?? ''
  const parts = wanted.parts.map((part): ExtractPart => {
    const before = standing(working, held, part)
    const id = idOf(working.feed, wanted.source, part.part)
    const typed = before !== undefined || working.ids.has(id) ? undefined : typedFor(working, part, place.person)
    thing ||= (typed && thingOf(typed, part.thing)) ?? ''
    const line = lineOf(here, part, thing, working.by)
    working.claimed.add(`${before?.entry ?? typed?.root ?? id}|${place.person}`)
    if (before !== undefined) return again(working, line, part, before)
    if (typed === undefined) return fresh(working, line, part, id)
    working.count.typed += 1
    return { part: part.part, entry: typed.root, said: saidOf(line, part), typed: true }
  })
  return { source: wanted.source, ...place, thing: thing || wanted.thing, parts, gone: undefined }
}

/** For whom and when rows are taken. */
export interface RowsTaken {
  readonly feed: string
  readonly by: Agency
  readonly today: Day
  /** The children, by the council's number, with whom the council itself works now: that opens a record again. */
  readonly openThere: ReadonlySet<string>
}

/** Works out, from the entries of a record as they are, what its rows of the extract add to them. A closed record hears nothing. */
export const linesOfRows = (
  entries: readonly Entry[],
  here: readonly RowHere[],
  { feed, by, today, openThere }: RowsTaken,
): Came => {
  const stands = picture(entries)
  const working: Working = {
    ...{ feed, by, stands, ids: new Set(entries.map(({ id }) => id)), lines: [] },
    claimed: new Set(here.flatMap(({ held }) => (held?.parts ?? []).map(({ entry }) => `${entry}|${held?.person}`))),
    count: { written: 0, mended: 0, typed: 0, same: 0 },
  }
  const isOpen = ({ wanted, place, held }: RowHere): boolean =>
    held !== undefined || openThere.has(wanted.person) || isOpenRecord(stands, place.person, today)
  const rows = here.filter(isOpen).map(one => rowOf(working, one))
  return { lines: working.lines, rows, ...working.count }
}

/** Parts that a row had and has no more: an end that was taken back. Each is kept as a row of its own that is gone. */
export const partsGone = (here: readonly RowHere[]): readonly ExtractRow[] =>
  here.flatMap(({ wanted, held }) =>
    (held?.parts ?? [])
      .filter(old => !wanted.parts.some(({ part }) => part === old.part))
      .map(old => ({ ...(held as ExtractRow), source: `${wanted.source}#${old.part}`, parts: [old] })),
  )
