import { addDays } from '../calendar/day.ts'
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts'
import type { Role } from '../people/role.ts'
import { type Agency, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { postOf } from '../record/network-standing.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { earliest, endedBy, firstAbout } from './reading.ts'
import { type Duty, type Owed, ownDefault, type Rule, rule } from './rule.ts'

/** Cover that was agreed before somebody left or went away counts when it is not more working days old than this. */
export const coverAhead = 5

/** Who answers for a post that is empty. */
export const managerOf = (agency: Agency): Pick<Owed, 'owner' | 'agency'> => ({
  owner: serviceOfAgency(agency) === 'social-care' ? 'team-manager' : 'agency-manager',
  agency,
})

type Away = EntryOf<'worker-away'>

/** Somebody's absence, as it touches one child. */
interface Absence {
  readonly away: Away
  readonly child: PersonId
  readonly role: Role
  readonly agency: Agency
  readonly ordinal: number
}

/** More than five working days, or nobody knows how long. */
const isLong = ({ away }: Absence): boolean =>
  away.until === undefined || workingDaysBetween(addDays(away.day, -1), away.until) > 5

const absences = (picture: Picture): readonly Absence[] => {
  const counts = new Map<string, number>()
  return all(picture, 'worker-away').flatMap(away => {
    const { agency, role } = postOf(away)
    return childrenOf(picture, away).map(child => {
      const ordinal = (counts.get(`${child} ${role}`) ?? 0) + 1
      counts.set(`${child} ${role}`, ordinal)
      return { away, child, role, agency, ordinal }
    })
  })
}

const deputyFor = (picture: Picture, { away, child, role, agency }: Absence): Entry | undefined =>
  firstAbout(
    picture,
    all(picture, 'cover'),
    child,
    addWorkingDays(away.day, -coverAhead),
    entry =>
      (away.until === undefined || entry.day <= away.until) &&
      sameAgency(postOf(entry).agency, agency) &&
      (entry.role === undefined || entry.role === role),
  )

/**
 * The one who was away is back or has been replaced, or has left for good and then another duty speaks. The last day away
 * alone ends nothing: nobody stood in, and that stays on the record as late.
 */
const absenceOver = (picture: Picture, { away, child, role, agency }: Absence): Entry | undefined => {
  const samePost = (entry: EntryOf<'worker-starts' | 'worker-leaves'>) =>
    postOf(entry).role === role && sameAgency(postOf(entry).agency, agency)
  return earliest(
    firstAbout(picture, all(picture, 'worker-starts'), child, addDays(away.day, 1), samePost),
    firstAbout(picture, all(picture, 'worker-leaves'), child, away.day, samePost),
  )
}

const oweDeputy = (picture: Picture, absence: Absence): Owed => ({
  child: absence.child,
  thing: absence.role,
  step: `${absence.ordinal}`,
  because: [absence.away],
  since: absence.away.day,
  ...managerOf(absence.agency),
  ...endedBy(deputyFor(picture, absence), absenceOver(picture, absence)),
})

const absenceCovered = rule({
  name: 'absence-covered',
  catalogue: 'R-ALL-3',
  says: 'Name a deputy who accepts the work of the one who is away',
  label: 'local setting',
  source: ownDefault('the same working day when somebody is away for more than five working days'),
  limit: { sameWorkingDay: true },
  owner: 'team-manager',
  find: (picture, owe) => {
    for (const absence of absences(picture)) if (isLong(absence)) owe(oweDeputy(picture, absence))
  },
})

const byOwner = (duties: readonly Duty[]): ReadonlyMap<string, readonly Duty[]> =>
  Map.groupBy(duties, duty => `${duty.child} ${duty.owner}`)

/** What falls due while its owner is away, and was still open then. */
const fallsDueIn = ({ away, agency }: Absence, duty: Duty): boolean =>
  duty.due.day >= away.day &&
  duty.due.day <= (away.until ?? away.day) &&
  !duty.projected &&
  (duty.ended === undefined || duty.ended.day > away.day) &&
  (duty.frozen === undefined || duty.frozen >= away.day) &&
  (duty.agency === undefined || sameAgency(duty.agency, agency))

const shortAbsenceCovered = rule({
  name: 'short-absence-covered',
  catalogue: 'R-ALL-3',
  says: 'Name a deputy for what falls due while the worker is away',
  layer: 2,
  label: 'local setting',
  source: ownDefault('the same working day when something falls due in an absence of up to five working days'),
  limit: { sameWorkingDay: true },
  owner: 'team-manager',
  find: (picture, owe, first) => {
    const short = absences(picture).filter(absence => !isLong(absence))
    if (short.length === 0) return
    const duties = byOwner(first('*'))
    for (const absence of short) {
      const due = duties.get(`${absence.child} ${absence.role}`)?.find(duty => fallsDueIn(absence, duty))
      if (due === undefined) continue
      const [trigger] = due.because
      owe({ ...oweDeputy(picture, absence), because: [absence.away, trigger], of: due.rule.says })
    }
  },
})

/** Who stands in for somebody who is away (review 5.16, 5.23, 7.3). */
export const absenceRules: readonly Rule[] = [absenceCovered, shortAbsenceCovered]
