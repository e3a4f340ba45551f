import { isoDay } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import { refresh } from './append.ts'
import { asRecorder } from './asking.ts'
import { ruling } from './ruling.ts'
import type { Store } from './store.ts'

interface Due {
  readonly partnership: number
  readonly record: string
}

// A record whose duties were derived by other rules is looked at again too: the program has been brought up to date.
const due = `select partnership, record from record
  where record <> $3 and (next_day <= $1 or (last > 0 and rules is distinct from $2)) order by next_day nulls last limit $4`

const inBatch = 200

const partnerships = 'select partnership from partnership'

const dueIn = (store: Store, partnership: number, day: string): Promise<readonly Due[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<Due>(due, [day, ruling, agenciesRecord, inBatch])
    return rows
  })

/** Records that must follow what the agencies' record, or the staff, has become: marked once for each change. */
const markFollowing = (store: Store, partnership: number, day: string): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    const marks = `update record set next_day = $2 where partnership = $1 and record <> $3 and last > 0 and exists (
      select from partnership p join record g on g.partnership = p.partnership and g.record = $3
      where p.partnership = $1 and p.followed <> g.last + p.staff)`
    await client.query(marks, [partnership, day, agenciesRecord])
    const followed = `update partnership p set followed = g.last + p.staff from record g
      where p.partnership = $1 and g.partnership = $1 and g.record = $2 and p.followed <> g.last + p.staff`
    await client.query(followed, [partnership, agenciesRecord])
  })

/**
 * Looks at every record for which a day has come on which something opens, falls late or climbs, at those that must follow
 * a change of staff, absence or cover, and at those derived by other rules. Only these are read. Gives how many.
 */
export const tick = async (store: Store): Promise<number> => {
  const day = isoDay(londonDay(store.now()))
  const { rows } = await store.recorder.query<{ partnership: number }>(partnerships)
  let looked = 0
  for (const { partnership } of rows) {
    await markFollowing(store, partnership, day)
    for (let batch = await dueIn(store, partnership, day); batch.length > 0; ) {
      for (const { record } of batch) await refresh(store, partnership, record)
      looked += batch.length
      batch = batch.length < inBatch ? [] : await dueIn(store, partnership, day)
    }
  }
  return looked
}
