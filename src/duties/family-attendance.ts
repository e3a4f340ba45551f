import { ageOn, isUnder18 } from '../calendar/age.ts'
import { addMonths, type Day } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { AppointmentStanding } from '../record/appointment-standing.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, type Picture } from '../record/standing.ts'
import { leadOf } from './appointment-pattern.ts'
import { askerAfterMiss, firstSince, type Miss, missesOf } from './attendance.ts'
import { complexNeeds } from './complex-needs.ts'
import { inTurn } from './in-turn.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'
import { longTerm } from './urgent-care.ts'

/** Whose an appointment is: an adult's own, or each child's. */
const peopleOf = ({ person, children }: AppointmentStanding): readonly PersonId[] =>
  person === undefined ? children : [person]

/** The days on which a person came and did not come, in order. */
interface Outcomes {
  readonly kept: Day[]
  readonly missed: Day[]
}

const outcomesOf = (picture: Picture): ReadonlyMap<PersonId, Outcomes> => {
  const found = new Map<PersonId, Outcomes>()
  for (const one of picture.appointments) {
    const outcome = one.attended ?? one.missed ?? one.absent
    if (outcome === undefined) continue
    for (const person of peopleOf(one)) {
      const held = found.get(person) ?? { kept: [], missed: [] }
      held[one.attended === undefined ? 'missed' : 'kept'].push(outcome.day)
      found.set(person, held)
    }
  }
  for (const { kept, missed } of found.values()) for (const days of [kept, missed]) days.sort((a, b) => a - b)
  return found
}

/** How many of the days, which stand in order, lie after one day and not after another. */
const within = (days: readonly Day[], after: Day, until: Day): number => {
  const upTo = (day: Day): number => {
    let [low, high] = [0, days.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((days[middle] ?? day) <= day) low = middle + 1
      else high = middle
    }
    return low
  }
  return upTo(until) - upTo(after)
}

const months = 6

/** Another of the family was brought, or came, each time: at least twice, and missed nothing. */
const anotherKeptAll = (outcomes: ReadonlyMap<PersonId, Outcomes>, { child, day }: Miss): boolean => {
  const from = addMonths(day, -months)
  return [...outcomes].some(
    ([person, { kept, missed }]) => person !== child && within(kept, from, day) >= 2 && within(missed, from, day) === 0,
  )
}

/** The second miss and each later one of a child within the months. */
const again = (misses: readonly Miss[]): readonly Miss[] =>
  misses.filter((miss, place) => {
    const before = misses[place - 1]
    return before !== undefined && before.day > addMonths(miss.day, -months)
  })

/** Somebody asked why, or all talked about it. */
const askedWhy = (picture: Picture, { child, day }: Miss): Entry | undefined =>
  earliest(
    firstSince(picture, 'analysis-updated', { child, day }),
    firstSince(picture, 'medical-neglect-review', { child, day }),
    firstSince(picture, 'strategy-discussion', { child, day }),
    firstSince(picture, 'meeting-held', { child, day }),
    firstSince(picture, 'conference-held', { child, day }),
    firstSince(picture, 'reason-checked', { child, day }),
    firstSince(picture, 'barrier-reported', { child, day }),
    firstSince(
      picture,
      'contact',
      { child, day },
      one =>
        one.reached !== false &&
        (one.purpose === 'after-a-miss' ||
          ['social-care', 'family-support', 'early-help'].includes(serviceOfAgency(one.by))),
    ),
  )

const differs = rule({
  name: 'attendance-differs-asked-about',
  catalogue: 'R-APT-14',
  says: 'Ask why one of the family is brought each time and this child is not',
  shape: 'join',
  label: 'local setting',
  source: ownDefault(
    'five working days after the second miss in six months of one child, where another of the family kept all',
  ),
  limit: { workingDays: 5 },
  owner: 'lead-practitioner',
  find: (picture, owe) => {
    const misses = missesOf(picture)
    if (misses.length < 2) return
    const byChild = [...Map.groupBy(misses, miss => miss.child)].map(([child, own]) => [child, again(own)] as const)
    if (byChild.every(([, own]) => own.length === 0)) return
    const outcomes = outcomesOf(picture)
    for (const [child, own] of byChild)
      inTurn(
        own.filter(miss => anotherKeptAll(outcomes, miss)),
        ({ entry }) => entry,
        (miss, ordinal) =>
          owe({
            ...{ child, thing: 'attendance', step: `${ordinal}`, because: [miss.entry], since: miss.day },
            ...{ owner: leadOf(picture, child, miss.day), done: askedWhy(picture, miss) },
          }),
      )
  },
})

/** A young person of sixteen or seventeen who comes alone, and did not come: the same two words for one child's appointment. */
const absences = (
  picture: Picture,
): readonly { readonly child: PersonId; readonly one: AppointmentStanding; readonly entry: Entry }[] =>
  all(picture, 'did-not-attend').length === 0
    ? []
    : picture.appointments.flatMap(one => {
        const { absent, missed, attended, excuse, person, children } = one
        if (absent === undefined || missed !== undefined || attended !== undefined || excuse !== undefined) return []
        return person === undefined ? children.map(child => ({ child, one, entry: absent })) : []
      })

const isYoung = (picture: Picture, child: PersonId, day: Day): boolean => {
  const born = picture.people.get(child)?.born
  return born !== undefined && isUnder18(born, day)
}

/**
 * A child under sixteen does not come alone, whatever word was written; and whoever does not come to a mental health service
 * may be in danger by it. Both are asked after by the clinic itself, and soon.
 */
const isForClinic = (picture: Picture, { child, one, entry }: ReturnType<typeof absences>[number]): boolean => {
  const born = picture.people.get(child)?.born
  return serviceOfAgency(one.agency) === 'mental-health' || (born !== undefined && ageOn(born, entry.day).years < 16)
}

const followed = (picture: Picture, child: PersonId, entry: Entry, id: string): Entry | undefined => {
  const of = { child, day: entry.day }
  return earliest(
    firstSince(picture, 'contact', of, one => one.reached !== false),
    firstSince(picture, 'notes-reviewed', of, one => one.appointment === undefined || one.appointment === id),
    firstSince(picture, 'appointment-booked', of),
    firstSince(picture, 'attended', of),
  )
}

const youngPersonFollowed = rule({
  name: 'young-person-followed-up',
  catalogue: 'beyond',
  says: 'Follow up the young person who did not come: in an adult clinic too, a miss before eighteen is a child’s',
  label: 'local setting',
  source: ownDefault(
    'five working days, where there is a plan, complex needs or a long-term illness; two, and by the clinic, under sixteen or for mental health',
  ),
  limit: { workingDays: 5 },
  owner: 'practice-safeguarding-lead',
  ladder: ['lead-health-practitioner', 'named-gp'],
  find: (picture, owe) => {
    const missed = absences(picture).filter(({ child, entry }) => isYoung(picture, child, entry.day))
    for (const [child, own] of Map.groupBy(missed, one => one.child)) {
      const matters = (day: Day) =>
        leadOf(picture, child, day) === 'social-worker' ||
        complexNeeds(picture, child) !== undefined ||
        longTerm(picture, child) !== undefined
      inTurn(
        own.filter(absence => matters(absence.entry.day) || isForClinic(picture, absence)),
        ({ entry }) => entry,
        (absence, ordinal) => {
          const { one, entry } = absence
          return owe({
            ...{ child, thing: 'young-person', step: `${ordinal}`, because: [entry], since: entry.day },
            ...(leadOf(picture, child, entry.day) === 'social-worker' ? { owner: 'social-worker' } : {}),
            ...(isForClinic(picture, absence)
              ? { owner: askerAfterMiss(one.agency), agency: one.agency, limit: { workingDays: 2 } }
              : {}),
            done: followed(picture, child, entry, one.id),
          })
        },
      )
    }
  },
})

/** Attendance that differs within a family, and misses at sixteen (R-APT-14; beyond.md, birthdays). */
export const familyAttendanceRules: readonly Rule[] = [differs, youngPersonFollowed]
