import type { Context } from 'hono'
import { unmatch } from '../../../intake/feeds/unmatch.ts'
import { unmatchExtract, writtenByExtract } from '../../../intake/sheets/extract/unmatch-extract.ts'
import { headingOf } from '../../../record/words.ts'
import { namesOf } from '../../../store/feed-states.ts'
import type { Feed } from '../../../store/feeds.ts'
import { myRecords } from '../../../store/read.ts'
import { findMatch, type MatchKept, onStrengthOf, readMatchesFor } from '../../../store/unmatch.ts'
import type { FamilyOnDay } from '../../family-on-day.ts'
import { type MatchSeen, matchesAddress, matchesPage, readUnmatch, unmatchPage } from '../../feeds/matches.ts'
import { feedsAddress } from '../../feeds/words.ts'
import { answerWrong } from '../../guard.ts'
import { lookOf } from '../family.ts'
import type { Env, Served, Web } from '../served.ts'
import { signedBy } from '../signed-by.ts'
import { sentForm } from '../visit.ts'
import { findAgencyFeed } from './gate.ts'

type C = Context<Env>
type Looks = ReadonlyMap<string, FamilyOnDay>

const looksOf = async (c: C, { store }: Served): Promise<Looks> => {
  const visit = c.get('visit')
  return new Map((await myRecords(store, visit)).map(opened => [opened.record, lookOf(opened, visit)]))
}

/** Matches of records that the visitor reads, with the name of the child by their own look. */
const seenOf = async (
  { store }: Served,
  feed: Feed,
  looks: Looks,
  matches: readonly MatchKept[],
): Promise<readonly MatchSeen[]> => {
  const names = await namesOf(
    store,
    feed.partnership,
    matches.map(({ by }) => by),
  )
  return matches.flatMap(kept => {
    const look = looks.get(kept.record)
    return look === undefined ? [] : [{ kept, name: look.name(kept.person), by: names.get(kept.by) ?? 'Holdfast' }]
  })
}

const list = async (c: C, served: Served, feed: Feed) => {
  const { around, asking } = c.get('visit')
  const matches = await readMatchesFor(served.store, asking, { feed: feed.id })
  const seen = await seenOf(served, feed, await looksOf(c, served), matches)
  return c.html(matchesPage({ around, feed, matches: seen, done: c.req.query('done') === 'yes' }))
}

interface Found {
  readonly feed: Feed
  readonly seen: MatchSeen
  readonly look: FamilyOnDay
}

/** The match in the address, while it holds, of a record that the visitor reads. */
const findOne = async (c: C, served: Served, feed: Feed): Promise<Found | undefined> => {
  const match = Number(c.req.param('match'))
  const kept = Number.isSafeInteger(match) ? await findMatch(served.store, c.get('visit').asking, match) : undefined
  if (kept === undefined || kept.feed !== feed.id || kept.ended !== undefined) return undefined
  const looks = await looksOf(c, served)
  const look = looks.get(kept.record)
  const [seen] = await seenOf(served, feed, looks, [kept])
  return look === undefined || seen === undefined ? undefined : { feed, seen, look }
}

const show = async (c: C, { store }: Served, { feed, seen, look }: Found, typed = '', asked = false) => {
  const { around, csrf, asking } = c.get('visit')
  const strength = await onStrengthOf(store, asking.partnership, seen.kept)
  const byRows = feed.sort === 'extract' ? await writtenByExtract(store, feed, seen.kept) : []
  const roots = new Set([...strength.entries.map(({ root }) => root), ...byRows])
  const entries = look.stands.entries
    .filter(({ root }) => roots.has(root))
    .map(entry => ({ entry, words: headingOf(entry, look.name) }))
  const problems = asked ? readUnmatch(typed) : []
  const page = unmatchPage({
    ...{ around, csrf, feed, match: seen, entries, typed, problems },
    ...{
      others: roots.size - new Set(entries.map(({ entry }) => entry.root)).size,
      messages: strength.messages.length,
    },
  })
  return c.html(page, problems.length > 0 ? 400 : 200)
}

const end = async (c: C, served: Served, found: Found) => {
  const visit = c.get('visit')
  const reason = ((await sentForm(c))('reason') ?? '').trim().slice(0, 2000)
  if (readUnmatch(reason).length > 0) return show(c, served, found, reason, true)
  const { by, author } = signedBy(visit)
  const { feed, seen } = found
  const asked = { match: seen.kept.match, reason, by, author }
  const done =
    feed.sort === 'extract'
      ? await unmatchExtract(served.store, visit.asking, feed, seen.kept, asked)
      : await unmatch(served.store, visit.asking, asked)
  served.wake?.()
  return done ? c.redirect(`${matchesAddress(found.feed)}?done=yes`, 303) : answerWrong(c, 'not-found')
}

/** Whom the numbers of a feed belong to, and ending what was matched by mistake: for staff of its agency who read that record. */
export const addMatchPages = (web: Web, served: Served): void => {
  const address = `${feedsAddress}/:feed/matches`
  const withFeed = (answer: (c: C, feed: Feed) => Promise<Response>) => async (c: C) => {
    const feed = await findAgencyFeed(c, served)
    return feed === undefined ? answerWrong(c, 'not-found') : answer(c, feed)
  }
  const withMatch = (answer: (c: C, found: Found) => Promise<Response>) =>
    withFeed(async (c, feed) => {
      const found = await findOne(c, served, feed)
      return found === undefined ? answerWrong(c, 'not-found') : answer(c, found)
    })
  web.get(
    address,
    withFeed((c, feed) => list(c, served, feed)),
  )
  web.get(
    `${address}/:match`,
    withMatch((c, found) => show(c, served, found)),
  )
  web.post(
    `${address}/:match`,
    withMatch((c, found) => end(c, served, found)),
  )
}
