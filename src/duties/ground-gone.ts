import { type Agency, sameAgency, serviceOfAgency } from '../people/service.ts'
import { agreedRulesOf, brokenBy } from '../record/agreed-rule-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { homeOf } from '../record/household.ts'
import { homeOn, plainAddress } from '../record/person-standing.ts'
import { movesTo, sightingsOf, wasAt, wasWith } from '../record/sighting.ts'
import { all, isAbout, type Picture, patientsOf } from '../record/standing.ts'
import { isOfHousehold } from './household.ts'

type Ground = EntryOf<'ground'>

interface Asked {
  readonly picture: Picture
  readonly ground: Ground
  readonly child: PersonId
}

const after = <E extends Entry>(entries: readonly E[], ground: Ground, fits: (entry: E) => boolean): readonly E[] =>
  entries.filter(entry => entry.day > ground.day && fits(entry))

/** The person lives elsewhere now, or the child went home from hospital to another address (review 2.9, 5.5). */
const moves = ({ picture, ground, child }: Asked): readonly Entry[] => {
  const who = ground.person ?? child
  const person = picture.people.get(who)
  const address = ground.address === undefined ? person && homeOn(person, ground.day) : plainAddress(ground.address)
  if (address === undefined) return []
  const isElsewhere = (other: string) => plainAddress(other) !== address
  const withChild = who === child || isOfHousehold(picture, who, child, ground.day)
  return [
    ...after(all(picture, 'lives-at'), ground, entry => entry.person.includes(who) && isElsewhere(entry.address)),
    ...after(
      all(picture, 'discharge'),
      ground,
      entry =>
        withChild &&
        entry.address !== undefined &&
        isElsewhere(entry.address) &&
        patientsOf(picture, entry).includes(child),
    ),
  ]
}

/** A pregnancy, a relationship or an incident with the one from whom somebody was said to have parted (review 5.17). */
const parted = ({ picture, ground }: Asked): readonly Entry[] => {
  const who = ground.person
  if (who === undefined) return []
  return [
    ...after(all(picture, 'pregnancy'), ground, entry => entry.father === who || entry.mother === who),
    ...after(
      all(picture, 'relationship'),
      ground,
      entry => entry.is === 'partner' && (entry.person === who || entry.of === who),
    ),
    ...after(all(picture, 'incident'), ground, entry => entry.alleged === who),
  ]
}

/** The one who was said to keep away was seen with the child or at its home, moved in, or did not keep a rule. */
const seenAgain = ({ picture, ground, child }: Asked): readonly Entry[] => {
  const who = ground.person
  if (who === undefined) return []
  const people = [who]
  const seen = sightingsOf(picture, child).filter(
    one => wasWith(picture, one, child, people) || (one.there.includes(who) && wasAt(picture, one, child)),
  )
  const rules = agreedRulesOf(picture).filter(one => one.child === child && one.given.person?.includes(who))
  return after(
    [
      ...seen.map(one => one.entry),
      ...movesTo(picture, people, child),
      ...rules.flatMap(one => brokenBy(picture, one)),
    ],
    ground,
    () => true,
  )
}

const isAccused = (type: EntryOf<'finding'>['type']): boolean =>
  type === 'arrest' || type === 'charge' || type === 'conviction'

/** Whoever helps or protects died, moved away from the child, is in hospital, is said to have done harm, or had drunk. */
const protectorGone = ({ picture, ground, child }: Asked): readonly Entry[] => {
  const who = ground.person
  if (who === undefined) return []
  const person = picture.people.get(who)
  const livedWith = person !== undefined && homeOn(person, ground.day) === homeOf(picture, child, ground.day)
  return [
    ...after(all(picture, 'death'), ground, entry => entry.person === who),
    ...after(all(picture, 'admission'), ground, entry => entry.person === who),
    ...after(all(picture, 'incident'), ground, entry => entry.alleged === who),
    ...after(all(picture, 'finding'), ground, entry => entry.person === who && isAccused(entry.type)),
    ...after(
      all(picture, 'lives-at'),
      ground,
      entry =>
        livedWith && entry.person.includes(who) && plainAddress(entry.address) !== homeOf(picture, child, entry.day),
    ),
    ...after(
      sightingsOf(picture, child)
        .filter(one => ground.about === 'protected-by' && one.intoxicated.includes(who))
        .map(one => one.entry),
      ground,
      () => true,
    ),
  ]
}

/** To refuse is a right: it counts against nobody, but what rested on agreement rests on it no longer. */
const refusals = ({ picture, ground, child }: Asked): readonly Entry[] =>
  (['consent-withdrawn', 'consent-refused'] as const).flatMap(kind =>
    after<EntryOf<'consent-withdrawn' | 'consent-refused'>>(
      all(picture, kind),
      ground,
      entry =>
        isAbout(picture, entry, child) &&
        (ground.person === undefined || entry.person === undefined || entry.person === ground.person),
    ),
  )

const givenTo: Partial<Record<ReturnType<typeof serviceOfAgency>, readonly string[]>> = {
  'early-help': ['early-help', 'service'],
  'social-care': ['child-in-need', 'assessment', 'service'],
}

/** The service that was given was declined, taken back, or its last worker left. */
const serviceEnded = (asked: Asked): readonly Entry[] => {
  const { picture, ground, child } = asked
  const agency = ground.agency
  if (agency === undefined) return []
  const to = givenTo[serviceOfAgency(agency)] ?? ['service']
  return [
    ...refusals(asked).filter(
      entry => 'to' in entry && to.includes(String(entry.to)) && sameAgencyOrNone(entry, agency),
    ),
    ...after(
      all(picture, 'referral-declined'),
      ground,
      entry => sameAgency(entry.by, agency) && isAbout(picture, entry, child),
    ),
    ...lastLeft(picture, ground, agency),
  ]
}

const sameAgencyOrNone = (entry: Entry, agency: Agency): boolean =>
  sameAgency(entry.by, agency) || serviceOfAgency(entry.by) === 'social-care' || serviceOfAgency(entry.by) === 'family'

const lastLeft = (picture: Picture, ground: Ground, agency: Agency): readonly Entry[] => {
  const theirs = picture.network.filter(one => sameAgency(one.agency, agency))
  return theirs.flatMap(({ ends }) => {
    if (ends === undefined || ends.day <= ground.day) return []
    const goesOn = theirs.some(
      one => one.ends !== ends && (one.ends === undefined || one.ends.day > ends.day) && one.starts.day <= ends.day,
    )
    return goesOn ? [] : [ends]
  })
}

const nothing = (): readonly Entry[] => []

/** What denies each sort of ground: where somebody lives, who helps or keeps away, that somebody agrees, that help is given. */
const gone: Record<Ground['about'], (asked: Asked) => readonly Entry[]> = {
  'lives-at': moves,
  'helped-by': protectorGone,
  'protected-by': protectorGone,
  'relationship-ended': parted,
  'no-contact': asked => [...parted(asked), ...seenAgain(asked)],
  'not-there': asked => [...parted(asked), ...seenAgain(asked)],
  'co-operates': refusals,
  service: serviceEnded,
  needs: nothing,
  other: nothing,
}

/** Every entry that denies a ground for a child: said so by hand, or shown by what else is on the record. */
export const contradictions = (
  picture: Picture,
  { ground, id }: { readonly ground: Ground; readonly id: string },
  child: PersonId,
): readonly Entry[] => [
  ...all(picture, 'ground-ended').filter(entry => entry.ground === id && entry.day >= ground.day),
  ...gone[ground.about]({ picture, ground, child }),
]
