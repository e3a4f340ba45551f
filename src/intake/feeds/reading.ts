import type { Moment } from '../../calendar/day.ts'
import { addHours, londonDay } from '../../calendar/moment.ts'
import { asRecorder } from '../../store/asking.ts'
import type { Feed } from '../../store/feeds.ts'
import { readFeeds } from '../../store/feeds.ts'
import { liveMappings } from '../../store/mapping.ts'
import { type AppointmentKnown, keepAppointments, type Learnt, learn, type Match } from '../../store/matching.ts'
import { type Mark, markMessages, readTriedAgain, readUnread, type Waiting } from '../../store/messages.ts'
import type { Store } from '../../store/store.ts'
import { inGroups } from './by-patient.ts'
import { defaultMapping } from './default-mapping.ts'
import { factsOf, type Parsed, parsedOf } from './facts.ts'
import { assignedIs, type Facts, keysOf, mergedIs, nameOf, type WhoseFound, whoseIs } from './matching.ts'
import { isMeaning, type MappingRow } from './meaning.ts'
import { knownOf, readPart } from './read-part.ts'
import type { Said } from './said.ts'

/** How many messages are read at once. */
const inBatch = 100
/** How many patients are read side by side. */
const sideBySide = 6
/** After how many seconds a message is tried again, each time; after the last it waits for a person. */
const triedAfter = [10, 60, 300] as const
/** For how long a message is kept that could not be read. */
const failedHours = 720

/** The table of codes of a feed as it is in force, and its number; 0 is the table that every feed of its sort begins with. */
export interface InForce {
  readonly version: number
  readonly rows: readonly MappingRow[]
}

/** The rows of an edition that mean something to this program. */
export const rowsOf = (rows: readonly { readonly means: string }[]): readonly MappingRow[] =>
  rows.filter((row): row is MappingRow => isMeaning(row.means))

/** What a round has to do with. */
interface Round {
  readonly store: Store
  readonly partnership: number
  readonly facts: Facts
  readonly appointments: Map<string, AppointmentKnown>
  readonly matches: Match[]
  readonly mappings: ReadonlyMap<string, InForce>
  readonly now: Moment
  told: number
}

/** What one part of a message came to. */
interface Came {
  readonly state: Mark['state']
  readonly reason?: string
  readonly asks?: readonly string[]
  readonly record?: string
  readonly person?: string
  readonly matches?: readonly number[]
}

const blindKeys = ({ store }: Round, { feed, said }: Parsed): readonly string[] => [
  ...new Set(said.flatMap(one => keysOf(feed, one)).map(key => store.sealing().blind(key).toString('hex'))),
]

const held = (reason: string): Came => ({ state: 'held', reason })

/** A number that means an appointment of somebody else is not taken for this one's. */
const isOfAnother = (known: readonly AppointmentKnown[], one: { readonly record: string; readonly person: string }) =>
  known.some(({ record, person }) => record !== one.record || person !== one.person)

const mappingOf = ({ mappings }: Round, feed: Feed): InForce =>
  mappings.get(feed.id) ?? { version: 0, rows: defaultMapping[feed.sort] }

const isNothing = ({ patient, appointment, merge, also }: Said): boolean =>
  patient === undefined && appointment === undefined && merge === undefined && also === undefined

const whoseOf = ({ feed, assigned }: Parsed, said: Said, facts: Facts): WhoseFound => {
  if (said.merge !== undefined) return mergedIs(feed, said.merge, facts)
  return assigned === undefined ? whoseIs(feed, said, facts) : assignedIs(feed, said, facts, assigned)
}

const readOnePart = async (round: Round, parsed: Parsed, said: Said, at: number): Promise<Came> => {
  const { feed, message, received, undone } = parsed
  if (isNothing(said)) return { state: 'destroyed', reason: 'says-nothing' }
  const { store, facts } = round
  const now = {
    ...facts,
    matches: [...facts.matches, ...round.matches],
    appointments: [...round.appointments.values()],
  }
  const whose = whoseOf(parsed, said, now)
  if ('held' in whose) return held(whose.held)
  if ('ask' in whose) return { state: 'person', reason: whose.ask }
  const { record, person } = whose.found
  const known = knownOf(feed, said, round.appointments)
  if (isOfAnother(known, whose.found)) return { state: 'person', reason: 'number-of-another' }
  const { rows } = mappingOf(round, feed)
  const today = londonDay(round.now)
  // What was set apart is not written again by its old name.
  const part = undone === 0 ? `${at}` : `${at}-again${undone}`
  const asked = { feed, message, part, said, received, rows, record, person, known, today }
  const read = await readPart(store, asked)
  if (read.became === 'closed') return held('closed')
  if (read.became === 'adult') return { state: 'destroyed', reason: 'own-attendance-of-an-adult' }
  if (read.became === 'refused')
    return { state: 'failed', reason: 'line-refused', record, person, matches: whose.matches }
  const matches = [...new Set([...whose.matches, ...(await learnOf(round, whose.learn))])]
  round.told += read.told
  keep(round, read.appointments, matches[0])
  return { state: 'read', asks: read.asks, record, person, matches }
}

/** Learns numbers, once something was read by them; what is learnt holds for the rest of the batch too. */
const learnOf = async (round: Round, learnt: readonly Learnt[]): Promise<readonly number[]> => {
  if (learnt.length === 0) return []
  const { store, partnership } = round
  const held = await asRecorder(store, { partnership }, client => learn(client, partnership, learnt))
  round.matches.push(...held)
  return held.map(({ match }) => match)
}

const keep = (round: Round, appointments: readonly AppointmentKnown[], match: number | undefined): void => {
  for (const one of appointments) {
    const name = nameOf(one)
    round.appointments.set(name, newer(round.appointments.get(name), { ...one, match }))
  }
}

const newer = (one: AppointmentKnown | undefined, other: AppointmentKnown): AppointmentKnown =>
  one?.made !== undefined && other.made !== undefined && one.made > other.made ? one : other

const order: readonly Mark['state'][] = ['failed', 'person', 'held', 'read', 'destroyed']

const only = <T>(all: readonly (T | undefined)[]): T | undefined => (new Set(all).size === 1 ? all[0] : undefined)

/** What a message came to by all its parts: it is kept as long as the one that must be kept longest. */
const together = (came: readonly Came[]): Came => {
  const first = order.map(state => came.find(one => one.state === state)).find(one => one !== undefined)
  const about = came.filter(one => one.record !== undefined)
  const record = only(about.map(one => one.record))
  const person = record === undefined ? undefined : only(about.map(one => one.person))
  return {
    ...(first ?? { state: 'destroyed', reason: 'says-nothing' }),
    asks: [...new Set(came.flatMap(one => one.asks ?? []))],
    matches: [...new Set(came.flatMap(one => one.matches ?? []))],
    ...(record === undefined || person === undefined ? {} : { record, person }),
  }
}

const destroyAt = (state: Mark['state'], { feed, received }: Parsed): Moment | undefined => {
  if (state === 'held') return addHours(received, feed.hours)
  return state === 'failed' ? addHours(received, failedHours) : undefined
}

const markOf = (round: Round, parsed: Parsed, came: Came): Mark => {
  const { message, feed, said, assigned } = parsed
  const isWaiting = came.state !== 'read' && came.state !== 'destroyed'
  return {
    ...{ message, feed: feed.id, state: came.state, reason: came.reason, asks: came.asks ?? [] },
    keys: isWaiting ? blindKeys(round, parsed) : [],
    ...{
      matches: came.matches ?? [],
      record: came.record ?? assigned?.record,
      person: came.person ?? assigned?.person,
    },
    made: said[0]?.made,
    mapping: came.state === 'read' ? mappingOf(round, feed).version : undefined,
    ...{ tries: parsed.tries, nextTry: undefined, destroyAt: destroyAt(came.state, parsed) },
  }
}

/** A message that could not be read for a fault of ours: tried again, and after the last time it waits for a person. */
const triedAgain = (round: Round, parsed: Parsed): Mark => {
  const seconds = triedAfter[parsed.tries]
  const mark = markOf(round, parsed, { state: 'failed', reason: 'fault' })
  if (seconds === undefined) return mark
  const nextTry = (round.now + seconds * 1000) as Moment
  return { ...mark, state: 'unread', tries: parsed.tries + 1, nextTry, destroyAt: undefined }
}

const waitsBehind = (round: Round, parsed: Parsed, nextTry: Moment): Mark => ({
  ...markOf(round, parsed, { state: 'failed' }),
  ...{ state: 'unread', reason: undefined, nextTry, destroyAt: undefined },
})

const readOne = async (round: Round, parsed: Parsed, fault: (error: unknown) => void): Promise<Mark> => {
  if (parsed.problem !== undefined) return markOf(round, parsed, { state: 'failed', reason: parsed.problem })
  try {
    const came: Came[] = []
    for (const [at, said] of parsed.said.entries()) came.push(await readOnePart(round, parsed, said, at + 1))
    return markOf(round, parsed, together(came))
  } catch (error) {
    fault(error)
    return triedAgain(round, parsed)
  }
}

/** Reads what is of one patient, in order; behind one that is to be tried again the others wait. */
const readGroup = async (
  round: Round,
  group: readonly Parsed[],
  behind: Moment | undefined,
  fault: (error: unknown) => void,
): Promise<readonly Mark[]> => {
  const marks: Mark[] = []
  let wait = behind
  for (const parsed of group) {
    const mark = wait === undefined ? await readOne(round, parsed, fault) : waitsBehind(round, parsed, wait)
    if (mark.state === 'unread') wait = mark.nextTry
    marks.push(mark)
  }
  return marks
}

const behindOf = (round: Round, group: readonly Parsed[], waiting: readonly Waiting[]): Moment | undefined => {
  if (waiting.length === 0) return undefined
  const keys = new Set(group.flatMap(parsed => blindKeys(round, parsed)))
  const first = group[0]?.message ?? 0
  return waiting.find(one => one.message < first && one.keys.some(key => keys.has(key)))?.nextTry
}

/** Writes down what became of a batch. Were it lost, the batch would be read again, and write nothing twice: it need not be awaited on the disk. */
const finish = (round: Round, marks: readonly Mark[]): Promise<void> =>
  asRecorder(round.store, { partnership: round.partnership }, async client => {
    await client.query('set local synchronous_commit = off')
    await keepAppointments(client, round.partnership, [...round.appointments.values()])
    await markMessages(client, round.partnership, marks, round.now)
  })

const begin = async (
  store: Store,
  partnership: number,
  feeds: readonly Feed[],
  parsed: readonly Parsed[],
): Promise<Round> => {
  const facts = await asRecorder(store, { partnership }, client => factsOf(client, partnership, parsed))
  const live = await liveMappings(store, partnership)
  const mappings = feeds.flatMap(({ id }) => {
    const edition = live.get(id)
    return edition === undefined ? [] : [[id, { version: edition.version, rows: rowsOf(edition.rows) }] as const]
  })
  return {
    ...{ store, partnership, facts, matches: [], mappings: new Map(mappings), now: store.now(), told: 0 },
    appointments: new Map(facts.appointments.map(one => [nameOf(one), one])),
  }
}

/** What a batch came to: how many messages it read, and how many notices went out. */
export interface BatchRead {
  readonly read: number
  readonly told: number
}

/** Reads messages of a partnership that wait to be read, as many as are read at once. */
export const readBatch = async (
  store: Store,
  partnership: number,
  fault: (error: unknown) => void,
): Promise<BatchRead> => {
  const unread = await readUnread(store, partnership, inBatch)
  if (unread.length === 0) return { read: 0, told: 0 }
  const feeds = await readFeeds(store, partnership)
  const parsed = parsedOf(store, feeds, unread)
  const round = await begin(store, partnership, feeds, parsed)
  const waiting = await readTriedAgain(store, partnership)
  const marks = await inGroups(parsed, sideBySide, group =>
    readGroup(round, group, behindOf(round, group, waiting), fault),
  )
  await finish(round, marks)
  return { read: unread.length, told: round.told }
}
