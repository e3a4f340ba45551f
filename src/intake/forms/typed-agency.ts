import { findRole, type Role, roles } from '../../people/role.ts'
import { type Agency, findAgency, type Service, serviceOfAgency, services } from '../../people/service.ts'

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:the|a|an) /u, '')
    .replace(/\s+/gu, ' ')

const names = Object.keys(services) as Service[]
const byWords = new Map(
  names.flatMap(name => [services[name].words, services[name].lane].map(one => [plain(one), name])),
)

/** "Royal hospital", "Elm Road GP practice": the place before its service. */
const placeFirst = (text: string): string | undefined => {
  for (const [words, name] of byWords)
    if (text.endsWith(` ${words}`) && !text.includes(',')) return `${name}/${text.slice(0, -words.length - 1)}`
  return undefined
}

/** "children's social care, Westmoor": the service before its place. */
const serviceFirst = (text: string): string | undefined => {
  const cut = text.indexOf(', ')
  const name = cut < 0 ? undefined : byWords.get(text.slice(0, cut))
  return name === undefined ? undefined : `${name}/${text.slice(cut + 2)}`
}

/** The agency that people name in the words in which pages name it, or as a file does; nothing when none is meant. */
export const findTypedAgency = (text: string): Agency | undefined => {
  const words = plain(text)
  const found = findAgency(text) ?? findAgency(words) ?? byWords.get(words) ?? placeFirst(words) ?? serviceFirst(words)
  return found === undefined ? undefined : findAgency(found)
}

/** What was typed for an agency, as an entry takes it; what names none comes back as it was typed. */
export const typedAgency = (text: string): string => findTypedAgency(text) ?? text

/** A place or team of a service, as an entry takes it; of no service when none was chosen. */
export const placeOf = (agency: string | undefined, place: string): string =>
  `${agency === undefined ? 'other' : serviceOfAgency(agency as Agency)}/${place.trim()}`

const roleWords = new Map((Object.keys(roles) as Role[]).map(role => [plain(roles[role].words), role]))

/** What was typed for a role, as an entry takes it; what names none comes back as it was typed. */
export const typedRole = (text: string): string => findRole(text) ?? roleWords.get(plain(text)) ?? text

/** What was typed for whom something went to or who may know it: a role or an agency; else as it was typed. */
export const typedAudience = (text: string): string => {
  const role = findRole(text) ?? roleWords.get(plain(text))
  return role ?? typedAgency(text)
}
