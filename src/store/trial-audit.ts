import type pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { asOwner, atOneMoment } from './as-owner.ts'
import { deriveFresh, readSurroundings } from './derived.ts'
import { toldName } from './kept-record.ts'
import { findingInWords, verifyWithin } from './verify.ts'

/* For tests: whether everything that must follow from what is written stands in the store, and nothing of it twice. */

interface Place {
  readonly partnership: number
  readonly record: string
}

const records = `select partnership, record, next_day::text as "nextDay" from record
  where last > 0 order by 1, 2`
const told = 'select key, state, told_to from told where partnership = $1 and record = $2'

interface Told {
  readonly key: string
  readonly state: string
  readonly told_to: string
}

/** What of one record should have been told, or looked at, and was not. */
const missed = async (client: pg.ClientBase, place: Place & { readonly nextDay: string | null }, now: Moment) => {
  const surroundings = await readSurroundings(client, place.partnership)
  const fresh = await deriveFresh(client, place, surroundings, londonDay(now))
  const { rows } = await client.query<Told>(told, [place.partnership, place.record])
  const names = new Set(rows.map(row => toldName(row.key, row.state, row.told_to)))
  const untold = (fresh?.follows.tellings ?? []).filter(({ name }) => !names.has(name))
  const day = fresh?.follows.nextDay ?? null
  return [
    ...untold.map(({ name }) => `${place.record}: not told: ${name.replaceAll('\n', ', ')}`),
    ...(day === place.nextDay ? [] : [`${place.record}: looked at next on ${place.nextDay}, and not on ${day}`]),
  ]
}

const notices = `select n.notice::text from notice n where (select count(*) from sending s
  where s.partnership = n.partnership and s.notice = n.notice and s.way = 'inbox') <> 1
  or (n.to_practitioner is not null and not exists (select from to_send t where t.notice = n.notice))`

/**
 * Everything that verify has to say, every telling that is due and was not made, every record that will not be looked at
 * on its day, and every notice that lies in no inbox, or twice in one. Nothing, when all is as it must be.
 */
export const audit = (owner: pg.ClientConfig, now: Moment): Promise<readonly string[]> =>
  asOwner(owner, client =>
    atOneMoment(client, async () => {
      const { findings } = await verifyWithin(client, { now })
      const { rows } = await client.query<Place & { nextDay: string | null }>(records)
      const found = findings.map(findingInWords)
      for (const row of rows) found.push(...(await missed(client, row, now)))
      const { rows: unlaid } = await client.query<{ notice: string }>(notices)
      return [...found, ...unlaid.map(({ notice }) => `notice ${notice} does not lie in its inbox once`)]
    }),
  )
