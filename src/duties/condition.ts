import { consequenceOf } from '../record/condition-met.ts'
import type { ConditionStanding } from '../record/decision-standing.ts'
import type { Entry } from '../record/entry.ts'
import { all } from '../record/standing.ts'
import { earliest, noLonger } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

const base = ({
  child,
  id,
  given,
}: ConditionStanding): Pick<Owed, 'child' | 'thing' | 'since' | 'watchers' | 'owner'> => ({
  child,
  thing: id,
  since: given.day,
  watchers: given.agreedBy ?? [given.by],
  owner: given.owner,
})

const conditionCheckable = rule({
  name: 'condition-in-checkable-form',
  catalogue: 'R-CTG-1',
  says: 'Say which events meet the condition, how many, since when, and what then follows',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('before the meeting is closed'),
  limit: { sameDay: true },
  owner: 'meeting-chair',
  find: (picture, owe) => {
    for (const condition of picture.conditions) {
      if (condition.given.events !== undefined && condition.given.consequence !== undefined) continue
      const { child, given, id } = condition
      const clearer = picture.conditions.find(
        one => one !== condition && one.child === child && one.id === id && one.given.events !== undefined,
      )
      owe({
        ...base(condition),
        owner: undefined,
        because: [given],
        done: clearer?.given,
        ...noLonger(condition.retired),
      })
    }
  },
})

/** The decision not to act, with both signatures, ends it as set aside. */
const aside = (entry: Entry | undefined): Pick<Owed, 'over'> =>
  entry === undefined ? {} : { over: { entry, how: 'set-aside' } }

const conditionMet = rule({
  name: 'condition-acted-on',
  catalogue: 'R-CTG-2',
  says: 'Do what was agreed if this happened, or sign why not: team manager and service manager',
  shape: 'if-then',
  label: 'local setting',
  source: ownDefault('one working day after the condition is met'),
  limit: { workingDays: 1 },
  owner: 'team-manager',
  ladder: ['service-manager', 'everyone-who-agreed'],
  // What was agreed, by whom, and the entry that met it: to everybody who agreed, the day it is met (review 5.23).
  hears: ['everyone-who-agreed'],
  find: (picture, owe) => {
    for (const condition of picture.conditions) {
      const met = condition.met
      const last = met?.at(-1)
      if (met === undefined || last === undefined) continue
      const done = earliest(condition.actedOn, consequenceOf(picture, condition))
      owe({
        ...base(condition),
        because: [condition.given, ...met],
        since: last.day,
        done,
        ...aside(condition.setAside),
      })
    }
  },
})

const conditionReviewed = rule({
  name: 'condition-reviewed',
  catalogue: 'R-CTG-3',
  says: 'Renew, change or retire the condition that was not met by its day',
  label: 'local setting',
  source: ownDefault('at the day that the condition itself names'),
  limit: { sameDay: true },
  clock: 'by the day that the condition names',
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const condition of picture.conditions) {
      const { given, met } = condition
      if (given.reviewBy === undefined) continue
      const reviews = all(picture, 'condition-reviewed').filter(entry => entry.condition === condition.id)
      const metFirst = met?.at(-1)
      const over = metFirst !== undefined && metFirst.day <= given.reviewBy ? metFirst : undefined
      owe({
        ...base(condition),
        owner: undefined,
        because: [given],
        opens: given.reviewBy,
        due: { day: given.reviewBy, basis: 'table' },
        done: reviews[0],
        ...noLonger(over),
      })
    }
  },
})

/** Conditions: "if X, then Y", agreed and then held to (review 2.11, 5.23). */
export const conditionRules: readonly Rule[] = [conditionCheckable, conditionMet, conditionReviewed]
