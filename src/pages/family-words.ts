import type { PersonId } from '../record/field.ts'
import { isUnbornOn } from '../record/person-standing.ts'
import { capital } from './capital.ts'
import type { FamilyOnDay } from './family-on-day.ts'

/** The children of a record whose names a list gives: the child of the record, then those who are born and still here. */
export const namedChildren = ({ stands, day }: FamilyOnDay): readonly PersonId[] => {
  const [subject] = stands.subject
  const others = stands.children.filter(id => {
    const person = stands.people.get(id)
    return id !== subject && person?.gone === undefined && !(person !== undefined && isUnbornOn(person, day))
  })
  return [subject, ...others]
}

const mostNames = 3

/** A family by the names of its children: Iris Khan and Noor Khan; of many, the first three. */
export const familyInWords = (look: FamilyOnDay): string => {
  const names = namedChildren(look).map(look.name)
  const shown = names.slice(0, mostNames)
  const last = names.length > mostNames ? `${names.length - mostNames} more` : shown.pop()
  return capital(shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last}`)
}
