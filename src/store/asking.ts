import type pg from 'pg'
import type { PractitionerId } from '../people/practitioner.ts'
import type { Store } from './store.ts'

/** Who is asking, and in which partnership. */
export interface Asking {
  readonly partnership: number
  readonly practitioner: PractitionerId
}

const setting = `select set_config('holdfast.partnership', $1, true), set_config('holdfast.practitioner', $2, true)`

const within = async <T>(pool: pg.Pool, who: readonly [string, string], run: (client: pg.PoolClient) => Promise<T>) => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query(setting, [...who])
    const done = await run(client)
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback').catch(lost => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** One transaction of a practitioner's, under the policies of need to know. */
export const asReader = <T>(
  store: Store,
  { partnership, practitioner }: Asking,
  run: (client: pg.PoolClient) => Promise<T>,
): Promise<T> => within(store.reader, [String(partnership), practitioner], run)

/** One transaction of the program's own for one partnership; the practitioner is named where a policy asks for one. */
export const asRecorder = <T>(
  store: Store,
  { partnership, practitioner }: { readonly partnership: number; readonly practitioner?: PractitionerId },
  run: (client: pg.PoolClient) => Promise<T>,
): Promise<T> => within(store.recorder, [String(partnership), practitioner ?? ''], run)
