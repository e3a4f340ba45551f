import { html } from 'hono/html'
import type { CodeSeen } from '../../intake/feeds/codes-seen.ts'
import { isMeaning, type MappingRow, meanings } from '../../intake/feeds/meaning.ts'
import { rowFor } from '../../intake/feeds/outcome-of.ts'
import type { Feed } from '../../store/feeds.ts'
import { backLink } from '../kit/back-link.ts'
import { button } from '../kit/button.ts'
import { csrfField, hidden } from '../kit/hidden.ts'
import { input } from '../kit/input.ts'
import { type Around, layout } from '../kit/layout.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { select } from '../kit/select.ts'
import { tag } from '../kit/tag.ts'
import { momentInWords } from '../moment.ts'
import type { Form, Problem } from '../problem.ts'
import { problemSummary, titleWith } from '../problem.ts'
import { feedAddress, feedsAddress } from './words.ts'

/** Where it stands what the codes of a feed mean, and one edition of that. */
export const mappingAddress = ({ id }: Feed, version?: number): string =>
  feedAddress(id, `/mapping${version === undefined ? '' : `/${version}`}`)

/** An edition of the table, for its history. */
export interface EditionSeen {
  readonly version: number
  readonly by: string
  readonly made: Parameters<typeof momentInWords>[0]
  readonly live: Parameters<typeof momentInWords>[0] | undefined
}

/** What the page shows. */
export type MappingAsked = Options<{
  around: Around
  csrf: string
  feed: Feed
  /** The rows from which somebody goes on, and how often each code was seen. */
  rows: readonly MappingRow[]
  seen: readonly CodeSeen[]
  inForce: number
  history: readonly EditionSeen[]
  problems: readonly Problem[]
}>

/** A code of which somebody is asked what it means. */
type Line = Pick<CodeSeen, 'place' | 'code' | 'words' | 'count'>

/** Codes that were seen, and those of the table that were not, each once. */
export const linesAsked = (rows: readonly MappingRow[], seen: readonly CodeSeen[]): readonly Line[] => {
  const notSeen = rows.filter(row => !seen.some(code => rowFor([row], code) !== undefined))
  return [...seen, ...notSeen.map(({ place = '', code }) => ({ place, code, words: undefined, count: 0 }))]
}

const extra = 3
const mostLines = 400

const sameCode = (one: MappingRow, line: { readonly place: string; readonly code: string }): boolean =>
  one.code.trim().toLowerCase() === line.code.trim().toLowerCase() && (one.place ?? '') === line.place

/** Reads the table as somebody chose it; what is not asked on the page stays as it was. */
export const readMapping = (form: Form, before: readonly MappingRow[]): readonly MappingRow[] => {
  const lines = Array.from({ length: mostLines + extra }, (_, at) => ({
    place: (form(`place-${at}`) ?? '').trim().slice(0, 100),
    code: (form(`code-${at}`) ?? '').trim().slice(0, 100),
    means: form(`means-${at}`) ?? '',
  })).filter(({ code }) => code !== '')
  const rest = before.filter(row => !lines.some(line => sameCode(row, line)))
  const chosen = lines.flatMap(({ place, code, means }): MappingRow[] => {
    if (!isMeaning(means)) return []
    const held = before.find(row => sameCode(row, { place, code }))
    const barrier = held?.barrier !== undefined && held.means === means ? { barrier: held.barrier } : {}
    return [{ ...(place === '' ? {} : { place }), code, means, ...barrier }]
  })
  return [...chosen, ...rest]
}

const choices = [
  { value: '', text: 'Nobody has said: outcome not known' },
  ...Object.entries(meanings).map(([value, text]) => ({ value, text })),
]

const seenInWords = ({ place, words, count }: Line): string =>
  [
    ...(place === '' ? ['wherever it stands'] : [`in ${place}`]),
    ...(words === undefined ? [] : [`“${words}”`]),
    count === 0 ? 'not seen in what is stored' : `seen ${count === 1 ? 'once' : `${count} times`}`,
  ].join(', ')

const line =
  (rows: readonly MappingRow[]) =>
  (one: Line, at: number): Markup => {
    const held = rowFor(rows, { ...one, words: undefined })
    return html`${hidden(`place-${at}`, one.place)}${hidden(`code-${at}`, one.code)}${select({
      label: { text: one.code, classes: 'govuk-label--s' },
      hint: { text: seenInWords(one) },
      id: `means-${at}`,
      name: `means-${at}`,
      value: held?.means ?? '',
      items: choices,
    })}`
  }

const more = (from: number): Markup => html`<h2>A code that has not come yet</h2>
${Array.from({ length: extra }, (_, step) => {
  const at = from + step
  const nth = step + 1
  return html`<div class="holdfast-beside">${input({ label: { text: `Code ${nth}` }, id: `code-${at}`, name: `code-${at}`, classes: 'govuk-input--width-10' })}
${input({ label: { text: `Where code ${nth} stands` }, hint: { text: 'Such as SCH-25; empty for every place' }, id: `place-${at}`, name: `place-${at}`, classes: 'govuk-input--width-10' })}
${select({ label: { text: `What code ${nth} means` }, id: `means-${at}`, name: `means-${at}`, value: '', items: choices })}</div>`
})}`

const edition =
  (feed: Feed, inForce: number) =>
  ({ version, by, made, live }: EditionSeen): Markup =>
    html`<li><a class="govuk-link" href="${mappingAddress(feed, version)}">Edition ${version}</a>${version === inForce && html` ${tag({ text: 'In force' })}`}<br>
<span class="holdfast-quiet">${by}, ${momentInWords(made)}${live !== undefined && `; last put in force ${momentInWords(live)}`}</span></li>`

const editions = ({ feed, history, inForce }: MappingAsked): Markup =>
  history.length === 0
    ? html`<p>Nobody has changed the table yet: codes mean what their standard says, and all others nothing.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${history.map(edition(feed, inForce))}</ul>`

/** What the codes of a sender mean: each that was seen, with its meaning to choose; nothing is in force before it was tried. */
export function mappingPage(asked: MappingAsked): Markup {
  const { around, csrf, feed, rows, seen, problems } = asked
  const title = 'What the codes mean'
  const lines = linesAsked(rows, seen).slice(0, mostLines)
  const none = html`<p>No code has come yet. Once one does, it stands here with how often it was seen.</p>`
  const body = html`${backLink({ text: feed.name, href: feedAddress(feed.id) })}
${problemSummary(problems, 'Nothing was kept yet')}
<h1>${title}</h1>
<p>The same code means other things with other senders. What nobody has explained is “outcome not known”: neither kept nor missed, and it counts against nobody.</p>
<form method="post" action="${mappingAddress(feed)}" novalidate>${csrfField(csrf)}
${lines.length === 0 ? none : lines.map(line(rows))}
${more(lines.length)}
${button({ text: 'Keep as a new edition, and try it' })}
</form>
<h2>Editions</h2>
${editions(asked)}`
  return layout({ ...around, title: titleWith(problems, title), body, here: feedsAddress })
}
