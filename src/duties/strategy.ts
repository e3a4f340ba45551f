import type { Rule } from './rule.ts'

export const strategyRules: readonly Rule[] = []
