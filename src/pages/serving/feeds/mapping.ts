import type { Context } from 'hono'
import { addHours } from '../../../calendar/moment.ts'
import { changesBy, codesSeen, readTried } from '../../../intake/feeds/codes-seen.ts'
import { tableInForce } from '../../../intake/feeds/in-force.ts'
import type { MappingRow } from '../../../intake/feeds/meaning.ts'
import { readAgain } from '../../../intake/feeds/read-again.ts'
import { rowsOf } from '../../../intake/feeds/reading.ts'
import { namesOf } from '../../../store/feed-states.ts'
import type { Feed } from '../../../store/feeds.ts'
import { addMapping, goLive, type MappingEdition, readMappings } from '../../../store/mapping.ts'
import { type EditionSeen, mappingAddress, mappingPage, readMapping } from '../../feeds/mapping.ts'
import { mappingTriedPage } from '../../feeds/mapping-tried.ts'
import { feedsAddress } from '../../feeds/words.ts'
import { answerWrong } from '../../guard.ts'
import type { Problem } from '../../problem.ts'
import type { Env, Served, Web } from '../served.ts'
import { sentForm } from '../visit.ts'
import { findOwnFeed } from './gate.ts'

type C = Context<Env>

const editionsSeen = async (
  { store }: Served,
  feed: Feed,
  editions: readonly MappingEdition[],
): Promise<readonly EditionSeen[]> => {
  const names = await namesOf(
    store,
    feed.partnership,
    editions.map(({ by }) => by),
  )
  return editions.map(({ version, by, made, live }) => ({ version, by: names.get(by) ?? 'Somebody', made, live }))
}

const show = async (c: C, served: Served, feed: Feed, problems: readonly Problem[] = []) => {
  const { around, csrf } = c.get('visit')
  const { store } = served
  const [table, editions, tried] = await Promise.all([
    tableInForce(store, feed),
    readMappings(store, feed),
    readTried(store, feed),
  ])
  // Whoever goes on, goes on from the last edition, in force or not.
  const [last] = editions
  const rows = last === undefined ? table.rows : rowsOf(last.rows)
  const history = await editionsSeen(served, feed, editions)
  const page = mappingPage({
    ...{ around, csrf, feed, rows, seen: codesSeen(tried), inForce: table.version, history, problems },
  })
  return c.html(page, problems.length === 0 ? 200 : 400)
}

/** A table of codes as text: the same rows in the same order are the same table, however the store orders their words. */
const asText = (rows: readonly MappingRow[]): string =>
  JSON.stringify(rows.map(({ place, code, means, barrier }) => [place, code, means, barrier]))

/** Keeps what was chosen as an edition of its own, and leads to what it would change; the same as the last makes none. */
const keep = async (c: C, { store }: Served, feed: Feed) => {
  const [last] = await readMappings(store, feed)
  const before = last === undefined ? (await tableInForce(store, feed)).rows : rowsOf(last.rows)
  const rows = readMapping(await sentForm(c), before)
  const isSame = last !== undefined && asText(rows) === asText(rowsOf(last.rows))
  const version = isSame ? last.version : await addMapping(store, c.get('visit').asking, feed, rows)
  return c.redirect(mappingAddress(feed, version), 303)
}

const findEdition = async (c: C, { store }: Served, feed: Feed): Promise<MappingEdition | undefined> => {
  const version = Number(c.req.param('version'))
  return (await readMappings(store, feed)).find(one => one.version === version)
}

const showEdition = async (c: C, served: Served, feed: Feed, edition: MappingEdition) => {
  const { around, csrf } = c.get('visit')
  const [table, tried] = await Promise.all([tableInForce(served.store, feed), readTried(served.store, feed)])
  const rows = rowsOf(edition.rows)
  const [seen] = await editionsSeen(served, feed, [edition])
  if (seen === undefined) return answerWrong(c, 'not-found')
  const page = mappingTriedPage({
    ...{ around, csrf, feed, edition: seen, rows, changes: changesBy(tried, table.rows, rows), tried: tried.length },
    isInForce: table.version === edition.version,
  })
  return c.html(page)
}

/** How far back a new table is read into what came before: longer ago nobody acts on a missed appointment any more. */
const quarter = 90 * 24

const putInForce = async (c: C, { store, wake }: Served, feed: Feed, edition: MappingEdition) => {
  const table = await tableInForce(store, feed)
  if (table.version !== edition.version) {
    await goLive(store, c.get('visit').asking, feed, edition.version)
    await readAgain(store, feed, addHours(store.now(), -quarter))
    wake?.()
  }
  return c.redirect(mappingAddress(feed, edition.version), 303)
}

/** What the codes of a feed mean: each that was seen, editions, what one would change, and putting it in force. */
export const addMappingPages = (web: Web, served: Served): void => {
  const address = `${feedsAddress}/:feed/mapping`
  const withFeed = (answer: (c: C, feed: Feed) => Promise<Response>) => async (c: C) => {
    const feed = await findOwnFeed(c, served)
    return feed === undefined || feed.sort === 'extract' ? answerWrong(c, 'not-found') : answer(c, feed)
  }
  const withEdition = (answer: (c: C, feed: Feed, edition: MappingEdition) => Promise<Response>) =>
    withFeed(async (c, feed) => {
      const edition = await findEdition(c, served, feed)
      return edition === undefined ? answerWrong(c, 'not-found') : answer(c, feed, edition)
    })
  web.get(
    address,
    withFeed((c, feed) => show(c, served, feed)),
  )
  web.post(
    address,
    withFeed((c, feed) => keep(c, served, feed)),
  )
  web.get(
    `${address}/:version`,
    withEdition((c, feed, edition) => showEdition(c, served, feed, edition)),
  )
  web.post(
    `${address}/:version`,
    withEdition((c, feed, edition) => putInForce(c, served, feed, edition)),
  )
}
