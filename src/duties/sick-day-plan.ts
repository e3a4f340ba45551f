import { addDays } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, isAbout, type Picture, patientsOf } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { complexNeeds } from './complex-needs.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Plan = EntryOf<'sick-day-plan'>

/** Agreed, and not known to be misunderstood: a plan that a parent could not say back is none yet. */
const isUnderstood = ({ understood }: Plan): boolean => understood !== false

/** The plan as agreed, or the talk in which a parent could say it back who could not when it was agreed. */
type Held = Plan | EntryOf<'sick-day-plan-said-back'>

/** The first time that a plan was both agreed and understood; nothing while it is known to be misunderstood. */
const heldFrom = (picture: Picture, child: PersonId, plan: Plan, next: Plan | undefined): Held | undefined =>
  isUnderstood(plan)
    ? plan
    : firstSince(
        picture,
        'sick-day-plan-said-back',
        { child, day: plan.day },
        talk => talk.understood && (next === undefined || talk.day < next.day),
      )

/** The plans of a child that hold, in order. */
const plansOf = (picture: Picture, child: PersonId): readonly Held[] => {
  const plans = all(picture, 'sick-day-plan').filter(plan => isAbout(picture, plan, child))
  return plans.flatMap((plan, at) => heldFrom(picture, child, plan, plans[at + 1]) ?? [])
}

/** Days before going home in which a discharge meeting is one about this stay. */
const nearHome = 21

/** Agreed by the day: as a plan, or at the meeting about going home, which is there to agree it. */
const agreedBefore = (picture: Picture, child: PersonId, complex: Entry): Entry | undefined =>
  plansOf(picture, child).find(plan => plan.day <= complex.day) ??
  (complex.kind === 'discharge' ? metAboutHome(picture, child, complex) : undefined)

const metAboutHome = (picture: Picture, child: PersonId, home: Entry): Entry | undefined => {
  const held = firstSince(
    picture,
    'meeting-held',
    { child, day: addDays(home.day, -nearHome) },
    meeting => meeting.type === 'discharge',
  )
  return held !== undefined && held.day <= home.day ? held : undefined
}

const planAgreed = rule({
  name: 'sick-day-plan-agreed',
  catalogue: 'R-MED-3',
  says: 'Agree what to do when the child is ill, let the parent say it back, and put it where urgent care can read it',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('before the child goes home with complex needs, or ten working days after they are diagnosed'),
  limit: { workingDays: 10 },
  clock: 'on the day the child goes home, or ten working days after the diagnosis',
  owner: 'lead-paediatrician',
  ladder: ['named-doctor', 'designated-doctor'],
  find: (picture, owe) => {
    for (const child of picture.children) {
      const complex = complexNeeds(picture, child)
      if (complex === undefined) continue
      const before = agreedBefore(picture, child, complex)
      const done = before ?? plansOf(picture, child)[0]
      owe({
        ...{ child, thing: 'sick-day-plan', step: '1', because: [complex], since: complex.day, done },
        ...(complex.kind === 'discharge' ? { limit: { sameDay: true } } : {}),
        ...(before === undefined ? {} : { doneOn: complex.day }),
      })
    }
  },
})

/** What changes a plan: the child went home from a stay that nobody had planned. */
const changeAfter = (picture: Picture, child: PersonId, plan: Held): Entry | undefined => {
  const stay = firstSince(picture, 'admission', { child, day: plan.day }, entry => entry.emergency === true)
  return stay === undefined
    ? undefined
    : all(picture, 'discharge').find(entry => entry.day >= stay.day && patientsOf(picture, entry).includes(child))
}

/** Days after which a clinic where the child was seen is one at which the plan is looked at again. */
const notBefore = 90

/** Looked at again without a new plan: at a review of the illness, with all medicines, or in the clinic some months on. */
const lookedAt = (picture: Picture, child: PersonId, plan: Held): Entry | undefined => {
  const later = addDays(plan.day, notBefore)
  return earliest(
    firstSince(picture, 'illness-reviewed', { child, day: later }),
    firstSince(picture, 'medicines-agreed', { child, day: later }),
    picture.appointments.find(
      ({ attended, children, agency }) =>
        attended !== undefined &&
        attended.day >= later &&
        children.includes(child) &&
        serviceOfAgency(agency) === 'hospital',
    )?.attended,
  )
}

const planRenewed = rule({
  name: 'sick-day-plan-renewed',
  catalogue: 'R-MED-3',
  says: 'Look at the plan for when the child is ill again, and agree it anew',
  shape: 'silence',
  label: 'local setting',
  source: ownDefault('six months, or ten working days after the child goes home from a stay that nobody had planned'),
  limit: { months: 6 },
  owner: 'lead-paediatrician',
  ladder: ['named-doctor'],
  heard: 'when-late',
  find: (picture, owe) => {
    if (all(picture, 'sick-day-plan').length === 0) return
    for (const child of picture.children) {
      const complex = complexNeeds(picture, child)
      if (complex === undefined) continue
      const plans = plansOf(picture, child)
      for (const [place, plan] of plans.entries()) {
        const next = plans[place + 1]
        const base = { child, thing: 'sick-day-plan', step: `${place + 1}`, done: next }
        const change = changeAfter(picture, child, plan)
        if (change !== undefined && (next === undefined || change.day <= next.day))
          owe({ ...base, because: [change, plan], since: change.day, limit: { workingDays: 10 } })
        else owe({ ...base, because: [plan], since: plan.day, done: earliest(next, lookedAt(picture, child, plan)) })
      }
    }
  },
})

/** What to do when the child is ill (review 2.16, 5.9): there, understood, current. */
export const sickDayPlanRules: readonly Rule[] = [planAgreed, planRenewed]
