import { isUnder18 } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import type { Entry, Kind } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isChildOfRecord } from '../record/person-standing.ts'
import { all, childrenOf, isAbout, openToSocialCareOn, type Picture, planOn } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { nameOf } from './household.ts'
import { decidedBy, firstOfKinds, firstSeen, leadIn } from './looked-at.ts'
import { earliest, firstFrom } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** Somebody who is not social care writes that a child lives with somebody else, and no care plan says so. */
const livesWithOthers = (picture: Picture): readonly { readonly child: PersonId; readonly entry: Entry }[] => {
  const placed = all(picture, 'placed-elsewhere').filter(
    entry =>
      !isSocialCare(entry.by) &&
      !childrenOf(picture, entry).some(child => planOn(picture, child, entry.day, ['looked-after']) !== undefined),
  )
  return [...all(picture, 'private-fostering'), ...placed]
    .sort((one, other) => one.day - other.day)
    .flatMap(entry => childrenOf(picture, entry).map(child => ({ child, entry })))
}

const checkedBy: readonly Kind[] = [...decidedBy, 'address-checked', 'came-into-care']

const privateFosteringChecked = rule({
  name: 'private-fostering-checked',
  catalogue: 'beyond',
  says: 'Visit the child who lives with somebody else, see them alone, and check the home and the adults there',
  label: 'local setting',
  source: ownDefault('seven working days after it is known, as for private fostering; its regulations were not read'),
  limit: { workingDays: 7 },
  owner: 'duty-social-worker',
  find: (picture, owe) => {
    const first = new Set<PersonId>()
    for (const { child, entry } of livesWithOthers(picture)) {
      if (first.has(child)) continue
      first.add(child)
      const { day } = entry
      const seen = firstSeen(picture, child, day)
      const visit = seen !== undefined && isSocialCare(seen.by) ? seen : undefined
      const done = earliest(visit, firstOfKinds(picture, checkedBy, child, day))
      const owner = openToSocialCareOn(picture, child, day) ? 'social-worker' : undefined
      owe({ child, thing: 'lives-elsewhere', because: [entry], since: day, owner, watchers: [entry.by], done })
    }
  },
})

/** The parents of a child, born or expected, who were under eighteen when it was known, with the entry that says so. */
const youngParents = (
  picture: Picture,
): readonly { readonly child: PersonId; readonly parent: PersonId; readonly entry: Entry }[] => {
  const young = (parent: PersonId, day: Day) => {
    const born = picture.people.get(parent)?.born
    return born !== undefined && isUnder18(born, day)
  }
  return picture.pregnancies.flatMap(({ known, unborn, mother, father }) =>
    [mother, father].flatMap(parent =>
      parent !== undefined && young(parent, known.day) ? [{ child: unborn, parent, entry: known }] : [],
    ),
  )
}

/** Somebody looked at the young parent as a child: by name, or in an assessment that covers them. */
const lookedAt = (picture: Picture, parent: PersonId, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    firstOfKinds(picture, [...decidedBy, 'referral-made', 'plan-agreed', 'plan-started'], parent, day),
    firstFrom(all(picture, 'person-covered'), day, entry => entry.person === parent && entry.status === 'assessed'),
    firstOfKinds(picture, ['referral-made'], child, day),
    firstFrom(
      all(picture, 'assessment-opened'),
      day,
      entry => entry.type === 'pre-birth' && isAbout(picture, entry, child),
    ),
  )

const youngParentLookedAt = rule({
  name: 'young-parent-looked-at',
  catalogue: 'beyond',
  says: 'Look at what the young parent needs as a child of their own: who keeps them safe, and who fathered or carries the baby',
  shape: 'join',
  label: 'local setting',
  source: ownDefault('ten working days after the pregnancy is known: a parent under eighteen is a child too'),
  limit: { workingDays: 10 },
  owner: 'midwife',
  ladder: ['named-midwife', 'team-manager'],
  find: (picture, owe) => {
    for (const { child, parent, entry } of youngParents(picture)) {
      const standing = picture.people.get(parent)
      const own = standing !== undefined && isChildOfRecord(standing) ? parent : child
      if (openToSocialCareOn(picture, parent, entry.day)) continue
      const owner = isSocialCare(entry.by)
        ? 'social-worker'
        : entry.by.startsWith('midwifery')
          ? undefined
          : leadIn(entry)
      owe({
        child: own,
        thing: parent,
        step: child,
        because: [entry],
        since: entry.day,
        owner,
        agency: entry.by,
        of: nameOf(picture, parent),
        done: lookedAt(picture, parent, child, entry.day),
      })
    }
  },
})

/** A child in somebody else's home, and a child who is to be a parent, are children who need a look (beyond.md). */
export const livingElsewhereRules: readonly Rule[] = [privateFosteringChecked, youngParentLookedAt]
