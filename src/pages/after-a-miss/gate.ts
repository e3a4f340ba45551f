import type { Day } from '../../calendar/day.ts'
import type { PersonId } from '../../record/field.ts'
import { reachingFamily } from '../../record/reaching-family.ts'
import { holdMeanings, type ReachLevel } from '../../record/reaching-holds.ts'
import type { Picture } from '../../record/standing.ts'
import type { FamilyOnDay } from '../family-on-day.ts'

/** How much of a letter may reach somebody of the family, and why not all, in words that its reader may see. */
export interface Gate {
  readonly level: ReachLevel
  readonly says: readonly string[]
  /** The day on which the last of the reasons was known: what was decided before it was decided without it. */
  readonly knownOn: Day | undefined
}

/** Asks the whole record how much may reach a person about a child. */
export type GateFor = (person: PersonId, child: PersonId) => Gate

/**
 * The gate to a family on the day of a look: worked out from the whole record, so that what its reader may not see holds a
 * letter too, and said only as far as they may see what it rests on.
 */
export const gateIn =
  (whole: Picture, look: FamilyOnDay): GateFor =>
  (person, child) => {
    const { level, holds } = reachingFamily(whole, { person, day: look.day, children: [child], by: 'paper' })
    const seen = new Set(look.stands.entries.map(({ root }) => root))
    const says = holds.filter(({ entry }) => seen.has(entry.root)).map(({ code }) => holdMeanings[code].says)
    const knownOn = holds.reduce<Day | undefined>(
      (last, { entry }) => (last === undefined || entry.arrived > last ? entry.arrived : last),
      undefined,
    )
    return { level, says: [...new Set(says)], knownOn }
  }
