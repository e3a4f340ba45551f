import type { Day } from '../calendar/day.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { homeOn } from './person-standing.ts'
import { all, isAbout, type Picture } from './standing.ts'

const steps = new Set<EntryOf<'legal-step'>['step']>([
  'police-protection',
  'emergency-protection-order',
  'interim-care-order',
  'care-order',
])

const isRemoval = (entry: EntryOf<'legal-step'>, day: Day): boolean =>
  steps.has(entry.step) && (entry.state ?? 'taken') === 'taken' && (entry.until === undefined || entry.until >= day)

const lastRemoval = (stands: Picture, child: PersonId, day: Day): Entry | undefined =>
  [
    ...all(stands, 'came-into-care'),
    ...all(stands, 'placed-elsewhere'),
    ...all(stands, 'legal-step').filter(entry => isRemoval(entry, day)),
  ]
    .filter(entry => entry.from <= day && isAbout(stands, entry, child))
    .sort((one, other) => one.day - other.day)
    .at(-1)

/** The child came home: no longer looked after, the order has ended, or the record says that they live together again. */
const cameHome = (stands: Picture, child: PersonId, person: PersonId, removal: Entry, day: Day): boolean =>
  all(stands, 'left-care').some(one => isAbout(stands, one, child) && one.day >= removal.day && one.day <= day) ||
  (removal.kind === 'legal-step' &&
    all(stands, 'legal-step').some(
      one =>
        one.state === 'ended' &&
        one.step === removal.step &&
        isAbout(stands, one, child) &&
        one.day >= removal.day &&
        one.day <= day,
    )) ||
  all(stands, 'lives-at').some(
    one =>
      one.day >= removal.day &&
      one.day <= day &&
      one.person.includes(child) &&
      livesTogether(stands, child, person, day),
  )

const livesTogether = (stands: Picture, child: PersonId, person: PersonId, day: Day): boolean => {
  const [theirs, own] = [stands.people.get(child), stands.people.get(person)].map(one =>
    one === undefined ? undefined : homeOn(one, day),
  )
  return theirs !== undefined && theirs === own
}

const isFosterCarer = (stands: Picture, child: PersonId, person: PersonId, day: Day): boolean =>
  all(stands, 'relationship').some(
    one =>
      one.is === 'foster-carer' &&
      one.person === person &&
      one.of === child &&
      one.from <= day &&
      (one.until === undefined || one.until >= day),
  )

/** The last decision whether somebody sees the child and is told of appointments, as it stands on a day. */
const decided = (stands: Picture, child: PersonId, person: PersonId, day: Day) =>
  all(stands, 'family-time-decided').findLast(
    one =>
      one.person === person &&
      isAbout(stands, one, child) &&
      one.day <= day &&
      (one.until === undefined || one.until >= day),
  )

/** What took a child from somebody's home, where it is not decided that they are told of appointments; else nothing. */
export const removalFrom = (stands: Picture, child: PersonId, person: PersonId, day: Day): Entry | undefined => {
  if (child === person || isFosterCarer(stands, child, person, day)) return undefined
  const removal = lastRemoval(stands, child, day)
  if (removal === undefined || cameHome(stands, child, person, removal, day)) return undefined
  const decision = decided(stands, child, person, day)
  const isTold = decision !== undefined && decision.day >= removal.day && decision.contact !== 'no'
  return isTold && decision.appointments === true ? undefined : removal
}
