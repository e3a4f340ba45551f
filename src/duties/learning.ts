import { addMonths } from '../calendar/day.ts'
import { dueFrom } from '../calendar/limit.ts'
import { type Agency, sameAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import { all, type Picture } from '../record/standing.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Recommendation = EntryOf<'recommendation'>

/** Each recommendation as it was first written: what is written again under the same id is the same one. */
const recommendations = (picture: Picture): readonly Recommendation[] => {
  const first = new Map<string, Recommendation>()
  for (const entry of all(picture, 'recommendation'))
    if (!first.has(entry.recommendation)) first.set(entry.recommendation, entry)
  return [...first.values()]
}

const owes = (entry: Recommendation): Agency => entry.agency ?? entry.by

const recommendationKept = rule({
  name: 'recommendation-in-practice',
  catalogue: 'R-LRN-1',
  says: 'Show that what the review recommended is in practice; that it was circulated is not enough',
  label: 'local setting',
  source: ownDefault('six months, or the day that the review set'),
  limit: { months: 6 },
  clock: 'by the day that the review set',
  owner: 'safeguarding-lead',
  ladder: ['partnership-executive'],
  heard: 'when-late',
  afterDeath: true,
  find: (picture, owe) => {
    for (const entry of recommendations(picture)) {
      const { recommendation: thing, day, due, owner } = entry
      const done = all(picture, 'recommendation-kept').find(kept => kept.recommendation === thing && kept.day >= day)
      const set = due === undefined ? {} : { due: dueFrom(due, { sameDay: true }) }
      const agency = owes(entry)
      owe({ child: picture.subject[0], thing, because: [entry], since: day, agency, owner, done, ...set })
    }
  },
})

const audits = [6, 12] as const

const lookedAtAgain = rule({
  name: 'recommendation-looked-at-again',
  catalogue: 'R-LRN-1',
  says: 'Look again whether the recommendation is still in practice',
  label: 'local setting',
  source: ownDefault('six and twelve months after it came into practice'),
  limit: { months: 12 },
  clock: 'six and twelve months after it came into practice',
  owner: 'partnership-executive',
  ladder: [],
  heard: 'when-late',
  afterDeath: true,
  find: (picture, owe) => {
    for (const entry of recommendations(picture)) {
      const { recommendation: thing } = entry
      const kept = all(picture, 'recommendation-kept').find(one => one.recommendation === thing)
      if (kept === undefined) continue
      const looks = all(picture, 'practice-audited').filter(
        one => one.recommendation === thing && one.day > addMonths(kept.day, 3),
      )
      for (const [place, months] of audits.entries())
        owe({
          child: picture.subject[0],
          thing,
          step: `${months}`,
          because: [kept, entry],
          since: kept.day,
          opens: addMonths(kept.day, months - 3),
          limit: { months },
          done: looks[place],
        })
    }
  },
})

type Started = EntryOf<'post'>

/** Practitioners whom the agencies' record names, from the day on which it first does. */
const practitioners = (picture: Picture): ReadonlyMap<string, Started> => {
  const first = new Map<string, Started>()
  for (const entry of all(picture, 'post')) {
    if (entry.practitioner === undefined) continue
    const name = `${entry.agency ?? entry.by} ${entry.practitioner}`
    if (!first.has(name)) first.set(name, entry)
  }
  return first
}

/** Who leaves: said as such, or their post is somebody else's or nobody's. */
const leavingOf = (picture: Picture, start: Started): Entry | undefined =>
  earliest(
    all(picture, 'worker-leaves').find(entry => entry.practitioner === start.practitioner && entry.day >= start.day),
    all(picture, 'post').find(
      entry => entry.post === start.post && entry.day > start.day && entry.practitioner !== start.practitioner,
    ),
  )

const isOf = (name: string, training: EntryOf<'training'>): boolean =>
  name === `${training.agency ?? training.by} ${training.practitioner}`

/** From the start to the first training, and from each to the next. */
const trainings = (picture: Picture, name: string, start: Entry) => {
  const own = all(picture, 'training').filter(entry => isOf(name, entry) && entry.day >= start.day)
  return [start, ...own].map((from, place) => ({ from, next: own[place], place }))
}

const trained = rule({
  name: 'training-taken',
  catalogue: 'R-TRN-1',
  says: 'Take part in training on missed appointments, medical neglect, the Graded Care Profile and how to challenge',
  label: 'local setting',
  source: ownDefault('20 working days after somebody starts, then every year'),
  limit: { months: 12 },
  clock: 'within 20 working days of starting, then every year',
  owner: 'safeguarding-lead',
  ladder: ['agency-manager', 'partnership-executive'],
  heard: 'when-late',
  find: (picture, owe) => {
    // Where nobody keeps what training was taken, none is counted as missing; nor from before anybody did.
    const [kept] = all(picture, 'training')
    if (kept === undefined) return
    for (const [name, start] of practitioners(picture)) {
      const agency = start.agency ?? start.by
      const left = leavingOf(picture, start)
      for (const { from, next, place } of trainings(picture, name, start))
        owe({
          child: picture.subject[0],
          thing: name,
          step: `${place + 1}`,
          because: [from],
          since: place === 0 && kept.day > from.day ? kept.day : from.day,
          agency,
          of: start.practitioner,
          done: next,
          ...(place === 0 ? { limit: { workingDays: 20 } } : {}),
          ...(left === undefined || next !== undefined ? {} : { over: { entry: left, how: 'no-longer' as const } }),
        })
    }
  },
})

type Return = EntryOf<'quarterly-return'>

const returnsBy = (picture: Picture): ReadonlyMap<Agency, readonly Return[]> =>
  Map.groupBy(all(picture, 'quarterly-return'), entry => entry.agency ?? entry.by)

/** An agency that adopted the rule of supervision, or that handed in one return, hands in the next. */
const firstOf = (picture: Picture): readonly (readonly [Agency, Entry])[] => {
  const adopted = all(picture, 'rule-adopted').filter(entry => entry.rule.includes('supervision-held'))
  const returns = returnsBy(picture)
  const begun = adopted.map(entry => [entry.agency ?? entry.by, entry] as const)
  const others = [...returns].flatMap(([agency, [first]]) =>
    first === undefined || begun.some(([other]) => sameAgency(other, agency)) ? [] : [[agency, first] as const],
  )
  return [...begun, ...others]
}

const quarterlyReturn = rule({
  name: 'quarterly-return-handed-in',
  catalogue: 'R-SUP-4',
  says: 'Hand in what supervision was held, and what supervisors, practitioners and families say of it',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault('every three months'),
  limit: { months: 3 },
  owner: 'safeguarding-lead',
  ladder: ['partnership-executive'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const [agency, start] of firstOf(picture)) {
      const own = (returnsBy(picture).get(agency) ?? []).filter(entry => entry.day > start.day)
      for (const [place, from] of [start, ...own].entries())
        owe({
          child: picture.subject[0],
          thing: agency,
          step: `${place + 1}`,
          because: [from],
          since: from.day,
          agency,
          done: own[place],
        })
    }
  },
})

/** What reviews recommend is shown in practice and looked at again; people are trained; supervision is accounted for (review 1.7, 7.1, 7.2, 7.4). */
export const learningRules: readonly Rule[] = [recommendationKept, lookedAtAgain, trained, quarterlyReturn]
