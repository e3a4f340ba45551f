import { nameKey } from '../people/name-key.ts'
import { findNhsNumber } from '../people/nhs-number.ts'
import type { Kin, Practitioner } from '../people/practitioner.ts'
import { all, type Picture } from './standing.ts'

const byNumber = (nhs: string): string => `nhs ${findNhsNumber(nhs) ?? nhs.replace(/[\s-]+/gu, '')}`
const byBirth = (name: string, born: number): string => `born ${born} ${nameKey(name)}`

/** Every NHS number of a record's people, and every name that they had with their day of birth. */
const marksOf = (stands: Picture): ReadonlySet<string> => {
  const marks = new Set<string>()
  for (const { person, name, nhs, born = stands.people.get(person)?.born } of all(stands, 'person')) {
    if (nhs !== undefined) marks.add(byNumber(nhs))
    const called = name ?? stands.people.get(person)?.name
    if (called !== undefined && born !== undefined) marks.add(byBirth(called, born))
  }
  return marks
}

/** A practitioner who gives only a day of birth means herself. */
const marksOfOne = ({ nhs, name, born }: Kin, own: string): readonly string[] => [
  ...(nhs === undefined ? [] : [byNumber(nhs)]),
  ...(born === undefined ? [] : [byBirth(name ?? own, born)]),
]

/** The marks by which a practitioner's kin are known wherever they appear, her own among them where she gave them. */
export const kinMarks = ({ kin, name }: Practitioner): readonly string[] => kin.flatMap(one => marksOfOne(one, name))

/**
 * Tells of any practitioner's marks whether one of them is that of a person of this record: the same NHS number, or the
 * same name and day of birth. Nobody opens a record in which they, a relative or a partner appear.
 */
export const kinIn = (stands: Picture): ((marks: readonly string[]) => boolean) => {
  const here = marksOf(stands)
  return marks => marks.some(mark => here.has(mark))
}

/** Whether a practitioner, or somebody whom she named as kin, is a person of the record. */
export const kinOnRecord = (stands: Picture, practitioner: Practitioner): boolean =>
  kinIn(stands)(kinMarks(practitioner))
