import { addMonths, type Day } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { entriesOf, leadOf, type Pattern, patternsOf } from './appointment-pattern.ts'
import { firstSince } from './attendance.ts'
import { inTurn } from './in-turn.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

/** Why one of these two is owed: a pattern of missed appointments, or a concern about neglect. */
interface Sign {
  readonly child: PersonId
  readonly day: Day
  readonly because: readonly [Entry, ...Entry[]]
  readonly pattern: Pattern | undefined
}

const signOf = (pattern: Pattern): Sign => {
  const { child, day } = pattern.misses[0]
  return { child, day, because: entriesOf(pattern), pattern }
}

const concerns = (picture: Picture): readonly Sign[] =>
  all(picture, 'concern').flatMap(entry =>
    entry.neglect === true
      ? childrenOf(picture, entry).map(child => ({
          child,
          day: entry.day,
          because: [entry] as const,
          pattern: undefined,
        }))
      : [],
  )

const byChild = (signs: readonly Sign[]): ReadonlyMap<PersonId, readonly Sign[]> => {
  const held = new Map<PersonId, Sign[]>()
  for (const sign of [...signs].sort((one, other) => one.day - other.day))
    held.set(sign.child, [...(held.get(sign.child) ?? []), sign])
  return held
}

const base = ({ child, day, because }: Sign, ordinal: number): Pick<Owed, 'child' | 'step' | 'because' | 'since'> => ({
  child,
  step: `${ordinal}`,
  because,
  since: day,
})

const firstEntry = (sign: Sign): Entry => sign.because[0]

const fiveFactors = rule({
  name: 'medical-neglect-review',
  catalogue: 'R-NEG-1',
  says: 'Review the five factors of medical neglect, each with its evidence: harm, benefit, worth it, available, understood',
  shape: 'count',
  label: 'local setting',
  source: ownDefault(
    'ten working days after a pattern of missed appointments, two where one miss may do serious harm; the five factors are those of the American Academy of Pediatrics (review 4.1)',
  ),
  limit: { workingDays: 10 },
  owner: 'lead-paediatrician',
  ladder: ['named-doctor', 'designated-doctor'],
  find: (picture, owe) => {
    for (const signs of byChild(patternsOf(picture).map(signOf)).values())
      inTurn(signs, firstEntry, (sign, ordinal) => {
        const soon = sign.pattern?.misses[0].critical === true ? { limit: { workingDays: 2 } } : {}
        const done = firstSince(picture, 'medical-neglect-review', sign)
        return owe({ ...base(sign, ordinal), thing: 'pattern', ...soon, done })
      })
  },
})

/** The profile was considered when it was done, or when it is written why not. */
const considered = (picture: Picture, sign: Sign): Entry | undefined =>
  firstSince(picture, 'graded-care-profile', sign, entry => entry.done || entry.reason !== undefined)

/** A concern soon after the profile was considered asks for nothing new; a pattern of misses does. */
const asksAgain = (picture: Picture, { child, day, pattern }: Sign): boolean => {
  if (pattern !== undefined) return true
  const last = all(picture, 'graded-care-profile').findLast(
    entry => entry.day < day && isAbout(picture, entry, child) && (entry.done || entry.reason !== undefined),
  )
  return last === undefined || addMonths(last.day, 12) <= day
}

const gradedCareProfile = rule({
  name: 'graded-care-profile-considered',
  catalogue: 'R-ASM-11',
  says: 'Do the Graded Care Profile, or write why not',
  label: 'local setting',
  source: ownDefault(
    'twenty working days after a concern about neglect or a pattern of missed appointments; that the Graded Care Profile is used for neglect is local procedure, as in North Lincolnshire',
  ),
  limit: { workingDays: 20 },
  owner: 'lead-practitioner',
  find: (picture, owe) => {
    const signs = [...concerns(picture), ...patternsOf(picture).map(signOf)].filter(sign => asksAgain(picture, sign))
    for (const ofChild of byChild(signs).values())
      inTurn(ofChild, firstEntry, (sign, ordinal) => {
        const owner = leadOf(picture, sign.child, sign.day)
        const done = considered(picture, sign)
        return owe({ ...base(sign, ordinal), thing: 'graded-care-profile', owner, done })
      })
  },
})

/** Whether what is missed is medical neglect: reviewed, never presumed (review 4.1, 5.22, 5.23). */
export const medicalNeglectRules: readonly Rule[] = [fiveFactors, gradedCareProfile]
