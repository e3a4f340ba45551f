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

// A record is looked at again too when its duties were derived by other rules, since the program has been brought up to
// date, and when those that it reads from have grown since: a server may end before it has looked.
const due = `select partnership, record from record r
  where (next_day <= $1 or (last > 0 and rules is distinct from $2) or record in (
    select t.record from (select distinct partnership, record, other_record from taken_over) t
    join record h on h.partnership = t.partnership and h.record = t.record
    join record o on o.partnership = t.partnership and o.record = t.other_record
    group by t.record, h.elsewhere having sum(o.last) <> h.elsewhere))
    and not record = any ($4)
  order by next_day nulls last limit $3`

const inBatch = 200

const partnerships = 'select partnership from partnership'

const dueIn = (store: Store, partnership: number, day: string, seen: readonly string[]): Promise<readonly Due[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<Due>(due, [day, ruling, inBatch, seen])
    return rows
  })

const follows = `update partnership p set followed = g.last + p.staff from record g
  where p.partnership = $1 and g.partnership = $1 and g.record = $2 and p.followed <> g.last + p.staff`
const marks = `update record set next_day = $2 where partnership = $1 and last > 0`

/** Records that must follow what the agencies' record, or the staff, has become: marked once for each change. */
const markFollowing = (store: Store, partnership: number, day: string): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    const { rowCount } = await client.query(follows, [partnership, agenciesRecord])
    // In this order: what changes from here on is not followed yet, and marks them again.
    if (rowCount === 1) await client.query(marks, [partnership, day])
  })

/** How many families a tick has looked at, and what went wrong; a record that cannot be read keeps no other from being looked at. */
interface Round {
  looked: number
  readonly faults: unknown[]
}

const lookAt = async (store: Store, { partnership, record }: Due, round: Round): Promise<void> => {
  try {
    await refresh(store, partnership, record)
    if (record !== agenciesRecord) round.looked += 1
  } catch (error) {
    round.faults.push(error)
  }
}

/**
 * Looks at every record for which a day has come on which something opens, falls late or climbs, at those that must follow
 * a change of staff, absence or cover, of rules, or of a record that they read from. That of the agencies is looked at
 * in the same way, for what they owe themselves. Only these are read. Gives how many families;
 * throws what went wrong, once the others have been looked at.
 */
export const tick = async (store: Store): Promise<number> => {
  const day = isoDay(londonDay(store.now()))
  const { rows } = await store.recorder.query<{ partnership: number }>(partnerships)
  const round: Round = { looked: 0, faults: [] }
  for (const { partnership } of rows) {
    await markFollowing(store, partnership, day)
    const seen: string[] = []
    for (let batch = await dueIn(store, partnership, day, seen); batch.length > 0; ) {
      for (const one of batch) await lookAt(store, one, round)
      seen.push(...batch.map(({ record }) => record))
      batch = batch.length < inBatch ? [] : await dueIn(store, partnership, day, seen)
    }
  }
  if (round.faults.length === 1) throw round.faults[0]
  if (round.faults.length > 1) throw new AggregateError(round.faults, 'records that could not be looked at')
  return round.looked
}
