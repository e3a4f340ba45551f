import { addDays, type Day } from '../calendar/day.ts'
import { dueFrom } from '../calendar/limit.ts'
import { type AppointmentStanding, dayOfAppointment } from '../record/appointment-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { inTurn } from './in-turn.ts'
import { earliest, endedBy } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

type Barrier = EntryOf<'barrier-reported'>

const sameBarrier = (help: EntryOf<'help-arranged'>, { barrier, appointment }: Barrier): boolean =>
  (help.barrier === undefined || help.barrier === barrier) &&
  (help.appointment === undefined || appointment === undefined || help.appointment === appointment)

/** Help was arranged, or offered and not wanted; or the clinic moved the appointment. */
const helped = (picture: Picture, child: PersonId, barrier: Barrier): Entry | undefined => {
  const of = { child, day: barrier.day }
  return earliest(
    firstSince(picture, 'help-arranged', of, help => sameBarrier(help, barrier)),
    firstSince(
      picture,
      'appointment-moved',
      of,
      move =>
        move.movedBy === 'clinic' && barrier.appointment !== undefined && move.appointment === barrier.appointment,
    ),
  )
}

/** Before the appointment, where that comes before the third working day. */
const beforeIt = (
  picture: Picture,
  { appointment, day }: Barrier,
): { readonly planned: Day | undefined; readonly due: Pick<Owed, 'due'> } => {
  const one = picture.appointments.find(({ id }) => appointment !== undefined && id === appointment)
  const planned = one === undefined ? undefined : dayOfAppointment(one)
  const usual = dueFrom(day, { workingDays: 3 })
  if (planned === undefined || planned > usual.day) return { planned, due: {} }
  return { planned, due: { due: { day: Math.max(day, addDays(planned, -1)) as Day, basis: 'table' } } }
}

const barrierHelped = rule({
  name: 'help-to-come-arranged',
  catalogue: 'R-APT-9',
  says: 'Find help so that the family can come: transport, an interpreter, a home visit, video, another day',
  label: 'local setting',
  source: ownDefault('before the appointment, and within three working days; what makes it hard counts against nobody'),
  limit: { workingDays: 3 },
  clock: 'before the appointment, and within three working days',
  owner: 'lead-health-practitioner',
  ladder: ['lead-practitioner', 'named-nurse'],
  find: (picture, owe) => {
    const barriers = all(picture, 'barrier-reported')
    for (const child of new Set(barriers.flatMap(barrier => childrenOf(picture, barrier))))
      for (const [what, ofKind] of Map.groupBy(
        barriers.filter(barrier => isAbout(picture, barrier, child)),
        ({ barrier }) => barrier,
      ))
        inTurn(
          ofKind,
          barrier => barrier,
          (barrier, ordinal) => {
            const kept = cameAllTheSame(picture, barrier)
            return owe({
              ...{ child, thing: what, step: `${ordinal}`, because: [barrier], since: barrier.day },
              ...beforeIt(picture, barrier).due,
              ...(openToSocialCareOn(picture, child, barrier.day) ? { owner: 'lead-practitioner' } : {}),
              ...endedBy(helped(picture, child, barrier), kept),
            })
          },
        )
  },
})

/** They came to the appointment all the same: nothing is to be arranged for it any more. */
const cameAllTheSame = (picture: Picture, { appointment, day }: Barrier): Entry | undefined => {
  if (appointment === undefined) return undefined
  const attended = picture.appointments.find(({ id }) => id === appointment)?.attended
  return attended !== undefined && attended.day >= day ? attended : undefined
}

type Disputed = EntryOf<'miss-disputed'>

const isMissed = ({ missed, absent }: AppointmentStanding): boolean => missed !== undefined || absent !== undefined

/** Which miss is disputed: the one named, else the last of the child before it. */
const missOf = (picture: Picture, child: PersonId, disputed: Disputed): AppointmentStanding | undefined =>
  disputed.appointment !== undefined
    ? picture.appointments.find(({ id }) => id === disputed.appointment)
    : picture.appointments.findLast(
        one => isMissed(one) && one.children.includes(child) && (dayOfAppointment(one) ?? disputed.day) <= disputed.day,
      )

const decidedOn = (
  picture: Picture,
  child: PersonId,
  disputed: Disputed,
  miss: AppointmentStanding | undefined,
): Entry | undefined => {
  const of = { child, day: disputed.day }
  const fits = (entry: EntryOf<'dispute-decided' | 'appointment-excused' | 'reason-checked'>) =>
    entry.appointment === undefined || miss === undefined || entry.appointment === miss.id
  return earliest(
    firstSince(picture, 'dispute-decided', of, fits),
    firstSince(picture, 'appointment-excused', of, fits),
  )
}

const disputeDecided = rule({
  name: 'dispute-decided',
  catalogue: 'R-APT-15',
  says: 'Decide whether the miss that the parent disputes counts, and tell the parent',
  label: 'local setting',
  source: ownDefault('five working days after a parent disputes a miss'),
  limit: { workingDays: 5 },
  owner: 'clinic-manager',
  ladder: ['named-nurse'],
  find: (picture, owe) => {
    for (const disputed of all(picture, 'miss-disputed'))
      for (const child of childrenOf(picture, disputed)) {
        const miss = missOf(picture, child, disputed)
        owe({
          ...{ child, thing: disputed.root, because: [disputed], since: disputed.day },
          agency: miss?.agency,
          done: decidedOn(picture, child, disputed, miss),
        })
      }
  },
})

/** What makes it hard to come is ours to mend, and what a parent disputes is decided (R-APT-9, R-APT-15). */
export const helpToComeRules: readonly Rule[] = [barrierHelped, disputeDecided]
