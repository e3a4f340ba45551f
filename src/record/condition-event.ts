import { addWeeks, type Day } from '../calendar/day.ts'
import { sameAgency } from '../people/service.ts'
import { agreedRulesOf, brokenBy } from './agreed-rule-standing.ts'
import type { AppointmentStanding } from './appointment-standing.ts'
import { byDay } from './by-day.ts'
import { countableChanges, countableMiss, isCountableAttempt, isCountableCancellation, onceADay } from './counted.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { homeOf } from './household.ts'
import { isChildOn, plainAddress } from './person-standing.ts'
import { movesTo, type Sighting, sightingsOf, wasAt, wasWith } from './sighting.ts'
import { all, isAbout, type Picture, patientsOf } from './standing.ts'

/** What a condition names: its events, and about whom, where and by whom alone. */
export type Agreed = EntryOf<'condition'>
/** A word for an event of which a condition can speak. */
export type ConditionEvent = NonNullable<Agreed['events']>[number]

interface Asked {
  readonly stands: Picture
  readonly child: PersonId
  readonly given: Agreed
}

const nobody: readonly PersonId[] = []

const about = <E extends Entry>({ stands, child }: Asked, entries: readonly E[]): readonly E[] =>
  entries.filter(entry => isAbout(stands, entry, child))

const saysSo = (clinic: string | undefined, wanted: string | undefined): boolean =>
  wanted === undefined || (clinic?.toLowerCase().includes(wanted.toLowerCase()) ?? false)

/** Whether an appointment is one of those that a condition names: its clinic, its series, its agency. */
const isNamed = ({ given }: Asked, { clinic, series, agency }: AppointmentStanding): boolean =>
  saysSo(clinic, given.clinic) &&
  (given.series === undefined || given.series === series) &&
  (given.service === undefined || sameAgency(agency, given.service))

const ofAppointments = (asked: Asked, of: (one: AppointmentStanding) => readonly Entry[]): readonly Entry[] =>
  asked.stands.appointments.flatMap(one => (one.children.includes(asked.child) && isNamed(asked, one) ? of(one) : []))

/** Those of a service alone, where the condition names one; an appointment is that of whoever offers it, not of the writer. */
const by = <E extends Entry>({ given: { service } }: Asked, entries: readonly E[]): readonly E[] =>
  service === undefined ? entries : entries.filter(entry => sameAgency(entry.by, service))

const isPerson = ({ given: { person } }: Asked, people: readonly PersonId[]): boolean =>
  person === undefined ? people.length > 0 : people.some(one => person.includes(one))

const seeing = (asked: Asked, fits: (one: Sighting) => boolean): readonly Entry[] =>
  by(
    asked,
    sightingsOf(asked.stands, asked.child)
      .filter(fits)
      .map(one => one.entry),
  )

const at = ({ stands, child, given }: Asked, one: Sighting): boolean => wasAt(stands, one, child, given.address)

const moved = ({ stands, child, given }: Asked): readonly Entry[] =>
  given.person === undefined ? [] : movesTo(stands, given.person, child, given.address)

/** An adult who did not come: to what the condition names, never to an appointment of their own that it does not. */
const absences = (asked: Asked): readonly Entry[] => {
  const { person, clinic, series, service } = asked.given
  if ((clinic ?? series ?? service) === undefined) return []
  return asked.stands.appointments.flatMap(one =>
    one.absent !== undefined &&
    one.attended === undefined &&
    one.excuse === undefined &&
    (person === undefined || (one.person !== undefined && person.includes(one.person))) &&
    isNamed(asked, one)
      ? [one.absent]
      : [],
  )
}

/** A visit that reached nobody, or that says whom it saw and does not name the child. "Visited" alone says neither. */
const unseen = (asked: Asked): readonly Entry[] =>
  by(asked, about(asked, all(asked.stands, 'contact'))).filter(entry =>
    entry.reached === false
      ? isCountableAttempt(asked.stands, entry)
      : entry.way === 'visit' && entry.seen !== undefined && !entry.seen.includes(asked.child),
  )

const together = (asked: Asked): readonly Entry[] => {
  const { stands, child, given } = asked
  const { person = nobody, awayFrom } = given
  if (awayFrom === undefined)
    return [...seeing(asked, one => wasWith(stands, one, child, person)), ...movesTo(stands, person, child)]
  const isBoth = (people: readonly PersonId[]) =>
    people.some(one => person.includes(one)) && people.some(one => awayFrom.includes(one))
  return [
    ...seeing(asked, one => isBoth(one.there)),
    ...all(stands, 'lives-at').filter(entry => isBoth(entry.person)),
    ...all(stands, 'relationship').filter(entry => entry.is === 'partner' && isBoth([entry.person, entry.of])),
  ]
}

/** Somebody of age comes to live with the child; whoever moves together with the child is nobody new. */
const newAdults = (asked: Asked): readonly Entry[] => {
  const { stands, child, given } = asked
  const isAdult = (one: PersonId, day: Day) => {
    const person = stands.people.get(one)
    return person !== undefined && !isChildOn(person, day)
  }
  return all(stands, 'lives-at').filter(
    entry =>
      plainAddress(entry.address) === homeOf(stands, child, entry.day) &&
      !entry.person.includes(child) &&
      entry.person.some(one => isAdult(one, entry.day) && (given.person === undefined || given.person.includes(one))),
  )
}

const injuries = (asked: Asked): readonly Entry[] => [
  ...by(asked, about(asked, all(asked.stands, 'injury'))),
  ...by(asked, about(asked, all(asked.stands, 'incident'))).filter(entry => entry.type === 'injury'),
]

const brokenRules = ({ stands, child, given }: Asked): readonly Entry[] =>
  agreedRulesOf(stands)
    .filter(
      one =>
        one.child === child &&
        (given.person === undefined || isPerson({ stands, child, given }, one.given.person ?? nobody)),
    )
    .flatMap(one => brokenBy(stands, one))

/** The entries of each event of which a condition can speak. What counts at all is decided in one place: `counted.ts`. */
const eventsOf: Record<ConditionEvent, (asked: Asked) => readonly Entry[]> = {
  'was-not-brought': asked => ofAppointments(asked, one => [countableMiss(one) ?? []].flat()),
  'cancelled-by-family': asked =>
    ofAppointments(asked, one => countableChanges(asked.stands, one).map(({ entry }) => entry)),
  'not-reached': asked =>
    by(asked, about(asked, all(asked.stands, 'contact'))).filter(entry => isCountableAttempt(asked.stands, entry)),
  'not-seen': unseen,
  concern: asked => onceADay(by(asked, about(asked, all(asked.stands, 'concern')))),
  incident: asked =>
    by(asked, about(asked, all(asked.stands, 'incident'))).filter(
      entry =>
        (asked.given.type === undefined || asked.given.type === entry.type) &&
        (asked.given.person === undefined ||
          (entry.alleged !== undefined && asked.given.person.includes(entry.alleged))),
    ),
  injury: injuries,
  admission: asked =>
    by(asked, all(asked.stands, 'admission')).filter(entry => patientsOf(asked.stands, entry).includes(asked.child)),
  'urgent-attendance': asked => by(asked, about(asked, all(asked.stands, 'urgent-attendance'))),
  // A reason that the school accepted excuses, as one that a clinic accepts does.
  'school-absence': asked =>
    by(asked, about(asked, all(asked.stands, 'absence'))).filter(entry => entry.authorised !== true),
  'medicine-not-collected': asked => by(asked, about(asked, all(asked.stands, 'medicine-not-collected'))),
  referral: asked => onceADay(by(asked, about(asked, all(asked.stands, 'referral-made')))),
  'meeting-missed': asked =>
    about(asked, all(asked.stands, 'cancellation-asked')).filter(
      entry =>
        isCountableCancellation(asked.stands, entry) &&
        (asked.given.person === undefined || entry.person === undefined || asked.given.person.includes(entry.person)),
    ),
  'did-not-attend': absences,
  'at-address': asked =>
    asked.given.person === undefined
      ? []
      : [...seeing(asked, one => isPerson(asked, one.there) && at(asked, one)), ...moved(asked)],
  overnight: asked => [...seeing(asked, one => isPerson(asked, one.overnight) && at(asked, one)), ...moved(asked)],
  together,
  intoxicated: asked => seeing(asked, one => isPerson(asked, one.intoxicated)),
  'new-adult': newAdults,
  'rule-not-kept': brokenRules,
}

/** Every entry that counts towards a condition for a child, from a day, each once, in order. */
export const countedFor = (stands: Picture, child: PersonId, given: Agreed, from: Day): readonly Entry[] =>
  [...new Set((given.events ?? []).flatMap(event => eventsOf[event]({ stands, child, given })))]
    .filter(entry => entry.day >= from)
    .sort(byDay)

/** The first of these entries, in order, that together meet a condition: so many, within so many weeks. Nothing while they do not. */
export const metBy = ({ times = 1, within }: Agreed, counted: readonly Entry[]): readonly Entry[] | undefined => {
  const last = counted.findIndex((entry, index) => {
    const first = counted[index - times + 1]
    return first !== undefined && (within === undefined || entry.day <= addWeeks(first.day, within))
  })
  return last === -1 ? undefined : counted.slice(last - times + 1, last + 1)
}
