import { isUnder18 } from '../calendar/age.ts'
import { addDays, addMonths, type Day } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { AppointmentStanding } from '../record/appointment-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, openToSocialCareOn, type Picture, patientsOf } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { inTurn } from './in-turn.ts'
import { informed } from './informed.ts'
import { earliest } from './reading.ts'
import { readOnce, roundsOf } from './rounds.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** A child came to urgent care: by itself, or by an admission that nobody planned. */
type Visit = EntryOf<'urgent-attendance' | 'admission'>

interface Attendance {
  readonly child: PersonId
  readonly entry: Visit
  readonly day: Day
}

const attendancesOf = readOnce((picture): ReadonlyMap<PersonId, readonly Attendance[]> => {
  const visits = [
    ...all(picture, 'urgent-attendance').flatMap(entry =>
      childrenOf(picture, entry).map(child => ({ child, entry, day: entry.day })),
    ),
    ...all(picture, 'admission').flatMap(entry =>
      entry.emergency === true ? patientsOf(picture, entry).map(child => ({ child, entry, day: entry.day })) : [],
    ),
  ]
  return Map.groupBy(
    visits.sort((one, other) => one.day - other.day),
    ({ child }) => child,
  )
})

const plain = (words: string | undefined): string => (words ?? '').trim().toLowerCase()

/** Illnesses of which one attack can kill and regular review is known to help, by the words that records use. */
const lasting = /\b(?:asthma\w*|wheez\w*|diabet\w*|epilep\w*|adrenal\w*|sickle|cystic fibrosis|transplant\w*)\b/iu

/** A long-term illness of a child: said to be so, or one by its name. */
export const longTerm = (picture: Picture, child: PersonId): EntryOf<'diagnosis'> | undefined =>
  all(picture, 'diagnosis').find(
    entry =>
      isAbout(picture, entry, child) &&
      (entry.longTerm ?? (entry.complex === true || lasting.test(entry.condition ?? ''))),
  )

const general = /review|annual|paediatric|children|respirat|chest|asthma|diabet|epilep|neurolog|endocrin/iu

/** Whether an appointment that was kept is one at which the illness is looked at: by its words, or any of a child with complex needs. */
const looksAt = (illness: EntryOf<'diagnosis'> | undefined, one: AppointmentStanding): boolean => {
  const purpose = one.booked?.kind === 'appointment-booked' ? one.booked.purpose : undefined
  const said = [one.clinic, purpose].flatMap(words => words ?? []).join(' ')
  const isHospital = serviceOfAgency(one.agency) === 'hospital'
  if (isHospital && (said === '' || illness?.complex === true)) return true
  const named = plain(illness?.condition)
  return general.test(said) || (named !== '' && plain(said).includes(named))
}

/** The illness was reviewed: in so many words, or in a clinic that looks at it. */
const reviewed = (picture: Picture, child: PersonId, day: Day): Entry | undefined => {
  const illness = longTerm(picture, child)
  return earliest(
    firstSince(picture, 'illness-reviewed', { child, day }),
    ...picture.appointments.flatMap(one =>
      one.attended !== undefined && one.attended.day >= day && one.children.includes(child) && looksAt(illness, one)
        ? [one.attended]
        : [],
    ),
  )
}

const lead = ['social-care'] as const

const urgentCareTold = rule({
  name: 'urgent-attendance-told',
  catalogue: 'R-INF-4',
  says: 'Tell the lead practitioner that the child was brought to urgent care',
  shape: 'join',
  label: 'local setting',
  source: ownDefault(
    'the next working day; the national register tells of protection plans, and not of children in need',
  ),
  limit: { workingDays: 1 },
  owner: 'emergency-clinician',
  ladder: ['named-nurse', 'team-manager'],
  find: (picture, owe) => {
    for (const [child, visits] of attendancesOf(picture))
      inTurn(
        visits.filter(({ day }) => openToSocialCareOn(picture, child, day)),
        ({ entry }) => entry,
        ({ entry, day }, ordinal) =>
          owe({
            ...{ child, thing: 'urgent-care', step: `${ordinal}`, because: [entry], since: day },
            agency: entry.agency ?? entry.by,
            done: informed(picture, { child, entry }, lead),
          }),
      )
  },
})

const withoutReview = (
  picture: Picture,
  child: PersonId,
  visits: readonly Attendance[],
  place: number,
  after: Day,
): readonly [Attendance, ...Attendance[]] | undefined => {
  const last = visits[place]
  if (last === undefined) return undefined
  const before = visits
    .slice(0, place)
    .filter(({ day }) => day > addMonths(last.day, -12) && day > after && day < last.day)
  const [first] = before
  if (first === undefined || before.length < 2) return undefined
  const review = reviewed(picture, child, first.day)
  return review !== undefined && review.day <= last.day ? undefined : [last, ...before.reverse()]
}

const reviewedAfterAttendances = rule({
  name: 'illness-reviewed-after-urgent-care',
  catalogue: 'beyond',
  says: 'Review the long-term illness with the family: the child is often brought to urgent care, and it was not reviewed',
  shape: 'count',
  label: 'local setting',
  source: ownDefault(
    'ten working days after the third urgent attendance in twelve months without a review between: coming often is no neglect, and it is no review',
  ),
  limit: { workingDays: 10 },
  owner: 'lead-paediatrician',
  ladder: ['named-doctor', 'designated-doctor'],
  find: (picture, owe) => {
    for (const [child, visits] of attendancesOf(picture)) {
      if (visits.length < 3 || longTerm(picture, child) === undefined) continue
      for (const { ordinal, counted } of roundsOf<Attendance, Attendance>({
        events: visits,
        full: (_, place, after) => withoutReview(picture, child, visits, place, after),
        answered: ([last]) => reviewed(picture, child, last.day)?.day,
      })) {
        const [last, ...others] = counted
        owe({
          ...{ child, thing: 'illness', step: `${ordinal}`, since: last.day },
          because: [last.entry, ...others.map(({ entry }) => entry)],
          done: reviewed(picture, child, last.day),
        })
      }
    }
  },
})

/** A year from one review to the next, or the day that a review named. */
const dueAfter = (from: Entry): Day =>
  (from.kind === 'illness-reviewed' ? from.next : undefined) ?? addMonths(from.day, 12)

/**
 * Whether a review can be asked after: the last one named its day, or the child was brought to urgent care since. A record
 * that merely says nothing for a year shows no illness that was left alone.
 */
const isAskedAfter = (from: Entry, visits: readonly Attendance[]): boolean =>
  (from.kind === 'illness-reviewed' && from.next !== undefined) ||
  visits.some(({ day }) => day > from.day && day <= addMonths(from.day, 18))

const yearlyReview = rule({
  name: 'illness-reviewed',
  catalogue: 'beyond',
  says: 'Review the long-term illness with the child and the family',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault(
    'the day that the last review named, or twelve months after it where the child was brought to urgent care since',
  ),
  limit: { months: 12 },
  clock: 'twelve months after the last review, or on the day that it named',
  owner: 'gp',
  ladder: ['practice-safeguarding-lead', 'lead-paediatrician'],
  heard: 'when-late',
  find: (picture, owe) => {
    if (all(picture, 'diagnosis').length === 0) return
    for (const child of picture.children) {
      const visits = attendancesOf(picture).get(child) ?? []
      let from: Entry | undefined = longTerm(picture, child)
      for (let step = 1; from !== undefined && isChild(picture, child, from.day); ) {
        const next = reviewed(picture, child, addDays(from.day, 1))
        if (isAskedAfter(from, visits)) {
          const due = { day: dueAfter(from), basis: 'table' } as const
          owe({ child, thing: 'illness', step: `${step}`, because: [from], since: from.day, done: next, due })
          step += 1
        }
        from = next
      }
    }
  },
})

const isChild = (picture: Picture, child: PersonId, day: Day): boolean => {
  const born = picture.people.get(child)?.born
  return born === undefined || isUnder18(born, day)
}

/** An attack of an illness that lasts, after which the child went home: from the emergency department, or from a ward. */
const emergencies = (picture: Picture, child: PersonId, visits: readonly Attendance[]): readonly Attendance[] => {
  const illness = longTerm(picture, child)
  const ofIllness = ({ entry }: Attendance) =>
    lasting.test(entry.condition ?? '') ||
    (entry.emergency === true && illness !== undefined) ||
    (entry.condition === undefined && illness !== undefined && lasting.test(illness.condition ?? ''))
  return visits.filter(ofIllness).flatMap(visit => {
    const { entry } = visit
    if (entry.kind === 'urgent-attendance') return entry.outcome === 'admitted' ? [] : [visit]
    const home = all(picture, 'discharge').find(one => one.day >= entry.day && patientsOf(picture, one).includes(child))
    return home === undefined ? [] : [{ ...visit, day: home.day }]
  })
}

const seeing = new Set(['gp', 'hospital', 'community-nursing', 'health-visiting', 'school-nursing'])

/** A doctor or nurse saw the child afterwards. Being brought again with the next attack is no such visit. */
const seenAfter = (picture: Picture, child: PersonId, day: Day): Entry | undefined => {
  const of = { child, day: addDays(day, 1) }
  return earliest(
    reviewed(picture, child, day),
    firstSince(picture, 'attended', of),
    firstSince(
      picture,
      'contact',
      of,
      one =>
        one.reached !== false &&
        seeing.has(serviceOfAgency(one.by)) &&
        (one.seen !== undefined || one.way === 'clinic'),
    ),
  )
}

const seenAfterEmergency = rule({
  name: 'seen-after-emergency',
  catalogue: 'beyond',
  says: 'See the child after the emergency: the illness, the medicines and how they are given, the plan for next time',
  label: 'local setting',
  source: ownDefault(
    'two working days after going home, as NICE’s quality standard for asthma has it; the same for other illnesses of which one attack can kill',
  ),
  limit: { workingDays: 2 },
  owner: 'gp',
  ladder: ['practice-safeguarding-lead', 'lead-paediatrician'],
  find: (picture, owe) => {
    for (const [child, visits] of attendancesOf(picture)) {
      const attacks = emergencies(picture, child, visits)
      for (const [place, { entry, day }] of attacks.entries()) {
        const next = attacks.slice(place + 1).find(one => one.entry.day > day)?.entry
        const done = seenAfter(picture, child, day)
        owe({
          ...{ child, thing: entry.root, because: [entry], since: day },
          ...(next !== undefined && (done === undefined || next.day < done.day)
            ? { over: { entry: next, how: 'overtaken' } }
            : { done }),
        })
      }
    }
  },
})

/** Urgent care of a child with a long-term illness or a plan (beyond.md, "a long-term illness not reviewed"; R-INF-4). */
export const urgentCareRules: readonly Rule[] = [
  urgentCareTold,
  seenAfterEmergency,
  yearlyReview,
  reviewedAfterAttendances,
]
