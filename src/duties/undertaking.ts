import type { Rule } from './rule.ts'

export const undertakingRules: readonly Rule[] = []
