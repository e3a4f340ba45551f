import type { Day } from '../../calendar/day.ts'
import { derive } from '../../duties/derive.ts'
import type { Entry } from '../../record/entry.ts'
import type { PersonId, ThingId } from '../../record/field.ts'
import { plainName } from '../../record/medicine-standing.ts'
import { type MedicineStanding, medicinesOn } from '../../record/medicines.ts'
import { findSickDayPlan } from '../../record/sick-day-plan.ts'
import type { Picture } from '../../record/standing.ts'
import type { ChildPlaced, MedicineSeen, ParentAsked, ResultSeen, SaidBy } from './seen.ts'

const saidBy = ({ by, author, day }: Entry): SaidBy => ({ agency: by, author, day })

const medicineOf = (one: MedicineStanding, listed: ReadonlySet<string>): readonly MedicineSeen[] => {
  if (one.isOpen) return [{ medicine: one.medicine, checking: true }]
  const [latest] = one.standing
  if (one.isStopped || latest === undefined) return []
  const agreed = listed.has(plainName(one.medicine))
  return [{ medicine: one.medicine, checking: false, dose: latest.words, by: saidBy(latest.entry), agreed }]
}

/** What stands of each medicine; of what is open no dose is shown, whoever said it. */
export const medicinesSeen = (stands: Picture, child: PersonId, today: Day): readonly MedicineSeen[] => {
  const { medicines, agreed } = medicinesOn(stands, child, today)
  const listed = new Set((agreed?.lines ?? []).map(line => plainName(line.medicine)))
  return medicines.flatMap(one => medicineOf(one, listed))
}

/** What to do when a child is ill, as it was agreed last. */
export const sickDaySeen = (stands: Picture, child: PersonId, today: Day): ChildPlaced['sickDay'] => {
  const plan = findSickDayPlan(stands, child, today)
  return (
    plan && { steps: plan.steps, day: plan.day, by: plan.by, ...(plan.ring === undefined ? {} : { ring: plan.ring }) }
  )
}

/** The results of which it is late to tell the family, by the rule that says who tells them. */
export const lateResults = (stands: Picture, { settings, today }: ParentAsked): ReadonlySet<ThingId> =>
  new Set(
    derive(stands, settings)
      .filter(({ rule, ended, due }) => rule.name === 'result-told' && ended === undefined && due.day < today)
      .map(({ thing }) => thing as ThingId),
  )

/** What the family waits for, and what they were told: never what it says. */
export const resultsSeen = (stands: Picture, child: PersonId, late: ReadonlySet<ThingId>): readonly ResultSeen[] =>
  stands.results
    .filter(({ children }) => children.includes(child))
    .map(({ id, raised, answers }) => ({
      ...{ test: raised.test, asked: raised.day, agency: raised.agency ?? raised.by },
      told: answers.findLast(answer => answer.day >= raised.day)?.day,
      late: late.has(id),
    }))
