import type { Rule } from './rule.ts'

export const referralRules: readonly Rule[] = []
