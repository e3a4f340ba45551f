import { addDays, addMonths, type Day } from '../calendar/day.ts'
import { isOfSocialCare } from '../record/assessment-standing.ts'
import type { EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { homeOf } from '../record/household.ts'
import { plainAddress } from '../record/person-standing.ts'
import { all, isAbout, openToSocialCareOn, type Picture, patientsOf } from '../record/standing.ts'
import { firstAbout, isFor } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** Where the child was to live, by what the last assessment rests on; the mother's home stands for the child's. */
const groundAddress = (picture: Picture, child: PersonId, day: Day): string | undefined => {
  const mother = picture.people.get(child)?.mother
  const ground = all(picture, 'ground').findLast(
    entry =>
      entry.about === 'lives-at' &&
      entry.address !== undefined &&
      entry.day <= day &&
      isAbout(picture, entry, child) &&
      (entry.person === undefined || entry.person === child || entry.person === mother),
  )
  return ground?.address
}

/** Where the child, or before the birth the mother, lived when the last assessment was finished. */
const homeWhenAssessed = (picture: Picture, child: PersonId, day: Day): string | undefined => {
  const finished = picture.assessments
    .flatMap(({ children, finished: entry }) => (entry !== undefined && children.includes(child) ? [entry.day] : []))
    .filter(one => one <= day)
  return finished.length === 0 ? undefined : homeOf(picture, child, Math.max(...finished) as Day)
}

/** Social care has a case open for the child that day, or finished an assessment in the twelve months before. */
const isKnownToSocialCare = (picture: Picture, child: PersonId, day: Day): boolean =>
  openToSocialCareOn(picture, child, day) ||
  picture.assessments.some(
    one =>
      isOfSocialCare(one) &&
      one.finished !== undefined &&
      one.finished.day <= day &&
      one.finished.day >= addMonths(day, -12) &&
      isFor(picture, one.finished, one.children, child),
  )

/** Where the child, or the mother, lived until then; where no home is on the record at all, nobody has looked at one. */
const homeBefore = (picture: Picture, child: PersonId, day: Day): string | undefined =>
  homeOf(picture, child, addDays(day, -1))

type Checked = EntryOf<'address-checked'>

const withAdults = (address: string) => (entry: Checked) =>
  entry.adults && (entry.address === undefined || plainAddress(entry.address) === address)

/** An address that was checked with its adults before the discharge is an assessed one. */
const checkedBefore = (picture: Picture, child: PersonId, address: string, day: Day): boolean =>
  all(picture, 'address-checked').some(
    entry =>
      entry.day < day && entry.address !== undefined && isAbout(picture, entry, child) && withAdults(address)(entry),
  )

/** Whoever writes only “home” writes of the home that the record has. */
const ownHome = /^(?:(?:his|her|their|own|the|family) )*home(?: address)?$/u

const isElsewhere = (picture: Picture, child: PersonId, address: string, day: Day): boolean => {
  const assessed =
    groundAddress(picture, child, day) ?? homeWhenAssessed(picture, child, day) ?? homeBefore(picture, child, day)
  const isKnown = assessed !== undefined && (plainAddress(assessed) === address || ownHome.test(address))
  return !isKnown && !checkedBefore(picture, child, address, day)
}

const addressChecked = rule({
  name: 'discharge-address-checked',
  catalogue: 'R-DIS-3',
  says: 'Check the home that the child went to, and the adults there: it is not one that was assessed',
  shape: 'contradiction',
  label: 'local setting',
  source: ownDefault(
    'one working day; that discharge is agreed with social care, and not at a weekend, is the Greater Manchester guideline',
  ),
  limit: { workingDays: 1 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const entry of all(picture, 'discharge')) {
      if (entry.address === undefined) continue
      const address = plainAddress(entry.address)
      for (const child of patientsOf(picture, entry)) {
        if (!isKnownToSocialCare(picture, child, entry.day)) continue
        if (!isElsewhere(picture, child, address, entry.day)) continue
        const done = firstAbout(picture, all(picture, 'address-checked'), child, entry.day, withAdults(address))
        owe({ child, thing: entry.root, because: [entry], since: entry.day, done })
      }
    }
  },
})

/** Going home from hospital (review 2.9, 5.5). */
export const dischargeRules: readonly Rule[] = [addressChecked]
