import { ageOn } from '../calendar/age.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf, Kind } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { firstOfKinds } from './looked-at.ts'
import { earliest } from './reading.ts'
import { roundsOf } from './rounds.ts'
import { ownDefault, type Rule, rule } from './rule.ts'
import { isSchool } from './school-of.ts'
import { failedVisitsOf, nextSeen, sightingsOf } from './seen.ts'

/** What a service offered, and the child was not there: a check that was missed, a visit that found nobody in. */
type Offer = EntryOf<'routine-check' | 'contact'>

const add = (offers: Map<PersonId, Offer[]>, child: PersonId, offer: Offer): void => {
  const held = offers.get(child)
  if (held === undefined) offers.set(child, [offer])
  else held.push(offer)
}

/** What came to nothing, child by child and in order. A check that was declined is a decision, and not counted. */
const offersOf = (picture: Picture): ReadonlyMap<PersonId, readonly Offer[]> => {
  const offers = new Map<PersonId, Offer[]>()
  for (const check of all(picture, 'routine-check'))
    if (check.outcome === 'missed') for (const child of childrenOf(picture, check)) add(offers, child, check)
  for (const [child, visits] of failedVisitsOf(picture)) for (const visit of visits) add(offers, child, visit)
  for (const held of offers.values()) held.sort((one, other) => one.day - other.day)
  return offers
}

const enough = 3
/** Days within which offers are counted, and for which nobody has seen the child at the least. */
const window = 730
const longUnseen = 90

const lastSeen = (picture: Picture, child: PersonId, day: Day): Day | undefined =>
  sightingsOf(picture)
    .get(child)
    ?.findLast(entry => entry.day <= day)?.day

/** The last of three offers that came to nothing with no sighting between, when nobody has seen the child for months. */
const addedUp = (
  picture: Picture,
  child: PersonId,
  { offers, place, after }: { readonly offers: readonly Offer[]; readonly place: number; readonly after: Day },
): readonly [Offer, ...Offer[]] | undefined => {
  const last = offers[place]
  if (last === undefined || !isSmall(picture, child, last.day) || isKnownElsewhere(picture, child, last.day))
    return undefined
  const seen = lastSeen(picture, child, last.day)
  const from = Math.max(after, seen ?? after, addDays(last.day, -window))
  const before = offers.slice(0, place).filter(one => one.day > from && one.day < last.day)
  const since = seen ?? before[0]?.day ?? last.day
  return before.length + 1 < enough || last.day < addDays(since, longUnseen) ? undefined : [last, ...before.reverse()]
}

const isSmall = (picture: Picture, child: PersonId, day: Day): boolean => {
  const born = picture.people.get(child)?.born
  return born !== undefined && born <= day && ageOn(born, day).years < 5
}

const ofSchool: readonly Kind[] = ['registered', 'absence', 'concern', 'child-voice']

/** A nursery or school that has the child sees it each day, without writing so. */
const atSchool = (picture: Picture, child: PersonId): readonly Entry[] =>
  ofSchool.flatMap(kind =>
    all(picture, kind).filter(
      entry =>
        isAbout(picture, entry, child) &&
        (isSchool(entry.by) ||
          (entry.kind === 'registered' && (entry.with === 'school' || entry.with === 'nursery'))) &&
        !(entry.kind === 'absence' && entry.missing === true),
    ),
  )

/** Social care sees the child by rules of its own, and a nursery each day. */
const isKnownElsewhere = (picture: Picture, child: PersonId, day: Day): boolean =>
  openToSocialCareOn(picture, child, day) ||
  atSchool(picture, child).some(
    entry => entry.day <= day && (entry.kind === 'registered' || entry.day >= addDays(day, -183)),
  )

const seenOrDecided = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    nextSeen(picture, child, day),
    firstOfKinds(picture, ['strategy-discussion', 'assessment-opened', 'section47-started'], child, day),
    ...atSchool(picture, child).filter(entry => entry.day > day),
  )

const smallChildSeen = rule({
  name: 'small-child-seen',
  catalogue: 'beyond',
  says: 'See the small child: checks were missed or visits found nobody, and nobody has seen the child for months',
  shape: 'count',
  label: 'local setting',
  source: ownDefault(
    'ten working days after the third missed check or failed visit in two years with no sighting between, where nobody has seen a child under five for three months; a check that was declined does not count, and it counts against nobody',
  ),
  limit: { workingDays: 10 },
  owner: 'health-visitor',
  ladder: ['named-nurse', 'designated-nurse'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const [child, offers] of offersOf(picture)) {
      if (offers.length < enough) continue
      for (const { ordinal, counted } of roundsOf<Offer, Offer>({
        events: offers,
        full: (_, place, after) => addedUp(picture, child, { offers, place, after }),
        answered: ([last]) => seenOrDecided(picture, child, last.day)?.day,
      })) {
        const [last] = counted
        owe({
          ...{ child, thing: 'small-child', step: `${ordinal}`, because: counted, since: last.day },
          ...(serviceOfAgency(last.by) === 'health-visiting' ? { agency: last.by } : {}),
          done: seenOrDecided(picture, child, last.day),
        })
      }
    }
  },
})

/** A small child whom no service has on its eye: not at nursery, not at the surgery, never in when somebody calls (beyond.md). */
export const smallChildRules: readonly Rule[] = [smallChildSeen]
