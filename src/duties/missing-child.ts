import { addDays, type Day } from '../calendar/day.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { type Incident, incidentsOf, thingOf } from './domestic-incident.ts'
import { decidedBy, firstOfKinds, firstSeen, socialWorkerFor } from './looked-at.ts'
import { earliest, endedBy, firstFrom } from './reading.ts'
import { readOnce, roundsOf } from './rounds.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** One time that a child was missing. */
interface Missing {
  readonly child: PersonId
  readonly incident: Incident
}

const missingIn = readOnce((picture): readonly Missing[] =>
  all(picture, 'incident').length === 0
    ? []
    : incidentsOf(picture).filter(({ incident }) => incident.type === 'missing'),
)

const isOf = (incident: Incident, entry: EntryOf<'child-found' | 'return-interview'>): boolean =>
  entry.incident === undefined || entry.incident === thingOf(incident)

/** Whoever is missing again was back in between, though nobody wrote it. */
const missingAgain = (picture: Picture, { child, incident }: Missing): Incident | undefined =>
  missingIn(picture).find(
    other =>
      other.child === child && other.incident.day > incident.day && thingOf(other.incident) !== thingOf(incident),
  )?.incident

/** The child is back, by whichever entry shows it first. */
const foundIn = (picture: Picture, { child, incident }: Missing): Entry | undefined =>
  earliest(
    firstFrom(
      all(picture, 'child-found'),
      incident.day,
      entry => isOf(incident, entry) && isAbout(picture, entry, child),
    ),
    firstSeen(picture, child, incident.day),
    interviewIn(picture, { child, incident }),
    /\b(?:returned|came back|found|located|home safe)\b/iu.test(incident.text ?? '') ? incident : undefined,
  )

const interviewIn = (picture: Picture, { child, incident }: Missing): Entry | undefined =>
  firstFrom(
    all(picture, 'return-interview'),
    incident.day,
    entry => isOf(incident, entry) && isAbout(picture, entry, child) && (entry.held || entry.reason !== undefined),
  )

const missingFollowed = rule({
  name: 'missing-child-looked-for',
  catalogue: 'beyond',
  says: 'Say whether the missing child is back and seen, and hold a strategy discussion while the child is not',
  label: 'local setting',
  source: ownDefault('24 hours after the child was reported missing'),
  limit: { hours: 24 },
  owner: 'police-officer',
  ladder: ['police-inspector', 'team-manager'],
  heard: 'at-once',
  find: (picture, owe) => {
    for (const one of missingIn(picture)) {
      const { child, incident } = one
      const done = earliest(foundIn(picture, one), firstOfKinds(picture, ['strategy-discussion'], child, incident.day))
      owe({
        child,
        thing: thingOf(incident),
        because: [incident],
        since: incident.day,
        watchers: [incident.by],
        ...endedBy(done, missingAgain(picture, one)),
      })
    }
  },
})

const returnInterview = rule({
  name: 'return-interview-offered',
  catalogue: 'beyond',
  says: 'Offer the child a talk with somebody independent about where they were and why',
  label: 'local setting',
  source: ownDefault(
    '72 hours after the child is back, the number in use for return interviews; its guidance was not read',
  ),
  limit: { hours: 72 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const one of missingIn(picture)) {
      const { child, incident } = one
      const back = foundIn(picture, one) ?? missingAgain(picture, one)
      if (back === undefined) continue
      const owner = socialWorkerFor(picture, child, back.day)
      const because = back === incident ? ([incident] as const) : ([back, incident] as const)
      owe({ child, thing: thingOf(incident), owner, because, since: back.day, done: interviewIn(picture, one) })
    }
  },
})

const window = 90 // days

const oftenMissing = (
  times: readonly Missing[],
  day: Day,
  after: Day,
): readonly [Incident, ...Incident[]] | undefined => {
  const [last, ...before] = times
    .map(({ incident }) => incident)
    .filter(incident => incident.day <= day && incident.day > after && incident.day > addDays(day, -window))
    .reverse()
  return last !== undefined && before.length >= 2 ? [last, ...before] : undefined
}

const missingWeighed = rule({
  name: 'missing-episodes-weighed-together',
  catalogue: 'beyond',
  says: 'Look at all the times that the child was missing together: who was there, and what pulls or pushes',
  shape: 'count',
  label: 'local setting',
  source: ownDefault('two working days after the third time in ninety days'),
  limit: { workingDays: 2 },
  owner: 'team-manager',
  ladder: ['service-manager'],
  find: (picture, owe) => {
    for (const [child, times] of Map.groupBy(missingIn(picture), one => one.child))
      roundsOf({
        events: times.map(({ incident }) => incident),
        full: ({ day }, _place, after) => oftenMissing(times, day, after),
        answered: (because, ordinal) => {
          const since = because[0].day
          const done = firstOfKinds(
            picture,
            [...decidedBy, 'plan-updated', 'safety-plan', 'meeting-held'],
            child,
            since,
          )
          return owe({ child, thing: 'missing', step: `${ordinal}`, because, since, done })?.ended?.day
        },
      })
  },
})

/** A missing child is looked for, heard, and not missing the third time as if it were the first (beyond.md). */
export const missingChildRules: readonly Rule[] = [missingFollowed, returnInterview, missingWeighed]
