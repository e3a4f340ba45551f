import type { Context } from 'hono'
import { readFeedDays, readFeedState } from '../../../store/feed-states.ts'
import { createFeed, excludedByDefault, FeedRefusal } from '../../../store/feeds.ts'
import { feedPage, waysBelow } from '../../feeds/feed.ts'
import { feedsPage } from '../../feeds/list.ts'
import { type FeedTyped, feedTyped, newFeedPage, readFeed } from '../../feeds/new-feed.ts'
import { agenciesToFeed, runsFeeds } from '../../feeds/running.ts'
import { feedAddress, feedsAddress } from '../../feeds/words.ts'
import { answerWrong } from '../../guard.ts'
import type { Problem } from '../../problem.ts'
import type { Env, Served, Web } from '../served.ts'
import { sentForm } from '../visit.ts'
import { leadsGovernance } from '../ways.ts'
import { addExtractPages } from './extract.ts'
import { feedsSeen, findOwnFeed, findSeenFeed } from './gate.ts'
import { addMappingPages } from './mapping.ts'
import { addMatchPages } from './matches.ts'
import { addQueuePages } from './queue.ts'
import { addSheetPages } from './sheets.ts'

type C = Context<Env>

const list = async (c: C, served: Served) => {
  const { around, practitioner } = c.get('visit')
  const feeds = await feedsSeen(c, served)
  const seen = await Promise.all(feeds.map(async feed => ({ feed, state: await readFeedState(served.store, feed) })))
  const makes = agenciesToFeed(practitioner.posts).length > 0
  return c.html(feedsPage({ around, feeds: seen, now: served.store.now(), makes }))
}

const empty: FeedTyped = { ...feedTyped(() => undefined), hours: '72', excluded: excludedByDefault.join('\n') }

const showForm = (c: C, typed: FeedTyped, problems: readonly Problem[] = []) => {
  const { around, csrf, practitioner } = c.get('visit')
  const agencies = agenciesToFeed(practitioner.posts)
  if (agencies.length === 0) return answerWrong(c, 'not-found')
  return c.html(newFeedPage({ around, csrf, agencies, typed, problems }), problems.length === 0 ? 200 : 400)
}

const make = async (c: C, { store }: Served) => {
  const { asking, practitioner } = c.get('visit')
  const agencies = agenciesToFeed(practitioner.posts)
  if (agencies.length === 0) return answerWrong(c, 'not-found')
  const typed = feedTyped(await sentForm(c))
  const read = readFeed(typed, agencies)
  if ('problems' in read) return showForm(c, typed, read.problems)
  try {
    await createFeed(store, { ...read.feed, partnership: asking.partnership })
  } catch (error) {
    if (error instanceof FeedRefusal) return showForm(c, typed, [{ field: 'id', what: error.message }])
    throw error
  }
  return c.redirect(feedAddress(read.feed.id), 303)
}

const show = async (c: C, served: Served) => {
  const { around } = c.get('visit')
  const feed = await findSeenFeed(c, served)
  if (feed === undefined) return answerWrong(c, 'not-found')
  const [state, days] = await Promise.all([readFeedState(served.store, feed), readFeedDays(served.store, feed)])
  const own = (await findOwnFeed(c, served)) !== undefined
  const port = served.ports?.find(one => one.feed.partnership === feed.partnership && one.feed.id === feed.id)
  const page = feedPage({
    ...{ around, feed, state, days, now: served.store.now(), ways: own ? waysBelow(feed) : [] },
    ...(port === undefined ? {} : { connected: port.connected() }),
  })
  return c.html(page)
}

/** The feeds of an agency, for those who look after them; for anybody else there is no such page, and no count of it. */
export const addFeedsPages = (web: Web, served: Served): void => {
  web.use(feedsAddress, async (c, next) => {
    const { posts } = c.get('visit').practitioner
    return runsFeeds(posts) || leadsGovernance(posts) ? next() : answerWrong(c, 'not-found')
  })
  web.get(feedsAddress, c => list(c, served))
  web.get(`${feedsAddress}/new`, c => showForm(c, empty))
  web.post(`${feedsAddress}/new`, c => make(c, served))
  web.get(`${feedsAddress}/:feed`, c => show(c, served))
  addSheetPages(web, served)
  addExtractPages(web, served)
  addMappingPages(web, served)
  addQueuePages(web, served)
  addMatchPages(web, served)
}
