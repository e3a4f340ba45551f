import { html } from 'hono/html'
import { type Day, isoDay } from '../calendar/day.ts'
import { isoMoment } from '../calendar/moment.ts'
import { countOf, dayWithWeekday } from '../calendar/words.ts'
import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import { type AppointmentStanding, dayOfAppointment, outcomeOf } from '../record/appointment-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { type Involvement, workingOn } from '../record/network-standing.ts'
import { isUnbornOn } from '../record/person-standing.ts'
import { all, isAbout } from '../record/standing.ts'
import { capital } from './capital.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { details } from './kit/details.ts'
import type { Markup } from './kit/markup.ts'
import { stateTag } from './kit/state-tag.ts'
import { dayNear } from './owed.ts'
import { telephone } from './ring.ts'

const card = (heading: string, body: Markup): Markup =>
  html`<li class="holdfast-card"><h2 class="holdfast-card__heading">${heading}</h2>${body}</li>`

/** The children for whom the cards speak: all that are born and alive on the day, the child of the record first. */
const childrenOn = ({ stands, day }: FamilyOnDay): readonly PersonId[] => {
  const born = stands.children.filter(id => {
    const person = stands.people.get(id)
    return (
      person === undefined || (!isUnbornOn(person, day) && !(person.death !== undefined && person.death.day <= day))
    )
  })
  return born.sort((one, other) => Number(other === stands.subject[0]) - Number(one === stands.subject[0]))
}

const awayOn = ({ stands, day }: FamilyOnDay, one: Involvement): EntryOf<'worker-away'> | undefined =>
  all(stands, 'worker-away').findLast(
    away => away.practitioner === one.practitioner && away.day <= day && away.until !== undefined && away.until >= day,
  )

const involved = (look: FamilyOnDay) => (one: Involvement) => {
  const away = awayOn(look, one)
  const { telephone: number, outOfHours } = look.reach(one)
  const reached = number ?? outOfHours
  const who = one.practitioner ?? 'name not recorded'
  return html`<li><strong>${capital(roleInWords(one.role))}</strong> ${who}<span class="holdfast-quiet">${agencyInWords(one.agency)}${reached && html`, ${telephone(reached)}`}${away?.until !== undefined && `; away until ${dayNear(away.until, look.day)}`}</span></li>`
}

/** Roles that somebody held and nobody holds now, each with the day of the last leaving. */
const leftPosts = (
  { stands, day }: FamilyOnDay,
  child: PersonId,
  now: readonly Involvement[],
): readonly Involvement[] => {
  const latest = new Map<string, Involvement>()
  for (const one of stands.network) {
    if (one.ends === undefined || one.ends.day > day || !one.children.includes(child)) continue
    if (!now.some(held => held.role === one.role)) latest.set(one.role, one)
  }
  return [...latest.values()]
}

const notAllocated = (look: FamilyOnDay) => (one: Involvement) =>
  html`<li><strong>${capital(roleInWords(one.role))}</strong> not allocated since ${dayNear((one.ends ?? one.starts).day, look.day)}</li>`

const shownAtOnce = 6

const nightWay = ({ addresses }: FamilyOnDay): Markup =>
  html`<p class="holdfast-no-print"><a class="govuk-link" href="${addresses.page('people')}">Everybody, and how to reach them at night</a></p>`

const whoIsInvolved = (look: FamilyOnDay): Markup => {
  const { stands, day } = look
  const child = stands.subject[0]
  const now = workingOn(stands.network, child, day)
  const rows = [
    ...leftPosts(look, child, now)
      .filter(one => one.role === 'social-worker')
      .map(notAllocated(look)),
    ...now.map(involved(look)),
  ]
  const ended = leftPosts(look, child, now)
    .filter(one => one.role !== 'social-worker')
    .map(notAllocated(look))
  const rest = [...rows.slice(shownAtOnce), ...ended]
  if (rows.length + rest.length === 0)
    return card(
      'Who is involved',
      html`<p>Nobody is on the record yet. A worker stands here from the day an entry says that they start.</p>`,
    )
  const more =
    rest.length > 0 &&
    details({ summaryText: `${rest.length} more`, html: html`<ul class="holdfast-plain">${rest}</ul>` })
  return card(
    'Who is involved',
    html`<ul class="holdfast-plain">${rows.slice(0, shownAtOnce)}</ul>${more}${nightWay(look)}`,
  )
}

const isAhead = (appointment: AppointmentStanding, day: Day): boolean => {
  const on = dayOfAppointment(appointment)
  return on !== undefined && on >= day && outcomeOf(appointment) === undefined
}

const twoHours = 7_200_000

/** Whether two appointments of one day cannot both be kept: two places within two hours, or with no time known. */
const clash = (one: AppointmentStanding, other: AppointmentStanding): boolean => {
  if (one === other || dayOfAppointment(one) !== dayOfAppointment(other) || one.agency === other.agency) return false
  const [first, second] = [one.when?.at, other.when?.at]
  return first === undefined || second === undefined || Math.abs(first - second) < twoHours
}

const appointmentRow =
  (look: FamilyOnDay, ahead: readonly AppointmentStanding[], named: boolean) => (one: AppointmentStanding) => {
    const on = dayOfAppointment(one) ?? look.day
    const time = one.when?.at === undefined ? '' : `, ${isoMoment(one.when.at).slice(11)}`
    const whom = named ? `${one.children.map(look.name).join(' and ')}: ` : ''
    return html`<li><strong><time datetime="${isoDay(on)}">${dayWithWeekday(on)}</time>${time}</strong> ${whom}${one.clinic ?? 'appointment'}, ${agencyInWords(one.agency)}${ahead.some(other => clash(one, other)) && html` ${stateTag('clashes with another', 'late')}`}</li>`
  }

const aDay = 86_400_000
const whenOf = (one: AppointmentStanding): number => one.when?.at ?? (dayOfAppointment(one) ?? 0) * aDay

const whoSeesNext = (look: FamilyOnDay, children: readonly PersonId[]): Markup => {
  const who = children.length === 1 ? look.name(children[0] ?? look.stands.subject[0]) : 'the children'
  const ahead = look.stands.appointments
    .filter(
      one => one.person === undefined && one.children.some(child => children.includes(child)) && isAhead(one, look.day),
    )
    .sort((one, other) => whenOf(one) - whenOf(other))
  const rows = ahead.slice(0, 4).map(appointmentRow(look, ahead, children.length > 1))
  if (rows.length === 0)
    return card(
      `Who sees ${who} next`,
      html`<p>No appointment ahead is on the record. One stands here from the day it is booked.</p>`,
    )
  const more =
    ahead.length > 4 && html`<p class="holdfast-quiet">${countOf(ahead.length - 4, 'more appointment')} later</p>`
  const all = html`<p class="holdfast-no-print"><a class="govuk-link" href="${look.addresses.page('ahead')}">All that lies ahead, and what clashes</a></p>`
  return card(`Who sees ${who} next`, html`<ul class="holdfast-plain">${rows}</ul>${more}${all}`)
}

type Sighting = EntryOf<'contact' | 'attended'>

const sightings = ({ stands, day }: FamilyOnDay, child: PersonId): readonly Sighting[] => {
  const seen = all(stands, 'contact').filter(one => one.reached !== false && one.seen?.includes(child) === true)
  const came = all(stands, 'attended').filter(
    one => one.seen !== 'no' && (one.person === undefined || one.person === child) && isAbout(stands, one, child),
  )
  return [...seen, ...came].filter(one => one.day <= day).sort((one, other) => one.day - other.day)
}

const places = {
  home: 'at home',
  clinic: 'at a clinic',
  hospital: 'in hospital',
  school: 'at school',
  nursery: 'at nursery',
  office: 'at an office',
  other: 'elsewhere',
} as const

const whereSeen = (one: Sighting): string =>
  one.kind === 'attended' ? (one.clinic ?? 'an appointment') : one.where === undefined ? 'a contact' : places[one.where]

const howSeen = (one: Sighting): string =>
  one.kind === 'contact' ? `${one.alone ? ', alone' : ''}${one.awake ? ', awake' : ''}` : ''

const missesSince = ({ stands, day }: FamilyOnDay, child: PersonId, since: Day): readonly Entry[] =>
  all(stands, 'was-not-brought').filter(one => one.day > since && one.day <= day && isAbout(stands, one, child))

const sightingRow = (look: FamilyOnDay, one: Sighting): Markup =>
  html`<li><a class="govuk-link" href="${look.addresses.entry(one)}"><time datetime="${isoDay(one.day)}">${dayWithWeekday(one.day)}</time></a>, ${whereSeen(one)}${howSeen(one)}: ${one.author ?? agencyInWords(one.by)}</li>`

const lastSeen = (look: FamilyOnDay, child: PersonId, named: boolean): Markup => {
  const seen = sightings(look, child)
  const last = seen.at(-1)
  const before = seen.at(-2)
  const heading = named && html`<p><strong>${capital(look.name(child))}</strong></p>`
  if (last === undefined) return html`${heading}<p>Nobody is recorded as having seen ${look.name(child)}.</p>`
  const missed = missesSince(look, child, last.day)
  return html`${heading}<ul class="holdfast-plain">${sightingRow(look, last)}${before !== undefined && html`<li><span class="holdfast-quiet">Before that: ${dayNear(before.day, look.day)}, ${whereSeen(before)}</span></li>`}${missed.length > 0 && html`<li>Not brought since then: ${missed.map(one => dayNear(one.day, look.day)).join(', ')}</li>`}</ul>`
}

const whoSawLast = (look: FamilyOnDay, children: readonly PersonId[]): Markup => {
  const who = children.length === 1 ? look.name(children[0] ?? look.stands.subject[0]) : 'the children'
  return card(`Who saw ${who} last`, html`${children.map(child => lastSeen(look, child, children.length > 1))}`)
}

/** What practitioners ask for first: who is involved, who sees the child next, who saw the child last. */
export function familyCards(look: FamilyOnDay): Markup {
  const children = childrenOn(look)
  const seen = children.length === 0 ? [] : [whoSeesNext(look, children), whoSawLast(look, children)]
  return html`<ul class="holdfast-cards">${whoIsInvolved(look)}${seen}</ul>`
}
