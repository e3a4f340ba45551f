import { isoDay, type Moment } from '../../calendar/day.ts'
import { addHours, isoMoment, londonDay } from '../../calendar/moment.ts'
import type { AppointmentStanding } from '../../record/appointment-standing.ts'
import { all } from '../../record/standing.ts'
import { chainOf, idOf, isAt, isOfFeed, nextId, sameClinic, spanOf, unnumberedId } from './appointment-id.ts'
import { replacementOf, takesThePlaceOf } from './moved-in-two.ts'
import { type OutcomeSaid, outcomeOf } from './outcome-of.ts'
import { attend, miss } from './outcomes.ts'
import { plainText } from './plain-text.ts'
import type { WhenSaid } from './said.ts'
import {
  type Asked,
  asking,
  conflictOf,
  dayHeld,
  isClosed,
  line,
  type Made,
  madeOn,
  nothing,
  one,
  type Scene,
  type Written,
} from './scene.ts'

/** Books it: the first time under its own name; taken up again after an outcome it is another appointment, and the outcome stays. */
const book = (scene: Scene, start: WhenSaid): Written => {
  const { base, last, appointment } = scene
  const id = nextId(base, last)
  return one(
    line(scene, id, {
      kind: 'appointment-booked',
      on: madeOn(scene),
      when: spanOf(start),
      purpose: appointment.purpose && plainText(appointment.purpose, 500),
      insteadOf: takesThePlaceOf(scene, id),
    }),
    conflictOf(scene),
  )
}

const move = (scene: Scene, last: AppointmentStanding, start: WhenSaid): Written =>
  one(
    line(scene, last.id, {
      ...{ kind: 'appointment-moved', on: madeOn(scene), to: spanOf(start), movedBy: scene.said.whose },
      ...{ barrier: scene.said.barrier, code: scene.said.code },
    }),
    conflictOf(scene),
  )

/** A day that was booked, moved to or named once more. Whatever came of an earlier day stays. */
const plan = (scene: Scene): Written => {
  const { start, last } = scene
  if (start === undefined) return last === undefined ? asking('no-day') : asking(...conflictOf(scene))
  if (last === undefined) return book(scene, start)
  if (isAt(last, start) && last.cancelled === undefined) return asking(...conflictOf(scene))
  if (!isClosed(last)) return move(scene, last, start)
  const day = dayHeld(last)
  const isPast = last.cancelled === undefined && day !== undefined && start.day <= day
  return isPast ? asking(...conflictOf(scene)) : book(scene, start)
}

/** Who cancelled it; without a code that says so it is nobody's. */
const cancel = (scene: Scene): Written => {
  const { start, last, base, said } = scene
  if (last === undefined && start === undefined) return asking('no-day')
  if (last?.missed !== undefined || last?.absent !== undefined) return asking(...conflictOf(scene))
  if (last?.attended !== undefined) return asking('against-outcome')
  if (last?.cancelled !== undefined) return cancelledAgain(scene, last)
  const id = last?.id ?? base
  const fields = {
    ...{ kind: 'appointment-cancelled', on: madeOn(scene), cancelledBy: said.whose ?? 'other' },
    ...{ barrier: said.barrier, code: said.code, movedTo: replacementOf(scene, id) },
    ...(last?.when === undefined && start !== undefined ? { when: spanOf(start) } : {}),
  }
  return one(line(scene, id, fields), conflictOf(scene))
}

/** The same cancellation once more says nothing, unless it says now who it was. */
const cancelledAgain = (scene: Scene, { id, cancelled }: AppointmentStanding): Written => {
  const { said, feed } = scene
  if (cancelled?.cancelledBy !== 'other' || said.whose === undefined || !cancelled.id.startsWith(`${feed.id}-`))
    return nothing
  const { when, movedTo, at, day } = cancelled
  return one(
    line(scene, id, {
      ...{ kind: 'appointment-cancelled', corrects: cancelled.id, cancelledBy: said.whose, movedTo },
      on: at === undefined ? isoDay(day) : isoMoment(at),
      when: when && spanOf({ day: when.to, at: when.at }),
      ...{ barrier: said.barrier, code: said.code },
    }),
  )
}

/** A code that nobody has explained is an outcome not known, once the day has come; before it, it is no outcome. */
const notKnown = (scene: Scene): Written => {
  const { last, base, start, stands, said, feed, message, part } = scene
  const planned = plan(scene)
  const [fresh] = planned.lines
  const day = fresh === undefined ? last && dayHeld(last) : start?.day
  const id = String(fresh?.['appointment'] ?? last?.id ?? base)
  const isHeld = all(stands, 'outcome-not-known').some(entry => entry.appointment === id && entry.code === said.code)
  const isOver = fresh === undefined && last !== undefined && isClosed(last)
  if (day === undefined || day > londonDay(scene.made) || isHeld || isOver || said.code === undefined) return planned
  const fields = { kind: 'outcome-not-known', on: madeOn(scene), code: said.code, series: undefined }
  const named = fresh === undefined ? fields : { ...fields, id: `${feed.id}-${message}-${part}-n` }
  return { ...planned, lines: [...planned.lines, line(scene, id, named)] }
}

/** It never was: called off by the clinic, so that nothing of it counts. */
const mistaken = (scene: Scene): Written => {
  const { last, said } = scene
  if (last === undefined || last.cancelled !== undefined) return nothing
  const reason = 'Entered by mistake'
  const fields = { kind: 'appointment-cancelled', on: madeOn(scene), cancelledBy: 'clinic', reason, code: said.code }
  return one(line(scene, last.id, fields), last.attended === undefined ? [] : ['against-outcome'])
}

const changed = (scene: Scene): Written =>
  scene.start === undefined && scene.last !== undefined ? nothing : plan(scene)

const byOutcome: Record<OutcomeSaid['became'], (scene: Scene) => Written> = {
  booked: plan,
  moved: plan,
  changed,
  cancelled: cancel,
  missed: miss,
  attended: attend,
  'came-too-late': attend,
  'not-known': notKnown,
  mistaken,
}

/** What was made before what is held changes nothing, but that it was booked at all; a miss is never passed over. */
const older = (scene: Scene): Written => {
  const { said, last, start } = scene
  const isBooking = said.became === 'booked' || said.became === 'moved' || said.became === 'changed'
  if (isBooking && last !== undefined && last.booked === undefined && last.moves.length === 0 && start !== undefined)
    return one({ ...line(scene, last.id, { kind: 'appointment-booked', on: madeOn(scene), when: spanOf(start) }) })
  const isMiss = said.became === 'missed' && last !== undefined && (last.missed ?? last.absent) === undefined
  return isMiss ? asking('older-miss') : nothing
}

/** An appointment that somebody wrote down by hand, which is the one that this message is about: of that day, time and clinic. */
const handwritten = ({ stands, feed, whose, appointment: { start, clinic } }: Asked): string | undefined => {
  if (start === undefined) return undefined
  const alike = stands.appointments.filter(
    held =>
      held.agency === feed.agency &&
      !isOfFeed(feed, held.id) &&
      held.children.includes(whose.child) &&
      held.person === whose.mother &&
      isAt(held, start) &&
      sameClinic(held.clinic, clinic),
  )
  return alike.length === 1 ? alike[0]?.id : undefined
}

const isOlder = ({ newest, made }: Asked): boolean => newest !== undefined && made < newest

/** When a message was made, as far as that can be: never after it came. */
export const madeAt = (made: Moment | undefined, received: Moment): Moment =>
  made === undefined || made > addHours(received, 1) ? received : made

/**
 * What a message about a child's appointment writes. The same message twice writes nothing the second time; one that is
 * older than what is held changes nothing; an outcome is never taken away (decision 0023 has a row for each).
 */
export const linesFor = (asked: Asked): Made => {
  const { feed, appointment, whose, stands } = asked
  const byNumber = asked.known ?? handwritten(asked) ?? idOf(feed, appointment)
  const id = byNumber ?? unnumberedId(feed, appointment, whose.child, stands.appointments)
  const said = outcomeOf(asked.appointment, asked.rows)
  if (id === undefined) return { ...asking('no-day'), appointment: undefined }
  const last = chainOf(asked.stands.appointments, id).at(-1)
  const scene: Scene = { ...asked, said, base: id, last, start: asked.appointment.start }
  const written = isOlder(asked) ? older(scene) : byOutcome[said.became](scene)
  return { ...written, appointment: id }
}
