import type { Entry } from './entry.ts'

/** How much may reach somebody by itself: all of it, no time and no place, no more than that there is a message, nothing. */
export type ReachLevel = 'everything' | 'no-time-no-place' | 'only-a-message' | 'nothing'

/** Why less than everything may reach somebody of the family. */
export type HoldCode =
  | 'person-died'
  | 'child-died'
  | 'death-in-family'
  | 'pregnancy-ended'
  | 'adopted'
  | 'removed'
  | 'abuse'
  | 'exploitation'
  | 'order'
  | 'kept-from'
  | 'honour-risk'
  | 'do-not-tell'
  | 'induced-illness'
  | 'way-not-safe'
  | 'safety-not-asked'

/** One reason, with the entry that it rests on: who may not see that entry is not shown the reason. */
export interface Hold {
  readonly code: HoldCode
  readonly entry: Entry
}

interface Meaning {
  readonly level: Exclude<ReachLevel, 'everything'>
  /** In a few words, for staff who may see the entry that it rests on. */
  readonly says: string
  /** What on the record would lift it. */
  readonly lifts: string
}

const lookedAgain = 'Look again at what is kept from this person, and record that it is lifted'
const never = 'Nothing: a person speaks with the family'

/** What each reason means: how much still goes out, how it is said to staff, and what would lift it. */
export const holdMeanings: Readonly<Record<HoldCode, Meaning>> = {
  'person-died': { level: 'nothing', says: 'this person died', lifts: never },
  'child-died': { level: 'nothing', says: 'the child died', lifts: never },
  'death-in-family': {
    level: 'nothing',
    says: 'somebody of the family died',
    lifts: 'Agree anew with this person how they want to be reached',
  },
  'pregnancy-ended': { level: 'nothing', says: 'the pregnancy ended', lifts: never },
  adopted: { level: 'nothing', says: 'the child was adopted', lifts: never },
  removed: {
    level: 'nothing',
    says: 'the child lives elsewhere, and it is not decided what this person is told',
    lifts: 'Decide whether this person sees the child and is told of appointments',
  },
  abuse: { level: 'no-time-no-place', says: 'this person is said to have done harm', lifts: lookedAgain },
  exploitation: { level: 'no-time-no-place', says: 'this person is suspected of exploitation', lifts: lookedAgain },
  order: {
    level: 'no-time-no-place',
    says: 'this person is to keep away by an order, bail, a licence or an agreed rule',
    lifts: 'Record that the rule or order has ended',
  },
  'kept-from': { level: 'no-time-no-place', says: 'something is kept from this person', lifts: lookedAgain },
  'honour-risk': { level: 'no-time-no-place', says: 'there is a risk of honour-based abuse', lifts: lookedAgain },
  'do-not-tell': {
    level: 'no-time-no-place',
    says: 'it was decided not to tell the family of something',
    lifts: 'Record that they were told, or that it is no longer kept from them',
  },
  'induced-illness': {
    level: 'no-time-no-place',
    says: 'fabricated or induced illness is suspected',
    lifts: 'Record that the illness is explained after all',
  },
  'way-not-safe': {
    level: 'nothing',
    says: 'this person says that messages are not safe',
    lifts: 'Agree another way with this person, alone: paper, or a talk, gives the same',
  },
  'safety-not-asked': {
    level: 'only-a-message',
    says: 'somebody close to this person must not learn times and places, and it is not recorded that nobody else reads what comes',
    lifts: 'Ask this person alone who else uses the telephone or reads what comes, and record whether it is safe',
  },
}

const order: readonly ReachLevel[] = ['everything', 'no-time-no-place', 'only-a-message', 'nothing']

/** The least of several levels. */
export const leastOf = (levels: readonly ReachLevel[]): ReachLevel =>
  order.findLast(level => levels.includes(level)) ?? 'everything'
