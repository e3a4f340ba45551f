import { ageOn } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { readOnce } from './rounds.ts'

/** A school or nursery, and the first day on which the record has it for a child. */
interface Seat {
  readonly agency: Agency
  readonly from: Day
}

/** Whether an agency is a school or a nursery. */
export const isSchool = (agency: Agency): boolean => {
  const service = serviceOfAgency(agency)
  return service === 'school' || service === 'nursery'
}

/** The schools and nurseries that wrote of each child, from when: one pass, and only where a rule asks. */
const seats = readOnce((picture): ReadonlyMap<PersonId, readonly Seat[]> => {
  const found = new Map<PersonId, Seat[]>()
  const add = (child: PersonId, agency: Agency, from: Day) => {
    const held = found.get(child)
    if (held === undefined) found.set(child, [{ agency, from }])
    else if (held.at(-1)?.agency !== agency) held.push({ agency, from })
  }
  for (const { agency, children, starts } of picture.network)
    if (isSchool(agency)) for (const child of children) add(child, agency, starts.day)
  for (const entry of picture.entries)
    if (isSchool(entry.by)) for (const child of childrenOf(picture, entry)) add(child, entry.by, entry.day)
  return found
})

const isOfSchoolAge = (picture: Picture, child: PersonId, day: Day): boolean => {
  const born = picture.people.get(child)?.born
  if (born === undefined) return false
  const { years } = ageOn(born, day)
  return years >= 5 && years < 16
}

/** The school or nursery of a child on a day: as the record has it, else any school for a child of that age; none for one who was withdrawn. */
export const schoolOf = (picture: Picture, child: PersonId, day: Day): Agency | undefined => {
  const known = seats(picture)
    .get(child)
    ?.filter(({ from }) => from <= day)
    .at(-1)
  const left = all(picture, 'withdrawal').findLast(entry => entry.day <= day && isAbout(picture, entry, child))
  if (left !== undefined && (known === undefined || known.agency === left.by || known.from <= left.day))
    return undefined
  return known?.agency ?? (isOfSchoolAge(picture, child, day) ? ('school' as Agency) : undefined)
}
