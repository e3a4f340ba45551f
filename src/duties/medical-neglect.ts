import type { Rule } from './rule.ts'

export const medicalNeglectRules: readonly Rule[] = []
