import type { Rule } from './rule.ts'

export const appointmentRules: readonly Rule[] = []
