import type { Day } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { readAgencies } from './agencies.ts'
import { asRecorder } from './asking.ts'
import { differenceFrom } from './duty-difference.ts'
import { dutyRow } from './duty-row.ts'
import { allOf, inOrderOfDay, type Kept, type Numbers } from './kept-record.ts'
import { arrivedOn } from './line.ts'
import { readStaff } from './staff.ts'
import type { Store } from './store.ts'
import { rowsToTell, type ToTell } from './to-tell.ts'
import { followsOf } from './what-agencies-owe.ts'
import type { Follows } from './what-follows.ts'
import type { Writing } from './writing.ts'

/** The record as it would be with these entries, and all that follows from it. */
export interface Folded {
  readonly kept: Kept
  readonly next: Kept
  readonly follows: Follows
  readonly json: object
}

/** The same numbers with those of new entries; others when an entry came once more, whose name then has another number. */
const numbered = ({ numbers, last }: Kept, arrived: readonly Entry[]): Numbers => {
  const next = arrived.some(({ id }) => numbers.has(id)) ? new Map(numbers) : numbers
  for (const [index, { id }] of arrived.entries()) next.set(id, last + index + 1)
  return next
}

const grown = (kept: Kept, entries: readonly Entry[], day: Day | undefined): Kept => {
  const arrived = entries.map(entry => (day === undefined ? entry : arrivedOn(entry, day)))
  const { roots } = kept
  for (const { id, corrects } of arrived) if (corrects !== undefined) roots.set(id, roots.get(corrects) ?? corrects)
  return {
    ...kept,
    last: kept.last + entries.length,
    own: [...kept.own, ...arrived],
    byDay: inOrderOfDay([...kept.byDay, ...arrived]),
    numbers: numbered(kept, arrived),
  }
}

const changed = (kept: Kept, next: Kept, follows: Follows) => {
  const { changed: duties, gone } = differenceFrom(kept, next, follows.duties)
  return { duties: duties.map(duty => dutyRow(duty, next.numbers)), gone }
}

const moving: ReadonlySet<string> = new Set(['set-apart', 'set-apart-undone', 'taken-over', 'taken-over-undone'])

interface Versions {
  readonly agencies: number
  readonly staff: number
  readonly disposed: number
  readonly elsewhere: number
}

/** What goes along with a fold: how old that is which it was made from, and how what is new in it is told. */
interface Beside {
  readonly versions: Versions
  readonly tell: (fresh: readonly ToTell[]) => readonly object[]
}

/** Whether entries change what is read: then what is kept of the record is read again. */
export const moveWhatIsRead = (entries: readonly Entry[]): boolean => entries.some(entry => moving.has(entry.kind))

const parts = (kept: Kept, next: Kept, follows: Follows, entries: readonly Entry[], { versions, tell }: Beside) => {
  const [mayOpen, people] = [JSON.stringify(follows.mayOpen), JSON.stringify(follows.people)]
  const movers = moveWhatIsRead(entries)
  const sets = movers || entries.some(entry => entry.corrects !== undefined)
  const fresh = follows.tellings.filter(({ name }) => !kept.told.has(name))
  const json = {
    ...versions,
    ...changed(kept, next, follows),
    nextDay: follows.nextDay,
    tellings: tell(fresh),
    ...(mayOpen === kept.mayOpen ? {} : { mayOpen: follows.mayOpen }),
    ...(people === kept.people ? {} : { people: follows.people }),
    ...(sets ? { apart: follows.apart } : {}),
    ...(movers ? { takenOver: follows.takenOver } : {}),
  }
  return { json, mayOpen, people, fresh }
}

/** Everything that follows from a record, with what is to be written of it and what is kept for the next time. */
export const foldWith = async (
  store: Store,
  writing: Writing,
  kept: Kept,
  entries: readonly Entry[],
): Promise<Folded> => {
  const now = store.now()
  const day = londonDay(now)
  const { partnership } = writing
  const { agencies, staff } = await surroundings(store, partnership)
  const next = grown(kept, entries, writing.replayed ? undefined : day)
  const versions = { agencies: agencies.last, staff: staff.edition, disposed: kept.disposed, elsewhere: kept.elsewhere }
  const entriesRead = allOf(next)
  const follows = followsOf(writing.record, {
    entries: entriesRead,
    agencies: writing.record === agenciesRecord ? entriesRead : agencies.entries,
    practitioners: staff.practitioners,
    numbers: next.numbers,
    day,
  })
  const { json, mayOpen, people, fresh } = parts(kept, next, follows, entries, {
    versions,
    tell: told => rowsToTell(told, writing.record, now),
  })
  for (const { name } of fresh) next.told.add(name)
  return { kept, next: { ...next, duties: follows.duties, marks: new Map(), mayOpen, people }, follows, json }
}

/** The agencies' record and the staff, as they were last read; the append itself says when they are old. */
const surroundings = async (store: Store, partnership: number) => {
  const held = store.shelf.staff.get(partnership)
  const agencies = store.shelf.agencies.find(String(partnership))
  if (held !== undefined && agencies !== undefined) return { agencies, staff: held }
  return asRecorder(store, { partnership }, async client => {
    const staff = await readStaff(client, partnership)
    store.shelf.staff.set(partnership, staff)
    return { agencies: await readAgencies(store, client, partnership), staff }
  })
}
