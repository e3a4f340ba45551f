import type pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import { asOwner, inTransaction } from './as-owner.ts'
import { type Place, rebuildRecord, surroundingsReader } from './rebuild.ts'

/** What is to be destroyed, why, by whom, and who is the second person. */
export interface Disposing extends Place {
  readonly number: number
  readonly reason: string
  readonly by: PractitionerId
  readonly second: PractitionerId
  readonly now?: Moment
}

export type DisposalCode = 'no-reason' | 'not-two' | 'nobody' | 'no-entry' | 'gone' | 'earlier-version'

/** Why an entry is not disposed of, in words that say what to do. */
export class DisposalRefusal extends Error {
  readonly code: DisposalCode

  constructor(code: DisposalCode, message: string) {
    super(message)
    this.name = 'DisposalRefusal'
    this.code = code
  }
}

/** What became of it: how many duties changed, and the numbers of the corrections that stay. */
export interface Disposed {
  readonly duties: number
  readonly corrections: readonly number[]
}

const mustBeTwo = async (client: pg.ClientBase, { partnership, by, second, reason }: Disposing): Promise<void> => {
  if (reason.trim() === '') throw new DisposalRefusal('no-reason', 'Say why: --reason "…"')
  if (by === second) throw new DisposalRefusal('not-two', 'Two different people must stand for a disposal.')
  const { rows } = await client.query(
    'select from practitioner where partnership = $1 and practitioner = any ($2) and ended is null',
    [partnership, [by, second]],
  )
  if (rows.length !== 2) throw new DisposalRefusal('nobody', 'Both people must work in this partnership.')
}

interface Row {
  readonly there: boolean
  readonly entry: string | null
  readonly root: string | null
}

const found = `select c.number is not null as there, c.entry, c.root from chain h
  left join content c using (partnership, record, number)
  where h.partnership = $1 and h.record = $2 and h.number = $3`

const versions = `select number, number < $4 as earlier from content
  where partnership = $1 and record = $2 and root = $3 and number <> $4 order by number`

/** The later versions of an entry; refused where an earlier one would stand again once this one is gone. */
const laterVersions = async (client: pg.ClientBase, asked: Disposing): Promise<readonly number[]> => {
  const { partnership, record, number } = asked
  const [row] = (await client.query<Row>(found, [partnership, record, number])).rows
  if (row === undefined) throw new DisposalRefusal('no-entry', `There is no entry ${number} in that record.`)
  if (!row.there) throw new DisposalRefusal('gone', `Entry ${number} was disposed of before.`)
  const { rows } = await client.query<{ number: number; earlier: boolean }>(versions, [
    ...[partnership, record, row.root, number],
  ])
  const [first] = rows.filter(({ earlier }) => earlier)
  if (first !== undefined)
    throw new DisposalRefusal(
      'earlier-version',
      `Entry ${number} corrects entry ${first.number}, which would stand again without it: dispose of entry ${first.number} first.`,
    )
  return rows.map(one => one.number)
}

// An entry of the agencies is read by every family, and one of a family by those that took a person over from it.
const affected = `select partnership, record from record where partnership = $1 and last > 0
  and ($2 = '${agenciesRecord}' or record = $2
    or record in (select record from taken_over where partnership = $1 and other_record = $2))`

const rebuildAffected = async (client: pg.ClientBase, { partnership, record, now }: Disposing): Promise<number> => {
  const surroundings = await surroundingsReader()(client, partnership)
  const { rows } = await client.query<Place>(affected, [partnership, record])
  let duties = 0
  for (const place of rows)
    duties += (await rebuildRecord(client, place, surroundings, now ?? (Date.now() as Moment))).size
  return duties
}

/**
 * Destroys the words of one entry for good, and makes the record and those that read it anew; the chain and a tombstone
 * stay. As the owner, with a reason and two people. Throws DisposalRefusal, and then nothing has changed.
 */
export const dispose = (owner: pg.ClientConfig, asked: Disposing): Promise<Disposed> =>
  asOwner(owner, client =>
    inTransaction(client, async () => {
      const { partnership, record, number, reason, by, second } = asked
      await mustBeTwo(client, asked)
      await client.query('select from record where partnership = $1 and record = $2 for update', [partnership, record])
      const corrections = await laterVersions(client, asked)
      await client.query('select dispose($1, $2, $3, $4, $5, $6)', [
        ...[partnership, record, number, reason.trim(), by, second],
      ])
      return { duties: await rebuildAffected(client, asked), corrections }
    }),
  )
