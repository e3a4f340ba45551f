import { conditionRules } from './condition.ts'
import { conferenceRules } from './conference.ts'
import type { Rule } from './rule.ts'

/** Every rule of the product, by practice. */
export const rules: readonly Rule[] = [...conferenceRules, ...conditionRules]
