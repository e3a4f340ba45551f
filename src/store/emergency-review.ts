import { isoDay } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { asRecorder } from './asking.ts'
import type { Store } from './store.ts'

// What one person looked at of one record on one day is one notice, and is told once.
const due = `
  select tell_governance(o.partnership, o.record, 'emergency', min(o.opening)) from opening o
  left join opening_review v on v.partnership = o.partnership and v.opening = o.opening
  where o.partnership = $1 and o.way = 'emergency' and o.at > $2::date - interval '31 days'
  group by o.partnership, o.record, o.practitioner, (o.at at time zone 'Europe/London')::date
  having (o.at at time zone 'Europe/London')::date < $2::date and bool_or(v.opening is null)
    and not exists (select from notice n where n.partnership = o.partnership and n.template = 'emergency'
      and n.opening = any (array_agg(o.opening)))`

/**
 * Tells the information-governance lead, once, of every look into the emergency view on a day before today that nobody has
 * reviewed. The first tick of a day calls it; calling it again tells nobody anything. Gives how many looks were told.
 */
export const tellOfEmergencies = async (store: Store): Promise<number> => {
  const today = isoDay(londonDay(store.now()))
  const { rows } = await store.recorder.query<{ partnership: number }>('select partnership from partnership')
  let told = 0
  for (const { partnership } of rows)
    told += await asRecorder(store, { partnership }, async client => {
      await client.query(`select pg_advisory_xact_lock(hashtext('holdfast emergencies'))`)
      const { rowCount } = await client.query(due, [partnership, today])
      return rowCount ?? 0
    })
  return told
}
