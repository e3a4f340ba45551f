import { hash } from 'node:crypto'
import { rules } from '../duties/rules.ts'

/** The rules by which duties are derived, in one word: when it differs from a record's, its duties are made anew. */
export const ruling: string = hash(
  'sha256',
  JSON.stringify(rules.map(rule => ({ ...rule, find: rule.find.toString() }))),
).slice(0, 16)
