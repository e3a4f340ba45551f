import type { Rule } from './rule.ts'

export const closingRules: readonly Rule[] = []
