import pg from 'pg'
import { migrate } from './migrate.ts'

/**
 * Takes everything away and makes the tables anew. Only for a database that holds nothing but the example: whoever calls
 * it has made sure of that.
 */
export const emptyDatabase = async (owner: pg.ClientConfig): Promise<void> => {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('drop schema public cascade')
    await client.query('create schema public')
  } finally {
    await client.end()
  }
  await migrate(owner)
}
