import { ageOn } from '../calendar/age.ts'
import { addWeeks } from '../calendar/day.ts'
import { type Service, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isUnbornOn } from '../record/person-standing.ts'
import { all, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { isHereOn } from './household.ts'
import { inTurn } from './in-turn.ts'
import { informed } from './informed.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Absent = EntryOf<'did-not-attend'>
type Ends = EntryOf<'service-ends'>

/** Those who treat the illness of an adult. */
const treating: ReadonlySet<Service> = new Set(['mental-health', 'substance-misuse'])
const watching = ['health-visiting', 'midwifery', 'social-care', 'emergency-duty'] as const

/** Under which age a child depends wholly on whoever is at home. */
const young = 11

/** A child who is here, or on the way, and young; at any age while social care works with the child. */
const isTouched = (picture: Picture, child: PersonId, { day }: Entry): boolean => {
  const person = picture.people.get(child)
  if (person === undefined) return false
  if (isUnbornOn(person, day)) return picture.pregnancies.some(one => one.unborn === child && one.known.day <= day)
  if (!isHereOn(picture, child, day)) return false
  return openToSocialCareOn(picture, child, day) || (person.born !== undefined && ageOn(person.born, day).years < young)
}

/** What a parent missed of their own treatment; a reason that they gave is asked about by the service, and counted by nobody. */
const missesOf = (picture: Picture, parents: ReadonlySet<PersonId | undefined>): readonly Absent[] =>
  all(picture, 'did-not-attend').filter(
    ({ person, by, agency, barrier }) =>
      person !== undefined &&
      parents.has(person) &&
      barrier === undefined &&
      treating.has(serviceOfAgency(agency ?? by)),
  )

/** The service that treated a parent, by its own word, ends and names nobody who goes on. */
const endsOf = (picture: Picture, parents: ReadonlySet<PersonId | undefined>): readonly Ends[] =>
  all(picture, 'service-ends').filter(({ by, agency = by, instead, day }) => {
    const service = serviceOfAgency(agency)
    const treats = (entry: EntryOf<'adult-health'>) =>
      parents.has(entry.person) && entry.day <= day && serviceOfAgency(entry.by) === service
    return instead === undefined && treating.has(service) && all(picture, 'adult-health').some(treats)
  })

/** One miss is enough where social care works with the child; else two in eight weeks, or the end of the treatment. */
const signsFor = (picture: Picture, child: PersonId): readonly (Absent | Ends)[] => {
  const { mother, father } = picture.people.get(child) ?? {}
  const parents = new Set([mother, father].filter(one => one !== undefined && one !== picture.subject[0]))
  const misses = missesOf(picture, parents)
  const again = misses.filter((miss, place) => {
    const before = misses[place - 1]
    const isSoon = before !== undefined && before.person === miss.person && addWeeks(before.day, 8) >= miss.day
    return isSoon || openToSocialCareOn(picture, child, miss.day)
  })
  return [...again, ...endsOf(picture, parents)]
    .filter(entry => isTouched(picture, child, entry))
    .sort((one, other) => one.day - other.day)
}

/** A parent is a parent of all their children: whoever was told of one was told. */
const known = (picture: Picture, entry: Entry): Entry | undefined =>
  earliest(...picture.children.map(child => informed(picture, { child, entry }, watching)))

const treatmentTold = rule({
  name: 'parent-out-of-treatment-told',
  catalogue: 'beyond',
  says: 'Tell the health visitor or social care that a parent no longer comes to treatment, and ask how the children are',
  shape: 'join',
  label: 'local setting',
  source: ownDefault(
    'two working days after a second miss in eight weeks, one where social care works with the child, or the end of the treatment, for a child under eleven or one whom social care knows',
  ),
  limit: { workingDays: 2 },
  owner: 'safeguarding-lead',
  ladder: ['named-nurse', 'designated-nurse'],
  find: (picture, owe) => {
    if (all(picture, 'did-not-attend').length === 0 && all(picture, 'service-ends').length === 0) return
    for (const child of picture.children)
      inTurn(
        signsFor(picture, child),
        entry => entry,
        (entry, ordinal) =>
          owe({
            ...{ child, thing: 'treatment', step: `${ordinal}`, because: [entry], since: entry.day },
            ...{ agency: entry.agency ?? entry.by, done: known(picture, entry) },
          }),
      )
  },
})

/** An illness of a parent that comes back is first seen by those who treat it; they do not see the children (beyond.md). */
export const parentTreatmentRules: readonly Rule[] = [treatmentTold]
