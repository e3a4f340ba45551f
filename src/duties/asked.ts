import type { Day } from '../calendar/day.ts'
import type { Practitioner } from '../people/practitioner.ts'
import type { Entry } from '../record/entry.ts'
import type { Picture } from '../record/standing.ts'
import type { Duty } from './rule.ts'

/** What is asked when somebody is to be told or let in: what stands and is owed in one record, and who works here, on a day. */
export interface Asked {
  /** The picture of the family's entries together with what the agencies' record says of its practitioners. */
  readonly stands: Picture
  readonly duties: readonly Duty[]
  readonly practitioners: readonly Practitioner[]
  /** All entries of the agencies' record. */
  readonly agencies: readonly Entry[]
  readonly day: Day
}
