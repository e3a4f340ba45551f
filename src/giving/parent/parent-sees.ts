import type { Entry } from '../../record/entry.ts'
import type { PersonId, ThingId } from '../../record/field.ts'
import type { Picture } from '../../record/standing.ts'
import { lateResults, medicinesSeen, resultsSeen, sickDaySeen } from './care-seen.ts'
import { countOfVisits } from './count.ts'
import { mayShowTo } from './may-show.ts'
import { peopleSeen } from './people-seen.ts'
import { agreedSeen, plansSeen, promisesSeen } from './plan-seen.ts'
import type { ChildPlaced, MedicineSeen, ParentAsked, ParentSees } from './seen.ts'
import { visitsAhead } from './visits.ts'
import { wordsSeen } from './words-seen.ts'

const placed = (stands: Picture, child: PersonId, asked: ParentAsked, late: ReadonlySet<ThingId>): ChildPlaced => {
  const { today } = asked
  return {
    ...{ sickDay: sickDaySeen(stands, child, today), visits: visitsAhead(stands, child, today) },
    ...{ results: resultsSeen(stands, child, late), people: peopleSeen(stands, child, asked) },
    ...{ plans: plansSeen(stands, child, today), promises: promisesSeen(stands, child) },
    ...{ agreed: agreedSeen(stands, child, today), count: countOfVisits(stands, child, today) },
  }
}

const withoutPlace = (one: MedicineSeen): MedicineSeen => (one.checking ? one : { ...one, by: undefined })

/**
 * What a parent's page shows, from the entries of a record: folded anew from what is on the list and this parent may see,
 * so that whatever is not changes nothing of it.
 */
export const parentSees = (entries: readonly Entry[], asked: ParentAsked): ParentSees => {
  const { stands, children } = mayShowTo(entries, asked)
  const late = asked.places ? lateResults(stands, asked) : new Set<ThingId>()
  return {
    name: stands.people.get(asked.person)?.name,
    children: children.map(id => ({
      ...{ id, name: stands.people.get(id)?.name },
      medicines: medicinesSeen(stands, id, asked.today).map(one => (asked.places ? one : withoutPlace(one))),
      placed: asked.places ? placed(stands, id, asked, late) : undefined,
    })),
    words: wordsSeen(stands, asked.person, asked.places),
  }
}
