import { readLastStored } from '../../store/feed-states.ts'
import type { Feed } from '../../store/feeds.ts'
import type { Store } from '../../store/store.ts'
import { type Parsed, parsedOf } from './facts.ts'
import type { MappingRow } from './meaning.ts'
import { type Became, outcomeOf } from './outcome-of.ts'

/** How many stored messages a table of codes is tried against. */
export const mostTried = 5000

/** A code of a sender's with how often it stands in the messages that are stored. */
export interface CodeSeen {
  readonly place: string
  readonly code: string
  readonly words: string | undefined
  readonly count: number
}

/** The last messages of a feed that are still stored, as they say it. */
export const readTried = async (store: Store, feed: Feed): Promise<readonly Parsed[]> =>
  parsedOf(store, [feed], await readLastStored(store, feed, mostTried))

const appointmentsOf = (messages: readonly Parsed[]) =>
  messages.flatMap(({ message, said }) =>
    said.flatMap(({ appointment }) => (appointment === undefined ? [] : [{ message, appointment }])),
  )

/** Every code that stands in messages, the most frequent first. */
export const codesSeen = (messages: readonly Parsed[]): readonly CodeSeen[] => {
  const codes = appointmentsOf(messages).flatMap(({ appointment }) => appointment.codes)
  return [...Map.groupBy(codes, ({ place, code }) => `${place}\n${code.trim().toLowerCase()}`).values()]
    .map(all => ({ ...(all[0] ?? { place: '', code: '', words: undefined }), count: all.length }))
    .sort((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1))
}

/** What one outcome becomes by another table of codes: of how many messages, and of which. */
export interface Change {
  readonly from: string
  readonly to: string
  readonly messages: readonly number[]
}

const inWords: Record<Became, string> = {
  booked: 'booked',
  moved: 'moved',
  cancelled: 'cancelled',
  missed: 'missed',
  attended: 'kept',
  'came-too-late': 'they came too late',
  changed: 'nothing has come of it yet',
  'not-known': 'outcome not known',
  mistaken: 'written by mistake',
}

/** What an outcome is, with whose doing it was where it is said. */
const outcomeInWords = ({ became, whose, barrier }: ReturnType<typeof outcomeOf>): string => {
  const by = whose === undefined ? '' : ` by the ${whose}`
  const why = barrier === undefined ? '' : ` (${barrier.replaceAll('-', ' ')})`
  return `${inWords[became]}${became === 'cancelled' || became === 'moved' ? by : ''}${why}`
}

/** What would change in stored messages were they read by other rows, the most frequent first. */
export const changesBy = (
  messages: readonly Parsed[],
  now: readonly MappingRow[],
  then: readonly MappingRow[],
): readonly Change[] => {
  const changed = appointmentsOf(messages).flatMap(({ message, appointment }) => {
    const from = outcomeInWords(outcomeOf(appointment, now))
    const to = outcomeInWords(outcomeOf(appointment, then))
    return from === to ? [] : [{ message, from, to }]
  })
  return [...Map.groupBy(changed, ({ from, to }) => `${from}\n${to}`).values()]
    .map(all => ({ from: all[0]?.from ?? '', to: all[0]?.to ?? '', messages: all.map(({ message }) => message) }))
    .sort((one, other) => other.messages.length - one.messages.length)
}
