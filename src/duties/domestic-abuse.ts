import type { Rule } from './rule.ts'

export const domesticAbuseRules: readonly Rule[] = []
