import { addDays, type Day } from '../calendar/day.ts'
import type { Role } from '../people/role.ts'
import { type Agency, sameAgency } from '../people/service.ts'
import type { Absence, Cover } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { postOf, usualRole } from '../record/network-standing.ts'
import { all, type Picture } from '../record/standing.ts'
import { wordsOfAgencies } from './agency-words.ts'
import type { Asked } from './asked.ts'
import { climbsOn } from './climb.ts'
import { isEverywhere } from './desk.ts'
import { isSameName } from './roll.ts'
import type { Duty } from './rule.ts'

type Days = readonly (Day | undefined)[]

/** The day from which nobody is told of a duty any more. */
const endOf = ({ ended, frozen }: Duty): number =>
  Math.min(ended?.day ?? Number.POSITIVE_INFINITY, frozen ?? Number.POSITIVE_INFINITY)

const daysOfDuty = (duty: Duty): Days => {
  const { opens, due, rule } = duty
  const climbs = rule.ladder.map((_, index) => climbsOn(duty, index + 1))
  const end = endOf(duty)
  return [...[opens, addDays(due.day, 1), ...climbs].filter(day => day < end), end as Day]
}

const daysOfAbsence = (absence: Absence): Days =>
  absence.kind === 'worker-leaves' || absence.until === undefined
    ? [absence.day]
    : [absence.day, addDays(absence.until, 1)]

const daysOfFamily = (stands: Picture): Days => [
  ...stands.network.map(one => one.starts.day),
  ...[...all(stands, 'worker-away'), ...all(stands, 'worker-leaves')].flatMap(daysOfAbsence),
  ...[...all(stands, 'cover'), ...all(stands, 'lead-named'), ...all(stands, 'lead-declined')].map(one => one.day),
]

/** The roles and agencies at whose desks something of a record is owed or watched. */
interface Desks {
  readonly roles: ReadonlySet<Role>
  readonly agencies: readonly Agency[]
}

const desksOf = ({ network }: Picture, duties: readonly Duty[]): Desks => {
  const watchers = duties.flatMap(duty => duty.watchers)
  const owing = duties.flatMap(({ agency }) => agency ?? [])
  return {
    roles: new Set([
      ...duties.flatMap(({ owner, rule }) => [owner, ...rule.ladder, ...rule.hears]),
      ...watchers.map(usualRole),
    ]),
    agencies: [...new Set([...network.map(one => one.agency), ...owing, ...watchers])],
  }
}

/** Whether a word of the agencies' record touches this family: by who works with it, or by a desk that owes it something. */
const touches = (word: Absence | Cover, { network }: Picture, { roles, agencies }: Desks): boolean => {
  const { agency, role } = postOf(word)
  const { practitioner } = word
  const isHere = agencies.some(one => sameAgency(one, agency))
  if (roles.has(role) && (isHere || isEverywhere(role))) return true
  if (!isHere) return false
  return word.kind === 'cover'
    ? network.some(one => one.role === role && sameAgency(one.agency, agency))
    : practitioner !== undefined &&
        network.some(one => one.practitioner !== undefined && isSameName(one.practitioner, practitioner))
}

const daysOfAgencies = (agencies: readonly Entry[], stands: Picture, duties: readonly Duty[], after: Day): Days => {
  const { absences, covers } = wordsOfAgencies(agencies)
  const ahead = (days: Days) => days.some(day => day !== undefined && day > after)
  const words = [...absences.filter(one => ahead(daysOfAbsence(one))), ...covers.filter(one => one.day > after)]
  if (words.length === 0) return []
  const desks = desksOf(stands, duties)
  return words
    .filter(word => touches(word, stands, desks))
    .flatMap(word => (word.kind === 'cover' ? [word.day] : daysOfAbsence(word)))
}

/**
 * The next day after a day on which anything of a record opens, falls late, climbs a rung or ends, or somebody of it
 * starts, leaves, goes away or comes back; nothing when no day to come changes what is told or who may open it.
 */
export const nextDay = (
  { duties, agencies, stands }: Pick<Asked, 'duties' | 'agencies' | 'stands'>,
  after: Day,
): Day | undefined => {
  const waiting = duties.filter(duty => !duty.projected && endOf(duty) > after)
  const days = [...waiting.flatMap(daysOfDuty), ...daysOfFamily(stands)]
  let next = Number.POSITIVE_INFINITY
  for (const day of [...days, ...daysOfAgencies(agencies, stands, waiting, after)])
    if (day !== undefined && day > after && day < next) next = day
  return next === Number.POSITIVE_INFINITY ? undefined : (next as Day)
}
