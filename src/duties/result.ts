import type { Rule } from './rule.ts'

export const resultRules: readonly Rule[] = []
