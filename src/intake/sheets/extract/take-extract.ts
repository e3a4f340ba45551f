import type { Day } from '../../../calendar/day.ts'
import { londonDay } from '../../../calendar/moment.ts'
import { appendFrom } from '../../../store/append.ts'
import {
  closeTake,
  type ExtractCounts,
  type ExtractRow,
  learn,
  nextTake,
  noteGone,
  type Place,
  readExtractRows,
  readLearnt,
  readOpenChildren,
  readUnmatched,
  saveExtractRows,
} from '../../../store/extracts.ts'
import type { Feed } from '../../../store/feeds.ts'
import { receiveRows } from '../../../store/sheets.ts'
import type { Store } from '../../../store/store.ts'
import type { PatientSaid } from '../../feeds/said.ts'
import { type Came, linesOfRows, partsGone, type RowHere } from './lines-of-rows.ts'
import { type Matched, matchPeople } from './match-people.ts'
import { type ExtractRead, readExtract } from './read-extract.ts'
import { bytesOfPerson } from './say-person.ts'
import type { ExtractFault, ExtractFile } from './tables.ts'

/** What came of an extract: numbers, what was wrong with it, and what of the rows taken stands in the council's system alone. */
export interface ExtractTaken {
  readonly counts: ExtractCounts
  readonly faults: readonly ExtractFault[]
  /** What is not said here, with how many rows. */
  readonly unsaid: ReadonlyMap<string, number>
}

/** The authority of the council's own numbers, where the feed names none. */
export const authorityOf = (feed: Feed): string => feed.authority ?? feed.id

type Held = ReadonlyMap<string, ExtractRow>

const isHere = ({ record, person }: Place, held: ExtractRow | undefined): boolean =>
  held === undefined || (held.record === record && held.person === person)

/** The rows about children on open records, by record. A row that was taken for another child before is left for a person. */
const rowsHere = (read: ExtractRead, { sure }: Matched, held: Held): ReadonlyMap<string, readonly RowHere[]> => {
  const here = read.rows.flatMap((wanted): RowHere[] => {
    const place = sure.get(wanted.person)
    const before = held.get(wanted.source)
    return place !== undefined && isHere(place, before) ? [{ wanted, place, held: before }] : []
  })
  return Map.groupBy(here, ({ place }) => place.record)
}

const none: Came = { lines: [], rows: [], written: 0, mended: 0, typed: 0, same: 0 }

interface Taking {
  readonly store: Store
  readonly feed: Feed
  readonly take: number
  readonly today: Day
  /** The children, by the council's number, with whom the council itself works now. */
  readonly openThere: ReadonlySet<string>
}

/** Writes what the rows of one record add to it, and keeps what became of each. */
const takeRecord = async (
  { store, feed, take, today, openThere }: Taking,
  record: string,
  here: readonly RowHere[],
): Promise<Came> => {
  let came = none
  const outcome = await appendFrom(store, {
    ...{ partnership: feed.partnership, record, writer: 'import' },
    linesOf: entries => {
      came = linesOfRows(entries, here, { feed: feed.id, by: feed.agency, today, openThere })
      return came.lines
    },
  })
  // Lines are made of what was read and checked: one that is refused is a fault of ours, and nothing of the record is kept.
  if (!('number' in outcome)) throw new Error('lines of an extract were not taken')
  const gone = partsGone(here)
  await saveExtractRows(store, feed, take, [...came.rows, ...gone])
  await noteGone(
    store,
    feed,
    take,
    gone.map(({ source }) => source),
  )
  return came
}

const tableOf = (source: string): string => source.split('/', 1)[0] ?? ''

/** Rows that were there the last time and are not now. Where the table was not sent, nothing of it is gone. */
const goneOf = (read: ExtractRead, held: Held): readonly string[] => {
  const there = new Set(read.rows.map(({ source }) => source))
  const looked: ReadonlySet<string> = read.looked
  return [...held.values()]
    .filter(({ source, gone }) => gone === undefined && !source.includes('#') && looked.has(tableOf(source)))
    .map(({ source }) => source)
    .filter(source => !there.has(source) && !read.unread.has(source))
}

const ask = (store: Store, feed: Feed, people: readonly PatientSaid[], take: number): Promise<number> =>
  receiveRows(
    store,
    feed,
    people.map(person => ({
      appointment: person.numbers[0]?.number ?? '',
      content: JSON.stringify(person),
      bytes: bytesOfPerson(person),
    })),
    `extract-${take}`,
  )

const unsaidOf = (read: ExtractRead, { sure }: Matched): ReadonlyMap<string, number> => {
  const all = read.rows.filter(({ person }) => sure.has(person)).flatMap(({ unsaid }) => unsaid)
  return new Map([...Map.groupBy(all, one => one)].map(([what, rows]) => [what, rows.length]))
}

const sum = (came: readonly Came[], of: 'written' | 'mended' | 'typed' | 'same'): number =>
  came.reduce((all, one) => all + one[of], 0)

/**
 * Takes in the council's extract: what its rows say of children on open records becomes entries of that agency, each row
 * once; a row that changed mends its entry, and one that is gone is shown to a person. What somebody typed here already is
 * not written twice. Nothing is kept of anybody else.
 */
export const takeExtract = async (
  store: Store,
  feed: Feed,
  files: readonly ExtractFile[],
  by: string,
): Promise<ExtractTaken> => {
  const authority = authorityOf(feed)
  const today = londonDay(store.now())
  const read = readExtract(files, { authority, today })
  const [children, known, held, take] = [
    await readOpenChildren(store, feed.partnership),
    await readLearnt(store, feed, authority),
    await readExtractRows(store, feed),
    await nextTake(store, feed),
  ]
  const matched = matchPeople(read.people, children, known, await readUnmatched(store, feed, authority))
  await learn(store, feed, authority, matched.learnt)
  const taking: Taking = { store, feed, take, today, openThere: read.openThere }
  const came: Came[] = []
  for (const [record, here] of rowsHere(read, matched, held)) came.push(await takeRecord(taking, record, here))
  const gone = goneOf(read, held)
  await noteGone(store, feed, take, gone)
  await ask(store, feed, matched.perhaps, take)
  const counts: ExtractCounts = {
    ...{
      written: sum(came, 'written'),
      mended: sum(came, 'mended'),
      typed: sum(came, 'typed'),
      same: sum(came, 'same'),
    },
    ...{ gone: gone.length, unread: read.unread.size, others: matched.others, asked: matched.perhaps.length },
  }
  await closeTake(store, feed, { take, counts, by })
  return { counts, faults: read.faults, unsaid: unsaidOf(read, matched) }
}
