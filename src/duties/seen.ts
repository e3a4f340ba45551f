import { isUnder18 } from '../calendar/age.ts'
import { addDays, type Day } from '../calendar/day.ts'
import type { Limit } from '../calendar/limit.ts'
import type { Role } from '../people/role.ts'
import { serviceOfAgency } from '../people/service.ts'
import { isOfSocialCare } from '../record/assessment-standing.ts'
import { isCountableAttempt } from '../record/counted.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isUnbornOn } from '../record/person-standing.ts'
import { all, childrenOf, onPlanOn, openToSocialCareOn, type Picture, patientsOf } from '../record/standing.ts'
import { firstFromDay, placeOf } from './attendance.ts'
import { earliest } from './reading.ts'
import { readOnce, roundsOf } from './rounds.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** Each entry in which somebody saw a child with their own eyes, in order. "Visited" alone is not "seen". */
export const sightingsOf = readOnce((picture): ReadonlyMap<PersonId, readonly Entry[]> => {
  const seen = new Map<PersonId, Entry[]>()
  const add = (entry: Entry, children: readonly PersonId[]) => {
    for (const child of children) {
      const held = seen.get(child)
      if (held === undefined) seen.set(child, [entry])
      else held.push(entry)
    }
  }
  for (const entry of all(picture, 'contact'))
    if (entry.reached !== false) {
      if (entry.seen !== undefined) add(entry, entry.seen)
      if (entry.unwell !== undefined) add(entry, entry.unwell)
    }
  for (const one of picture.appointments)
    if (one.attended !== undefined && one.person === undefined && one.attended.seen !== 'no')
      add(one.attended, one.children)
  for (const kind of ['injury', 'urgent-attendance', 'child-voice', 'routine-check', 'illness-reviewed'] as const)
    for (const entry of all(picture, kind))
      if (!(entry.kind === 'routine-check' && entry.outcome !== 'done')) add(entry, childrenOf(picture, entry))
  for (const entry of all(picture, 'incident'))
    if (entry.type === 'injury' || entry.type === 'medical') add(entry, childrenOf(picture, entry))
  for (const kind of ['admission', 'discharge'] as const)
    for (const entry of all(picture, kind)) add(entry, patientsOf(picture, entry))
  for (const entries of seen.values()) entries.sort((one, other) => one.day - other.day)
  return seen
})

const none: readonly Entry[] = []

/** The first entry, from a day on, in which anybody saw the child. */
export const nextSeen = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  firstFromDay(sightingsOf(picture).get(child) ?? none, day, () => true)

/** A time in which somebody must see the child: an enquiry, an assessment, a referral that waits, a protection plan. */
interface Stretch {
  readonly from: Entry
  /** What ended it. */
  readonly until: Entry | undefined
  /** The last day on which it can have lasted; what nobody wrote the end of is not taken to last for years. */
  readonly last: Day
}

const ever = Number.POSITIVE_INFINITY as Day
/** Days for which an assessment, an enquiry or a referral is taken to go on when no end of it is written. */
const longest = 90

const stretch = (from: Entry | undefined, until: Entry | undefined, days: number): readonly Stretch[] =>
  from === undefined ? [] : [{ from, until, last: until?.day ?? addDays(from.day, days) }]

/** A referral that nobody wrote a decision on goes over into the assessment that follows it. */
const assessmentAfter = (picture: Picture, child: PersonId, day: Day | undefined): Entry | undefined =>
  day === undefined
    ? undefined
    : picture.assessments.find(
        one =>
          isOfSocialCare(one) &&
          one.children.includes(child) &&
          one.opened !== undefined &&
          one.opened.day >= day &&
          one.opened.day <= addDays(day, longest),
      )?.opened

/** What a child in need plan asks has a rule of its own, and a looked-after child has visits of another. */
const stretchesOf = (picture: Picture, child: PersonId): readonly Stretch[] => {
  const of = (children: readonly PersonId[]) => children.includes(child)
  const found = [
    ...picture.plans.flatMap(({ type, children, agreed, started, ended }) =>
      type === 'child-protection' && of(children) ? stretch(agreed ?? started, ended, ever) : [],
    ),
    ...picture.assessments.flatMap(one =>
      isOfSocialCare(one) && of(one.children) ? stretch(one.opened, one.finished, longest) : [],
    ),
    ...picture.conferences.flatMap(one =>
      one.child === child ? stretch(one.start, one.held ?? one.notNeeded, longest) : [],
    ),
    ...picture.referrals.flatMap(({ made, to, children, decided, declined }) =>
      to !== undefined && of(children) && serviceOfAgency(to) === 'social-care'
        ? stretch(made, decided ?? declined ?? assessmentAfter(picture, child, made?.day), longest)
        : [],
    ),
  ]
  return found.sort((one, other) => one.from.day - other.from.day)
}

/** Stretches that touch are one: a referral, its assessment, the conference. */
const joined = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const held: Stretch[] = []
  for (const next of stretches) {
    const before = held.at(-1)
    if (before === undefined || addDays(before.last, 5) < next.from.day) held.push(next)
    else if (next.last > before.last) held.splice(-1, 1, { ...next, from: before.from })
  }
  return held
}

/** From when a child can be seen: from the birth, where it was not born yet. */
const startFor = (picture: Picture, child: PersonId, from: Entry): Entry | undefined => {
  const person = picture.people.get(child)
  return person !== undefined && isUnbornOn(person, from.day) ? person.birth : from
}

const isStillChild = (picture: Picture, child: PersonId, day: Day): boolean => {
  const born = picture.people.get(child)?.born
  return born === undefined || isUnder18(born, day)
}

/** What is owed between two sightings: from the one before, or the start, to the next. */
interface Gap {
  readonly from: Entry
  readonly next: Entry | undefined
}

/**
 * The gaps between sightings. Of several sightings within the time of one gap the next is counted from the last: nothing
 * that is too long is passed over, and a child who is seen each day is not owed a duty each day.
 */
const gapsIn = (start: Entry, last: Day, seen: readonly Entry[]): readonly Gap[] => {
  const gaps: Gap[] = []
  let [from, place] = [start, placeOf(seen, start.day)]
  while (from.day < last) {
    while ((seen[place]?.day ?? ever) <= from.day) place += 1
    const next = seen[place]
    gaps.push({ from, next })
    if (next === undefined) return gaps
    from = next
    const enough = addDays(next.day, sightedFor)
    while ((seen[place + 1]?.day ?? ever) <= enough) place += 1
    from = seen[place] ?? next
  }
  return gaps
}

/** Days within which further sightings open no new time: well under the time within which a child is to be seen again. */
const sightedFor = 10

/** A child whom nobody had seen in the five days before. */
const unseenBefore = (picture: Picture, child: PersonId, { from, next }: Gap, start: Entry): boolean =>
  from === start && from.kind !== 'birth' && (nextSeen(picture, child, addDays(start.day, -5)) ?? next) === next

/** Midwives and health visitors see a newborn without anybody's writing it here; a child whom nobody had seen is seen sooner. */
const limitOf = (picture: Picture, child: PersonId, gap: Gap, start: Entry): Limit | undefined => {
  if (gap.from.kind === 'birth') return { weeks: 6 }
  return unseenBefore(picture, child, gap, start) ? { workingDays: 10 } : undefined
}

const childSeen = rule({
  name: 'child-seen-by-anyone',
  catalogue: 'beyond',
  says: 'See the child: nobody of any agency has',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault(
    'ten working days from the start of a referral, an assessment, a section 47 enquiry or a child protection plan where nobody had seen the child in the five days before, then twenty working days without anybody’s having done so; a visit is not a sighting',
  ),
  limit: { workingDays: 20 },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const child of picture.children) {
      let step = 0
      for (const { from, until, last } of joined(stretchesOf(picture, child))) {
        const start = startFor(picture, child, from)
        if (start === undefined || !isStillChild(picture, child, start.day)) continue
        for (const gap of gapsIn(start, last, sightingsOf(picture).get(child) ?? none)) {
          step += 1
          const over = until !== undefined && (gap.next === undefined || until.day < gap.next.day) ? until : undefined
          owe({
            child,
            thing: 'seen',
            step: `${step}`,
            because: [gap.from],
            since: gap.from.day,
            limit: limitOf(picture, child, gap, start),
            done: over === undefined ? gap.next : undefined,
            over: over === undefined ? undefined : { entry: over, how: 'no-longer' },
          })
        }
      }
    }
  },
})

type Attempt = EntryOf<'contact'>

/** A visit that found nobody in, of whichever service. A call or a text that nobody answered is none. */
const isFailedVisit = (picture: Picture, entry: Attempt): boolean =>
  (entry.letIn === false || isCountableAttempt(picture, entry)) && (entry.way === undefined || entry.way === 'visit')

/** The visits that found nobody in, child by child, of all services. */
export const failedVisitsOf = readOnce((picture): ReadonlyMap<PersonId, readonly Attempt[]> => {
  const failed = new Map<PersonId, Attempt[]>()
  for (const entry of all(picture, 'contact')) {
    if (!isFailedVisit(picture, entry)) continue
    for (const child of childrenOf(picture, entry)) {
      const held = failed.get(child)
      if (held === undefined) failed.set(child, [entry])
      else held.push(entry)
    }
  }
  return failed
})

/** Days within which failed visits are added up. */
const window = 60

/** How many failed visits ask for a sighting: fewer where there is a plan, an enquiry or a conference. */
const enough = (picture: Picture, child: PersonId, day: Day): number => (onPlanOn(picture, child, day) ? 2 : 3)

const addedUp = (
  picture: Picture,
  child: PersonId,
  visits: readonly Attempt[],
  place: number,
  after: Day,
): readonly [Attempt, ...Attempt[]] | undefined => {
  const last = visits[place]
  if (last === undefined) return undefined
  const before: Attempt[] = []
  for (let at = place - 1; at >= 0; at -= 1) {
    const one = visits[at]
    if (one === undefined || one.day <= after || one.day <= addDays(last.day, -window)) break
    if (one.day < last.day && (nextSeen(picture, child, one.day)?.day ?? last.day) >= last.day) before.push(one)
  }
  return before.length + 1 < enough(picture, child, last.day) ? undefined : [last, ...before]
}

const whoSees = (picture: Picture, child: PersonId, { day, by }: Attempt): Role => {
  if (openToSocialCareOn(picture, child, day)) return 'social-worker'
  return serviceOfAgency(by) === 'health-visiting' ? 'health-visitor' : 'lead-practitioner'
}

/** Somebody saw the child, or all agencies talked about how. */
const answeredBy = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    nextSeen(picture, child, day),
    firstFromDay(all(picture, 'strategy-discussion'), day, entry => childrenOf(picture, entry).includes(child)),
  )

const failedVisitsAddedUp = rule({
  name: 'failed-visits-added-up',
  catalogue: 'beyond',
  says: 'See the child now: visits of several days found nobody, whichever service made them',
  shape: 'count',
  label: 'local setting',
  source: ownDefault(
    'two working days after the third failed visit in sixty days with no sighting between, the second where there is a plan, an enquiry or a conference; it counts against nobody, since it may be our hours that do not fit',
  ),
  limit: { workingDays: 2 },
  owner: 'lead-practitioner',
  find: (picture, owe) => {
    for (const [child, visits] of failedVisitsOf(picture))
      for (const { ordinal, counted } of roundsOf<Attempt, Attempt>({
        events: visits,
        full: (_, place, after) => addedUp(picture, child, visits, place, after),
        answered: ([last]) => answeredBy(picture, child, last.day)?.day,
      })) {
        const [last] = counted
        owe({
          ...{ child, thing: 'failed-visits', step: `${ordinal}`, because: counted, since: last.day },
          ...{ owner: whoSees(picture, child, last), agency: last.by },
          done: answeredBy(picture, child, last.day),
        })
      }
  },
})

/** The child not seen (beyond.md): days since anybody saw the child, and failed visits of all services together. */
export const seenRules: readonly Rule[] = [childSeen, failedVisitsAddedUp]
