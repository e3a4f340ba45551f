import { addMonths } from '../calendar/day.ts'
import { type Service, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { usualRole } from '../record/network-standing.ts'
import { all, childrenOf, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { isUnexplained } from './harm-done.ts'
import { inTurn } from './in-turn.ts'
import { informed } from './informed.ts'
import { earliest, endedBy } from './reading.ts'
import { readOnce, roundsOf } from './rounds.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

type Seen = EntryOf<'injury' | 'incident'>

/** An injury of one child. */
interface Injury {
  readonly child: PersonId
  readonly entry: Seen
  readonly day: Seen['day']
  /** The child cannot move about alone: any mark is referred, however it is explained. */
  readonly still: boolean
  /** No explanation, or none that fits. */
  readonly unexplained: boolean
}

/** Months of age under which a child is taken not to move about alone, and under which an unjudged account explains nothing. */
const [monthsStill, monthsJudged] = [6, 12]

const isYounger = (picture: Picture, child: PersonId, { day }: Seen, months: number): boolean => {
  const person = picture.people.get(child)
  const born = person?.born ?? person?.birth?.day
  return born !== undefined && born <= day && day < addMonths(born, months)
}

const isStill = (picture: Picture, child: PersonId, entry: Seen): boolean =>
  entry.kind === 'injury' && entry.mobile !== undefined ? !entry.mobile : isYounger(picture, child, entry, monthsStill)

const isNotJudged = (picture: Picture, child: PersonId, entry: Seen): boolean =>
  entry.kind === 'injury' &&
  entry.explained === undefined &&
  entry.judgedBy === undefined &&
  isYounger(picture, child, entry, monthsJudged)

const injuriesOf = readOnce((picture): ReadonlyMap<PersonId, readonly Injury[]> => {
  const seen: readonly Seen[] = [
    ...all(picture, 'injury'),
    ...all(picture, 'incident').filter(entry => entry.type === 'injury'),
  ]
  const injuries = seen.flatMap(entry =>
    childrenOf(picture, entry).map(child => ({
      ...{ child, entry, day: entry.day },
      ...{
        still: isStill(picture, child, entry),
        unexplained: isUnexplained(entry) || isNotJudged(picture, child, entry),
      },
    })),
  )
  return Map.groupBy(
    injuries.sort((one, other) => one.day - other.day),
    ({ child }) => child,
  )
})

const namesOf = ({ entry }: Injury): readonly (string | undefined)[] => [
  entry.kind === 'injury' ? entry.injury : entry.incident,
]

/** What a paediatrician said of this injury, or of all up to then. */
const opinionOn = (picture: Picture, injury: Injury): EntryOf<'injury-opinion'> | undefined =>
  firstSince(
    picture,
    'injury-opinion',
    injury,
    opinion =>
      opinion.injury === undefined ||
      [injury.entry.id, injury.entry.root, ...namesOf(injury)].includes(opinion.injury as string),
  )

/** The injuries about which somebody must act the same day. A fitting explanation is enough for a child who runs about. */
const grave = (injuries: readonly Injury[]): readonly Injury[] =>
  injuries.filter(({ still, unexplained }) => still || unexplained)

/** Days within which further injuries wait with the first that nobody acted on. */
const daysOfOne = 28

const entryOf = ({ entry }: Injury): Entry => entry

const eachGrave = (
  picture: Picture,
  raise: (
    injury: Injury,
    base: Pick<Owed, 'child' | 'thing' | 'step' | 'because' | 'since'>,
  ) => ReturnType<Parameters<typeof inTurn<Injury>>[2]>,
): void => {
  for (const [child, injuries] of injuriesOf(picture))
    inTurn(
      grave(injuries),
      entryOf,
      (injury, ordinal) =>
        raise(injury, {
          ...{ child, thing: 'injury', step: `${ordinal}` },
          ...{ because: [injury.entry], since: injury.day },
        }),
      daysOfOne,
    )
}

const knowsAnyway: ReadonlySet<Service> = new Set(['family', 'social-care', 'emergency-duty'])

/** What each agency saw, by the agency: one that saw a second bruise passes it on, though another kept the first to itself. */
const graveByAgency = (picture: Picture): readonly (readonly Injury[])[] =>
  [...injuriesOf(picture).values()].flatMap(injuries => [
    ...Map.groupBy(
      grave(injuries).filter(({ entry }) => !knowsAnyway.has(serviceOfAgency(entry.by))),
      ({ entry }) => entry.by,
    ).values(),
  ])

const socialCare = ['social-care', 'emergency-duty'] as const

/** Social care shows by its own act that it knows. */
const actedOn = (picture: Picture, injury: Injury): Entry | undefined =>
  earliest(
    firstSince(picture, 'section47-started', injury),
    firstSince(picture, 'assessment-opened', injury),
    firstSince(picture, 'referral-received', injury),
    firstSince(picture, 'referral-decided', injury),
  )

const passedOn = (picture: Picture, injury: Injury): Entry | undefined =>
  earliest(
    informed(picture, { child: injury.child, entry: injury.entry, names: namesOf(injury) }, socialCare),
    actedOn(picture, injury),
  )

const injuryPassedOn = rule({
  name: 'injury-referred',
  catalogue: 'beyond',
  says: 'Refer the injury to social care the same day: it is not explained, or the child cannot move about yet',
  label: 'local setting',
  source: ownDefault(
    'the same day; that a bruise in a baby who cannot yet move is always referred is in most areas’ procedures; under six months unless somebody says that the child moves about',
  ),
  limit: { sameDay: true },
  owner: 'safeguarding-lead',
  ladder: ['named-nurse', 'designated-nurse'],
  heard: 'at-once',
  find: (picture, owe) => {
    for (const injuries of graveByAgency(picture))
      inTurn(
        injuries,
        entryOf,
        (injury, ordinal) => {
          const { child, day, entry } = injury
          const usual = usualRole(entry.by)
          return owe({
            ...{ child, thing: entry.by, step: `${ordinal}`, because: [entry], since: day, agency: entry.by },
            ...{ owner: usual === 'other' ? undefined : usual, done: passedOn(picture, injury) },
          })
        },
        daysOfOne,
      )
  },
})

/** A harm that was written down as a concern asks for the same strategy discussion under a rule of its own. */
const isConcernToo = (picture: Picture, injury: Injury): boolean =>
  firstSince(
    picture,
    'concern',
    injury,
    entry => (entry.harm === true || entry.immediate === true) && entry.day <= injury.day + 1,
  ) !== undefined

/** A paediatrician for whom the explanation fits settles it for a child who moves about; never for one who cannot. */
const settledBy = (picture: Picture, injury: Injury): Entry | undefined => {
  if (injury.still) return undefined
  const opinion = opinionOn(picture, injury)
  return opinion?.fits === 'yes' ? opinion : undefined
}

const strategyOnInjury = rule({
  name: 'injury-strategy-discussion',
  catalogue: 'beyond',
  says: 'Hold a strategy discussion about the injury: it is not explained, or the child cannot move about yet',
  label: 'local setting',
  source: ownDefault('24 hours, as for any reasonable cause to suspect significant harm'),
  limit: { hours: 24 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  heard: 'at-once',
  find: (picture, owe) =>
    eachGrave(picture, (injury, base) => {
      if (isConcernToo(picture, injury)) return undefined
      const done = earliest(
        firstSince(picture, 'strategy-discussion', injury),
        firstSince(picture, 'section47-started', injury),
      )
      return owe({ ...base, ...endedBy(done, settledBy(picture, injury)) })
    }),
})

const byHospital = (entry: Entry): boolean => serviceOfAgency(entry.by) === 'hospital'

/** A doctor of a hospital has looked: as the entry says, at an opinion, on a ward, in the emergency department. */
const examined = (picture: Picture, injury: Injury): Entry | undefined => {
  const { child, entry } = injury
  if (entry.kind === 'injury' && entry.seenByDoctor === true && byHospital(entry)) return entry
  return earliest(
    opinionOn(picture, injury),
    ...(['incident', 'injury'] as const).map(kind =>
      firstSince(picture, kind, injury, one => one !== entry && byHospital(one)),
    ),
    firstSince(picture, 'admission', injury),
    firstSince(picture, 'urgent-attendance', injury, byHospital),
    firstSince(picture, 'attended', injury, byHospital),
    firstSince(picture, 'contact', injury, one => byHospital(one) && one.seen?.includes(child) === true),
  )
}

const injuryExamined = rule({
  name: 'injury-examined',
  catalogue: 'beyond',
  says: 'Have a paediatrician examine the child and say whether the explanation of the injury fits',
  label: 'local setting',
  source: ownDefault('within the day: marks fade'),
  limit: { hours: 24 },
  owner: 'social-worker',
  ladder: ['team-manager', 'named-doctor'],
  heard: 'at-once',
  find: (picture, owe) =>
    eachGrave(picture, (injury, base) =>
      owe({
        ...base,
        ...(byHospital(injury.entry) ? { owner: 'consultant', agency: injury.entry.by } : {}),
        done: examined(picture, injury),
      }),
    ),
})

/** The third injury in twelve months, each explained by itself: one that a paediatrician finds explained counts no more. */
const injuriesTogether = rule({
  name: 'injuries-seen-together',
  catalogue: 'beyond',
  says: 'Look at all injuries of these twelve months together: each was explained by itself',
  shape: 'count',
  label: 'local setting',
  source: ownDefault('five working days after the third injury in twelve months'),
  limit: { workingDays: 5 },
  owner: 'named-doctor',
  ladder: ['designated-doctor'],
  find: (picture, owe) => {
    for (const [child, all] of injuriesOf(picture)) {
      const counted = all.filter(injury => opinionOn(picture, injury)?.fits !== 'yes')
      if (counted.length < 3) continue
      const rounds = roundsOf<Injury, Injury>({
        events: counted,
        full: (last, place, after) => thirdOf(counted, place, last, after),
        answered: ([last]) => lookedAt(picture, last)?.day,
      })
      for (const {
        ordinal,
        counted: [last, ...others],
      } of rounds)
        owe({
          ...{ child, thing: 'injuries', step: `${ordinal}`, since: last.day },
          because: [last.entry, ...others.map(entryOf)],
          ...(openToSocialCareOn(picture, child, last.day) ? { owner: 'team-manager' } : {}),
          done: lookedAt(picture, last),
        })
    }
  },
})

const thirdOf = (
  injuries: readonly Injury[],
  place: number,
  last: Injury,
  after: Injury['day'],
): readonly [Injury, ...Injury[]] | undefined => {
  const within = injuries
    .slice(0, place)
    .filter(({ day }) => day > addMonths(last.day, -12) && day > after && day < last.day)
  return within.length < 2 ? undefined : [last, ...within.reverse()]
}

const lookedAt = (picture: Picture, injury: Injury): Entry | undefined =>
  earliest(
    firstSince(picture, 'strategy-discussion', injury),
    firstSince(picture, 'conference-held', injury),
    firstSince(picture, 'meeting-held', injury, held => held.type !== undefined && held.type !== 'other'),
    firstSince(picture, 'threshold-reviewed', injury),
    firstSince(picture, 'injury-opinion', injury, opinion => opinion.injury === undefined),
  )

/** Injuries: told, discussed, examined, and looked at together (beyond.md, "an unexplained injury"). */
export const injuryRules: readonly Rule[] = [injuryPassedOn, strategyOnInjury, injuryExamined, injuriesTogether]
