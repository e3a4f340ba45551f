import pg from 'pg'
import { openPort } from '../../src/intake/hl7/port.ts'
import { missed } from '../../src/intake/hl7/trial-messages.ts'
import type { Agency } from '../../src/people/service.ts'
import { asOwner } from '../../src/store/as-owner.ts'
import { createFeed } from '../../src/store/feeds.ts'
import { newPartnership } from '../../src/store/records.ts'
import { openStore } from '../../src/store/store.ts'
import { emptyOne } from './databases.ts'
import { sendersTo } from './hl7-sender.ts'
import { interleaved, line, median } from './printed.ts'

const [many, one] = [
  { senders: 8, each: 100 },
  { senders: 1, each: 150 },
]
const rounds = 15

const prepared = async () => {
  const connections = await emptyOne('hl7')
  const store = openStore(connections, { sealingKey: Buffer.alloc(32, 7) })
  const partnership = await newPartnership(store, 'Bench')
  const royal = { id: 'royal', name: 'Royal', agency: 'hospital/royal' as Agency, sort: 'hl7' } as const
  const feed = await createFeed(store, { partnership, ...royal })
  await asOwner(connections.owner, client =>
    client.query('create table bare (id bigint generated always as identity primary key, bytes bytea not null)'),
  )
  const bare = new pg.Pool({ ...connections.owner, max: many.senders })
  return { store, feed, bare }
}

const insert = { name: 'bare', text: 'insert into bare (bytes) values ($1)' }

const insertAll = async (bare: pg.Pool, each: number): Promise<void> => {
  const client = await bare.connect()
  for (let n = 0; n < each; n += 1) await client.query({ ...insert, values: [missed(`B${n}`)] })
  client.release()
}

type Times = Readonly<Record<'sent' | 'bare', readonly number[]>>

const print = (what: string, { sent, bare }: Times, count: number, goal = ''): void => {
  const rate = (times: readonly number[]) => Math.round((count / median(times)) * 1000).toLocaleString('en')
  line(`HL7 messages a second, stored and answered, ${what}`, rate(sent), goal)
  line('  bare inserts of the same bytes: a second', rate(bare))
  line('  as a part of bare inserts', `${((median(bare) / median(sent)) * 100).toFixed(0)} %`, 'goal at least 50 %')
}

const megabytes = (): number => process.memoryUsage().rss / 1024 / 1024

/**
 * Receiving: each message is sealed, on the disk and then answered; beside bare inserts of the same bytes in the same
 * database, which is as sure. And what the memory does when a sender waits for no answer.
 */
export const hl7Receiving = async (): Promise<void> => {
  const { store, feed, bare } = await prepared()
  const faults: unknown[] = []
  const port = await openPort({ store, feed, host: '127.0.0.1', port: 0, fault: error => faults.push(error) })
  const { send, end } = sendersTo(port.port)
  const beside = ({ senders, each }: typeof many, unanswered: number) =>
    interleaved(
      {
        sent: () => send({ senders, each, unanswered }),
        bare: () => Promise.all(Array.from({ length: senders }, () => insertAll(bare, each))),
      },
      rounds,
    )
  await beside(many, 1)
  print('over eight connections, each waiting for its answer', await beside(many, 1), 800, 'goal 2,000')
  print('over eight connections, each with ten on their way', await beside(many, 10), 800)
  print('over one connection, which waits for its answer', await beside(one, 1), 150)
  const before = megabytes()
  await send({ senders: 8, each: 5000, unanswered: 5000 })
  line(
    '  memory after 40,000 more from senders that wait for nothing: megabytes more',
    (megabytes() - before).toFixed(0),
  )
  if (faults.length > 0) throw faults[0]
  await end()
  await port.stop()
  await bare.end()
  await store.close()
}
