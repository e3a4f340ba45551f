import { isoDay, type Moment } from '../../calendar/day.ts'
import { isoMoment, londonDay } from '../../calendar/moment.ts'
import { postsIn } from '../../record/posts.ts'
import { append } from '../../store/append.ts'
import {
  type MessageOutcome,
  noteMessage,
  partnershipsToReach,
  type QueuedMessage,
  takeMessages,
} from '../../store/messages-to-family.ts'
import { recordNow } from '../../store/record-now.ts'
import type { Store } from '../../store/store.ts'
import { type Composed, compose } from './compose.ts'
import type { FamilySenders, SendOutcome } from './sender.ts'

/** Nobody is written to at night; local settings. */
const [earliest, latest] = ['09:00', '19:00'] as const
const mostTries = 6

/** Whether it is a time of day at which families are written to. */
export const isDaytime = (now: Moment): boolean => {
  const clock = isoMoment(now).slice(11)
  return clock >= earliest && clock < latest
}

/** What became of a message as an entry, so that all who work with the family see it; none for what was taken back. */
const lineOf = (message: QueuedMessage, on: string, { state, way }: MessageOutcome) => ({
  ...{ kind: 'message-to-family', on, by: 'partnership', author: 'Holdfast', state },
  ...{ person: message.person, about: message.appointment, ...(way === undefined ? {} : { way }) },
})

/** Writes down what came of an attempt: in the queue, and on the record where somebody is to know of it. */
export const settle = async (store: Store, message: QueuedMessage, outcome: MessageOutcome): Promise<void> => {
  await noteMessage(store, message, outcome)
  if (outcome.state === 'waiting' || outcome.state === 'withdrawn') return
  const { partnership, record } = message
  const lines = [lineOf(message, isoDay(londonDay(store.now())), outcome)]
  await append(store, { partnership, record, writer: 'holdfast', lines })
}

const later = (now: Moment, tries: number): Moment => (now + 2 ** tries * 60_000) as Moment

const outcomeOf = (said: SendOutcome, way: string, { tries, message }: QueuedMessage, now: Moment): MessageOutcome => {
  if ('taken' in said) return { state: 'sent', way, outcome: 'taken', reference: said.taken ?? message }
  if ('refused' in said) return { state: 'failed', way, outcome: said.refused }
  if (tries >= mostTries) return { state: 'failed', way, outcome: said.again }
  return { state: 'waiting', way, outcome: said.again, again: later(now, tries) }
}

const states = { hold: 'held', withdraw: 'withdrawn', 'for-a-person': 'for-a-person' } as const

const act = async (store: Store, senders: FamilySenders, message: QueuedMessage, made: Composed): Promise<void> => {
  if (made.go !== 'send') {
    const way = 'way' in made ? { way: made.way } : {}
    return settle(store, message, { state: states[made.go], outcome: made.why, ...way })
  }
  const sender = made.way === 'text' ? senders.text : senders.email
  if (sender === undefined)
    return settle(store, message, { state: 'for-a-person', outcome: `nothing is set up for: ${made.way}`, way: 'call' })
  const { to, subject, text, way } = made
  const said = await sender.send({ to, subject, text, reference: message.message })
  return settle(store, message, outcomeOf(said, way, message, store.now()))
}

const send = async (store: Store, senders: FamilySenders, message: QueuedMessage): Promise<void> => {
  const held = await recordNow(store, message.partnership, message.record)
  if (held === undefined)
    return settle(store, message, { state: 'withdrawn', outcome: 'there is no such record any more' })
  const { person, appointment, day } = message
  const of = { whole: held.stands, posts: postsIn(held.agencies), today: londonDay(store.now()) }
  return act(store, senders, message, compose({ ...of, person, appointment, day }))
}

/**
 * Sends what is due to families, each asked about again now: of the whole record as it stands at this moment. Gives how
 * many were looked at; at night none.
 */
export const sendToFamilies = async (store: Store, senders: FamilySenders): Promise<number> => {
  if (!isDaytime(store.now())) return 0
  let looked = 0
  for (const partnership of await partnershipsToReach(store))
    for (let batch = await takeMessages(store, partnership); batch.length > 0; ) {
      for (const message of batch) await send(store, senders, message)
      looked += batch.length
      batch = await takeMessages(store, partnership)
    }
  return looked
}
