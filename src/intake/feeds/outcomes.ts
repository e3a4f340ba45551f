import { ageOn } from '../../calendar/age.ts'
import type { Day } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import type { AppointmentStanding } from '../../record/appointment-standing.ts'
import { nextId, spanOf } from './appointment-id.ts'
import type { WhenSaid } from './said.ts'
import { type Ask, asking, conflictOf, dayHeld, isClosed, line, one, type Scene, type Written } from './scene.ts'

/* What came of an appointment on its day. */

/** Which appointment an outcome is of: the one that is open, or another where it is of a later day than the last outcome. */
const placeOf = ({
  base,
  last,
  start,
}: Scene): { readonly id: string; readonly held: AppointmentStanding | undefined } => {
  if (last === undefined) return { id: base, held: undefined }
  const day = dayHeld(last)
  const isLater = isClosed(last) && start !== undefined && day !== undefined && start.day > day
  return isLater ? { id: nextId(base, last), held: undefined } : { id: last.id, held: last }
}

/** The day of an outcome: as it was sent, else as it was planned. */
const outcomeDay = ({ start }: Scene, held: AppointmentStanding | undefined): WhenSaid | undefined =>
  start ?? (held?.when === undefined ? undefined : { day: held.when.to, at: held.when.at })

/** From this age somebody may come alone, and is not "brought". */
const comesAlone = 16

const missKind = ({ whose: { mother, born } }: Scene, day: Day): string =>
  mother !== undefined || (born !== undefined && ageOn(born, day).years >= comesAlone)
    ? 'did-not-attend'
    : 'was-not-brought'

/** Nobody came. */
export const miss = (scene: Scene): Written => {
  const { id, held } = placeOf(scene)
  const when = outcomeDay(scene, held)
  if (when === undefined) return asking('no-day')
  if (when.day > londonDay(scene.received)) return asking('not-come-yet')
  if (held?.missed !== undefined || held?.absent !== undefined) return asking(...conflictOf(scene))
  if (held?.attended !== undefined || held?.cancelled !== undefined) return asking('against-outcome')
  const { barrier, code } = scene.said
  return one(line(scene, id, { kind: missKind(scene, when.day), on: spanOf(when), barrier, code }), conflictOf(scene))
}

/** They came. */
export const attend = (scene: Scene): Written => {
  const { id, held } = placeOf(scene)
  if (held?.attended !== undefined) return asking(...conflictOf(scene))
  const when = outcomeDay(scene, held) ?? { day: londonDay(scene.made), at: scene.made }
  if (when.day > londonDay(scene.received)) return asking('not-come-yet')
  const against: readonly Ask[] = held !== undefined && isClosed(held) ? ['against-outcome'] : []
  const seen = scene.said.became === 'came-too-late' ? 'no' : undefined
  return one(line(scene, id, { kind: 'attended', on: spanOf(when), seen, code: scene.said.code }), [
    ...against,
    ...conflictOf(scene),
  ])
}
