import { dayInWords } from '../calendar/words.ts'
import type { agreedRuleKinds } from './agreed-rule.ts'
import type { EntryOf } from './entry.ts'
import { listed, plain } from './wording.ts'
import type { Sentences } from './words.ts'

const sources: Record<NonNullable<EntryOf<'agreed-rule'>['source']>, string> = {
  plan: 'a rule of the plan was agreed',
  'safety-plan': 'a rule of the safety plan was agreed',
  'written-agreement': 'a rule was agreed in writing',
  'court-order': 'a court ordered',
  'non-molestation-order': 'a non-molestation order was made',
  bail: 'bail was given on a condition',
  licence: 'a licence was given on a condition',
  other: 'a rule was agreed',
}

const terms: Record<NonNullable<EntryOf<'agreed-rule'>['terms']>[number], string> = {
  'not-at-address': 'not at the address',
  'not-overnight': 'not there overnight',
  'not-with-child': 'not with the child',
  'not-alone-with-child': 'not alone with the child',
  'not-with-person': 'keeps away',
  'lives-at-address': 'lives at the address',
  'no-alcohol': 'no alcohol',
  'no-drugs': 'no drugs',
  attends: 'attends',
  other: 'what was agreed',
}

/** How rules that were agreed or ordered are said. */
export const agreedRuleSentences = {
  'agreed-rule': (entry, name) => {
    const whom = entry.person === undefined ? '' : ` for ${listed(entry.person.map(name))}`
    const what = entry.terms === undefined ? '' : `: ${listed(entry.terms.map(term => terms[term]))}`
    return `${sources[entry.source ?? 'other']}${whom}${what}`
  },
  'agreed-rule-checked': entry => `it was checked that a rule is kept: it was ${entry.kept ? 'kept' : 'not kept'}`,
  'agreed-rule-broken': (entry, name) =>
    entry.person === undefined ? 'a rule was not kept' : `${name(entry.person)} did not keep a rule`,
  'agreed-rule-reviewed': entry =>
    `a rule was looked at again: it ${plain(entry.answer)}${entry.until === undefined ? '' : ` until ${dayInWords(entry.until)}`}`,
} as const satisfies Sentences<keyof typeof agreedRuleKinds>
