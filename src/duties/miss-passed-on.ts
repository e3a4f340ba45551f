import type { Day } from '../calendar/day.ts'
import { findRole, serviceOfRole } from '../people/role.ts'
import { type Agency, findAgency, serviceOfAgency } from '../people/service.ts'
import type { AppointmentStanding } from '../record/appointment-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { workingOn } from '../record/network-standing.ts'
import { all, isAbout, onPlanOn, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { firstFromDay, graveMissesOf, isAboutMiss, isGp, type Miss, missBase, missesOf } from './attendance.ts'
import { earliest, isFor } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** Whether a GP shows on the record by a day; where none does, the rule of the network asks for one, not this one. */
const gpKnownBy = (picture: Picture): ((miss: Miss) => boolean) => {
  let first: Day | undefined
  return ({ child, day }) => {
    // Any kind of entry may be the first of a GP: entries stand in order, so this stops at the first one, and runs once.
    first ??= picture.entries.find(entry => isGp(entry.by))?.day ?? (Number.POSITIVE_INFINITY as Day)
    return first <= day || workingOn(picture.network, child, day).some(one => isGp(one.agency))
  }
}

/** From when the practice is to act: social care is involved, or the letter about the miss went to a GP. */
const gpActsFrom = (picture: Picture, miss: Miss): Day | undefined => {
  if (openToSocialCareOn(picture, miss.child, miss.day)) return miss.day
  return firstFromDay(
    all(picture, 'letter-sent'),
    miss.day,
    letter => isAboutMiss(picture, letter, letter.about, miss) === true && letter.to.some(namesGp),
  )?.day
}

const namesGp = (to: string): boolean => {
  const agency = findAgency(to)
  return agency === undefined ? findRole(to) === 'gp' : isGp(agency)
}

interface OfPractices {
  readonly contacts: readonly EntryOf<'contact'>[]
  readonly reviews: readonly EntryOf<'notes-reviewed'>[]
}

/** What GP practices did: few entries, so that each miss need not read all. */
const doneByPractices = (picture: Picture): OfPractices => ({
  contacts: all(picture, 'contact').filter(contact => isGp(contact.by) && contact.reached !== false),
  reviews: all(picture, 'notes-reviewed').filter(entry => isGp(entry.by)),
})

/** The practice spoke with the family, about whatever it was, or read the letter and the plan of care (review 4.3). */
const gpFollowedUp = (picture: Picture, { contacts, reviews }: OfPractices, miss: Miss): Entry | undefined => {
  const fits = (entry: Entry, name: string | undefined) =>
    isAbout(picture, entry, miss.child) || isAboutMiss(picture, entry, name, miss) === true
  return earliest(
    firstFromDay(contacts, miss.day, contact => fits(contact, contact.about)),
    firstFromDay(reviews, miss.day, entry => fits(entry, entry.appointment)),
  )
}

const gpFollowUp = rule({
  name: 'gp-follow-up-after-miss',
  catalogue: 'R-APT-4',
  says: 'Follow up the child who was not brought: speak with the parents, or read in the letter what is planned',
  label: 'local setting',
  source: ownDefault(
    'five working days; that the practice follows up is what all practices of the area do since September 2019 (review 4.3)',
  ),
  limit: { workingDays: 5 },
  owner: 'practice-safeguarding-lead',
  ladder: ['named-gp', 'designated-doctor'],
  find: (picture, owe) => {
    const misses = graveMissesOf(picture)
    if (misses.length === 0) return
    const gpKnown = gpKnownBy(picture)
    const practices = doneByPractices(picture)
    for (const miss of misses) {
      const since = gpKnown(miss) ? gpActsFrom(picture, miss) : undefined
      if (since === undefined) continue
      owe({ ...missBase(miss), since, agency: gpOf(picture, miss), done: gpFollowedUp(picture, practices, miss) })
    }
  },
})

const gpOf = (picture: Picture, { child, day }: Miss): Agency | undefined =>
  workingOn(picture.network, child, day).find(one => isGp(one.agency))?.agency

const receiptKinds = ['told', 'delivered', 'opened', 'acknowledged'] as const

const toSocialCare = (to: string): boolean => {
  const agency = findAgency(to)
  if (agency !== undefined) return serviceOfAgency(agency) === 'social-care'
  const role = findRole(to)
  return role !== undefined && serviceOfRole(role) === 'social-care'
}

/** What social care was told of any of these misses, by the name that it was told of. */
const toldToSocialCare = (picture: Picture, missing: readonly Missing[]): ReadonlyMap<string, readonly Entry[]> => {
  const told = new Map<string, Entry[]>(missing.flatMap(namesOf).map(name => [name, []]))
  for (const kind of receiptKinds)
    for (const receipt of all(picture, kind))
      for (const name of receipt.of) {
        const held = told.get(name)
        if (held !== undefined && receipt.to.some(toSocialCare)) held.push(receipt)
      }
  return told
}

interface Missing {
  readonly child: PersonId
  readonly appointment: AppointmentStanding
  readonly entry: Entry
}

/** Young people who come alone and did not come: no rule counts that, but their worker is told. */
const absencesOf = (picture: Picture): readonly Missing[] => {
  if (all(picture, 'did-not-attend').length === 0) return []
  return picture.appointments.flatMap(appointment => {
    const { absent: entry, missed, attended, excuse, person, children } = appointment
    if (entry === undefined || missed !== undefined || attended !== undefined) return []
    return excuse === undefined && person === undefined ? children.map(child => ({ child, appointment, entry })) : []
  })
}

const receiptsFor = (
  picture: Picture,
  told: ReadonlyMap<string, readonly Entry[]>,
  missing: Missing,
): readonly Entry[] => {
  const { child, appointment, entry } = missing
  return namesOf(missing)
    .flatMap(name => told.get(name) ?? [])
    .filter(receipt => receipt.day >= entry.day && isFor(picture, receipt, appointment.children, child))
}

const namesOf = ({ appointment, entry }: Missing): readonly string[] => [appointment.id, entry.id, entry.root]

const workerTold = rule({
  name: 'worker-told-of-miss',
  catalogue: 'R-APT-5',
  says: 'Tell the allocated worker, or whoever covers, of the missed appointment',
  label: 'local setting',
  source: ownDefault('the same working day, for a child with a plan, an enquiry or a conference'),
  limit: { sameWorkingDay: true },
  owner: 'clinic',
  ladder: ['team-manager', 'service-manager'],
  find: (picture, owe) => {
    const missing = [...missesOf(picture), ...absencesOf(picture)].filter(({ child, entry }) =>
      onPlanOn(picture, child, entry.day),
    )
    if (missing.length === 0) return
    const told = toldToSocialCare(picture, missing)
    for (const one of missing) {
      const { child, appointment, entry } = one
      const done = serviceOfAgency(entry.by) === 'social-care' ? entry : earliest(...receiptsFor(picture, told, one))
      owe({ child, thing: appointment.id, because: [entry], since: entry.day, agency: appointment.agency, done })
    }
  },
})

/** Who beside the clinic acts on a miss: the GP practice and the allocated worker (review 4.3, 5.20, 5.23). */
export const missPassedOnRules: readonly Rule[] = [gpFollowUp, workerTold]
