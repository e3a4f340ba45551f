import { html } from 'hono/html'
import type { Day } from '../calendar/day.ts'
import { countOf, dayInWords, latenessInWords } from '../calendar/words.ts'
import { pageOf, readPage } from './asked-day.ts'
import { capital } from './capital.ts'
import { ageOfChild, planInWords } from './family-header.ts'
import { type FamilyOnDay, familyOnDay } from './family-on-day.ts'
import { layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'
import { stateTag } from './kit/state-tag.ts'
import { dayNear, owingOn, sentenceOf } from './owed.ts'
import { pagesBelow } from './pages-below.ts'
import type { Family, Partnership } from './partnership.ts'

/** A family as a list shows it, on one day of its record. Counts are of things, never of people. */
export interface FamilySummary {
  readonly address: string
  /** The children with their ages, and their names alone, by which the list is searched. */
  readonly children: string
  readonly names: readonly string[]
  readonly plan: string | undefined
  readonly day: Day
  /** The longest late of what is late, in words, and how many things are late. */
  readonly worst: { readonly says: string; readonly daysLate: number } | undefined
  readonly late: number
  readonly next: { readonly says: string; readonly due: Day } | undefined
}

const childrenWithAges = ({ stands, day, name }: FamilyOnDay): string => {
  const [subject] = stands.subject
  const ids = [subject, ...stands.children.filter(id => id !== subject)]
  const known = ids.filter(id => stands.people.get(id)?.gone === undefined)
  return capital(known.map(id => `${name(id)}, ${ageOfChild(stands.people.get(id), day)}`).join('; '))
}

/** What a list says of a family: it keeps no picture of it. */
export const summarise = (look: FamilyOnDay): FamilySummary => {
  const { stands, day, duties, addresses, name } = look
  const owing = duties.filter(duty => !duty.projected).map(duty => owingOn(duty, day))
  const late = owing.filter(({ state }) => state === 'late').sort((one, other) => other.daysLate - one.daysLate)
  const open = owing.filter(({ state }) => state === 'open')
  const [next] = open.sort((one, other) => one.duty.due.day - other.duty.due.day)
  const [worst] = late
  return {
    address: addresses.page(''),
    children: childrenWithAges(look),
    names: stands.children.map(name),
    plan: planInWords(stands, stands.subject[0], day),
    day,
    worst: worst && { says: sentenceOf(worst.duty), daysLate: worst.daysLate },
    late: late.length,
    next: next && { says: sentenceOf(next.duty), due: next.duty.due.day },
  }
}

const daysLate = ({ worst }: FamilySummary): number => worst?.daysLate ?? -1
const nextDue = ({ next }: FamilySummary): number => next?.due ?? Number.MAX_SAFE_INTEGER

/** The longest late first, then what falls due next. */
export const longestLateFirst = (one: FamilySummary, other: FamilySummary): number =>
  daysLate(other) - daysLate(one) || nextDue(one) - nextDue(other)

const lateTag = ({ worst, next }: FamilySummary): Markup => {
  if (worst !== undefined) return stateTag(worst.daysLate < 1 ? 'late today' : latenessInWords(worst.daysLate), 'late')
  return next === undefined ? stateTag('nothing owed', 'set-aside') : stateTag('nothing late', 'kept')
}

const lateInWords = ({ worst, late }: FamilySummary): string => {
  if (worst === undefined) return 'Nothing is late.'
  const rest = late === 1 ? '' : ` ${countOf(late - 1, 'more thing')} ${late === 2 ? 'is' : 'are'} late.`
  return `Longest late: ${worst.says}.${rest}`
}

const nextInWords = ({ next, day }: FamilySummary): Markup | '' =>
  next === undefined ? '' : html`<p class="holdfast-duty__because">Due ${dayNear(next.due, day)}: ${next.says}.</p>`

/** One family of a list: the children, what is late, what falls due next, the plan. */
export const familyRow = (summary: FamilySummary, more: Markup | '' = ''): Markup =>
  html`<li class="holdfast-duty">
  <div>${lateTag(summary)}</div>
  <div>
    <p class="holdfast-duty__what"><a class="govuk-link" href="${summary.address}">${summary.children}</a></p>
    <p>${lateInWords(summary)}</p>
    ${nextInWords(summary)}
  </div>
  <div>
    <p>${summary.plan ?? 'No plan'}</p>
    ${more}
  </div>
</li>`

const summaries = new WeakMap<Family, FamilySummary>()

// The list shows one day of each family, so each is worked out once.
const summaryOf = (family: Family, { settings }: Partnership): FamilySummary => {
  const held = summaries.get(family) ?? summarise(familyOnDay(family, settings))
  summaries.set(family, held)
  return held
}

const rowUpTo = (summary: FamilySummary): Markup =>
  familyRow(summary, html`<p class="holdfast-duty__told">Record up to ${dayInWords(summary.day)}</p>`)

const familiesOnPage = 100

const list = (partnership: Partnership, asked: string | undefined): Markup => {
  if (partnership.families.length === 0)
    return html`<p>There is no family here yet. One stands here as soon as you add a file with a chronology.</p>`
  const all = partnership.families.map(family => summaryOf(family, partnership)).sort(longestLateFirst)
  const pages = Math.ceil(all.length / familiesOnPage)
  const page = readPage(asked, pages)
  return html`<ol class="holdfast-duties">${pageOf(all, page, familiesOnPage).map(rowUpTo)}</ol>
${pagesBelow(pages, page, number => `/?page=${number}`)}`
}

/** Every family, the longest late first: the children, the plan, what is late and what falls due next. */
export function familiesPage(partnership: Partnership, page: string | undefined): Markup {
  const body = html`<h1>Families</h1>
<p>What is longest late stands first. Each family is shown as it was on the last day of its record.</p>
${list(partnership, page)}
<p><a class="govuk-link" href="/your-file">Look at a chronology of your own</a></p>`
  return layout({ title: 'Families', body, wide: true, here: '/', example: partnership.example })
}
