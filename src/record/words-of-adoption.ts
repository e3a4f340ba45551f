import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import type { adoptionKinds } from './adoption.ts'
import { listed, plain } from './wording.ts'
import type { Sentences } from './words.ts'

const rulesOf = (names: readonly string[]): string =>
  names.includes('all') ? 'all rules' : `the ${names.length > 1 ? 'rules' : 'rule'} ${listed(names)}`

/** How what is settled of the rules is said. */
export const ofAdoption = {
  'adoption-begins': () => 'the agencies began to adopt their rules',
  'rule-adopted': entry => `${agencyInWords(entry.agency ?? entry.by)} adopted ${rulesOf(entry.rule)}`,
  'rule-given-up': entry => `${agencyInWords(entry.agency ?? entry.by)} gave up ${rulesOf(entry.rule)}`,
  'limit-set': entry => `the limit of ${entry.rule} was set to ${entry.limit}`,
  'owner-set': entry => `${entry.rule} was said to lie with the ${roleInWords(entry.role)}`,
  'law-begins': entry => `the law on the ${plain(entry.law)} began here`,
  'country-set': entry => `the partnership works by the rules of ${plain(entry.country)}`,
} as const satisfies Sentences<keyof typeof adoptionKinds>
