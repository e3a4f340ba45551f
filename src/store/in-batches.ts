import type pg from 'pg'

const inBatch = 250
const cursors = new WeakMap<pg.ClientBase, number>()

/** The rows of a question, a few at a time, however many there are; within a transaction. */
export async function* inBatches<T extends pg.QueryResultRow>(
  client: pg.ClientBase,
  question: string,
): AsyncGenerator<readonly T[]> {
  const number = (cursors.get(client) ?? 0) + 1
  cursors.set(client, number)
  await client.query(`declare batch_${number} no scroll cursor for ${question}`)
  for (;;) {
    const { rows } = await client.query<T>(`fetch ${inBatch} from batch_${number}`)
    if (rows.length === 0) break
    yield rows
  }
  await client.query(`close batch_${number}`)
}
