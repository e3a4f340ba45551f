import { html } from 'hono/html'
import type { Day } from '../calendar/day.ts'
import { dayWithWeekday, numberInWords } from '../calendar/words.ts'
import { ownerInWords } from '../duties/owner.ts'
import { withQuery } from './address.ts'
import { placeInWords } from './asked-day.ts'
import { doIt } from './do-it.ts'
import { dutyRow } from './duty-row.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { familyInWords } from './family-words.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'
import { isSoon } from './owed.ts'
import { pagesBelow } from './pages-below.ts'
import { type Item, type OnToday, onPage, type TodayLists } from './today-lists.ts'

/** What the page is asked for. */
export interface TodayAsked {
  readonly around: Around
  readonly day: Day
  /** Whether any family is the visitor's. */
  readonly hasFamilies: boolean
  readonly lists: TodayLists
  /** How much is late that the visitor's agency, or the partnership, owes by its own record. */
  readonly agenciesLate: number
  /** Whether those who owe what the visitor waits for know of it, in a few words. */
  readonly told: (item: Item) => string
}

const isLate = ({ siblings: [owing] }: Item): boolean => owing.state === 'late'
const isOpen = (item: Item): boolean => !isLate(item)

const lateOf = (items: readonly Item[]): string => {
  const late = items.filter(isLate).length
  if (late === 0) return items.length === 1 ? 'and it is not late' : 'none is late'
  if (late === items.length) return items.length === 1 ? 'and it is late' : 'all are late'
  return `${numberInWords(late).toLowerCase()} ${late === 1 ? 'is' : 'are'} late`
}

const yoursInWords = (owed: readonly Item[]): string => {
  const count = owed.length
  if (count === 0) return 'Nothing is yours to do.'
  return `${numberInWords(count)} ${count === 1 ? 'thing is' : 'things are'} yours, ${lateOf(owed)}.`
}

const othersInWords = ({ length }: readonly Item[]): string =>
  length === 0 ? '' : ` ${numberInWords(length)} ${length === 1 ? 'other waits' : 'others wait'} on somebody else.`

const familyLink = (look: FamilyOnDay): Markup =>
  html`<a class="govuk-link" href="${look.addresses.page('')}">${familyInWords(look)}</a>`

const inPlace = ({ family, siblings: [{ duty }] }: Item): Markup | '' =>
  family.inPlace.has(duty.key)
    ? html`<p class="holdfast-quiet">Owed by: ${ownerInWords(duty)}. It lies with you, since nobody there can be told of it.</p>`
    : ''

const ownRow =
  (look: FamilyOnDay) =>
  (item: Item): Markup =>
    dutyRow(look, item.siblings, { more: inPlace(item), aside: doIt(look, item.siblings[0].duty) })

const ofFamily = ([family, items]: readonly [OnToday, readonly Item[]]): Markup => {
  const look = family.look()
  return html`<h3 class="holdfast-of-family">${familyLink(look)}</h3>
<ol class="holdfast-duties">${items.map(ownRow(look))}</ol>`
}

/** The families in the order of what stands worst for them. */
const byFamily = (items: readonly Item[]): readonly Markup[] =>
  [...Map.groupBy(items, ({ family }) => family)].map(ofFamily)

const section = (id: string, heading: string, body: Markup | readonly Markup[]): Markup =>
  html`<section aria-labelledby="${id}"><h2 class="holdfast-section" id="${id}">${heading}</h2>${body}</section>`

const nothing = ({ hasFamilies }: TodayAsked): Markup =>
  hasFamilies
    ? html`<p>You owe nothing now. What somebody agrees with you, or a rule asks of you, stands here from the day on which an entry gives rise to it, until another proves it done.</p>`
    : html`<p>You work with no family here. One is on your list from the day on which an entry says that you work with it, stand in for somebody, or owe it something.</p>`

/** What is left of a list beyond the five, with how many there are of it. */
const further = (id: string, heading: string, all: readonly Item[], shown: readonly Item[]): Markup | '' =>
  shown.length === 0 ? '' : section(id, `${heading} (${all.length})`, byFamily(shown))

const notNow = html`<p>Nothing of yours is late, or due in the next two weeks.</p>`

const yours = (asked: TodayAsked): Markup => {
  const { lists, day } = asked
  const { now, yours: own } = lists
  if (own.all.length === 0) return nothing(asked)
  const here = new Set(now)
  const [rest, { shown }] = [own.all.filter(item => !here.has(item)), own]
  const [isDue, isLater] = [
    (item: Item) => isOpen(item) && isSoon(item.siblings[0], day),
    (item: Item) => !isSoon(item.siblings[0], day),
  ]
  const more =
    rest.length > shown.length &&
    html`<p><a class="govuk-link" href="/today?all=yours">All ${own.all.length} things that are yours</a></p>`
  return html`${section('now', 'Now', now.length === 0 ? notNow : byFamily(now))}
${further('also-late', 'Also late', rest.filter(isLate), shown.filter(isLate))}
${further('also-due', 'Also due', rest.filter(isDue), shown.filter(isDue))}
${further('later', 'Later', rest.filter(isLater), shown.filter(isLater))}
${more}`
}

const waitingRows = ({ lists, told }: TodayAsked): Markup =>
  html`<ol class="holdfast-duties">${lists.waiting.shown.map(item =>
    dutyRow(item.family.look(), item.siblings, { ofMany: true, told: told(item) }),
  )}</ol>`

const waiting = (asked: TodayAsked): Markup => {
  const { all, shown } = asked.lists.waiting
  if (all.length === 0)
    return html`<p>You wait for nobody. What others owe on what your agency wrote, or agreed with them, stands here until it is done.</p>`
  const more =
    all.length > shown.length &&
    html`<p><a class="govuk-link" href="/today?all=waiting">All ${all.length} things that you wait for</a></p>`
  return html`${waitingRows(asked)}${more}`
}

const inShort = (asked: TodayAsked): Markup =>
  html`${yours(asked)}
${section('waiting', 'You are waiting for others', waiting(asked))}`

const back = html`<p><a class="govuk-link" href="/today">Back to what is to be done now</a></p>`

/** One of the two lists in full, in pages. */
const inWhole = (asked: TodayAsked, whole: 'yours' | 'waiting'): Markup => {
  const { page, pages, [whole]: list } = asked.lists
  const heading = whole === 'yours' ? 'Everything that is yours' : 'Everything that you wait for'
  const rows = whole === 'yours' ? byFamily(list.shown) : waitingRows(asked)
  return html`${section(whole, `${heading} (${placeInWords(page, onPage, list.all.length)})`, rows)}
${pagesBelow(pages, page, number => withQuery('/today', { all: whole, page: number }))}
${back}`
}

const ofAgencies = ({ agenciesLate: late }: TodayAsked): Markup | '' =>
  late === 0
    ? ''
    : html`<p>${numberInWords(late)} ${late === 1 ? 'thing that is of no family is' : 'things that are of no family are'} late: <a class="govuk-link" href="/agencies">what agencies owe</a>.</p>`

/** What is somebody's to do today, the worst first, and what they wait for. */
export function todayPage(asked: TodayAsked): Markup {
  const { lists, day } = asked
  const body = html`<h1>Today</h1>
<p class="holdfast-lead">${dayWithWeekday(day)}. ${yoursInWords(lists.yours.all)}${othersInWords(lists.waiting.all)}</p>
${ofAgencies(asked)}
${lists.whole === undefined ? inShort(asked) : inWhole(asked, lists.whole)}`
  return layout({ ...asked.around, title: 'Today', body, wide: true, here: '/today' })
}
