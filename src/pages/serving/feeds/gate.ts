import type { Context } from 'hono'
import { type Feed, findFeed, readFeeds } from '../../../store/feeds.ts'
import { runsFeedsOf } from '../../feeds/running.ts'
import type { Env, Served } from '../served.ts'
import { leadsGovernance } from '../ways.ts'

type C = Context<Env>

/** The feeds that a visitor may know of: those of their own agency, and all for the information-governance lead. */
export const feedsSeen = async (c: C, { store }: Served): Promise<readonly Feed[]> => {
  const { asking, practitioner } = c.get('visit')
  const feeds = await readFeeds(store, asking.partnership)
  return leadsGovernance(practitioner.posts)
    ? feeds
    : feeds.filter(({ agency }) => runsFeedsOf(practitioner.posts, agency))
}

const shape = /^[a-z0-9][a-z0-9-]{0,39}$/u

/** The feed in the address, for whoever looks after it; to anybody else there is none. */
export const findOwnFeed = async (c: C, { store }: Served): Promise<Feed | undefined> => {
  const { asking, practitioner } = c.get('visit')
  const id = c.req.param('feed') ?? ''
  const feed = shape.test(id) ? await findFeed(store, asking.partnership, id) : undefined
  return feed !== undefined && runsFeedsOf(practitioner.posts, feed.agency) ? feed : undefined
}

/** The same, and for the information-governance lead, who sees numbers alone. */
export const findSeenFeed = async (c: C, served: Served): Promise<Feed | undefined> => {
  const own = await findOwnFeed(c, served)
  if (own !== undefined || !leadsGovernance(c.get('visit').practitioner.posts)) return own
  const id = c.req.param('feed') ?? ''
  return shape.test(id) ? findFeed(served.store, c.get('visit').asking.partnership, id) : undefined
}

/** The feed in the address, for anybody of the agency whose system it is: what each of them sees of it is for the policies to say. */
export const findAgencyFeed = async (c: C, { store }: Served): Promise<Feed | undefined> => {
  const { asking, practitioner } = c.get('visit')
  const id = c.req.param('feed') ?? ''
  const feed = shape.test(id) ? await findFeed(store, asking.partnership, id) : undefined
  return practitioner.posts.some(({ agency }) => agency === feed?.agency) ? feed : undefined
}
