import { html } from 'hono/html'
import { isoDay } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import type { FamilyPlace } from './address.ts'
import { familyHeader } from './family-header.ts'
import { daysIn, type FamilyOnDay } from './family-on-day.ts'
import { dayChooser } from './kit/day-chooser.ts'
import { errorSummary } from './kit/error-summary.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'

/** What was typed for a day and is none, with what to do about it. */
export interface WrongDay {
  readonly typed: string
  readonly problem: string
}

/** What a page of a family is asked for. */
export interface FamilyAsked {
  readonly look: FamilyOnDay
  readonly query: (name: string) => string | undefined
  readonly wrong: WrongDay | undefined
  readonly around: Around
  /** Whether the record goes on and the visitor may write to it; a replay is only read. */
  readonly live?: boolean
}

/** What a page of a family has to say; the frame around it is the same on all. */
export interface FamilyContent {
  readonly title: string
  /** The page's place among the family's pages; nothing for one that hangs below another. */
  readonly here: FamilyPlace | undefined
  readonly body: Markup
  /** The address that a chosen day is asked of, and what else it keeps. */
  readonly action?: string
  readonly keep?: Readonly<Record<string, string>>
  /** What is said of the day above the page, when it is not that only what was known then is shown. */
  readonly dayNote?: string
}

/** A page of a family: what it says when it is asked, or nothing when there is no such thing. */
export type FamilyPage = (asked: FamilyAsked) => FamilyContent | undefined

const chooser = ({ look, wrong }: FamilyAsked, content: FamilyContent): Markup => {
  const { record, day, addresses } = look
  const length = daysIn(record, record.last)
  return dayChooser({
    action: content.action ?? addresses.bare(content.here ?? ''),
    nought: isoDay(record.first),
    shown: isoDay(day),
    shownInWords: dayInWords(day),
    length,
    at: Math.max(0, Math.min(length, daysIn(record, day))),
    typed: wrong?.typed ?? dayInWords(day),
    problem: wrong?.problem,
    keep: content.keep,
  })
}

/** Pages that are read as of a day; a form, and the entry that it made, are of today. */
const ofADay: ReadonlySet<FamilyPlace> = new Set([
  '',
  'ahead',
  'threads',
  'ledger',
  'chronology',
  'offered',
  'medicines',
  'people',
])

const isOfADay = ({ here, action }: FamilyContent): boolean =>
  action !== undefined || (here !== undefined && ofADay.has(here))

const mend = ({ problem }: WrongDay): Markup =>
  errorSummary({ titleText: 'This day cannot be shown', errorList: [{ text: problem, href: '#day' }] })

/** What is said above every page that does not show the last day of the record. */
const dayNote = ({ day, record }: FamilyOnDay): string | undefined =>
  day === record.last
    ? undefined
    : `As it was known on ${dayInWords(day)}. Nothing that was written later is on this page.`

/** The whole document of a family's page: head, what is wrong, the day to choose, and what the page says. */
export function familyFrame(asked: FamilyAsked, content: FamilyContent): Markup {
  const { look, wrong, around, live = false } = asked
  const body = html`${familyHeader(look, content.here, live)}
${wrong && mend(wrong)}
${isOfADay(content) && chooser(asked, content)}
${content.body}`
  const title = `${wrong === undefined ? '' : 'Error: '}${content.title}, family ${look.family.id}`
  return layout({ ...around, title, body, wide: true, dayNote: content.dayNote ?? dayNote(look) })
}
