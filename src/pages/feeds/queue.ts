import { html } from 'hono/html'
import type { Moment } from '../../calendar/day.ts'
import { dayInWords } from '../../calendar/words.ts'
import type { Candidate } from '../../intake/feeds/candidates.ts'
import type { Said } from '../../intake/feeds/said.ts'
import { formatNhsNumber } from '../../people/nhs-number.ts'
import type { Feed } from '../../store/feeds.ts'
import type { Queued, QueueName } from '../../store/queue.ts'
import { backLink } from '../kit/back-link.ts'
import { button } from '../kit/button.ts'
import { csrfField, hidden } from '../kit/hidden.ts'
import { type Around, layout } from '../kit/layout.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { momentInWords } from '../moment.ts'
import { pagesBelow } from '../pages-below.ts'
import { saidInRows } from './said.ts'
import { ageInWords, feedAddress, feedsAddress, reasonInWords } from './words.ts'

/** How many stand on one page. */
export const queuedOnPage = 20

/** Where it stands what waits for somebody of a feed's own agency. */
export const queueAddress = ({ id }: Feed, of: QueueName = 'person', page = 1): string => {
  const query = new URLSearchParams({
    ...(of === 'person' ? {} : { of }),
    ...(page === 1 ? {} : { page: String(page) }),
  })
  return `${feedAddress(id, '/queue')}${query.size === 0 ? '' : `?${query}`}`
}

/** A message that waits, with what it says and of whom it may be. */
export interface Waiting {
  readonly queued: Queued
  readonly said: readonly Said[]
  readonly candidates: readonly Candidate[]
  /** Of one that was read: whose record it is in, where the visitor may open it. */
  readonly place?: { readonly name: string; readonly href: string }
}

/** What the page shows. */
export type QueueAsked = Options<{
  around: Around
  csrf: string
  feed: Feed
  of: QueueName
  rows: readonly Waiting[]
  all: number
  page: number
  now: Moment
  /** Which parts the visitor may see. */
  parts: readonly QueueName[]
}>

/** The parts of the queue, each with what it is and when it is empty. */
export const queueParts: Readonly<
  Record<QueueName, { readonly title: string; readonly says: string; readonly none: string }>
> = {
  person: {
    title: 'Say who it is',
    says: 'What was sent agrees with somebody on an open record in part. Only your own agency sees it here.',
    none: 'Nothing waits. A message stands here when it may be about a child on an open record, and its numbers do not surely say so.',
  },
  held: {
    title: 'Matches nobody',
    says: 'About nobody on an open record, or from a clinic that is not taken in. Nobody else sees it, and it is destroyed after its hours.',
    none: 'Nothing is held. What matches nobody stands here until it is destroyed.',
  },
  failed: {
    title: 'Could not be read',
    says: 'It is kept as it came until it can be read, or its hours are over.',
    none: 'Everything that came could be read.',
  },
  asks: {
    title: 'Read, with a question',
    says: 'It is on the record, and says two things that do not fit: an event that is “did not attend” and a code that is “cancelled”. The event holds until somebody has asked the clinic.',
    none: 'Nothing to look at.',
  },
}

const ways = ({ feed, of, parts }: QueueAsked): Markup =>
  html`<ul class="govuk-list">${parts.map(part =>
    part === of
      ? html`<li><strong>${queueParts[part].title}</strong></li>`
      : html`<li><a class="govuk-link" href="${queueAddress(feed, part)}">${queueParts[part].title}</a></li>`,
  )}</ul>`

const send = (
  { csrf, feed, of }: QueueAsked,
  { queued }: Waiting,
  fields: Readonly<Record<string, string>>,
  words: Markup,
): Markup =>
  html`<form method="post" action="${feedAddress(feed.id, '/queue')}">${csrfField(csrf)}${hidden('of', of)}${hidden('message', String(queued.message))}
${Object.entries(fields).map(([name, value]) => hidden(name, value))}${button({ html: words, classes: 'govuk-button--secondary' })}</form>`

const compare = (one: Candidate, { said }: Waiting): string => {
  const patient = said.find(({ patient: own }) => own !== undefined)?.patient
  const nhs =
    one.nhs === undefined || patient?.nhs === undefined
      ? 'NHS number not known on both sides'
      : one.nhs === patient.nhs
        ? 'the same NHS number'
        : 'another NHS number'
  const born =
    one.born === undefined || patient?.born === undefined
      ? 'day of birth not known on both sides'
      : one.born === patient.born
        ? 'the same day of birth'
        : 'another day of birth'
  return `${nhs}; ${born}`
}

const candidate =
  (asked: QueueAsked, waiting: Waiting) =>
  (one: Candidate): Markup =>
    html`<li>
<p><strong>${one.name ?? 'No name'}</strong>${one.born !== undefined && `, born ${dayInWords(one.born)}`}${one.nhs !== undefined && `, NHS ${formatNhsNumber(one.nhs)}`}<br>
<span class="holdfast-quiet">${compare(one, waiting)}</span></p>
${send(asked, waiting, { do: 'same', record: one.record, person: one.person }, html`It is this child<span class="govuk-visually-hidden">: ${one.name ?? 'no name'}</span>`)}</li>`

const beside = (asked: QueueAsked, waiting: Waiting): Markup => html`<h3>Who it may be</h3>
<ul class="govuk-list">${waiting.candidates.map(candidate(asked, waiting))}
<li><p>None of these</p>${send(asked, waiting, { do: 'nobody' }, html`It is nobody on an open record<span class="govuk-visually-hidden">: message ${waiting.queued.message}</span>`)}</li></ul>`

const answers = (asked: QueueAsked, waiting: Waiting): Markup => {
  const { queued, place } = waiting
  if (queued.state === 'failed')
    return html`${send(asked, waiting, { do: 'again' }, html`Try to read it again<span class="govuk-visually-hidden">: message ${queued.message}</span>`)}`
  if (queued.state === 'read')
    return html`${place !== undefined && html`<p>In the record of <a class="govuk-link" href="${place.href}">${place.name}</a></p>`}
${send(asked, waiting, { do: 'looked' }, html`I have looked at it<span class="govuk-visually-hidden">: message ${queued.message}</span>`)}`
  return queued.state === 'person' || waiting.candidates.length > 0 ? beside(asked, waiting) : html``
}

const until = ({ destroyAt }: Queued, now: Moment): Markup | '' =>
  destroyAt === undefined
    ? ''
    : destroyAt <= now
      ? html`<p>It is destroyed within the hour.</p>`
      : html`<p>It is destroyed in ${ageInWords(now, destroyAt)}, on ${momentInWords(destroyAt)}.</p>`

const item =
  (asked: QueueAsked) =>
  (waiting: Waiting): Markup => {
    const { queued, said } = waiting
    const why = [...(queued.reason === undefined ? [] : [queued.reason]), ...queued.asks].map(reasonInWords).join('; ')
    return html`<li class="holdfast-entry">
  <p class="holdfast-entry__when">${momentInWords(queued.received)}</p>
  <div>
    <h2 class="holdfast-entry__what">${said[0]?.patient?.name ?? 'Without a name'}</h2>
    ${why !== '' && html`<p>Why it waits: ${why}.</p>`}
    ${until(queued, asked.now)}
    <div class="holdfast-beside">
      <div>${saidInRows(said)}</div>
      <div>${answers(asked, waiting)}</div>
    </div>
  </div>
</li>`
  }

/** What waits for somebody of the agency that sent it: what was sent, and beside it who it may be. */
export function queuePage(asked: QueueAsked): Markup {
  const { around, feed, of, rows, all, page } = asked
  const part = queueParts[of]
  const list =
    rows.length === 0 ? html`<p>${part.none}</p>` : html`<ol class="holdfast-entries">${rows.map(item(asked))}</ol>`
  const body = html`${backLink({ text: feed.name, href: feedAddress(feed.id) })}
<h1>${part.title}</h1>
<p>${part.says}</p>
${asked.parts.length > 1 && ways(asked)}
${list}
${pagesBelow(Math.ceil(all / queuedOnPage), page, number => queueAddress(feed, of, number))}`
  return layout({ ...around, title: part.title, body, wide: true, here: feedsAddress })
}
