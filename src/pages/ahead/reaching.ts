import { html } from 'hono/html'
import { isoMoment } from '../../calendar/moment.ts'
import { dayInWords } from '../../calendar/words.ts'
import { valuesOf } from '../../intake/forms/form-values.ts'
import type { PersonId } from '../../record/field.ts'
import { type Reach, reachingFamily, saysItIsSafe, wayAgreed } from '../../record/reaching-family.ts'
import type { ReachLevel } from '../../record/reaching-holds.ts'
import type { Picture } from '../../record/standing.ts'
import { plain } from '../../record/wording.ts'
import type { CalendarFeed } from '../../store/calendars.ts'
import type { MessageState, readMessages } from '../../store/messages-to-family.ts'
import { shortName } from '../address.ts'
import { carersOf } from '../ahead.ts'
import { capital } from '../capital.ts'
import type { FamilyContent } from '../family-frame.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import { button } from '../kit/button.ts'
import { insetText } from '../kit/inset-text.ts'
import type { Markup } from '../kit/markup.ts'
import { table } from '../kit/table.ts'
import { recordAddress } from '../record/asked-form.ts'
import { heldBecause } from './sheet.ts'

/** What the page of how a family is reached is made of. */
export interface ReachingAsked {
  readonly look: FamilyOnDay
  readonly calendars: readonly CalendarFeed[]
  readonly messages: Awaited<ReturnType<typeof readMessages>>
  readonly csrf: string
  /** The address of a calendar that was made just now: it is shown once. */
  readonly made?: { readonly person: PersonId; readonly address: string }
  /** For whom no calendar was made, since the whole record was asked when it was pressed. */
  readonly refused?: PersonId
}

const levels: Record<ReachLevel, string> = {
  everything: 'Messages may name the day, the time and the hospital.',
  'no-time-no-place': 'Messages say only that there is something about an appointment: no time and no place.',
  'only-a-message': 'Messages say only that there is a message.',
  nothing: 'Nothing goes out by itself. A person speaks with the family.',
}

const states: Record<MessageState, string> = {
  waiting: 'Waits for its time',
  sent: 'Sent',
  delivered: 'Arrived',
  failed: 'Did not arrive: reach them another way',
  held: 'Held: ask before anything goes out',
  'for-a-person': 'A person rings or writes',
  withdrawn: 'Taken back',
}

const post = (action: string, csrf: string, text: string, classes?: string): Markup =>
  html`<form method="post" action="${action}" novalidate><input type="hidden" name="csrf" value="${csrf}">${button({ text, classes })}</form>`

/** Whether a calendar may be made for somebody: they were asked alone and say it is safe, and times may reach them. */
export const mayHaveCalendar = (whole: Picture, person: PersonId, { day }: Pick<FamilyOnDay, 'day'>): boolean =>
  saysItIsSafe(whole, { person, day }) && reachingFamily(whole, { person, day }).level === 'everything'

const wayWords = ({ look }: ReachingAsked, person: PersonId): Markup => {
  const form = recordAddress(look.family.id, { kind: 'way-agreed', values: valuesOf({ person }) })
  const ask = html` <a class="govuk-link" href="${form}">Ask, and write down what was agreed<span class="govuk-visually-hidden"> with ${look.name(person)}</span></a>`
  const agreed = wayAgreed(look.stands, { person, day: look.day })
  if (agreed === undefined) return html`<p>Nobody has agreed with ${look.name(person)} how they are reached.${ask}</p>`
  const safe = agreed.safe === undefined ? 'not asked whether it is safe' : agreed.safe ? 'safe' : 'not safe'
  return html`<p>Agreed on ${dayInWords(agreed.day)}: ${agreed.way === 'none' ? 'no messages' : plain(agreed.way)}, ${safe}${agreed.askedAlone === true ? ', asked alone' : ''}${agreed.language === undefined ? '' : `, in ${agreed.language}`}.${ask}</p>`
}

const reachWords = (look: FamilyOnDay, reach: Reach): Markup =>
  html`<p>${levels[reach.level]}</p>${reach.holds.length > 0 && heldBecause(look, reach)}`

const madeNow = ({ made }: ReachingAsked, person: PersonId): Markup | '' =>
  made?.person !== person
    ? ''
    : insetText({
        html: html`<p><strong>The address of the calendar, shown this once:</strong></p><p class="holdfast-address">${made.address}</p><p>Put it into the telephone now, as a calendar that is subscribed to. Whoever has it sees the days and times.</p>`,
      })

const notMade =
  'No calendar was made. A person must look first whether it may be: ask whoever leads, or the named nurse.'

const calendarRow = (one: CalendarFeed): Markup =>
  html`<li>Made on ${isoMoment(one.made)} by ${one.madeBy}; ${one.fetched === undefined ? 'not fetched yet' : `last fetched ${isoMoment(one.fetched)}`}${one.closed === undefined ? '' : `; closed ${isoMoment(one.closed)}`}</li>`

const calendarsOf = (asked: ReachingAsked, person: PersonId): Markup => {
  const { look, csrf, calendars } = asked
  const own = calendars.filter(one => one.person === person)
  const open = own.filter(one => one.closed === undefined)
  const name = shortName(look.family.id, person)
  const may = mayHaveCalendar(look.stands, person, look)
  const make = may
    ? post(
        look.addresses.bare(`ahead/calendar/${name}`),
        csrf,
        `Make a calendar for ${look.name(person)}`,
        'govuk-button--secondary',
      )
    : html`<p>A calendar can be made once they were asked alone and said that their telephone is safe, and while times may reach them.</p>`
  return html`<h3>Calendar</h3>${madeNow(asked, person)}${asked.refused === person && insetText({ text: notMade })}
${own.length > 0 && html`<ul class="holdfast-plain">${own.map(calendarRow)}</ul>`}${open.length === 0 && make}
${post(look.addresses.bare(`ahead/close/${name}`), csrf, `Close all that reaches ${look.name(person)}`, 'govuk-button--warning')}
<p class="holdfast-quiet">In one act: every calendar, every message that waits, and the page of their own with its devices.</p>`
}

const messagesOf = ({ look, messages }: ReachingAsked, person: PersonId): Markup => {
  const seen = new Map(look.stands.appointments.map(one => [one.id, one]))
  const own = messages.filter(one => one.person === person && seen.has(one.appointment))
  if (own.length === 0)
    return html`<p>No message was queued yet. One is, two days before an appointment, once a way is agreed.</p>`
  return table({
    caption: 'Messages about appointments',
    captionClasses: 'govuk-table__caption--s',
    head: [{ text: 'For the day' }, { text: 'About' }, { text: 'What became of it' }],
    rows: own.map(one => [
      { text: dayInWords(one.day) },
      { text: seen.get(one.appointment)?.clinic ?? 'an appointment' },
      { text: states[one.state] },
    ]),
  })
}

const ofPerson =
  (asked: ReachingAsked) =>
  (person: PersonId): Markup => {
    const { look } = asked
    // By what the visitor may see: what goes out is asked of the whole record when it goes.
    const reach = reachingFamily(look.stands, { person, day: look.day })
    return html`<section aria-labelledby="p-${shortName(look.family.id, person)}"><h2 class="holdfast-section" id="p-${shortName(look.family.id, person)}">${capital(look.name(person))}</h2>
${wayWords(asked, person)}${reachWords(look, reach)}${messagesOf(asked, person)}${calendarsOf(asked, person)}</section>`
  }

/** How each of a family is reached by itself, what was held and why, and all of it closed in one act. */
export const reachingPage = (asked: ReachingAsked): FamilyContent => {
  const { look } = asked
  const people = carersOf(look)
  const body = html`<p><a class="govuk-link" href="${look.addresses.bare('ahead')}">Back to what lies ahead</a></p>
<h2 class="holdfast-section">Messages and calendar</h2>
<p>Before anything goes out, the record is asked again, at that moment, whether it may. Nothing goes by itself after a death, the end of a pregnancy, a removal or an adoption.</p>
${people.length === 0 ? html`<p>Nobody who brings the children is on the record yet.</p>` : people.map(ofPerson(asked))}`
  return { title: 'Messages and calendar', here: undefined, body }
}
