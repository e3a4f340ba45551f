import type { Day } from '../../calendar/day.ts'
import type { PersonId } from '../../record/field.ts'
import { wayAgreed } from '../../record/reaching-family.ts'
import { all, type Picture } from '../../record/standing.ts'

/** The languages in which Holdfast has words for a family. */
export const languages = ['english', 'polish'] as const
export type Language = (typeof languages)[number]

const written: Readonly<Record<Language, RegExp>> = {
  english: /^(?:en|eng|english|angielski)\b/iu,
  polish: /^(?:pl|pol|polish|polski)\b/iu,
}

/** The language that words mean, or nothing where Holdfast has no words in it. */
export const findLanguage = (text: string): Language | undefined =>
  languages.find(one => written[one].test(text.trim()))

/** The language of a person in the record's words: as it was agreed with them, else as it was last recorded; English unless said. */
export const languageSaid = (stands: Picture, person: PersonId, day: Day): string =>
  wayAgreed(stands, { person, day })?.language ??
  all(stands, 'communication-need').findLast(one => one.person === person && one.language !== undefined)?.language ??
  'English'
