import type { Rule } from './rule.ts'

export const dischargeRules: readonly Rule[] = []
