import type { Day, Moment } from '../../calendar/day.ts'
import { english } from './english.ts'
import type { Language } from './language.ts'
import { polish } from './polish.ts'

/** What goes to a family in words, in one language. No child's name, and no clinic's. */
export interface FamilyWords {
  /** A day with its day of the week, and without its year. */
  readonly day: (day: Day) => string
  /** A clock time. */
  readonly time: (at: Moment) => string
  readonly calendar: { readonly name: string; readonly title: string }
  readonly message: {
    readonly subject: string
    /** With the day, the time and the place: only where all of it may be named. */
    readonly whole: (of: { when: string; ring: string }) => string
    /** That there is something about an appointment, with no time and no place. */
    readonly bare: (ring: string) => string
    /** That there is a message, and no more. */
    readonly only: (ring: string) => string
  }
  readonly sheet: {
    readonly title: string
    readonly when: string
    readonly whereTo: string
    readonly whoComes: string
    readonly arranged: string
    readonly notArranged: string
    readonly interpreter: string
    readonly own: string
    readonly clash: string
    readonly clashes: string
    readonly later: (count: number) => string
    readonly nothing: string
    readonly bare: string
    readonly ring: string
    readonly toChange: string
    readonly poorly: string
    readonly emergency: string
    readonly unsure: string
    readonly made: (day: string) => string
  }
}

/** The words of each language. */
export const familyWords: Readonly<Record<Language, FamilyWords>> = { english, polish }
