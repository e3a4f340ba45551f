import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import type { Duty } from './rule.ts'

/** Whose a duty is, in words: a role, and the agency when the record says which. */
export const ownerInWords = ({ owner, agency }: Pick<Duty, 'owner' | 'agency'>): string =>
  `${roleInWords(owner)}${agency === undefined ? '' : `, ${agencyInWords(agency)}`}`
