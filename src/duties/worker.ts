import type { Rule } from './rule.ts'

export const workerRules: readonly Rule[] = []
