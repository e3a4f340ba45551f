import type pg from 'pg'
import type { Moment } from '../../calendar/day.ts'
import type { Feed } from '../../store/feeds.ts'
import { type OnRecord, readAppointments, readKnown, readMatches } from '../../store/matching.ts'
import { findOpened, type Unread } from '../../store/messages.ts'
import type { Store } from '../../store/store.ts'
import { appointmentNumbers, askedNumbers, type Facts, knownBy } from './matching.ts'
import { readMessage, UnreadableMessage } from './read-message.ts'
import type { Said } from './said.ts'

/** A message with what it says, or why it cannot be read. */
export interface Parsed {
  readonly message: number
  readonly feed: Feed
  readonly received: Moment
  readonly tries: number
  readonly said: readonly Said[]
  readonly problem: string | undefined
  /** Whose it is, where a person has said so. */
  readonly assigned: OnRecord | undefined
  /** How often what was written of it was set apart. */
  readonly undone: number
}

type Read = Pick<Parsed, 'said' | 'problem'>

// Whatever a sender sends, a reader that stumbles over it stumbles over this one alone.
const saidBy = (store: Store, feed: Feed, unread: Unread): Read => {
  const bytes = findOpened(store, feed, unread)
  if (bytes === undefined) return { said: [], problem: 'cannot-be-opened' }
  try {
    return { said: readMessage(bytes, feed), problem: undefined }
  } catch (error) {
    return { said: [], problem: error instanceof UnreadableMessage ? error.code : 'reader-stumbled' }
  }
}

/** What messages say. */
export const parsedOf = (store: Store, feeds: readonly Feed[], unread: readonly Unread[]): readonly Parsed[] => {
  const byId = new Map(feeds.map(feed => [feed.id, feed]))
  return unread.flatMap(one => {
    const feed = byId.get(one.feed)
    if (feed === undefined) return []
    const { message, received, tries, assigned, undone = 0 } = one
    return [{ message, feed, received, tries, assigned, undone, ...saidBy(store, feed, one) }]
  })
}

/** All that was found out before of whom some messages are about. */
export const factsOf = async (
  client: pg.ClientBase,
  partnership: number,
  parsed: readonly Pick<Parsed, 'feed' | 'said'>[],
): Promise<Facts> => {
  const each = parsed.flatMap(({ feed, said }) => said.map(one => ({ feed, said: one })))
  const matches = await readMatches(
    client,
    partnership,
    each.flatMap(one => askedNumbers(one.feed, one.said)),
  )
  const appointments = await readAppointments(
    client,
    partnership,
    each.flatMap(one => appointmentNumbers(one.feed, one.said)),
  )
  const on = [...matches, ...appointments].map(({ record, person }) => ({ record, person }))
  const known = await readKnown(client, partnership, { ...knownBy(each.map(one => one.said)), on })
  return { matches, appointments, known }
}
