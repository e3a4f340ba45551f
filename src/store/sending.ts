import { isoDay } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { asRecorder } from './asking.ts'
import type { Store } from './store.ts'

/** A notice that is to be sent by e-mail, which attempt this is, and whether anything that it tells of still stands. */
export interface Sent {
  readonly partnership: number
  readonly notice: number
  readonly attempt: number
  readonly stands: boolean
}

/** Something to be sent by e-mail at once: to whom, which is several at a desk. */
export interface ToSend extends Sent {
  readonly emails: readonly string[]
}

/** What waits for somebody's mail of the morning: of how many families, how many things, in which notices. */
export interface Digest {
  readonly email: string | undefined
  readonly families: number
  readonly things: number
  readonly notices: readonly Sent[]
}

const todayOf = (store: Store): string => isoDay(londonDay(store.now()))
const momentOf = (store: Store): string => new Date(store.now()).toISOString()

/**
 * Takes what is to be sent at once for ten minutes, so that no two servers send it: what is not answered by then is due
 * again. What waits for the morning's mail is not among it.
 */
export const takeToSend = async (store: Store, most = 50): Promise<readonly ToSend[]> => {
  const { rows } = await store.recorder.query<ToSend>('select * from take_to_send($1, $2)', [most, todayOf(store)])
  return rows
}

/** Takes the mail of the morning in the same way, one for each address: nothing before its time. */
export const takeDigests = async (store: Store): Promise<readonly Digest[]> => {
  const asked = [momentOf(store), todayOf(store)]
  const { rows } = await store.recorder.query<Digest>('select * from take_digests($1, $2)', asked)
  return rows.map(row => ({ ...row, email: row.email ?? undefined }))
}

const done = 'delete from to_send where partnership = $1 and notice = $2'
// By whose clock it was taken: the morning's mail goes by that of the program, what is sent at once by the database's.
const later = `update to_send set due = case when digest then $4::timestamptz else clock_timestamp() end + $3 * interval '1 minute'
  where partnership = $1 and notice = $2`

/** Writes down what came of an attempt; when it is to be tried again, after so many minutes, else it is done. */
export const noteSent = (
  store: Store,
  { partnership, notice, attempt }: Pick<Sent, 'partnership' | 'notice' | 'attempt'>,
  outcome: string,
  again: number | undefined,
): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await client.query(
      'insert into sending (partnership, notice, attempt, way, outcome) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [partnership, notice, attempt, 'e-mail', outcome],
    )
    if (again === undefined) await client.query(done, [partnership, notice])
    else await client.query(later, [partnership, notice, again, momentOf(store)])
  })
