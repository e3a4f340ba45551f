import { addMonths, type Day } from '../../calendar/day.ts'
import type { Duty } from '../../duties/rule.ts'
import type { Agency } from '../../people/service.ts'
import { serviceOfAgency } from '../../people/service.ts'
import type { PersonId } from '../../record/field.ts'
import { workingOn } from '../../record/network-standing.ts'
import { all } from '../../record/standing.ts'
import { dutyAfter, missOf, type TheMiss } from '../after-a-miss/the-miss.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import { isOwed, type Owing, owingOn, worstFirst } from '../owed.ts'

/** A child who was not brought, as it stands on a list: no more is held of the family than the row says. */
export interface Missed {
  readonly child: PersonId
  readonly name: string
  readonly day: Day
  readonly clinic: string | undefined
  readonly agency: Agency
  /** The practices that work with the child. */
  readonly practices: readonly Agency[]
  readonly counts: boolean
  readonly address: string
  readonly family: string
  readonly appointment: string
  /** What is owed after it, the worst first; and what the practice owes of it, done or not. */
  readonly owed: readonly Owing[]
  readonly practice: Owing | undefined
}

/** A past appointment of which nobody wrote what became of it. */
export interface NoOutcome {
  readonly duty: Duty
  readonly name: string
  readonly day: Day
  readonly clinic: string | undefined
  readonly agency: Agency
  readonly family: string
  /** What another system sent of it, in a code that nobody has explained. */
  readonly code: string | undefined
}

/** What one family puts on the lists of children not brought, and of appointments without an outcome. */
export interface OfLists {
  readonly missed: readonly Missed[]
  readonly noOutcome: readonly NoOutcome[]
}

const after: readonly string[] = [
  'family-contacted-after-miss',
  'reason-for-miss-checked',
  'notes-reviewed-after-miss',
  'letter-after-miss',
  'gp-follow-up-after-miss',
  'worker-told-of-miss',
  'appointment-rebooked',
]

const owedAfter = (miss: TheMiss): readonly Owing[] => {
  const { look } = miss
  const owing = after.flatMap(rule => {
    const duty = dutyAfter(miss, rule)
    return duty === undefined || duty.projected || duty.frozen !== undefined ? [] : [owingOn(duty, look.day)]
  })
  return worstFirst(owing.filter(isOwed), look.day)
}

const missedIn = (miss: TheMiss): Missed => {
  const { look, appointment, child, day } = miss
  const working = workingOn(look.stands.network, child, look.day).map(({ agency }) => agency)
  const followUp = dutyAfter(miss, 'gp-follow-up-after-miss')
  return {
    ...{ child, name: look.name(child), day, clinic: appointment.clinic, agency: appointment.agency },
    practices: [...new Set(working)].filter(agency => serviceOfAgency(agency) === 'gp'),
    counts: appointment.excuse === undefined,
    address: look.addresses.miss(appointment.id),
    ...{ family: look.family.id, appointment: appointment.id, owed: owedAfter(miss) },
    practice: followUp === undefined || followUp.frozen !== undefined ? undefined : owingOn(followUp, look.day),
  }
}

/** Where the agency has not adopted the rule, nothing is owed; that nobody wrote what became of it is so all the same. */
const withoutOutcome = (look: FamilyOnDay): readonly NoOutcome[] =>
  [...look.duties, ...look.suggested].flatMap(duty => {
    const { rule, ended, since, frozen, agency, thing, child } = duty
    const isOpen = (ended === undefined || ended.day > look.day) && frozen === undefined
    if (rule.name !== 'appointment-outcome' || since >= look.day || !isOpen || agency === undefined) return []
    const clinic = look.stands.appointments.find(({ id }) => id === thing)?.clinic
    const code = all(look.stands, 'outcome-not-known').findLast(one => one.appointment === thing)?.code
    return [{ duty, name: look.name(child), day: since, clinic, agency, family: look.family.id, code }]
  })

/** What a family puts on the lists: misses of twelve months, and all past appointments without an outcome. */
export const ofLists = (look: FamilyOnDay): OfLists => {
  const since = addMonths(look.day, -12)
  const misses = look.stands.appointments.flatMap(one => missOf(look, one) ?? [])
  return {
    missed: misses.filter(({ day }) => day > since && day <= look.day).map(missedIn),
    noOutcome: withoutOutcome(look),
  }
}
