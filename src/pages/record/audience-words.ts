import { findRole, roleInWords } from '../../people/role.ts'
import { agencyInWords, findAgency, services } from '../../people/service.ts'

/** Who may know something, or was told: a service by its own name, else a role, else an agency; nothing when it is none of them. */
export const findAudienceInWords = (word: string): string | undefined => {
  const role = Object.hasOwn(services, word) ? undefined : findRole(word)
  if (role !== undefined) return roleInWords(role)
  const agency = findAgency(word)
  return agency === undefined ? undefined : agencyInWords(agency)
}

/** The same in words, else as it was written. */
export const audienceInWords = (word: string): string => findAudienceInWords(word) ?? word
