import { addDays, type Day } from '../calendar/day.ts'
import { dueFrom } from '../calendar/limit.ts'
import { type AppointmentStanding, dayOfAppointment } from '../record/appointment-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId, ThingId } from '../record/field.ts'
import { all, childrenOf, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { earliest, endedBy } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

const appointmentNamed = (picture: Picture, id: ThingId | undefined): AppointmentStanding | undefined =>
  id === undefined ? undefined : picture.appointments.find(one => one.id === id)

/** Within so many working days, and a day before the appointment where that comes sooner. */
const soonEnough = (day: Day, planned: Day | undefined, workingDays: number): Pick<Owed, 'due'> => {
  const usual = dueFrom(day, { workingDays })
  return planned === undefined || planned > usual.day
    ? { due: usual }
    : { due: { day: Math.max(day, addDays(planned, -1)) as Day, basis: 'table' } }
}

/** The appointment was kept or missed, or called off: nothing of it is to be settled any more. */
const over = (appointment: AppointmentStanding | undefined, from: Day): Entry | undefined =>
  earliest(
    ...[appointment?.attended, appointment?.missed, appointment?.absent, appointment?.cancelled].filter(
      entry => entry !== undefined && entry.day >= from,
    ),
  )

/** One turn of asking a clinic: the first entry that asks, what answers it, and which turn it is for that appointment. */
interface Turn {
  readonly asked: EntryOf<'change-asked'>
  readonly answer: Entry | undefined
  readonly turn: number
}

/** Each turn of asking: whoever asks again before it is answered asks for the same. */
const unanswered = (picture: Picture): readonly Turn[] =>
  [...Map.groupBy(all(picture, 'change-asked'), ({ appointment }) => appointment)].flatMap(([id, asked]) => {
    const answers: readonly Entry[] = [
      ...all(picture, 'change-answered').filter(one => one.appointment === id),
      ...(appointmentNamed(picture, id)?.moves ?? []),
    ]
    const turns: Turn[] = []
    for (const one of asked) {
      const last = turns.at(-1)
      if (last !== undefined && (last.answer === undefined || last.answer.day > one.day)) continue
      const answer = earliest(...answers.filter(each => each.day >= one.day))
      turns.push({ asked: one, answer, turn: turns.length + 1 })
    }
    return turns
  })

const changeAnswered = rule({
  name: 'change-asked-answered',
  catalogue: 'R-APT-9',
  says: 'Answer whether the appointment can be changed as the family asked',
  label: 'local setting',
  source: ownDefault(
    'three working days, and before the appointment; that appointments are planned with the family and put together is in the review (5.18)',
  ),
  limit: { workingDays: 3 },
  clock: 'within three working days, and before the appointment',
  owner: 'clinic',
  ladder: ['clinic-manager'],
  find: (picture, owe) => {
    for (const { asked, answer, turn } of unanswered(picture)) {
      const appointment = appointmentNamed(picture, asked.appointment)
      const planned = appointment === undefined ? undefined : dayOfAppointment(appointment)
      for (const child of childrenOf(picture, asked))
        owe({
          ...{ child, thing: asked.appointment, step: `${turn}`, because: [asked], since: asked.day },
          ...{ agency: asked.to ?? appointment?.agency, ...soonEnough(asked.day, planned, 3) },
          ...endedBy(answer, over(appointment, asked.day)),
        })
    }
  },
})

type Message = EntryOf<'message-to-family'>

const needsSomebody = ({ state }: Message): boolean =>
  state === 'failed' || state === 'held' || state === 'for-a-person'

/** They were spoken with or written to since, it was decided what they are told, or a later message arrived. */
const reached = (picture: Picture, { person, about, day }: Message): Entry | undefined =>
  earliest(
    all(picture, 'contact').find(
      one => one.day >= day && one.reached !== false && (one.with === undefined || one.with.includes(person)),
    ),
    all(picture, 'told').find(one => one.day >= day && one.to.includes(person)),
    all(picture, 'family-time-decided').find(one => one.day >= day && one.person === person),
    all(picture, 'letter-sent').find(one => one.day >= day && one.to.includes(person)),
    all(picture, 'message-to-family').find(
      one => one.day >= day && one.person === person && one.about === about && one.state === 'delivered',
    ),
  )

const isGone = (picture: Picture, child: PersonId, day: Day): boolean => {
  const { death, gone } = picture.people.get(child) ?? {}
  return (death !== undefined && death.from <= day) || (gone !== undefined && gone.from <= day)
}

const messageGiven = rule({
  name: 'message-given-by-a-person',
  catalogue: 'R-APT-16',
  says: 'Decide how this person of the family is told of the appointment, and tell them: a message was held, did not arrive, or is for somebody to give',
  label: 'local setting',
  source: ownDefault(
    'one working day, and before the appointment; an invitation that went to a wrong address was never noticed (review 5.20)',
  ),
  limit: { workingDays: 1 },
  clock: 'within one working day, and before the appointment',
  owner: 'lead-health-practitioner',
  ladder: ['lead-practitioner'],
  find: (picture, owe) => {
    const seen = new Set<string>()
    for (const message of all(picture, 'message-to-family').filter(needsSomebody)) {
      const appointment = appointmentNamed(picture, message.about)
      const thing = message.about ?? message.root
      if (seen.has(`${message.person} ${thing}`)) continue
      seen.add(`${message.person} ${thing}`)
      const planned = appointment === undefined ? undefined : dayOfAppointment(appointment)
      // After a death, an adoption or the end of a pregnancy nobody is sent to the family with an appointment.
      for (const child of childrenOf(picture, message).filter(one => !isGone(picture, one, message.day)))
        owe({
          ...{ child, thing, step: message.person, because: [message], since: message.day },
          ...soonEnough(message.day, planned, 1),
          ...(openToSocialCareOn(picture, child, message.day) ? { owner: 'lead-practitioner' } : {}),
          ...endedBy(reached(picture, message), over(appointment, message.day)),
        })
    }
  },
})

/** What was asked of a clinic so that a family can come is answered; what did not reach the family is given by a person. */
export const toFamilyRules: readonly Rule[] = [changeAnswered, messageGiven]
