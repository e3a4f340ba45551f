import { html } from 'hono/html'
import type { Moment } from '../../calendar/day.ts'
import { agencyInWords } from '../../people/service.ts'
import type { FeedState } from '../../store/feed-states.ts'
import type { Feed } from '../../store/feeds.ts'
import { capital } from '../capital.ts'
import { type Around, layout } from '../kit/layout.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { table } from '../kit/table.ts'
import { scrolled } from '../scrolled.ts'
import { ageInWords, feedAddress, feedsAddress, sortsInWords } from './words.ts'

/** A feed with how it stands. */
export interface FeedSeen {
  readonly feed: Feed
  readonly state: FeedState
}

/** How long ago the last message came, or that none has. */
export const lastInWords = ({ last }: FeedState, now: Moment): string =>
  last === undefined ? 'Nothing has come yet' : `${ageInWords(last, now)} ago`

/** How much waits to be read, and how long the oldest has. */
export const waitingInWords = ({ unread, oldestUnread }: FeedState, now: Moment): string =>
  oldestUnread === undefined ? 'Nothing' : `${unread}, the oldest for ${ageInWords(oldestUnread, now)}`

const forSomebody = ({ person, failed, asks }: FeedState): number => person + failed + asks

const row =
  (now: Moment) =>
  ({ feed, state }: FeedSeen) => [
    {
      html: html`<a class="govuk-link" href="${feedAddress(feed.id)}">${feed.name}</a><br><span class="holdfast-quiet">${sortsInWords[feed.sort]}</span>`,
    },
    { text: capital(agencyInWords(feed.agency)) },
    { text: feed.ended === undefined ? lastInWords(state, now) : 'Ended' },
    { text: waitingInWords(state, now) },
    { text: String(forSomebody(state)), format: 'numeric' as const },
  ]

const heads = ['Feed', 'Whose system', 'Last message', 'Waits to be read', 'Waits for somebody'].map(text => ({ text }))

/** The feeds that somebody looks after, each with what waits there. */
export function feedsPage(
  asked: Options<{ around: Around; feeds: readonly FeedSeen[]; now: Moment; makes: boolean }>,
): Markup {
  const { around, feeds, now, makes } = asked
  const list =
    feeds.length === 0
      ? html`<p>No system of your agency sends to Holdfast yet. Once one does, it stands here with what came last and what waits for somebody.</p>`
      : scrolled(
          'Feeds',
          table({ caption: 'Feeds', captionClasses: 'govuk-visually-hidden', head: heads, rows: feeds.map(row(now)) }),
        )
  const body = html`<h1>Feeds</h1>
<p>What the systems of your agency send. Only what is about a child on an open record is kept.</p>
${list}
${makes && html`<p><a class="govuk-link" href="${feedsAddress}/new">Make a feed</a></p>`}`
  return layout({ ...around, title: 'Feeds', body, wide: true, here: feedsAddress })
}
