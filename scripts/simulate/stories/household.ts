import { addDays, type Day, isoDay } from '../../../src/calendar/day.ts'
import { begins, type Line, type Story, write } from '../story.ts'

/** Who is in a family; the surnames and numbers are invented. */
export interface People {
  readonly childName: string
  readonly motherName: string
  readonly fatherName: string
  readonly born: Day
  readonly number: string
  readonly together: boolean
  readonly address: string
}

const person = (name: string, fields: Line): Line => ({ kind: 'person', person: name, ...fields })

/** The people of the family, where they live, and those who see every child: the GP, and the health visitor or the school. */
export const household = (story: Story, people: People, from: Day): void => {
  const { child, mother, father, lines, around } = story
  const number = people.number
  lines.push(
    person(child, { name: people.childName, born: isoDay(people.born), subject: 'yes', nhs: number }),
    person(mother, { name: people.motherName, born: isoDay(addDays(people.born, -10_200)), as: 'adult' }),
    person(father, { name: people.fatherName, born: isoDay(addDays(people.born, -11_000)), as: 'adult' }),
    { kind: 'relationship', person: mother, is: 'mother', of: child, responsibility: 'yes' },
    { kind: 'relationship', person: father, is: 'father', of: child, responsibility: 'yes' },
    { kind: 'relationship', person: father, is: people.together ? 'partner' : 'former-partner', of: mother },
  )
  const known = addDays(people.born, 3)
  const at = { address: people.address }
  const all = people.together ? [child, mother, father] : [child, mother]
  write(story, 'lives-at', known, around.healthVisitor, { person: all, ...at })
  if (!people.together)
    write(story, 'lives-at', known, around.healthVisitor, { person: [father], address: 'His own flat' })
  write(story, 'ethnicity-and-faith', addDays(known, 10), around.healthVisitor, {
    person: child,
    ethnicity: 'as they say it',
    faith: 'none said',
  })
  begins(story, around.gp, from)
  if (story.atSchool) {
    begins(story, around.school, from)
    begins(story, around.schoolNurse, from)
  } else begins(story, around.healthVisitor, from)
}
