import { sameAgency } from '../people/service.ts'
import { type PlanningSettings, planningDefaults } from './clashes.ts'
import type { EntryOf } from './entry.ts'
import type { Planned } from './planned.ts'
import { all, isAbout, type Picture } from './standing.ts'

/** The same test at two places within some weeks, with the words that say so: a person asks whether one is enough. */
export interface SameTest {
  readonly one: Planned | EntryOf<'result-awaited'>
  readonly other: Planned
  /** The words of each that name the test. */
  readonly words: readonly [string, string]
}

/** Tests by the words in use; each is one test however it is written. */
const tests: readonly RegExp[] = [
  /\bblood(?: test|s|work)?\b|\bphlebotomy\b|\bvenepuncture\b/iu,
  /\bmri\b|\bmagnetic resonance\b/iu,
  /\bct\b|\bcat scan\b/iu,
  /\bultrasound\b|\bsonogra\w+/iu,
  /\bx-?rays?\b|\bradiogra\w+/iu,
  /\beeg\b|\bbrain ?wave\w*/iu,
  /\becg\b|\bekg\b/iu,
  /\becho(?:cardiogra\w+)?\b/iu,
  /\bhearing test\b|\baudiogra\w+|\baudiology\b/iu,
  /\beye (?:test|pressure)\b|\bpressure of (?:the|her|his) eyes?\b/iu,
  /\burine\b|\burinalysis\b/iu,
  /\bsynacthen\b|\bcortisol\b/iu,
  /\ballergy test\b|\bskin prick\b/iu,
  /\bsleep study\b/iu,
  /\bgrowth (?:check|measure\w*)\b|\bheight and weight\b/iu,
]

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

/** The words by which two descriptions name one test: one of the tests above, or the very same description. */
export const sameTestIn = (one: string, other: string): readonly [string, string] | undefined => {
  for (const test of tests) {
    const [a, b] = [test.exec(one)?.[0], test.exec(other)?.[0]]
    if (a !== undefined && b !== undefined) return [a, b]
  }
  return plain(one) !== '' && plain(one) === plain(other) ? [one, other] : undefined
}

/** What an appointment is for, as far as anybody wrote it; the name of a clinic alone says no test. */
const wordsOf = ({ purpose, appointment }: Planned): string => purpose ?? appointment.clinic ?? ''

const ofOneChild = (one: Planned, other: Planned): boolean => one.people.some(person => other.people.includes(person))

const amongPlanned = (planned: readonly Planned[], weeks: number): readonly SameTest[] =>
  planned.flatMap((one, place) =>
    planned.slice(place + 1).flatMap(other => {
      const isNear = other.day - one.day <= weeks * 7
      const isElsewhere = !sameAgency(one.appointment.agency, other.appointment.agency)
      if (!isNear || !isElsewhere || !ofOneChild(one, other)) return []
      const words = sameTestIn(wordsOf(one), wordsOf(other))
      return words === undefined ? [] : [{ one, other, words }]
    }),
  )

/** A test that was done at another place not long ago, and is to be done again. */
const doneBefore = (stands: Picture, planned: readonly Planned[], weeks: number): readonly SameTest[] =>
  all(stands, 'result-awaited').flatMap(done =>
    planned.flatMap(other => {
      const { test } = done
      const isNear = done.day < other.day && other.day - done.day <= weeks * 7
      const isOf = other.appointment.person === undefined && other.people.some(child => isAbout(stands, done, child))
      if (test === undefined || !isNear || !isOf || sameAgency(done.by, other.appointment.agency)) return []
      const words = sameTestIn(test, wordsOf(other))
      return words === undefined ? [] : [{ one: done, other, words }]
    }),
  )

/** Each test that is to be done twice within some weeks at two places, or was done at one and is booked at another. */
export const sameTests = (
  stands: Picture,
  planned: readonly Planned[],
  { sameTestWeeks }: PlanningSettings = planningDefaults,
): readonly SameTest[] => [...doneBefore(stands, planned, sameTestWeeks), ...amongPlanned(planned, sameTestWeeks)]
