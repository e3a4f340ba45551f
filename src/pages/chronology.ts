import { html } from 'hono/html'
import { isoDay } from '../calendar/day.ts'
import { spanInWords } from '../calendar/span.ts'
import { countOf, dayInWords, monthInWords } from '../calendar/words.ts'
import { agencyInWords } from '../people/service.ts'
import { always } from '../record/always.ts'
import type { Entry, Kind } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import type { Picture } from '../record/standing.ts'
import { headingOf } from '../record/words.ts'
import { shortName } from './address.ts'
import { pageOf, placeInWords, readPage } from './asked-day.ts'
import {
  type ChronologyFilter,
  filterForm,
  filterInWords,
  isAsked,
  isNarrowed,
  readChronologyFilter,
} from './chronology-filter.ts'
import { type Item, itemsOf } from './chronology-items.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { details } from './kit/details.ts'
import type { Markup } from './kit/markup.ts'
import { pagesBelow } from './pages-below.ts'
import { problemSummary, titleWith } from './problem.ts'

const entriesOnPage = 200

const when = (entry: Entry): string =>
  spanInWords({ from: entry.from, to: entry.day, ...(entry.at === undefined ? {} : { at: entry.at }) })

const writer = (entry: Entry): string =>
  `${entry.author === undefined ? '' : `${entry.author}, `}${agencyInWords(entry.by)}`

const writtenBy = (entry: Entry): string =>
  entry.written === entry.day
    ? `Written by ${writer(entry)}`
    : `Written by ${writer(entry)} on ${dayInWords(entry.written)}`

const own = (entry: Entry): Markup | '' =>
  entry.text === undefined ? '' : html`<blockquote class="holdfast-own-words">${entry.text}</blockquote>`

/** What an entry says in free words beside its text, by field; what its heading says already is left out. */
const furtherWords = [
  ['reason', 'Reason'],
  ['harm', 'What a miss may do'],
  ['wants', 'Wants'],
  ['dose', 'Dose'],
  ['exceptions', 'What is missing, and why it is safe'],
] as const
const decisionWords: Readonly<Partial<Record<Kind, readonly [field: string, name: string]>>> = {
  'referral-decided': ['decision', 'Decision'],
  'referral-chased': ['outcome', 'Outcome'],
  'assessment-finished': ['outcome', 'Outcome'],
}

const further = (entry: Entry): readonly Markup[] => {
  const fields = entry as unknown as Readonly<Record<string, unknown>>
  const own = decisionWords[entry.kind]
  return [...(own === undefined ? [] : [own]), ...furtherWords].flatMap(([field, name]) =>
    typeof fields[field] === 'string' ? [html`<p>${name}: ${fields[field]}</p>`] : [],
  )
}

const sight = (entry: Entry): Markup | '' =>
  entry.sight === undefined
    ? ''
    : html`<p class="holdfast-quiet">Only for: ${entry.sight.map(word => word.replaceAll('-', ' ')).join(', ')}</p>`

const former = (version: Entry, next: Entry, { name }: FamilyOnDay): Markup =>
  html`<div class="holdfast-former"><p>Corrected on ${dayInWords(next.written)} by ${writer(next)}. Before, it was: ${headingOf(version, name)}, ${when(version)}.</p>${own(version)}</div>`

const reply =
  ({ name, addresses }: FamilyOnDay) =>
  (entry: Item['replies'][number]): Markup =>
    html`<div class="holdfast-reply" id="${addresses.anchor(entry)}"><p>${headingOf(entry, name)}, ${dayInWords(entry.day)}</p>${own(entry)}</div>`

const receipts = ({ name, addresses }: FamilyOnDay, { receipts: all }: Item): Markup | '' => {
  if (all.length === 0) return ''
  const rows = all.map(
    one => html`<li id="${addresses.anchor(one)}">${headingOf(one, name)}, ${dayInWords(one.day)}${own(one)}</li>`,
  )
  return details({ summaryText: countOf(all.length, 'receipt'), html: html`<ul class="holdfast-plain">${rows}</ul>` })
}

/** In a record that goes on: the page on which an entry is copied, corrected or set apart. */
const openEntry = ({ addresses }: FamilyOnDay, entry: Entry): Markup =>
  html`<p class="holdfast-no-print"><a class="govuk-link" href="${addresses.bare(`entries/${addresses.anchor(entry).slice(2)}`)}">Copy or correct<span class="govuk-visually-hidden"> the entry of ${dayInWords(entry.day)}</span></a></p>`

const itemRow =
  (look: FamilyOnDay) =>
  (item: Item): Markup => {
    const { entry } = item
    const versions = [entry, ...item.former]
    return html`<li class="holdfast-entry" id="${look.addresses.anchor(entry)}">
  <p class="holdfast-entry__when"><time datetime="${isoDay(entry.day)}">${when(entry)}</time></p>
  <div>
    <h4 class="holdfast-entry__what">${headingOf(entry, look.name)}</h4>
    ${own(entry)}${further(entry)}
    <p class="holdfast-quiet">${writtenBy(entry)}</p>
    ${sight(entry)}
    ${item.former.map((version, index) => former(version, versions[index] ?? entry, look))}
    ${item.replies.map(reply(look))}
    ${receipts(look, item)}
    ${entry.record === undefined && look.family.today !== undefined && openEntry(look, entry)}
  </div>
</li>`
  }

/** What was always known takes a line: it has no day, and nobody wrote it on one. */
const alwaysRow =
  (look: FamilyOnDay) =>
  ({ entry }: Item): Markup =>
    html`<li id="${look.addresses.anchor(entry)}">${headingOf(entry, look.name)}</li>`

const noMonth = 'Who the people are'
const monthOf = ({ entry }: Item): string => (entry.day === always ? noMonth : monthInWords(entry.day))

const monthList = (look: FamilyOnDay, items: readonly Item[]): Markup =>
  html`<ol class="holdfast-entries">${items.map(itemRow(look))}</ol>`

const alwaysList = (look: FamilyOnDay, items: readonly Item[]): Markup =>
  html`<ul class="govuk-list">${items.map(alwaysRow(look))}</ul>`

const byMonth = (items: readonly Item[]): ReadonlyMap<string, readonly Item[]> => {
  const months = new Map<string, Item[]>()
  for (const item of items) {
    const month = monthOf(item)
    const held = months.get(month)
    if (held === undefined) months.set(month, [item])
    else held.push(item)
  }
  return months
}

const names = ({ entry, receipts: told, replies }: Item): readonly Entry[] => [entry, ...told, ...replies]

/** The page on which an entry stands that an address names, itself or beneath its entry. */
const pageWith = (items: readonly Item[], family: string, wanted: string | undefined): string | undefined => {
  if (wanted === undefined) return undefined
  const index = items.findIndex(item => names(item).some(entry => shortName(family, entry.root) === wanted))
  return index < 0 ? undefined : String(Math.floor(index / entriesOnPage) + 1)
}

const months = (look: FamilyOnDay, items: readonly Item[]): Markup => {
  if (items.length === 0)
    return html`<p>Nothing was on the record by this day. Entries stand here in order of the day on which they happened.</p>`
  return html`${[...byMonth(items)].map(
    ([month, own]) =>
      html`<h3 class="holdfast-month">${month}</h3>${month === noMonth ? alwaysList(look, own) : monthList(look, own)}`,
  )}`
}

const replayedNote = html`<p class="holdfast-quiet">A part of this record was loaded from a file. For that part, the day on which an entry was written stands for the day on which it came.</p>`

const knownAs = (look: FamilyOnDay, { knownTo }: ChronologyFilter): Picture =>
  knownTo === undefined ? look.stands : picture(look.record.entries, { knownOn: look.day, knownTo })

const ways = (look: FamilyOnDay, filter: ChronologyFilter, whole: boolean): Markup =>
  html`<ul class="holdfast-ways holdfast-no-print">
${isNarrowed(filter) && html`<li><a class="govuk-link" href="${look.addresses.page('chronology')}">Show everything</a></li>`}
${!whole && html`<li><a class="govuk-link" href="${look.addresses.page('chronology', { ...filter.asked, whole: 'yes' })}">All on one page, for printing</a></li>`}
</ul>`

/**
 * The record in order: every entry as it was known on the day, by month, with corrections, replies and receipts beneath;
 * all of it or what is asked for, a page at a time or whole for printing.
 */
export function chronologyPage({ look, query }: FamilyAsked): FamilyContent {
  const filter = readChronologyFilter(look, query)
  const all = itemsOf(knownAs(look, filter), look.record.entries, look.day)
  const items = all.filter(({ entry }) => isAsked(look, filter, entry))
  const whole = query('whole') === 'yes'
  const size = whole ? Math.max(1, items.length) : entriesOnPage
  const pages = Math.ceil(items.length / size)
  const page = readPage(query('page') ?? pageWith(items, look.family.id, query('entry')), pages)
  const place = items.length > size ? `Entries ${placeInWords(page, size, items.length)}` : ''
  const only = filterInWords(look, filter)
  const body = html`${problemSummary(filter.problems, 'This cannot be shown')}
<h2 class="holdfast-section">Chronology</h2>
<p>${only === '' ? 'Everything as its agencies wrote it, in order of the day on which it happened.' : only}</p>
${look.family.replayed && replayedNote}
${filterForm(look, filter)}
${ways(look, filter, whole)}
${place && html`<p class="holdfast-quiet">${place}</p>`}
${months(look, pageOf(items, page, size))}
${pagesBelow(pages, page, number => look.addresses.page('chronology', { ...filter.asked, page: number }))}`
  return { title: titleWith(filter.problems, 'Chronology'), here: 'chronology', body, keep: filter.asked }
}
