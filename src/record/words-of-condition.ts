import { countOf } from '../calendar/words.ts'
import type { conditionKinds } from './condition.ts'
import type { ConditionEvent } from './condition-event.ts'
import type { EntryOf } from './entry.ts'
import { agencies, listed, type Naming, quoted } from './wording.ts'
import type { Sentences } from './words.ts'

const happens: Record<ConditionEvent, string> = {
  'was-not-brought': 'the child is not brought',
  'cancelled-by-family': 'the family calls off an appointment',
  'not-reached': 'nobody is reached',
  'not-seen': 'a visit does not see the child',
  concern: 'there is a concern',
  incident: 'there is an incident',
  injury: 'there is an injury',
  admission: 'the child is admitted to hospital',
  'urgent-attendance': 'the child is brought to urgent care',
  'school-absence': 'the child is away from school or nursery',
  'medicine-not-collected': 'a medicine is not collected',
  referral: 'there is a referral',
  'meeting-missed': 'a parent misses a meeting',
  'did-not-attend': 'an adult does not attend',
  'at-address': 'somebody is at the address',
  overnight: 'somebody stays the night',
  together: 'they are together',
  intoxicated: 'somebody has taken alcohol or drugs',
  'new-adult': 'another adult moves in',
  'rule-not-kept': 'a rule is not kept',
}

const then: Record<NonNullable<EntryOf<'condition'>['consequence']>, string> = {
  conference: 'a conference is called',
  'strategy-discussion': 'a strategy discussion is held',
  review: 'plan and threshold are reviewed',
  referral: 'a referral is made',
  visit: 'the child is seen',
  other: 'what was agreed is done',
}

const where = (entry: EntryOf<'condition'>, name: Naming): string =>
  [
    entry.person === undefined ? '' : ` (${listed(entry.person.map(name))})`,
    entry.clinic === undefined ? '' : ` (${entry.clinic})`,
    entry.address === undefined ? '' : ` (${entry.address})`,
  ].join('')

const often = ({ times = 1, within }: EntryOf<'condition'>): string =>
  `${times === 1 ? '' : `, ${times} times`}${within === undefined ? '' : ` within ${countOf(within, 'week')}`}`

const checkable = (entry: EntryOf<'condition'>, name: Naming): string =>
  entry.events === undefined
    ? ''
    : `: if ${entry.events.map(event => happens[event]).join(' or ')}${where(entry, name)}${often(entry)}, ${then[entry.consequence ?? 'other']}`

/** How conditions are said: who agreed, what would meet them and what then follows. */
export const conditionSentences = {
  condition: (entry, name) =>
    `${entry.agreedBy === undefined ? 'a condition was agreed' : `${agencies(entry.agreedBy)} agreed a condition`}${checkable(entry, name)}${quoted(entry.text)}`,
  'condition-reviewed': entry => `a condition was ${entry.answer}`,
  'condition-acted-on': () => 'what the condition says was done',
  'condition-set-aside': () => 'it was decided not to act on a condition that was met',
} as const satisfies Sentences<keyof typeof conditionKinds>
