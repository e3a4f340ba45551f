import { agency, list, oneOf, role, words } from './field.ts'
import { kind } from './kind.ts'

/** What the Children's Wellbeing and Schools Act 2026 brings, each part from a day of its own (practice/2026.md, B). */
export const lawsToBegin = [
  'family-group-decision-making',
  'education-as-partner',
  'child-protection-team',
  'information-sharing-duty',
  'single-identifier',
  'withdrawal-from-school',
  'not-in-school-register',
] as const

/** By whose rules a partnership works. */
export const countries = ['england', 'wales', 'scotland'] as const

const signed = words().optional().describe('The role of who signed for it')
const rules = list(words()).describe('The names of the rules, as docs/duties.md gives them; or all')

/** What a partnership and its agencies settle of the rules: which they adopt, their own limits, what the law has begun. */
export const adoptionKinds = {
  'adoption-begins': kind(
    'From here on a rule that is not statutory is owed only by the agencies that have adopted it; before, and without this entry, all rules count as adopted',
    {},
    { undated: true },
  ),
  'rule-adopted': kind('An agency adopts rules that are not statutory, from this day on', {
    rule: rules,
    agency: agency().optional().describe('Which agency; if left out, the agency that wrote it'),
    role: signed,
  }),
  'rule-given-up': kind('An agency no longer adopts rules, from this day on', {
    rule: rules,
    agency: agency().optional().describe('Which agency; if left out, the agency that wrote it'),
    role: signed,
    reason: words().optional(),
  }),
  'limit-set': kind('A partnership sets its own limit for a local rule, for clocks that start from this day on', {
    rule: words().describe('The name of the rule, as docs/duties.md gives it'),
    limit: words().describe('15 working days, 6 weeks, 24 hours, the same day; or default, for that of Holdfast again'),
    role: signed,
    reason: words().optional(),
  }),
  'owner-set': kind('A partnership says with which role of its own a task lies, from this day on', {
    rule: words().describe('The name of the rule, as docs/duties.md gives it'),
    role: role().describe('The role that owes it here'),
    agency: agency().optional().describe('The agency or team in which the role sits'),
    reason: words().optional(),
  }),
  'law-begins': kind('A law that starts by regulations begins here, from this day on', {
    law: oneOf(...lawsToBegin).describe('Which law'),
    source: words().optional().describe('The regulations that say so'),
  }),
  'country-set': kind('By the rules of which country a partnership works', {
    country: oneOf(...countries).describe('Which country; England if nothing is said'),
  }),
} as const
