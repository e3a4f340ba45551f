import pg from 'pg'

// What a server of one's own may have set otherwise: everything here is read and written in one form.
const plainly = `set timezone to 'UTC'; set bytea_output to 'hex'; set datestyle to 'ISO'; set statement_timeout to 0`

/** One connection as the owner of the tables, whom no policy of need to know binds: for the commands of an operator alone. */
export const asOwner = async <T>(owner: pg.ClientConfig, run: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(owner)
  // A server that ends meanwhile is told of by the statement that fails.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(plainly)
    return await run(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Runs something in one transaction, or undoes all of it. */
export const inTransaction = async <T>(
  client: pg.ClientBase,
  run: () => Promise<T>,
  begin: 'begin' | 'begin isolation level repeatable read read only' = 'begin',
): Promise<T> => {
  await client.query(begin)
  try {
    const done = await run()
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** Runs something on the database as it is at this moment, whatever is written meanwhile. */
export const atOneMoment = <T>(client: pg.ClientBase, run: () => Promise<T>): Promise<T> =>
  inTransaction(client, run, 'begin isolation level repeatable read read only')
