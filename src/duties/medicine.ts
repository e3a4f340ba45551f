import type { Rule } from './rule.ts'

export const medicineRules: readonly Rule[] = []
