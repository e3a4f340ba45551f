import { addDays, type Day, type Moment } from '../../calendar/day.ts'
import { londonDay, momentAt } from '../../calendar/moment.ts'
import type { PersonId } from '../../record/field.ts'
import { plannedFrom } from '../../record/planned.ts'
import { all, type Picture } from '../../record/standing.ts'
import { partnershipsToReach, queueMessage, recordsWithWays } from '../../store/messages-to-family.ts'
import { recordNow } from '../../store/record-now.ts'
import type { Store } from '../../store/store.ts'

/** So many days before an appointment somebody is reminded of it, not before this time of day; local settings. */
export const remindedBefore = 2
const notBefore = '09:30'

/** Everybody with whom it was agreed how they are reached; whether they may be is asked when it is sent. */
const peopleOf = (stands: Picture): readonly PersonId[] => [
  ...new Set(all(stands, 'way-agreed').map(({ person }) => person)),
]

/** When a reminder goes: so many days before, or now where the appointment was booked for sooner. */
const dueFor = (day: Day, now: Moment): Moment =>
  Math.max(now, momentAt(addDays(day, -remindedBefore), notBefore)) as Moment

const queueFor = async (store: Store, partnership: number, record: string): Promise<number> => {
  const held = await recordNow(store, partnership, record)
  if (held === undefined) return 0
  const today = londonDay(store.now())
  let queued = 0
  for (const { appointment, day } of plannedFrom(held.stands, today)) {
    if (day <= today || day > addDays(today, remindedBefore)) continue
    for (const person of peopleOf(held.stands)) {
      const of = { record, person, appointment: appointment.id, day, due: dueFor(day, store.now()) }
      if (await queueMessage(store, partnership, of)) queued += 1
    }
  }
  return queued
}

/** Queues a reminder for every appointment of the next days in the families that agreed to be reached. Gives how many are new. */
export const queueReminders = async (store: Store): Promise<number> => {
  let queued = 0
  for (const partnership of await partnershipsToReach(store))
    for (const record of await recordsWithWays(store, partnership)) queued += await queueFor(store, partnership, record)
  return queued
}
