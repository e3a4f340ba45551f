import { html } from 'hono/html'
import { countOf, dayInWords, latenessInWords } from '../calendar/words.ts'
import { pageOf, readPage } from './asked-day.ts'
import { capital } from './capital.ts'
import { ageOfChild, planInWords } from './family-header.ts'
import { type FamilyOnDay, familyOnDay } from './family-on-day.ts'
import { layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'
import { stateTag } from './kit/state-tag.ts'
import { dayNear, type Owing, owingOn, sentenceOf } from './owed.ts'
import { pagesBelow } from './pages-below.ts'
import type { Family, Partnership } from './partnership.ts'

/** A family as the list shows it, on the last day of its record. Counts are of things, never of people. */
interface Summary {
  readonly look: FamilyOnDay
  /** Late duties, the longest late first. */
  readonly late: readonly Owing[]
  readonly next: Owing | undefined
}

const summaries = new WeakMap<Family, Summary>()

const summarise = (look: FamilyOnDay): Summary => {
  const owing = look.duties.filter(duty => !duty.projected).map(duty => owingOn(duty, look.day))
  const late = owing.filter(({ state }) => state === 'late').sort((one, other) => other.daysLate - one.daysLate)
  const open = owing.filter(({ state }) => state === 'open')
  const [next] = open.sort((one, other) => one.duty.due.day - other.duty.due.day)
  return { look, late, next }
}

// The list shows one day of each family, so each is worked out once.
const summaryOf = (family: Family, { settings }: Partnership): Summary => {
  const held = summaries.get(family) ?? summarise(familyOnDay(family, settings))
  summaries.set(family, held)
  return held
}

const daysLate = ({ late }: Summary): number => late[0]?.daysLate ?? -1
const nextDue = ({ next }: Summary): number => next?.duty.due.day ?? Number.MAX_SAFE_INTEGER

const lateFirst = (one: Summary, other: Summary): number =>
  daysLate(other) - daysLate(one) || nextDue(one) - nextDue(other)

const children = ({ stands, day, name }: FamilyOnDay): string => {
  const [subject] = stands.subject
  const ids = [subject, ...stands.children.filter(id => id !== subject)]
  const known = ids.filter(id => stands.people.get(id)?.gone === undefined)
  return capital(known.map(id => `${name(id)}, ${ageOfChild(stands.people.get(id), day)}`).join('; '))
}

const lateTag = ({ late, next }: Summary): Markup => {
  const [worst] = late
  if (worst !== undefined) return stateTag(worst.daysLate < 1 ? 'late today' : latenessInWords(worst.daysLate), 'late')
  return next === undefined ? stateTag('nothing owed', 'set-aside') : stateTag('nothing late', 'kept')
}

const lateInWords = ({ late }: Summary): string => {
  const [worst] = late
  if (worst === undefined) return 'Nothing is late.'
  const rest =
    late.length === 1 ? '' : ` ${countOf(late.length - 1, 'more thing')} ${late.length === 2 ? 'is' : 'are'} late.`
  return `Longest late: ${sentenceOf(worst.duty)}.${rest}`
}

const nextInWords = ({ next, look }: Summary): Markup | '' =>
  next === undefined
    ? ''
    : html`<p class="holdfast-duty__because">Due ${dayNear(next.duty.due.day, look.day)}: ${sentenceOf(next.duty)}.</p>`

const familyRow = (summary: Summary): Markup => {
  const { look } = summary
  const plan = planInWords(look.stands, look.stands.subject[0], look.day)
  return html`<li class="holdfast-duty">
  <div>${lateTag(summary)}</div>
  <div>
    <p class="holdfast-duty__what"><a class="govuk-link" href="${look.addresses.page('')}">${children(look)}</a></p>
    <p>${lateInWords(summary)}</p>
    ${nextInWords(summary)}
  </div>
  <div>
    <p>${plan ?? 'No plan'}</p>
    <p class="holdfast-duty__told">Record up to ${dayInWords(look.day)}</p>
  </div>
</li>`
}

const familiesOnPage = 100

const list = (partnership: Partnership, asked: string | undefined): Markup => {
  if (partnership.families.length === 0)
    return html`<p>There is no family here yet. One stands here as soon as you add a file with a chronology.</p>`
  const all = partnership.families.map(family => summaryOf(family, partnership)).sort(lateFirst)
  const pages = Math.ceil(all.length / familiesOnPage)
  const page = readPage(asked, pages)
  return html`<ol class="holdfast-duties">${pageOf(all, page, familiesOnPage).map(familyRow)}</ol>
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
