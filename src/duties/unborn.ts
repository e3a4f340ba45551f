import type { Rule } from './rule.ts'

export const unbornRules: readonly Rule[] = []
