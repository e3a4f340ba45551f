import { html } from 'hono/html'
import type { Day } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { findRole, roleInWords } from '../people/role.ts'
import { agencyInWords, findAgency } from '../people/service.ts'
import type { Notice } from '../store/notices.ts'
import type { Markup } from './kit/markup.ts'
import { dayNear } from './owed.ts'
import { type NoticeRead, thingsOf, thingsOfList } from './things-told.ts'

/** A desk in words: the desk of the conference unit (conference administrator). */
export const deskInWords = (agency: string | null | undefined, role: string | null | undefined): string => {
  const [at, as] = [agency ? findAgency(agency) : undefined, role ? findRole(role) : undefined]
  const who = as === undefined ? '' : roleInWords(as)
  if (at === undefined) return `the desk of the ${who}`
  return `the desk of ${agencyInWords(at)}${who === '' ? '' : ` (${who})`}`
}

/** To whom it came, for its reader: to you, or to which desk. */
export const cameTo = ({ own, desk }: Notice): string => (own ? 'To you' : `To ${deskInWords(desk.agency, desk.role)}`)

const lateWithInWords = ({ lateWith }: Notice): string => {
  if (lateWith === undefined) return 'Late, and not done'
  return `Late with ${lateWith.name ?? deskInWords(lateWith.agency, lateWith.role)}`
}

/** What a list over several families is of. */
export const listInWords = (notice: Notice): string => {
  switch (notice.template) {
    case 'late-list':
      return lateWithInWords(notice)
    case 'watched-list':
      return 'Not done in time, and watched by you'
    default:
      return 'What else came that day'
  }
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

const parentWrote = ({ look }: NoticeRead): Markup => {
  const words = 'A parent wrote on their own page. They were told that somebody reads it now.'
  return look === undefined
    ? html`<p>${words}</p>`
    : linked(words, look.addresses.page('chronology'), 'What they wrote')
}

const desk = linked('Somebody wrote of a child who may be known here.', '/desk', 'Find where it belongs')

const referred = linked(
  'You, or your agency, referred a child, and no answer is on the record yet. Ask those to whom the child was referred what became of it, and refer again if you are still worried.',
  '/refer',
  'Refer a child',
)

const agencies = linked(
  'Something that your agency, or the partnership, owes by its own record is late.',
  '/agencies',
  'What agencies owe',
)

/** What a notice tells, in sentences that are made now, for this reader. */
export const noticeInWords = (read: NoticeRead, leadsGovernance: boolean): Markup => {
  switch (read.notice.template) {
    case 'duties':
      return thingsOf(read)
    case 'late-list':
    case 'watched-list':
    case 'further-list':
      return thingsOfList(read)
    case 'glass':
      return opening(read, leadsGovernance)
    case 'emergency':
      return emergency(read, leadsGovernance)
    case 'set-apart':
      return setApart(read, leadsGovernance)
    case 'desk':
      return desk
    case 'parent-wrote':
      return parentWrote(read)
    case 'referred':
      return referred
    case 'agencies':
      return agencies
  }
}

/** The day on which a notice came, as one says it on another day. */
export const cameOn = ({ made }: Notice, today: Day): string => {
  const day = londonDay(made)
  return day === today ? 'today' : dayNear(day, today)
}
