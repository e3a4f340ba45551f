import { ageOn } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isUnbornOn, type PersonStanding } from '../record/person-standing.ts'
import { all, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { inTurn } from './in-turn.ts'
import { informed } from './informed.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Health = EntryOf<'adult-health'>

/** Years of age under which a child at home is small: a parent's illness and what is kept at home are a danger to it. */
const small = 5

/** Whether a child had died or left the record by then; what comes later changes nothing for the days before. */
const hadGone = ({ death, gone }: PersonStanding, day: Day): boolean =>
  (death !== undefined && death.day < day) || (gone !== undefined && gone.day < day)

/** Under which age a child is touched by it: any child by an overdose, a child of eleven by what a mental health service treats. */
const agesOf = (entry: Health): number => {
  if (isGrave(entry)) return 18
  return entry.about === 'mental-health' && serviceOfAgency(entry.by) === 'mental-health' ? 11 : small
}

/** An unborn child is on the way from the day on which the pregnancy was known; without an entry of it, always. */
const isExpectedThen = (picture: Picture, child: PersonId, day: Day): boolean => {
  const pregnancy = picture.pregnancies.find(one => one.unborn === child)
  return pregnancy === undefined || pregnancy.known.day <= day
}

const isUnderAge = (picture: Picture, child: PersonId, day: Day, years: number): boolean => {
  const person = picture.people.get(child)
  if (person === undefined || hadGone(person, day)) return false
  if (isUnbornOn(person, day)) return isExpectedThen(picture, child, day)
  const born = person.born ?? person.birth?.day
  return born !== undefined && born <= day && ageOn(born, day).years < years
}

/** What a GP or another knows of a parent's mind touches a child of any age while social care works with the family. */
const isOpenCase = (picture: Picture, child: PersonId, { about, day }: Health): boolean =>
  about === 'mental-health' && openToSocialCareOn(picture, child, day) && isUnderAge(picture, child, day, 18)

/** The children under an age on a day: those the entry names, else all; nobody where it is the illness of a child of the record. */
const touched = (picture: Picture, entry: Health, years: number): readonly PersonId[] =>
  entry.person !== undefined && picture.children.includes(entry.person) && isChildHere(picture, entry.person)
    ? []
    : (entry.child ?? picture.children).filter(child => isUnderAge(picture, child, entry.day, years))

const toldOf = (picture: Picture, entry: Health): readonly PersonId[] =>
  touched(picture, entry, 18).filter(
    child => isUnderAge(picture, child, entry.day, agesOf(entry)) || isOpenCase(picture, child, entry),
  )
const smallOnes = (picture: Picture, entry: Health): readonly PersonId[] => touched(picture, entry, small)

const isChildHere = (picture: Picture, id: PersonId): boolean => picture.people.get(id)?.as === 'child'

const watching = ['health-visiting', 'midwifery', 'social-care', 'emergency-duty'] as const

const isGrave = (entry: Health): boolean => entry.about === 'self-harm' || entry.about === 'overdose'

/** The health visitor or social care knows: told, or in touch with the family about it. Who was told for one child was told. */
const known = (picture: Picture, child: PersonId, entry: Health): Entry | undefined =>
  earliest(
    ...toldOf(picture, entry).map(one => informed(picture, { child: one, entry }, watching)),
    firstSince(
      picture,
      'contact',
      { child, day: entry.day },
      one => one.about !== undefined && watching.some(service => service === serviceOfAgency(one.by)),
    ),
  )

const adultHealthTold = rule({
  name: 'adult-health-told',
  catalogue: 'beyond',
  says: 'Tell the health visitor or social care, since there is a child at home',
  shape: 'join',
  label: 'local setting',
  source: ownDefault(
    'one working day; the same day for self-harm or an overdose: for any child then, for one under eleven what a mental health service treats, else for one under five; for any child what is known of a parent’s mind while a case is open',
  ),
  limit: { workingDays: 1 },
  owner: 'safeguarding-lead',
  ladder: ['named-nurse', 'designated-nurse'],
  find: (picture, owe) => {
    const entries = all(picture, 'adult-health')
    // Low mood that was kept in the surgery does not stand in for the drinking of three years later.
    for (const child of new Set(entries.flatMap(entry => toldOf(picture, entry))))
      for (const [about, alike] of Map.groupBy(entries, entry => entry.about))
        inTurn(
          alike.filter(entry => toldOf(picture, entry).includes(child)),
          entry => entry,
          (entry, ordinal) =>
            owe({
              ...{ child, thing: 'adult-health', step: `${about}:${ordinal}`, because: [entry], since: entry.day },
              ...(isGrave(entry) ? { limit: { sameDay: true } } : {}),
              agency: entry.by,
              done: known(picture, child, entry),
            }),
        )
  },
})

const storageSeen = rule({
  name: 'safe-storage-seen',
  catalogue: 'beyond',
  says: 'See with your own eyes that the medicine at home is locked away from the child',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault(
    'five working days after it is known that methadone or the like is kept at home with a child under five',
  ),
  limit: { workingDays: 5 },
  owner: 'health-visitor',
  ladder: ['named-nurse', 'team-manager'],
  find: (picture, owe) => {
    const kept = all(picture, 'adult-health').filter(entry => entry.storedAtHome === true)
    for (const child of new Set(kept.flatMap(entry => smallOnes(picture, entry))))
      inTurn(
        kept.filter(entry => smallOnes(picture, entry).includes(child)),
        entry => entry,
        (entry, ordinal) =>
          owe({
            ...{ child, thing: 'storage', step: `${ordinal}`, because: [entry], since: entry.day },
            ...(openToSocialCareOn(picture, child, entry.day) ? { owner: 'social-worker' } : {}),
            done: all(picture, 'storage-seen').find(one => one.safe && one.day >= entry.day),
          }),
      )
  },
})

/** The health of adults as it touches a child: told, and what is kept at home looked at. Restricted to the adult's own sight. */
export const adultHealthRules: readonly Rule[] = [adultHealthTold, storageSeen]
