import { html } from 'hono/html'
import type { Day, Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { findRole, roleInWords } from '../people/role.ts'
import { agencyInWords, findAgency } from '../people/service.ts'
import { setApartIn } from '../record/chronology.ts'
import type { Notice } from '../store/notices.ts'
import { forWhom } from './duty-row.ts'
import { type FamilyOnDay, familyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { dayNear, type Owing, owingOn, owingTag, sentenceOf, worstFirst } from './owed.ts'
import { type Siblings, siblingsTogether } from './siblings.ts'

/** A notice with what its reader's own record says of it; without a look, the record is not the reader's. */
export interface NoticeRead {
  readonly notice: Notice
  readonly look: FamilyOnDay | undefined
  /** Who made the opening that it tells of, and when. */
  readonly opener?: { readonly name: string; readonly at: Moment } | undefined
}

/** A desk in words: the desk of the conference unit (conference administrator). */
export const deskInWords = (agency: string | null | undefined, role: string | null | undefined): string => {
  const [at, as] = [agency ? findAgency(agency) : undefined, role ? findRole(role) : undefined]
  const who = as === undefined ? '' : roleInWords(as)
  if (at === undefined) return `the desk of the ${who}`
  return `the desk of ${agencyInWords(at)}${who === '' ? '' : ` (${who})`}`
}

/** To whom it came, for its reader: to you, or to which desk. */
export const cameTo = ({ own, desk }: Notice): string => (own ? 'To you' : `To ${deskInWords(desk.agency, desk.role)}`)

/** How far the lateness of a duty had climbed when it was told: 0 at who owes it, 1 at the first rung. */
export const rungOf = (state: string): number => {
  const rung = /^late-(\d+)$/u.exec(state)?.[1]
  return rung === undefined ? 0 : Number(rung) - 1
}

interface ThingTold {
  readonly siblings: Siblings
  readonly climbed: boolean
}

/**
 * A duty that this reader's own record raised on the day of the notice and raises no more: what was learnt since took it
 * back. What rested on an entry that was set apart is nowhere.
 */
const findTakenBack = (look: FamilyOnDay, key: string, told: Day): Owing | undefined => {
  const { family, settings, record } = look
  const duty = familyOnDay(family, settings, told).duties.find(one => one.key === key)
  const apart: ReadonlySet<string> = new Set(setApartIn(record.entries))
  if (duty === undefined || duty.because.some(({ id, root }) => apart.has(id) || apart.has(root))) return undefined
  return { duty, state: 'superseded', daysLate: 0, workingDaysLate: 0 }
}

/** Each duty of a notice once, though it may tell at once that it is owed and that it is late. */
const thingsTold = (look: FamilyOnDay, { of, made }: Notice): readonly ThingTold[] => {
  const owed = new Map(look.duties.map(duty => [duty.key, duty]))
  const states = Map.groupBy(of, ({ key }) => key)
  const found = [...states.keys()].flatMap(key => {
    const duty = owed.get(key)
    const owing = duty === undefined ? findTakenBack(look, key, londonDay(made)) : owingOn(duty, look.day)
    return owing ?? []
  })
  const hasClimbed = ({ duty }: Owing) => states.get(duty.key)?.some(({ state }) => rungOf(state) > 0) === true
  return siblingsTogether(found.sort(worstFirst)).map(siblings => ({ siblings, climbed: siblings.some(hasClimbed) }))
}

const thing =
  (look: FamilyOnDay) =>
  ({ siblings, climbed }: ThingTold): Markup => {
    const [owing] = siblings
    return html`<li>${owingTag(owing, look.day)}
  <p><a class="govuk-link" href="${look.addresses.duty(owing.duty.key)}">${sentenceOf(owing.duty)}</a></p>
  ${forWhom(look, siblings)}
  ${climbed && html`<p class="holdfast-quiet">It was not done in time, and came up to you.</p>`}</li>`
  }

const duties = ({ notice, look }: NoticeRead): Markup => {
  if (look === undefined) return html``
  const things = thingsTold(look, notice)
  return things.length === 0
    ? html`<p>No longer owed.</p>`
    : html`<ul class="holdfast-told">${things.map(thing(look))}</ul>`
}

const linked = (words: string, href: string, text: string): Markup =>
  html`<p>${words} <a class="govuk-link" href="${href}">${text}</a></p>`

/** Where whoever reads a notice of an opening finds the log: its lead in the whole, the family's lead in the family's. */
const logFor = ({ look }: NoticeRead, leadsGovernance: boolean): Markup => {
  if (leadsGovernance)
    return html`<a class="govuk-link" href="/governance/openings">Look at the opening and say what you found</a>`
  if (look?.family.leads)
    return html`<a class="govuk-link" href="${look.addresses.bare('opened')}">Who has opened this record</a>`
  return html`Ask them for the reason; the information-governance lead can read what they wrote.`
}

const opening = (read: NoticeRead, leads: boolean): Markup => {
  const who = read.opener?.name ?? 'Somebody'
  return html`<p>${who} opened ${read.look === undefined ? 'the record of a family' : 'this record'} without belonging to the family, and wrote down why. ${logFor(read, leads)}</p>`
}

const emergency = (read: NoticeRead, leads: boolean): Markup => {
  const who = read.opener?.name ?? 'Somebody who answers emergencies'
  return html`<p>${who} opened the emergency view of a child. It is looked at the next day. ${logFor(read, leads)}</p>`
}

const setApart = ({ look }: NoticeRead, leads: boolean): Markup => {
  const words =
    'An entry that you may have read, or were told of, was set apart: it did not belong there. Do not act on it.'
  if (look !== undefined) return linked(words, look.addresses.page('chronology'), 'The chronology without it')
  return leads ? linked(words, '/governance/apart', 'Entries set apart') : html`<p>${words}</p>`
}

const desk = linked('Somebody wrote of a child who may be known here.', '/desk', 'Find where it belongs')

const referred = linked(
  'You, or your agency, referred a child, and no answer is on the record yet. Ask those to whom the child was referred what became of it, and refer again if you are still worried.',
  '/refer',
  'Refer a child',
)

/** What a notice tells, in sentences that are made now, for this reader. */
export const noticeInWords = (read: NoticeRead, leadsGovernance: boolean): Markup => {
  switch (read.notice.template) {
    case 'duties':
      return duties(read)
    case 'glass':
      return opening(read, leadsGovernance)
    case 'emergency':
      return emergency(read, leadsGovernance)
    case 'set-apart':
      return setApart(read, leadsGovernance)
    case 'desk':
      return desk
    case 'referred':
      return referred
  }
}

/** The day on which a notice came, as one says it on another day. */
export const cameOn = ({ made }: Notice, today: Day): string => {
  const day = londonDay(made)
  return day === today ? 'today' : dayNear(day, today)
}
