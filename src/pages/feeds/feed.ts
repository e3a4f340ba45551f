import { html } from 'hono/html'
import type { Moment } from '../../calendar/day.ts'
import { countOf, dayInWords } from '../../calendar/words.ts'
import { agencyInWords } from '../../people/service.ts'
import type { FeedDay, FeedState } from '../../store/feed-states.ts'
import type { Feed } from '../../store/feeds.ts'
import { capital } from '../capital.ts'
import { backLink } from '../kit/back-link.ts'
import { type Around, layout } from '../kit/layout.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { summaryList } from '../kit/summary-list.ts'
import { table } from '../kit/table.ts'
import { momentInWords } from '../moment.ts'
import { scrolled } from '../scrolled.ts'
import { waitingInWords } from './list.ts'
import { ageInWords, feedAddress, feedsAddress, sortsInWords, stateInWords } from './words.ts'

/** A way from a feed to something below it. */
export interface FeedWay {
  readonly href: string
  readonly text: string
  readonly what: string
}

/** What the page of a feed shows. */
export type FeedAsked = Options<{
  around: Around
  feed: Feed
  state: FeedState
  days: readonly FeedDay[]
  now: Moment
  ways: readonly FeedWay[]
  /** How many connections a port of this server has for it; nothing where none listens. */
  connected?: number
  /** What is shown of a feed of its sort alone. */
  more?: Markup
}>

const last = ({ state, now }: FeedAsked): string =>
  state.last === undefined ? 'Nothing has come yet' : `${momentInWords(state.last)}, ${ageInWords(state.last, now)} ago`

const rows = (asked: FeedAsked): readonly (readonly [string, string])[] => {
  const { feed, state, now } = asked
  return [
    ['Whose system', capital(agencyInWords(feed.agency))],
    ['What it sends', sortsInWords[feed.sort]],
    ...(feed.authority === undefined ? [] : [['Who gives its numbers', feed.authority] as const]),
    ...(feed.sort === 'hl7' ? [['Connection', connection(asked)] as const] : []),
    ['Last message', last(asked)],
    ['Waits to be read', waitingInWords(state, now)],
    ['Waits for somebody', waits(state)],
    ['Matches nobody yet', held(feed, state)],
    ['Clinics never taken in', feed.excluded.length === 0 ? 'None' : feed.excluded.join(', ')],
    ...(feed.ended === undefined ? [] : [['Ended', momentInWords(feed.ended)] as const]),
  ]
}

const connection = ({ connected }: FeedAsked): string =>
  connected === undefined
    ? 'No port of this server listens for it'
    : `A port of this server listens; ${connected === 0 ? 'nobody is connected now' : `${countOf(connected, 'connection')} now`}`

const waits = ({ person, failed, asks }: FeedState): string => {
  const parts = [
    ...(person > 0 ? [`${person} to say who it is`] : []),
    ...(failed > 0 ? [`${failed} that could not be read`] : []),
    ...(asks > 0 ? [`${asks} with a question`] : []),
  ]
  return parts.length === 0 ? 'Nothing' : parts.join('; ')
}

const held = ({ hours }: Feed, state: FeedState): string =>
  state.held === 0 ? 'Nothing' : `${state.held}; each is destroyed after ${countOf(hours, 'hour')}`

const heads = ['Day', 'What became of it', 'How many'].map(text => ({ text }))

const ofDays = (days: readonly FeedDay[]): Markup => {
  if (days.length === 0)
    return html`<p>Nothing has come in the last fourteen days. Once it does, each day stands here with what became of what came.</p>`
  const lines = days.map(({ day, state, count }) => [
    { text: dayInWords(day) },
    { text: stateInWords(state) },
    { text: String(count), format: 'numeric' as const },
  ])
  return scrolled(
    'The last fourteen days',
    table({ caption: 'The last fourteen days', captionClasses: 'govuk-table__caption--m', head: heads, rows: lines }),
  )
}

const waysTo = (ways: readonly FeedWay[]): Markup | '' =>
  ways.length === 0
    ? ''
    : html`<ul class="govuk-list govuk-list--spaced">${ways.map(
        ({ href, text, what }) => html`<li><a class="govuk-link" href="${href}">${text}</a><br>${what}</li>`,
      )}</ul>`

/** One feed: how it stands, what came of what came, and the ways to what waits there. */
export function feedPage(asked: FeedAsked): Markup {
  const { around, feed, days, ways, more } = asked
  const body = html`${backLink({ text: 'Feeds', href: feedsAddress })}
<h1>${feed.name}</h1>
${waysTo(ways)}
${summaryList({ rows: rows(asked).map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
${more}
${ofDays(days)}`
  return layout({ ...around, title: feed.name, body, wide: true, here: feedsAddress })
}

/** The ways below a feed for those who look after it, by what it sends. */
export const waysBelow = ({ id, sort }: Feed): readonly FeedWay[] => [
  {
    href: feedAddress(id, '/queue'),
    text: 'What waits for somebody',
    what: 'Say who a message is about, see what matches nobody until it is destroyed, and what could not be read.',
  },
  {
    href: feedAddress(id, '/matches'),
    text: 'Whose numbers are whose',
    what: 'Of the records that are yours to read; and what to do where a number was matched to the wrong child.',
  },
  ...(sort === 'sheet'
    ? [
        {
          href: feedAddress(id, '/sheets'),
          text: 'Send a sheet',
          what: 'Choose a file, say which heading is what, see what each row becomes, and take it.',
        },
      ]
    : []),
  ...(sort === 'extract'
    ? []
    : [
        {
          href: feedAddress(id, '/mapping'),
          text: 'What the codes mean',
          what: 'Each code that its sender used, with its meaning here; tried against stored messages before it is in force.',
        },
      ]),
  ...(sort === 'extract'
    ? [
        {
          href: feedAddress(id, '/extract'),
          text: 'Send an extract',
          what: 'The night’s files; and rows that are no longer in the extract.',
        },
      ]
    : []),
]
