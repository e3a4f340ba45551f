import { html } from 'hono/html'
import { countOf } from '../../calendar/words.ts'
import type { Change } from '../../intake/feeds/codes-seen.ts'
import { type MappingRow, meanings } from '../../intake/feeds/meaning.ts'
import type { Feed } from '../../store/feeds.ts'
import { backLink } from '../kit/back-link.ts'
import { button } from '../kit/button.ts'
import { csrfField } from '../kit/hidden.ts'
import { type Around, layout } from '../kit/layout.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { table } from '../kit/table.ts'
import { momentInWords } from '../moment.ts'
import { scrolled } from '../scrolled.ts'
import { type EditionSeen, mappingAddress } from './mapping.ts'
import { feedsAddress } from './words.ts'

/** What the page of one edition shows. */
export type TriedAsked = Options<{
  around: Around
  csrf: string
  feed: Feed
  edition: EditionSeen
  rows: readonly MappingRow[]
  changes: readonly Change[]
  /** How many messages it was tried against. */
  tried: number
  isInForce: boolean
}>

const row = ({ place, code, means, barrier }: MappingRow) => [
  { text: code },
  { text: place ?? 'Wherever it stands' },
  { text: `${meanings[means]}${barrier === undefined ? '' : ` (${barrier.replaceAll('-', ' ')})`}` },
]

const heads = (...texts: readonly string[]) => texts.map(text => ({ text }))

const tableOf = (caption: string, head: readonly { text: string }[], rows: Parameters<typeof table>[0]['rows']) =>
  scrolled(caption, table({ caption, captionClasses: 'govuk-table__caption--m', head, rows }))

const changed = ({ changes, tried, isInForce }: TriedAsked): Markup => {
  if (isInForce) return html`<p>This edition is in force.</p>`
  if (changes.length === 0)
    return html`<p>It was tried against the last ${countOf(tried, 'message')} that ${tried === 1 ? 'is' : 'are'} stored: nothing would be read otherwise than now.</p>`
  const rows = changes.map(({ from, to, messages }) => [
    { text: from },
    { text: to },
    { text: String(messages.length), format: 'numeric' as const },
  ])
  return html`<p>It was tried against the last ${countOf(tried, 'message')} that are stored.</p>
${tableOf('What would be read otherwise', heads('Now', 'By this edition', 'Messages'), rows)}`
}

const putInForce = ({ csrf, feed, edition, isInForce }: TriedAsked): Markup | '' =>
  isInForce
    ? ''
    : html`<form method="post" action="${mappingAddress(feed, edition.version)}">${csrfField(csrf)}
<p>What came in the last 90 days is read again by it. What was written of it before is corrected, and all that followed from it is put right.</p>
${button({ text: 'Put this edition in force' })}</form>`

/** One edition of what the codes mean: what it would change, before it is in force. */
export function mappingTriedPage(asked: TriedAsked): Markup {
  const { around, feed, edition, rows } = asked
  const title = `Edition ${edition.version} of what the codes mean`
  const body = html`${backLink({ text: 'What the codes mean', href: mappingAddress(feed) })}
<h1>${title}</h1>
<p class="holdfast-quiet">${edition.by}, ${momentInWords(edition.made)}</p>
${changed(asked)}
${putInForce(asked)}
${tableOf('The whole table', heads('Code', 'Where', 'What it means'), rows.map(row))}`
  return layout({ ...around, title, body, wide: true, here: feedsAddress })
}
