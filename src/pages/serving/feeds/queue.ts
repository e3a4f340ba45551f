import type { Context } from 'hono'
import { candidatesFor, findSaid, numbersToLearn } from '../../../intake/feeds/candidates.ts'
import type { Feed } from '../../../store/feeds.ts'
import {
  answerAsk,
  findQueued,
  isNobodys,
  matchByHand,
  type Queued,
  type QueueName,
  readQueue,
  tryAgain,
} from '../../../store/queue.ts'
import { myRecords } from '../../../store/read.ts'
import { readPage } from '../../asked-day.ts'
import { queueAddress, queuedOnPage, queuePage, queueParts, type Waiting } from '../../feeds/queue.ts'
import { feedsAddress } from '../../feeds/words.ts'
import { answerWrong } from '../../guard.ts'
import { lookOf } from '../family.ts'
import type { Env, Served, Web } from '../served.ts'
import { sentForm } from '../visit.ts'
import { findAgencyFeed, findOwnFeed } from './gate.ts'

type C = Context<Env>

const names = Object.keys(queueParts) as readonly QueueName[]
const mostPages = 10_000

/** Those who look after a feed see all that waits; anybody else of the agency what was read and asks something of a record that is theirs. */
const partsFor = async (c: C, served: Served): Promise<readonly QueueName[]> =>
  (await findOwnFeed(c, served)) === undefined ? ['asks'] : names

/** Of a message that was read: whose record it is in, by the visitor's own look at it. */
const placesOf = async (c: C, { store }: Served, rows: readonly Queued[]) => {
  if (rows.every(({ record }) => record === undefined)) return new Map<string, Waiting['place']>()
  const visit = c.get('visit')
  const looks = (await myRecords(store, visit)).map(opened => ({ record: opened.record, look: lookOf(opened, visit) }))
  return new Map(
    rows.flatMap(({ record, person }): [string, Waiting['place']][] => {
      const look = looks.find(one => one.record === record)?.look
      if (look === undefined || person === undefined) return []
      return [[`${record}|${person}`, { name: look.name(person), href: look.addresses.page('offered') }]]
    }),
  )
}

const waitingOf = async (c: C, served: Served, feed: Feed, rows: readonly Queued[]): Promise<readonly Waiting[]> => {
  const places = await placesOf(c, served, rows)
  return Promise.all(
    rows.map(async queued => {
      const said = findSaid(queued.bytes, feed)
      const candidates = queued.state === 'person' ? await candidatesFor(served.store, feed, said) : []
      const place = places.get(`${queued.record}|${queued.person}`)
      return { queued, said, candidates, ...(place === undefined ? {} : { place }) }
    }),
  )
}

const show = async (c: C, served: Served, feed: Feed) => {
  const { around, csrf, asking } = c.get('visit')
  const parts = await partsFor(c, served)
  const of = parts.find(name => name === c.req.query('of')) ?? parts[0] ?? 'asks'
  const page = readPage(c.req.query('page'), mostPages)
  const piece = { of, skip: (page - 1) * queuedOnPage, most: queuedOnPage }
  const { rows, all } = await readQueue(served.store, asking, feed, piece)
  const waiting = await waitingOf(c, served, feed, rows)
  const now = served.store.now()
  return c.html(queuePage({ around, csrf, feed, of, rows: waiting, all, page, now, parts }))
}

type Sent = (name: string) => string | undefined

/** Only one of those who were held beside it can be said to be it. */
const same = async (c: C, { store }: Served, feed: Feed, queued: Queued, form: Sent): Promise<boolean> => {
  const said = findSaid(queued.bytes, feed)
  const one = (await candidatesFor(store, feed, said)).find(
    ({ record, person }) => record === form('record') && person === form('person'),
  )
  if (one === undefined) return false
  const { record, person } = one
  const asked = { message: queued.message, record, person, numbers: numbersToLearn(feed, said) }
  return matchByHand(store, c.get('visit').asking, feed, asked)
}

const act = async (c: C, served: Served, feed: Feed, queued: Queued, form: Sent): Promise<boolean> => {
  const { asking } = c.get('visit')
  const { store } = served
  const looksAfter = (await findOwnFeed(c, served)) !== undefined
  switch (form('do')) {
    case 'looked':
      return answerAsk(store, asking, feed, queued.message)
    case 'same':
      return looksAfter && queued.state === 'person' && same(c, served, feed, queued, form)
    case 'nobody':
      return looksAfter && isNobodys(store, asking, feed, queued.message)
    case 'again':
      return looksAfter && tryAgain(store, asking, feed, queued.message)
    default:
      return false
  }
}

const take = async (c: C, served: Served, feed: Feed) => {
  const form = await sentForm(c)
  const message = Number(form('message'))
  const of = names.find(name => name === form('of')) ?? 'person'
  if (!Number.isSafeInteger(message)) return answerWrong(c, 'not-found')
  const queued = await findQueued(served.store, c.get('visit').asking, feed, message)
  if (queued === undefined) return answerWrong(c, 'not-found')
  await act(c, served, feed, queued, form)
  return c.redirect(queueAddress(feed, of), 303)
}

/** What waits for somebody of a feed's own agency: to say who it is, to try again, to look at. */
export const addQueuePages = (web: Web, served: Served): void => {
  const address = `${feedsAddress}/:feed/queue`
  const withFeed = (answer: (c: C, feed: Feed) => Promise<Response>) => async (c: C) => {
    const feed = await findAgencyFeed(c, served)
    return feed === undefined ? answerWrong(c, 'not-found') : answer(c, feed)
  }
  web.get(
    address,
    withFeed((c, feed) => show(c, served, feed)),
  )
  web.post(
    address,
    withFeed((c, feed) => take(c, served, feed)),
  )
}
