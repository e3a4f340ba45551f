import { setImmediate } from 'node:timers/promises'
import { londonDay } from '../../../calendar/moment.ts'
import { communicationsIn } from '../../../giving/fhir/communication.ts'
import { foundIn } from '../../../giving/fhir/everything.ts'
import { type Found, type GivenType, given, type Look, recordOfId } from '../../../giving/fhir/resource.ts'
import type { Search } from '../../../giving/fhir/search.ts'
import { anyOf, findDateAsked, idAsked, tokenOf } from '../../../giving/fhir/search-values.ts'
import { findNhsNumber } from '../../../people/nhs-number.ts'
import { findRecords } from '../../../store/finding.ts'
import { type Notice, readInbox } from '../../../store/notices.ts'
import { myRecords, openRecord } from '../../../store/read.ts'
import { lookOf } from '../family.ts'
import type { Served } from '../served.ts'
import type { Asker } from './asker.ts'

/** How the log of openings names what a system reads. */
const page = 'fhir'

/** The asker's look at a record, opened and written down; nothing when it is not theirs. */
export const openLook = async ({ store }: Served, asker: Asker, record: string): Promise<Look | undefined> => {
  const opened = await openRecord(store, asker, record, page)
  return opened && lookOf(opened, asker)
}

const openEach = async (served: Served, asker: Asker, records: Iterable<string>): Promise<readonly Look[]> => {
  const looks: Look[] = []
  for (const record of new Set(records)) {
    const look = await openLook(served, asker, record)
    if (look !== undefined) looks.push(look)
  }
  return looks
}

/** How many records are looked at before anybody else has a turn: a hospital's system has thousands. */
const inOneTurn = 10

/** What is the asker's, for a list: what of it is shown is opened, and written down, before it goes out. */
const listed = async ({ store }: Served, asker: Asker, among?: ReadonlySet<string>): Promise<readonly Look[]> => {
  const looks: Look[] = []
  for (const opened of await myRecords(store, asker, among)) {
    looks.push(lookOf(opened, asker))
    if (looks.length % inOneTurn === 0) await setImmediate()
  }
  return looks
}

const valuesOf = ({ pairs }: Search, ...names: readonly string[]): readonly string[] =>
  pairs.flatMap(([name, value]) => (names.includes(name.split(':')[0] ?? '') ? anyOf(value) : []))

const recordsNamed = (search: Search): readonly string[] =>
  valuesOf(search, '_id', 'patient').flatMap(value => recordOfId(idAsked(value)) ?? [])

/** In which records somebody may stand who is sought by number, or by name and day of birth; whose they are is asked after. */
const recordsSought = async ({ store }: Served, { asking }: Asker, search: Search): Promise<readonly string[]> => {
  const numbers = valuesOf(search, 'identifier').flatMap(value => findNhsNumber(tokenOf(value).value) ?? [])
  const days = valuesOf(search, 'birthdate').flatMap(value => findDateAsked(value) ?? [])
  const sought = [...numbers.map(nhs => ({ nhs })), ...days.map(({ from }) => ({ born: londonDay(from) }))]
  const matches = await Promise.all(sought.map(one => findRecords(store, asking.partnership, one)))
  return matches.flatMap(({ sure, possible }) => [...sure, ...possible])
}

/** Whether a search says in which records it looks: these are opened. One that does not looks at all that is the asker's. */
const namesSomebody = ({ pairs }: Search): boolean =>
  pairs.some(([name]) => ['_id', 'patient'].includes(name.split(':')[0] ?? ''))

const looksFor = async (served: Served, asker: Asker, search: Search): Promise<readonly Look[]> => {
  if (namesSomebody(search)) return openEach(served, asker, recordsNamed(search))
  if (search.type !== 'Patient') return listed(served, asker)
  return listed(served, asker, new Set(await recordsSought(served, asker, search)))
}

const noticesOf = async ({ store }: Served, { asking }: Asker): Promise<readonly Notice[]> => [
  ...(await readInbox(store, asking, { most: 10_000 })),
  ...(await readInbox(store, asking, { acknowledged: true, most: 10_000 })),
]

const foundOf = async (served: Served, asker: Asker, type: GivenType, looks: readonly Look[]) => {
  if (type !== 'Communication') return looks.flatMap(look => foundIn(type, look))
  const notices = looks.length === 0 ? [] : await noticesOf(served, asker)
  return looks.flatMap(look => communicationsIn(look, notices))
}

/** What was found for whoever asks, and whether the records in which it stands have been opened for it. */
export interface Finding {
  readonly found: readonly Found[]
  readonly opened: boolean
}

/** Everything that a search finds for whoever asks. */
export const findAll = async (served: Served, asker: Asker, search: Search): Promise<Finding> => {
  const found = await foundOf(served, asker, search.type, await looksFor(served, asker, search))
  return { found: found.filter(search.isWanted), opened: namesSomebody(search) }
}

/** One resource by its id; nothing for what is not there or not theirs. */
export const findOne = async (
  served: Served,
  asker: Asker,
  type: GivenType,
  id: string,
): Promise<Found | undefined> => {
  const record = recordOfId(id)
  const look = record === undefined ? undefined : await openLook(served, asker, record)
  const found = look === undefined ? [] : await foundOf(served, asker, type, [look])
  return found.find(one => one.id === id)
}

/** All that is given out of one patient, with the patient; nothing for one who is not there or not theirs. */
export const findEverything = async (served: Served, asker: Asker, id: string): Promise<Finding | undefined> => {
  const record = recordOfId(id)
  const look = record === undefined ? undefined : await openLook(served, asker, record)
  if (look === undefined || !foundIn('Patient', look).some(one => one.id === id)) return undefined
  const each = await Promise.all(given.map(type => foundOf(served, asker, type, [look])))
  return { found: each.flat().filter(({ patients }) => patients.includes(id)), opened: true }
}

/**
 * What of a page goes out now. Each record of which something is shown is opened for it, which is written down; what is
 * no longer theirs does not go out.
 */
export const opening = async (
  served: Served,
  asker: Asker,
  { opened }: Finding,
  shown: readonly Found[],
): Promise<readonly Found[]> => {
  if (opened) return shown
  const records = shown.map(({ record }) => record)
  const open = new Set((await openEach(served, asker, records)).map(({ family }) => family.id))
  return shown.filter(({ record }) => open.has(record))
}
