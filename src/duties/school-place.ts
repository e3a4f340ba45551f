import { ageOn } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { inTurn } from './in-turn.ts'
import { earliest, endedBy } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'
import { isSchool } from './school-of.ts'

type Without = EntryOf<'withdrawal' | 'moves-area'>

const isOfSchoolAge = (picture: Picture, child: PersonId, day: Day): boolean => {
  const born = picture.people.get(child)?.born
  if (born === undefined) return false
  const { years } = ageOn(born, day)
  return years >= 5 && years < 16
}

/** The child came onto the roll of a school. */
const enrolments = (picture: Picture, child: PersonId): readonly EntryOf<'registered'>[] =>
  all(picture, 'registered').filter(
    entry =>
      (entry.with === 'school' || (entry.with === undefined && isSchool(entry.agency ?? entry.by))) &&
      (entry.person === undefined ? isAbout(picture, entry, child) : entry.person === child),
  )

/** Leaves a school with none to go to; at home it is taught there, and that is looked at by another rule. */
const leaves = (entry: EntryOf<'withdrawal'>): boolean =>
  entry.why !== 'home-education' && entry.next === undefined && serviceOfAgency(entry.by) !== 'nursery'

/** A move to another area is of a child with a school only where the record has one that the child was at. */
const losesSchool = (picture: Picture, child: PersonId, entry: EntryOf<'moves-area'>): boolean =>
  entry.assessedOnly !== true &&
  (entry.person === undefined || entry.person === child) &&
  enrolments(picture, child).some(one => one.day < entry.day)

const losses = (picture: Picture, child: PersonId): readonly Without[] =>
  [
    ...all(picture, 'withdrawal').filter(leaves),
    ...all(picture, 'moves-area').filter(one => losesSchool(picture, child, one)),
  ]
    .filter(entry => isAbout(picture, entry, child) && isOfSchoolAge(picture, child, entry.day))
    .sort((one, other) => one.day - other.day)

/** The child is at a school again: on its roll, or by whatever a school other than the one that was left writes of the child. */
const placed = (picture: Picture, child: PersonId, left: Without): Entry | undefined => {
  const before =
    left.kind === 'withdrawal'
      ? [left.by]
      : enrolments(picture, child)
          .filter(one => one.day < left.day)
          .map(one => one.agency ?? one.by)
  return earliest(
    enrolments(picture, child).find(one => one.day >= left.day),
    picture.entries.find(
      entry =>
        entry.day > left.day &&
        entry.kind !== 'withdrawal' &&
        serviceOfAgency(entry.by) === 'school' &&
        !before.includes(entry.by) &&
        isAbout(picture, entry, child),
    ),
    all(picture, 'withdrawal').find(
      entry =>
        entry.day > left.day &&
        (entry.next !== undefined || entry.why === 'home-education') &&
        isAbout(picture, entry, child),
    ),
  )
}

const gone = (picture: Picture, child: PersonId): Entry | undefined => {
  const person = picture.people.get(child)
  return person?.death ?? person?.gone
}

const schoolFound = rule({
  name: 'school-place-found',
  catalogue: 'beyond',
  says: 'See that the child who has left a school has another, and tell the local authority while there is none',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault(
    'six working days after an exclusion, from when full-time education is to be found; ten after a child left or moved to another area without a school to go to',
  ),
  limit: { workingDays: 10 },
  owner: 'designated-safeguarding-lead',
  ladder: ['team-manager'],
  heard: 'when-late',
  find: (picture, owe) => {
    if (all(picture, 'withdrawal').length === 0 && all(picture, 'moves-area').length === 0) return
    const some = [...all(picture, 'withdrawal'), ...all(picture, 'moves-area')]
    for (const child of new Set(some.flatMap(entry => childrenOf(picture, entry))))
      inTurn(
        losses(picture, child),
        entry => entry,
        (entry, ordinal) => {
          const isOpen = entry.kind === 'moves-area' && openToSocialCareOn(picture, child, entry.day)
          const isExcluded = entry.kind === 'withdrawal' && entry.why === 'excluded'
          return owe({
            ...{ child, thing: 'school', step: `${ordinal}`, because: [entry], since: entry.day },
            ...(isExcluded ? { limit: { workingDays: 6 } } : {}),
            ...(isOpen ? { owner: 'social-worker' } : {}),
            agency: isSchool(entry.by) ? entry.by : undefined,
            ...endedBy(placed(picture, child, entry), gone(picture, child)),
          })
        },
      )
  },
})

/** A child without a school is seen by nobody each day, and easily drawn away (beyond.md, absence and withdrawal). */
export const schoolPlaceRules: readonly Rule[] = [schoolFound]
