import { dueFrom, type Limit } from '../calendar/limit.ts'
import { type Agency, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { type Arrival, arrivalBase, arrivalsAt, isSocialCare } from './arrival.ts'
import { earliest, endedBy } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

const ownWays = new Set(['police', 'conference-unit'])
const isService = (agency: Agency): boolean => !isSocialCare(agency) && !ownWays.has(serviceOfAgency(agency))

/** Something that may show that a service took a family up: which agency it shows, or which referral it names. */
interface Sign {
  readonly entry: Entry
  readonly with: Agency | undefined
  readonly names?: string | undefined
  /** The children whom it is about, where the entry itself does not say it. */
  readonly children?: readonly PersonId[]
}

const contactSigns = (picture: Picture): readonly Sign[] =>
  all(picture, 'contact').flatMap(entry =>
    entry.reached !== false
      ? [{ entry, with: entry.about === undefined ? entry.by : undefined, names: entry.about }]
      : [],
  )

const attendedSigns = (picture: Picture): readonly Sign[] =>
  picture.appointments.flatMap(({ attended, agency, children }) =>
    attended !== undefined && attended.seen !== 'no' ? [{ entry: attended, with: agency, children }] : [],
  )

/** An appointment that the service offered and nobody came to: it took the referral up, and wrote or rang. */
const offeredSigns = (picture: Picture): readonly Sign[] =>
  [...all(picture, 'did-not-attend'), ...all(picture, 'was-not-brought')].map(entry => ({
    entry,
    with: entry.agency ?? entry.by,
  }))

const seenThere = [
  'admission',
  'urgent-attendance',
  'injury',
  'injury-opinion',
  'dash',
  'marac',
  'antenatal-booking',
] as const

/** What shows that a service met a family: a contact, a worker who starts, a kept appointment, a stay on its ward. */
const metSigns = (picture: Picture): readonly Sign[] => [
  ...contactSigns(picture),
  ...seenThere.flatMap(kind => all(picture, kind).map(entry => ({ entry, with: entry.by }))),
  ...all(picture, 'worker-starts').map(entry => ({ entry, with: entry.agency ?? entry.by })),
  ...attendedSigns(picture),
  ...offeredSigns(picture),
]

const bookedSigns = (picture: Picture): readonly Sign[] =>
  all(picture, 'appointment-booked').map(entry => ({ entry, with: entry.agency ?? entry.by }))

const isWith = (sign: Sign, agency: Agency): boolean => sign.with !== undefined && sameAgency(sign.with, agency)

/** All signs for any referral of the record, each list in order of the day. */
interface Signs {
  readonly met: readonly Sign[]
  readonly booked: readonly Sign[]
}

const signsOf = (picture: Picture, referrals: readonly Arrival[]): Signs => {
  const ids = new Set<string | undefined>(referrals.map(one => one.referral.id))
  const agencies = [...new Set(referrals.map(one => one.to))]
  const isOfOne = (sign: Sign) => ids.has(sign.names) || agencies.some(agency => isWith(sign, agency))
  const inOrder = (signs: readonly Sign[]) =>
    signs.filter(isOfOne).sort((one, other) => one.entry.day - other.entry.day)
  return { met: inOrder(metSigns(picture)), booked: inOrder(bookedSigns(picture)) }
}

const firstSign = (picture: Picture, one: Arrival, child: PersonId, signs: readonly Sign[]): Entry | undefined =>
  signs.find(sign => {
    const { entry, names, children } = sign
    if (entry.day < one.start.day || (names !== one.referral.id && !isWith(sign, one.to))) return false
    return children === undefined ? isAbout(picture, entry, child) : children.includes(child)
  })?.entry

/** Within what time the family is met: sooner when it is urgent, or somebody is struggling. */
const contactLimit = ({ referral: { made } }: Arrival): Limit => ({
  workingDays: made?.urgent === true || made?.struggling === true ? 1 : 5,
})

/** The family was met; an appointment that was booked within the time will do, one that is booked later shows no contact. */
const contactOf = (picture: Picture, one: Arrival, child: PersonId, { met, booked }: Signs): Entry | undefined => {
  const booking = firstSign(picture, one, child, booked)
  const due = dueFrom(one.start.day, contactLimit(one))
  return earliest(
    firstSign(picture, one, child, met),
    booking !== undefined && booking.day <= due.day ? booking : undefined,
  )
}

type Step = Pick<Owed, 'step' | 'of' | 'limit' | 'done' | 'over' | 'projected'>

const steps = (one: Arrival, contact: Entry | undefined): readonly Step[] => {
  const { accepted, declined, decided, answered } = one.referral
  const accept = earliest(accepted, declined, decided, answered, contact)
  return [
    { step: 'accept', of: 'accept it, or decline it with the reason', done: accept },
    {
      step: 'first-contact',
      of: 'make the first contact with the family',
      limit: contactLimit(one),
      projected: accept === undefined,
      ...endedBy(contact, declined),
    },
  ]
}

/** A referral to a service that helps is picked up: accepted or declined, then the family is met (review 5.11). */
export const referralTakenUp: Rule = rule({
  name: 'referral-taken-up',
  catalogue: 'R-REF-4',
  says: 'Take up the referral',
  label: 'local setting',
  source: ownDefault(
    'two working days to accept or decline; five to the first contact, one when it is urgent or somebody is struggling',
  ),
  limit: { workingDays: 2 },
  owner: 'receiving-team',
  ladder: ['team-lead', 'named-nurse'],
  find: (picture, owe) => {
    const referrals = arrivalsAt(picture, isService)
    if (referrals.length === 0) return
    const signs = signsOf(picture, referrals)
    for (const one of referrals)
      for (const child of one.referral.children)
        for (const step of steps(one, contactOf(picture, one, child, signs)))
          owe({ ...arrivalBase(one), ...step, child })
  },
})
