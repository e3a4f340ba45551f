import { addDays, type Day } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import { always } from '../record/always.ts'
import type { Entry, Kind } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isChildOfRecord, isChildOn, type PersonStanding } from '../record/person-standing.ts'
import { all, isAbout, openToSocialCareOn, type Picture, planOn } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { firstFromDay } from './attendance.ts'
import { nameOf } from './household.ts'
import { firstOfKinds, leadIn, weighedBy } from './looked-at.ts'
import { openFrom } from './open-case.ts'
import { earliest, firstFrom } from './reading.ts'
import { readOnce } from './rounds.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

/** An adult who has come into a child's home or family, with the first entry that says so. */
interface Joined {
  readonly child: PersonId
  readonly adult: PersonId
  readonly entry: Entry
}

type Home = PersonStanding['homes'][number]

const isParent = (picture: Picture, adult: PersonId, child: PersonId): boolean => {
  const person = picture.people.get(child)
  return person?.mother === adult || person?.father === adult
}

/** A grown-up, as far as the record says; somebody who works with the family is not of its people. */
const isAdult = (person: PersonStanding, day: Day): boolean => !isChildOfRecord(person) && !isChildOn(person, day)

const homeBefore = (homes: readonly Home[], day: Day): Home | undefined => homes.findLast(home => home.from < day)

/** Whoever moved house together with the child is not new. */
const cameAlong = (person: PersonStanding, child: PersonStanding, { from }: Home): boolean => {
  const [own, theirs] = [homeBefore(person.homes, from), homeBefore(child.homes, from)]
  return own !== undefined && theirs !== undefined && own.address === theirs.address
}

/** The adults who moved into the home of a child that the record knew before. */
const movedIn = (picture: Picture, child: PersonStanding): readonly Joined[] =>
  [...picture.people.values()].flatMap(person => {
    if (person.id === child.id || isParent(picture, person.id, child.id)) return []
    const home = person.homes.find(
      one =>
        one.from > always &&
        isAdult(person, one.from) &&
        !cameAlong(person, child, one) &&
        livesOn(child, one) &&
        homeBefore(child.homes, one.from) !== undefined,
    )
    return home === undefined ? [] : [{ child: child.id, adult: person.id, entry: home.entry }]
  })

const livesOn = (child: PersonStanding, { address, from }: Home): boolean =>
  child.homes.findLast(home => home.from <= from && (home.until === undefined || home.until >= from))?.address ===
  address

const asPartner = new Set(['partner', 'step-parent'])
const asCarer = new Set(['mother', 'father', 'parent', 'carer'])

/** The new partner of somebody who brings the child up, entered with a day. */
const partnersOf = (picture: Picture, child: PersonId): readonly Joined[] => {
  const dated = all(picture, 'relationship').filter(entry => entry.day > always && asPartner.has(entry.is))
  if (dated.length === 0) return []
  const carers = new Set(
    all(picture, 'relationship').flatMap(entry => (entry.of === child && asCarer.has(entry.is) ? [entry.person] : [])),
  )
  return dated.flatMap(entry => {
    const adult = carers.has(entry.person) && entry.is === 'partner' ? entry.of : entry.person
    const other = adult === entry.person ? entry.of : entry.person
    const isOf = other === child || carers.has(other)
    return isOf && adult !== child && !isParent(picture, adult, child) ? [{ child, adult, entry }] : []
  })
}

/** Every new adult for every child, by the first entry that says so. */
const joinedIn = readOnce((picture): readonly Joined[] => {
  const found = new Map<string, Joined>()
  for (const child of picture.children) {
    const standing = picture.people.get(child)
    if (standing === undefined) continue
    for (const one of [...movedIn(picture, standing), ...partnersOf(picture, child)].sort(
      (a, b) => a.entry.day - b.entry.day,
    )) {
      const key = `${child}|${one.adult}`
      if (!found.has(key)) found.set(key, one)
    }
  }
  return [...found.values()]
})

const worries: readonly Kind[] = ['injury', 'incident', 'section47-started']

/** The first worry after an adult joined: an injury, an incident, harm, a referral to social care. A late homework is none. */
const firstWorry = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    firstOfKinds(picture, worries, child, day),
    firstFromDay(
      all(picture, 'concern'),
      day,
      entry =>
        (entry.harm === true || entry.immediate === true || entry.neglect === true) && isAbout(picture, entry, child),
    ),
    firstFromDay(all(picture, 'referral-made'), day, entry => isSocialCare(entry.to) && isAbout(picture, entry, child)),
  )

const kin = new Set(['grandparent', 'great-grandparent', 'sibling', 'aunt-or-uncle'])

/** A child's own kin are looked up only in an open case. */
const isKin = (picture: Picture, { child, adult }: Joined): boolean =>
  all(picture, 'relationship').some(entry => entry.person === adult && entry.of === child && kin.has(entry.is))

/** From when it is owed, and because of what: at once in an open case, else from the first worry of the year that follows. A family's new partner is nobody's business before. */
const startsWith = (
  picture: Picture,
  joined: Joined,
): { readonly day: Day; readonly because: Owed['because']; readonly open: boolean } | undefined => {
  const { child, entry } = joined
  if (openToSocialCareOn(picture, child, entry.day)) return { day: entry.day, because: [entry], open: true }
  const worry = isKin(picture, joined) ? undefined : firstWorry(picture, child, entry.day)
  const opened = openFrom(picture, child, entry.day)
  const first = earliest(worry, opened?.by)
  if (first === undefined || first.day > addDays(entry.day, 365)) return undefined
  return { day: first.day, because: [first, entry], open: openToSocialCareOn(picture, child, first.day) }
}

const asked = new Set(['not-asked', 'not-located'])
const before = 90 // days: what was asked shortly before he was known to live there counts

/** Somebody looked up what is known of him: asked the police or another agency, assessed him, or sat with the police. */
const lookedUp = (picture: Picture, { child, adult }: Joined, since: Day): Entry | undefined => {
  const from = addDays(since, -before)
  return earliest(
    firstFrom(all(picture, 'enquiry-made'), from, entry => entry.person?.includes(adult) ?? entry.day >= since),
    firstFrom(all(picture, 'known-elsewhere'), from, entry => entry.person === adult || entry.adult === adult),
    firstFrom(all(picture, 'person-covered'), from, entry => entry.person === adult && !asked.has(entry.status)),
    firstFrom(all(picture, 'clares-law'), since),
    firstFromDay(
      all(picture, 'strategy-discussion'),
      since,
      entry =>
        isAbout(picture, entry, child) &&
        [...(entry.present ?? []), ...(entry.facts ?? [])].some(agency => serviceOfAgency(agency) === 'police'),
    ),
    firstOfKinds(picture, ['conference-held'], child, since),
  )
}

const newAdultChecked = rule({
  name: 'new-adult-looked-up',
  catalogue: 'beyond',
  says: 'Ask every agency what is known of the adult who is new in the child’s home, here and elsewhere',
  shape: 'join',
  label: 'local setting',
  source: ownDefault(
    'five working days after the adult is known, in an open case; else after the first worry that follows within a year',
  ),
  limit: { workingDays: 5 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const joined of joinedIn(picture)) {
      const starts = startsWith(picture, joined)
      if (starts === undefined) continue
      const { day, because, open } = starts
      const owner = open ? undefined : because[0].kind === 'referral-made' ? 'duty-social-worker' : leadIn(because[0])
      const agency = open || because[0].kind === 'referral-made' ? undefined : because[0].by
      owe({
        child: joined.child,
        thing: joined.adult,
        because,
        since: day,
        owner,
        agency,
        of: nameOf(picture, joined.adult),
        done: lookedUp(picture, joined, day),
      })
    }
  },
})

const planReconsidered = rule({
  name: 'plan-looked-at-for-new-adult',
  catalogue: 'beyond',
  says: 'Look again at the plan: what does the new adult in the home mean for the child',
  shape: 'change',
  label: 'local setting',
  source: ownDefault('ten working days after the adult is known, while the child has a plan'),
  limit: { workingDays: 10 },
  owner: 'lead-practitioner',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const joined of joinedIn(picture)) {
      const { child, adult, entry } = joined
      const plan = planOn(picture, child, entry.day)
      if (plan === undefined) continue
      const done = earliest(firstOfKinds(picture, [...weighedBy, 'meeting-held'], child, entry.day))
      const over = plan.ended === undefined ? {} : { over: { entry: plan.ended, how: 'no-longer' as const } }
      owe({
        child,
        thing: adult,
        because: [entry],
        since: entry.day,
        of: nameOf(picture, adult),
        ...(done === undefined ? over : { done }),
      })
    }
  },
})

/** An adult who comes into a child's life is not left unknown (beyond.md). */
export const newAdultRules: readonly Rule[] = [newAdultChecked, planReconsidered]
