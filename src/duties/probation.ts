import type { Rule } from './rule.ts'

export const probationRules: readonly Rule[] = []
