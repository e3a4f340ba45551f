import type { AppointmentStanding } from '../record/appointment-standing.ts'
import type { Entry } from '../record/entry.ts'
import type { Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** The outcome of an appointment for which the family gave a reason. */
const reasoned = ({ missed, absent, person }: AppointmentStanding) => {
  const outcome = missed ?? (person === undefined ? absent : undefined)
  return outcome?.reason === undefined && outcome?.barrier === undefined ? undefined : outcome
}

/** A check by its name, a word that it does not count, or a contact about it in which the family was reached. */
const checkedBy = (picture: Picture, appointment: AppointmentStanding, outcome: Entry): Entry | undefined => {
  const { id, check, excuse } = appointment
  const [child] = appointment.children
  if (child === undefined) return undefined
  const isAbout = (name: string | undefined) => name === id || name === outcome.id || name === outcome.root
  return earliest(
    check,
    excuse?.entry.kind === 'appointment-excused' || excuse?.entry.kind === 'dispute-decided' ? excuse.entry : undefined,
    firstSince(
      picture,
      'contact',
      { child, day: outcome.day },
      contact => contact.reached !== false && (isAbout(contact.about) || contact.purpose === 'after-a-miss'),
    ),
  )
}

/** Checking is ours: until it is done the reason holds, and nothing of this counts against a parent (review 5.18). */
export const reasonChecked: Rule = rule({
  name: 'reason-for-miss-checked',
  catalogue: 'R-ENG-3',
  says: 'Check the reason that the family gave with a second source where there is one, and write down what was found',
  label: 'local setting',
  source: ownDefault('five working days; it is a duty of the agency, and until then the reason holds'),
  limit: { workingDays: 5 },
  owner: 'clinic',
  ladder: ['clinic-manager', 'named-nurse'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const appointment of picture.appointments) {
      const outcome = reasoned(appointment)
      if (outcome === undefined) continue
      const done = checkedBy(picture, appointment, outcome)
      for (const child of appointment.children)
        owe({ child, thing: appointment.id, because: [outcome], since: outcome.day, agency: appointment.agency, done })
    }
  },
})
