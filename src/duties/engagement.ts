import { addDays, type Day } from '../calendar/day.ts'
import { countableChanges, isCountableAttempt, isCountableCancellation } from '../record/counted.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { countedOffers, isVisit, keptOffers, type Offered } from '../record/offered.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { leadOf } from './appointment-pattern.ts'
import { firstSince, missesOf, placeOf } from './attendance.ts'
import { isHereOn } from './household.ts'
import { earliest } from './reading.ts'
import { readOnce, roundsOf } from './rounds.ts'
import { type Owed, ownDefault, procedure, type Rule, rule } from './rule.ts'

/** Everything that counts of a family, in order of the day: misses, late changes, visits and meetings not kept. */
const countedOf = readOnce((picture): readonly Entry[] => {
  const misses = missesOf(picture).map(({ entry }) => entry)
  const changes = picture.appointments.flatMap(one => countableChanges(picture, one).map(({ entry }) => entry))
  const visits = all(picture, 'contact').filter(
    entry => entry.reached === false && isVisit(entry) && isCountableAttempt(picture, entry),
  )
  const meetings = all(picture, 'cancellation-asked').filter(entry => isCountableCancellation(picture, entry))
  const counted = [...misses, ...changes, ...visits, ...meetings].sort((one, other) => one.day - other.day)
  // What one agency notes on one day is one: three children of whom none was brought to one clinic are one morning.
  const seen = new Set<string>()
  return counted.filter(({ day, by }) => !seen.has(`${day} ${by}`) && seen.add(`${day} ${by}`))
})

const lastDayOf = ({ entries }: Picture): Day => (entries.at(-1)?.day ?? 0) as Day

/** All that was offered and says something of the family, in order of the day: what counts, and what was kept. */
const missedOf = readOnce(picture => countedOffers(picture, lastDayOf(picture)))
const keptOf = readOnce(picture => keptOffers(picture, lastDayOf(picture)))

/** How many, of what stands in order of the day, lie after the first day and up to the second. */
const numberIn = (offers: readonly { readonly day: Day }[], after: number, until: number): number =>
  placeOf(offers, (until + 1) as Day) - placeOf(offers, (after + 1) as Day)

const days = 60

/** How much of what was offered to the children in the sixty days to a day says something: the share as well as the count. */
const offeredIn = (picture: Picture, day: Day): number => {
  const within = (offers: readonly Pick<Offered, 'day' | 'people'>[]) =>
    offers
      .slice(placeOf(offers, addDays(day, 1 - days)), placeOf(offers, addDays(day, 1)))
      .filter(({ people }) => people.some(isChildIn(picture))).length
  return within(missedOf(picture)) + within(keptOf(picture))
}

const isChildIn =
  ({ children }: Picture) =>
  (person: PersonId): boolean =>
    children.includes(person)

type Counted = readonly [Entry, ...Entry[]]

/** Three in sixty days that are a third or more of what was offered then. */
const full = (picture: Picture, entries: readonly Entry[], place: number, after: Day): Counted | undefined => {
  const counted: Entry[] = []
  const last = entries[place]
  for (let at = place; at >= 0; at -= 1) {
    const one = entries[at]
    if (last === undefined || one === undefined || one.day <= after || one.day <= last.day - days) break
    counted.push(one)
  }
  const [first, ...others] = counted
  if (first === undefined || others.length < 2) return undefined
  return counted.length * 3 >= offeredIn(picture, first.day) ? [first, ...others] : undefined
}

const meetings = new Set(['professionals', 'child-in-need', 'core-group', 'conference'])

/** People thought it over: a review by its name, or a meeting or decision about the child that plainly did. */
const reviewed = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    firstSince(picture, 'engagement-reviewed', { child, day }),
    firstSince(picture, 'strategy-discussion', { child, day }),
    firstSince(picture, 'conference-held', { child, day }),
    firstSince(picture, 'threshold-reviewed', { child, day }),
    firstSince(picture, 'analysis-updated', { child, day }),
    firstSince(picture, 'assessment-finished', { child, day }),
    firstSince(picture, 'medical-neglect-review', { child, day }),
    firstSince(picture, 'meeting-held', { child, day }, held => held.type !== undefined && meetings.has(held.type)),
  )

const oweReview = (picture: Picture, child: PersonId, counted: Counted, thing: string, ordinal: number): Owed => {
  const { day } = counted[0]
  return {
    child,
    thing,
    step: `${ordinal}`,
    because: counted,
    since: day,
    owner: leadOf(picture, child, day),
    done: reviewed(picture, child, day),
  }
}

const engagementReviewed = rule({
  name: 'engagement-reviewed',
  catalogue: 'R-ENG-1',
  says: 'Think over with the family why appointments, visits and meetings are not kept, and what it does to each child',
  shape: 'count',
  label: 'local procedure',
  source: procedure(
    'Greater Manchester procedure on families who do not engage; that three in sixty days which are a third or more of what was offered set it off, and the ten working days, are defaults of ours',
  ),
  limit: { workingDays: 10 },
  owner: 'lead-practitioner',
  find: (picture, owe) => {
    const events = countedOf(picture)
    if (events.length < 3) return
    roundsOf<Entry, Entry>({
      events,
      full: (_, place, after) => full(picture, events, place, after),
      answered: (counted, ordinal) => {
        const { day } = counted[0]
        const ended = picture.children
          .filter(child => isHereOn(picture, child, day))
          .map(child => owe(oweReview(picture, child, counted, 'engagement', ordinal))?.ended?.day)
        return ended.some(one => one === undefined) ? undefined : (Math.max(...ended.map(one => one ?? day)) as Day)
      },
    })
  },
})

type Worry = EntryOf<'concern' | 'incident' | 'referral-made'>

/** The rises after a worry that then fell: what was kept before, within six weeks after it, and missed in the six weeks after that. */
const span = 42

/** What was offered to one child. */
interface ForChild {
  readonly missed: readonly Offered[]
  readonly kept: () => readonly { readonly day: Day }[]
}

const offeredFor = (picture: Picture, child: PersonId): ForChild => {
  const isFor = ({ people }: Pick<Offered, 'people'>) => people.includes(child)
  let kept: readonly { readonly day: Day }[] | undefined
  return {
    missed: missedOf(picture).filter(isFor),
    kept: () => {
      kept ??= keptOf(picture).filter(isFor)
      return kept
    },
  }
}

/** Misses are looked at first: they are few, and where they are not, nothing fell. */
const fellAgain = ({ missed, kept }: ForChild, worry: Worry): readonly [Entry, ...Entry[]] | undefined => {
  const place = placeOf(missed, addDays(worry.day, span + 1))
  const [first, second] = [missed[place]?.entry, missed[place + 1]]
  if (first === undefined || second === undefined || second.day > worry.day + 2 * span) return undefined
  const shareKept = (after: number, until: number): number => {
    const came = numberIn(kept(), after, until)
    const all = came + numberIn(missed, after, until)
    return all < 2 ? Number.NaN : came / all
  }
  const during = shareKept(worry.day, worry.day + span)
  const rose = during - shareKept(worry.day - span, worry.day - 1) >= 0.4
  return rose && during - shareKept(worry.day + span, worry.day + 2 * span) >= 0.4
    ? [second.entry, worry, first]
    : undefined
}

const worriesOf = (picture: Picture, child: PersonId): readonly Worry[] =>
  [...all(picture, 'concern'), ...all(picture, 'incident'), ...all(picture, 'referral-made')]
    .filter(entry => childrenOf(picture, entry).includes(child))
    .sort((one, other) => one.day - other.day)

/** Whether anything was missed twice in the weeks in which it would have fallen: most records need no further look. */
const twoMissedAfter = (counted: readonly Entry[], day: Day): boolean =>
  numberIn(counted, day + span, day + 2 * span) >= 2

/** It asks for thought and concludes nothing: a family may have been frightened, helped, or left alone again. */
const coOperationAnalysed = rule({
  name: 'co-operation-analysed',
  catalogue: 'R-ENG-5',
  says: 'Look at what is said beside what is done: more was kept just after a concern, and less again since',
  shape: 'count',
  label: 'local setting',
  source: ownDefault(
    'five working days; attendance that rises after a concern and falls again is named in Sussex’s guidance on children who were not brought; people judge what it means',
  ),
  limit: { workingDays: 5 },
  owner: 'lead-practitioner',
  find: (picture, owe) => {
    if (countedOf(picture).length < 2) return
    for (const child of picture.children) {
      const worries = worriesOf(picture, child).filter(({ day }) => twoMissedAfter(countedOf(picture), day))
      if (worries.length === 0) continue
      const offered = offeredFor(picture, child)
      roundsOf<Worry, Entry>({
        events: worries,
        full: worry => fellAgain(offered, worry),
        answered: (counted, ordinal) => owe(oweReview(picture, child, counted, 'co-operation', ordinal))?.ended?.day,
      })
    }
  },
})

const trustPlanMade = rule({
  name: 'trust-plan-made',
  catalogue: 'R-ENG-6',
  says: 'Agree how trust is to be won: who works with the family, how open everybody is, an advocate',
  label: 'local setting',
  source: ownDefault('ten working days'),
  limit: { workingDays: 10 },
  owner: 'lead-practitioner',
  heard: 'when-late',
  find: (picture, owe) => {
    const first = new Map<PersonId, Entry>()
    for (const entry of all(picture, 'distrust'))
      for (const child of childrenOf(picture, entry)) {
        const before = first.get(child)
        if (before !== undefined && entry.day - before.day < 180) continue
        first.set(child, entry)
        const done = earliest(
          firstSince(picture, 'trust-plan', { child, day: entry.day }),
          firstSince(picture, 'advocate', { child, day: entry.day }),
        )
        owe({
          child,
          thing: entry.root,
          because: [entry],
          since: entry.day,
          owner: leadOf(picture, child, entry.day),
          done,
        })
      }
  },
})

/** Families and services that do not meet: people ask why, and what it does to each child (review 3.3, 5.9, 5.18). */
export const engagementRules: readonly Rule[] = [engagementReviewed, coOperationAnalysed, trustPlanMade]
