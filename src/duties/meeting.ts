import type { Rule } from './rule.ts'

export const meetingRules: readonly Rule[] = []
