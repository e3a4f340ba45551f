import { html } from 'hono/html'
import { countOf, dayInWords } from '../../calendar/words.ts'
import type { Entry } from '../../record/entry.ts'
import type { Feed } from '../../store/feeds.ts'
import type { MatchKept } from '../../store/unmatch.ts'
import { backLink } from '../kit/back-link.ts'
import { button } from '../kit/button.ts'
import { csrfField } from '../kit/hidden.ts'
import { type Around, layout } from '../kit/layout.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { notificationBanner } from '../kit/notification-banner.ts'
import { table } from '../kit/table.ts'
import { textarea } from '../kit/textarea.ts'
import { warningText } from '../kit/warning-text.ts'
import { momentInWords } from '../moment.ts'
import { type Problem, problemAt, problemSummary, titleWith } from '../problem.ts'
import { scrolled } from '../scrolled.ts'
import { feedAddress, feedsAddress } from './words.ts'

/** Where it stands whom the numbers of a feed belong to, and one of them. */
export const matchesAddress = ({ id }: Feed, match?: number): string =>
  feedAddress(id, `/matches${match === undefined ? '' : `/${match}`}`)

/** A number with the child whose it is here. */
export interface MatchSeen {
  readonly kept: MatchKept
  readonly name: string
  readonly by: string
}

const hows: Readonly<Record<string, string>> = {
  'by-hand': 'Said by somebody',
  'nhs-and-birth': 'NHS number and day of birth',
  nhs: 'NHS number and day of birth',
  merged: 'Its sender says that two numbers are one patient',
}

const row =
  (feed: Feed) =>
  ({ kept, name, by }: MatchSeen) => [
    { text: `${kept.number}${kept.authority === '' ? '' : ` (${kept.authority})`}` },
    { text: name },
    {
      html: html`${hows[kept.how] ?? kept.how.replaceAll('-', ' ')}<br><span class="holdfast-quiet">${by}, ${momentInWords(kept.at)}</span>`,
    },
    {
      html:
        kept.ended === undefined
          ? html`<a class="govuk-link" href="${matchesAddress(feed, kept.match)}">It is another child<span class="govuk-visually-hidden">: ${kept.number}</span></a>`
          : html`Ended ${momentInWords(kept.ended)}`,
    },
  ]

const heads = ['Number', 'Whose it is here', 'How it was found', 'If that is wrong'].map(text => ({ text }))

/** Whom the numbers of a feed belong to, of the records that the visitor may read. */
export function matchesPage(
  asked: Options<{ around: Around; feed: Feed; matches: readonly MatchSeen[]; done: boolean }>,
): Markup {
  const { around, feed, matches, done } = asked
  const title = 'Whose numbers are whose'
  const list =
    matches.length === 0
      ? html`<p>None of a record that is yours to read. A number stands here once it was matched to a child there.</p>`
      : scrolled(
          title,
          table({ caption: title, captionClasses: 'govuk-visually-hidden', head: heads, rows: matches.map(row(feed)) }),
        )
  const body = html`${backLink({ text: feed.name, href: feedAddress(feed.id) })}
${done && notificationBanner({ type: 'success', text: 'The number is nobody’s now. What was written by it is set apart, its messages wait to be matched anew, and the information-governance lead is told.' })}
<h1>${title}</h1>
${list}`
  return layout({ ...around, title, body, wide: true, here: feedsAddress })
}

/** What the second look shows before a match ends. */
export type UnmatchAsked = Options<{
  around: Around
  csrf: string
  feed: Feed
  match: MatchSeen
  /** What will be set apart, as far as the visitor may read it, and how much else there is. */
  entries: readonly { readonly entry: Entry; readonly words: string }[]
  others: number
  messages: number
  typed: string
  problems: readonly Problem[]
}>

/** Reads why a match ends. */
export const readUnmatch = (typed: string): readonly Problem[] =>
  typed === '' ? [{ field: 'reason', what: 'Write how you know that it is another child' }] : []

const follows = ({ entries, others, messages }: UnmatchAsked): Markup => html`<h2>What follows</h2>
<ul class="govuk-list govuk-list--bullet">
<li>${countOf(messages, 'message')} will wait to be matched anew</li>
${others > 0 && html`<li>${countOf(others, 'entry', 'entries')} that you may not read will be set apart</li>`}
${
  entries.length > 0 &&
  html`<li>These will be set apart, and all that was owed because of them ends:
<ul class="govuk-list govuk-list--bullet">${entries.map(({ entry, words }) => html`<li>${words}, ${dayInWords(entry.day)}</li>`)}</ul></li>`
}
<li>That it stood on the wrong record is a disclosure: the information-governance lead is told now, and sees who has read it</li>
</ul>`

/** The second look before a match ends: what will be set apart, and why. */
export function unmatchPage(asked: UnmatchAsked): Markup {
  const { around, csrf, feed, match, typed, problems } = asked
  const title = 'It is another child'
  const body = html`${backLink({ text: 'Whose numbers are whose', href: matchesAddress(feed) })}
${problemSummary(problems, 'Nothing was changed yet')}
<h1>${title}</h1>
<p>Number ${match.kept.number} is matched to <strong>${match.name}</strong>.</p>
${follows(asked)}
<form method="post" action="${matchesAddress(feed, match.kept.match)}" novalidate>${csrfField(csrf)}
${textarea({ label: { text: 'How do you know that it is another child?' }, id: 'reason', name: 'reason', value: typed, rows: 3, errorMessage: problemAt(problems, 'reason') })}
${warningText({ text: 'The same number is not matched to this child by itself again.', iconFallbackText: 'Warning' })}
${button({ text: 'End this match', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`
  return layout({ ...around, title: titleWith(problems, title), body, here: feedsAddress })
}
