import { addDays, type Day } from '../calendar/day.ts'
import { dueFrom, type Limit } from '../calendar/limit.ts'
import type { Role } from '../people/role.ts'
import type { Agency } from '../people/service.ts'
import type { Raised } from '../record/decision-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { Picture } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { eachOnce } from './in-turn.ts'
import { endedBy } from './reading.ts'
import { type Owe, type Owed, ownDefault, type Rule, rule } from './rule.ts'

type Answer = EntryOf<'challenge-answered'>
type Challenge = Raised<EntryOf<'challenge-raised'>, Answer>

/** One rung of the ladder of a challenge: who answers there, and within what time. */
interface Rung {
  readonly level: number
  readonly limit: Limit
  readonly owner: Role
  /** Who answers there in an agency that is not social care. */
  readonly elsewhere?: Role
}

const practitioners: Rung = { level: 1, limit: { workingDays: 2 }, owner: 'challenge-answerer' }
const managers: Rung = { level: 2, limit: { workingDays: 3 }, owner: 'team-manager', elsewhere: 'agency-manager' }
const seniors: Rung = {
  level: 3,
  limit: { workingDays: 2 },
  owner: 'service-manager',
  elsewhere: 'safeguarding-lead',
}
const partners: Rung = { level: 4, limit: { workingDays: 5 }, owner: 'partnership-executive' }

const ladder: readonly Rung[] = [practitioners, managers, seniors, partners]
/** While a child is at risk: the managers the same day, the partners within 24 hours of the challenge. */
const atRisk: readonly Rung[] = [
  { ...managers, limit: { sameDay: true } },
  { ...partners, limit: { hours: 24 } },
]

/** A rung that a challenge has reached: since when, and what ends it there. */
interface Reached {
  readonly rung: Rung
  readonly because: Owed['because']
  readonly since: Day
  readonly opens: Day
  readonly answer: Answer | undefined
  readonly settled: Answer | undefined
}

const byDay = (one: Answer, other: Answer): number => one.day - other.day

/** The answer that ends a rung, among those not yet spent on one below: one for this level or higher, or for none named. */
const answerAt = (answers: readonly Answer[], rung: Rung, since: Day): Answer | undefined =>
  answers.find(answer => answer.day >= since && (answer.level ?? rung.level) >= rung.level)

const isSettled = (answer: Answer | undefined): boolean => answer !== undefined && answer.settled !== false

/**
 * How far a challenge climbs: to the next rung on the day of an answer that does not settle it, or when a rung's day has
 * passed without an answer. An answer that settles it ends every rung.
 */
const climb = ({ raised, answers }: Challenge, rungs: readonly Rung[], dueOf: DueOf): readonly Reached[] => {
  const reached: Reached[] = []
  let left = [...answers].sort(byDay)
  let [because, since, opens]: [Owed['because'], Day, Day] = [[raised], raised.day, raised.day]
  for (const rung of rungs) {
    const answer = answerAt(left, rung, since)
    const settled = left.find(one => one.day >= since && isSettled(one))
    reached.push({ rung, because, since, opens, answer, settled })
    const due = dueOf(rung, since, raised).day
    const inTime = answer !== undefined && answer.day <= due
    if (inTime && isSettled(answer)) break
    if (inTime) left = left.slice(left.indexOf(answer) + 1)
    because = inTime ? [answer, raised] : [raised]
    opens = inTime ? answer.day : addDays(due, 1)
    since = inTime ? answer.day : due
  }
  return reached
}

type DueOf = (rung: Rung, since: Day, raised: Entry) => NonNullable<Owed['due']>

const dueOnLadder: DueOf = (rung, since) => dueFrom(since, rung.limit)
/** At risk every clock runs from the challenge itself. */
const dueAtRisk: DueOf = (rung, _, raised) => dueFrom(raised.day, rung.limit, raised.at)

const ownerOf = ({ owner, elsewhere }: Rung, to: Agency): Role =>
  elsewhere === undefined || isSocialCare(to) ? owner : elsewhere

const oweRung = (owe: Owe, challenge: Challenge, { answer, settled, rung, ...at }: Reached): void => {
  const { raised, id, children } = challenge
  for (const child of children)
    owe({
      ...at,
      child,
      thing: id,
      owner: ownerOf(rung, raised.to),
      agency: rung.level < partners.level ? raised.to : undefined,
      watchers: [raised.by],
      ...endedBy(answer, settled),
    })
}

const challengesOf = (picture: Picture, isImmediate: boolean): readonly Challenge[] =>
  eachOnce(picture.challenges).filter(({ raised }) => (raised.immediate === true) === isImmediate)

const onRung = (rung: Rung): Rule['find'] => {
  const below = ladder.slice(0, rung.level)
  return (picture, owe) => {
    for (const challenge of challengesOf(picture, false))
      for (const reached of climb(challenge, below, dueOnLadder))
        if (reached.rung === rung) oweRung(owe, challenge, reached)
  }
}

const model = 'modelled on the escalation policy of Sefton'

const answeredByPractitioner = rule({
  name: 'challenge-answered',
  catalogue: 'R-ESC-1',
  says: 'Answer the challenge, practitioner to practitioner',
  label: 'local setting',
  source: ownDefault(`two working days, ${model}`),
  limit: practitioners.limit,
  owner: practitioners.owner,
  find: onRung(practitioners),
})

const answeredByManagers = rule({
  name: 'challenge-answered-by-managers',
  catalogue: 'R-ESC-2',
  says: 'Read the file again and answer the challenge, manager to manager',
  label: 'local setting',
  source: ownDefault(`three working days, ${model}`),
  limit: managers.limit,
  owner: managers.owner,
  ladder: ['service-manager', 'partnership-executive'],
  find: onRung(managers),
})

const answeredBySeniors = rule({
  name: 'challenge-answered-by-service-managers',
  catalogue: 'R-ESC-3',
  says: 'Answer the challenge in writing, service manager to named professional',
  label: 'local setting',
  source: ownDefault(`two working days, ${model}`),
  limit: seniors.limit,
  owner: seniors.owner,
  ladder: ['head-of-service', 'partnership-executive'],
  find: onRung(seniors),
})

const decidedByPartners = rule({
  name: 'challenge-decided-by-partners',
  catalogue: 'R-ESC-4',
  says: 'Decide the challenge between the safeguarding partners, and tell all',
  label: 'local setting',
  source: ownDefault(`five working days, ${model}`),
  limit: partners.limit,
  owner: partners.owner,
  ladder: [],
  find: onRung(partners),
})

const answeredAtRisk = rule({
  name: 'challenge-answered-at-risk',
  catalogue: 'R-ESC-5',
  says: 'Answer the challenge now: a child is at risk',
  label: 'local setting',
  source: ownDefault(
    'managers the same day, as local procedure has it in Liverpool; safeguarding partners within 24 hours',
  ),
  limit: { sameDay: true },
  owner: managers.owner,
  ladder: ['service-manager', 'partnership-executive'],
  heard: 'at-once',
  find: (picture, owe) => {
    for (const challenge of challengesOf(picture, true))
      for (const reached of climb(challenge, atRisk, dueAtRisk)) {
        const { level, limit } = reached.rung
        const due = dueAtRisk(reached.rung, reached.since, challenge.raised)
        oweRung(owed => owe({ ...owed, limit, due, step: `level ${level}` }), challenge, reached)
      }
  },
})

/** A challenge climbs, a level at a time, until it is settled; none is ever raised but by a person (review 4.5, 5.23, 5.27). */
export const challengeRules: readonly Rule[] = [
  answeredByPractitioner,
  answeredByManagers,
  answeredBySeniors,
  decidedByPartners,
  answeredAtRisk,
]
