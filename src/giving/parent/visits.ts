import { type Day, daysBetween } from '../../calendar/day.ts'
import type { Span } from '../../calendar/span.ts'
import type { Agency } from '../../people/service.ts'
import { aheadOf, isConfidential } from '../../record/ahead.ts'
import type { Clash } from '../../record/clashes.ts'
import type { PersonId, ThingId } from '../../record/field.ts'
import type { Planned } from '../../record/planned.ts'
import { all, type Picture } from '../../record/standing.ts'

/** Another visit that cannot be kept beside this one: ours to put right. */
export interface VisitClash {
  readonly clinic: string | undefined
  /** Whether both are at one time, or only too near for the way between; of a time that is not known nothing is said. */
  readonly why: 'same-time' | 'no-time-to-travel'
}

/** A visit that lies ahead. */
export interface Visit {
  readonly appointment: ThingId
  readonly when: Span
  readonly clinic: string | undefined
  readonly site: string | undefined
  readonly agency: Agency
  /** What it is for, in words that were written for the family. */
  readonly purpose: string | undefined
  /** Why it matters, in the same sort of words. */
  readonly why: string | undefined
  /** Whether help was asked for, or arranged since. Transport is said only when somebody wrote that it is arranged. */
  readonly help: 'asked' | 'arranged' | undefined
  readonly transport: 'asked' | 'arranged' | undefined
  /** Whether an interpreter comes, where the family needs one. */
  readonly interpreter: Planned['interpreter']
  /** Whether the clinic was asked for another day, and has answered. */
  readonly change: 'asked' | 'not-possible' | undefined
  readonly clashes: readonly VisitClash[]
}

const transportOf = ({ transport }: Planned): Visit['transport'] =>
  transport === 'needed' ? 'asked' : transport === 'arranged' ? 'arranged' : undefined

/** Help for what is no matter of the way: that is said by itself. */
const helpOf = (stands: Picture, { appointment }: Planned): Visit['help'] => {
  const isWay = (barrier: string | undefined) => barrier === 'no-transport' || barrier === 'cost'
  const asked = all(stands, 'barrier-reported').findLast(
    entry => entry.appointment === appointment.id && !isWay(entry.barrier),
  )
  if (asked === undefined) return undefined
  const helped = all(stands, 'help-arranged').some(
    ({ appointment: id, day, accepted, barrier }) =>
      id === appointment.id && day >= asked.day && accepted !== false && barrier === asked.barrier,
  )
  return helped ? 'arranged' : 'asked'
}

const changeOf = ({ change }: Planned): Visit['change'] => {
  if (change === undefined) return undefined
  const { answer } = change
  if (answer === undefined) return 'asked'
  return answer.kind === 'change-answered' && answer.answer === 'not-possible' ? 'not-possible' : undefined
}

const clashOf = (planned: Planned, { one, other, why }: Clash): readonly VisitClash[] => {
  if (why === 'time-not-known' || (one !== planned && other !== planned)) return []
  const { clinic } = (one === planned ? other : one).appointment
  return [{ clinic, why }]
}

const visitOf = (stands: Picture, planned: Planned, clashes: readonly Clash[]): readonly Visit[] => {
  const { id: appointment, when, clinic, site, agency } = planned.appointment
  if (when === undefined) return []
  const { purpose, matters: why, interpreter } = planned
  return [
    {
      ...{ appointment, when, clinic, site, agency, purpose, why, interpreter },
      ...{ help: helpOf(stands, planned), transport: transportOf(planned), change: changeOf(planned) },
      clashes: clashes.flatMap(clash => clashOf(planned, clash)),
    },
  ]
}

/** How far ahead a page looks, in days; a local setting. */
const longest = 62

/** What lies ahead of a child in the next two months, in order; folded from what this parent may see. */
export const visitsAhead = (stands: Picture, child: PersonId, today: Day): readonly Visit[] => {
  const { planned, clashes } = aheadOf(stands, today)
  return planned
    .filter(one => one.appointment.person === undefined && one.appointment.children.includes(child))
    .filter(one => daysBetween(today, one.day) <= longest && !isConfidential(one))
    .flatMap(one => visitOf(stands, one, clashes))
}
