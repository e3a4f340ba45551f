import type { Day } from '../../calendar/day.ts'
import { aheadFor, aheadOf } from '../../record/ahead.ts'
import { clashesOf } from '../../record/clashes.ts'
import type { PersonId } from '../../record/field.ts'
import { picture } from '../../record/picture.ts'
import type { Planned } from '../../record/planned.ts'
import { childrenConcerned, mayNameTimeAndPlace, type Reach, reachingFamily } from '../../record/reaching-family.ts'
import { visibleTo } from '../../record/sight.ts'
import type { Picture } from '../../record/standing.ts'
import type { FamilyOnDay } from '../family-on-day.ts'

/** For whom a sheet is made, and from what: the maker's look for its words, the whole record for what may be said. */
export interface SheetAsked {
  readonly look: FamilyOnDay
  readonly person: PersonId
  readonly whole: Picture
}

/** What a sheet may say: the appointments in full, how many more there are, and whether there are some that it does not name. */
export interface SheetRows {
  readonly reach: Reach
  readonly rows: readonly Planned[]
  readonly later: number
  readonly unnamed: boolean
  /** Those of the rows that cannot both be kept. */
  readonly clashing: ReadonlySet<Planned>
}

/** So many fit on one sheet of A4 in large type. */
const onOneSheet = 6

const reachOn = (whole: Picture, day: Day, person: PersonId, one: Planned): Reach => {
  const appointment = whole.appointments.find(({ id }) => id === one.appointment.id) ?? one.appointment
  return reachingFamily(whole, { person, day, children: childrenConcerned(whole, appointment), by: 'paper' })
}

/**
 * What may stand on the sheet of one person of the family: what they may see of the record themselves, and of that only
 * what the whole record lets reach them. A sheet that is held for a death, a removal or an adoption has nothing on it.
 */
export const sheetRows = ({ look, person, whole }: SheetAsked): SheetRows => {
  const { day, record } = look
  const reach = reachingFamily(whole, { person, day, by: 'paper' })
  if (reach.level === 'nothing') return { reach, rows: [], later: 0, unnamed: false, clashing: new Set() }
  const theirs = picture(visibleTo(record.entries, { person }), { knownOn: day })
  const reached = aheadFor(theirs, aheadOf(theirs, day), person, whole).map(one => ({
    one,
    of: reachOn(whole, day, person, one),
  }))
  const named = reached.filter(({ of }) => mayNameTimeAndPlace(of)).map(({ one }) => one)
  const rows = named.slice(0, onOneSheet)
  return {
    reach,
    rows,
    clashing: new Set(clashesOf(theirs, rows).flatMap(({ one, other }) => [one, other])),
    later: Math.max(0, named.length - onOneSheet),
    unnamed: reached.some(({ of }) => of.level === 'no-time-no-place' || of.level === 'only-a-message'),
  }
}
