import type { Rule } from './rule.ts'

export const assessmentRules: readonly Rule[] = []
