import { setTimeout as wait } from 'node:timers/promises'
import type { Moment } from '../calendar/day.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { append } from './append.ts'
import type { Connections } from './connections.ts'
import type { Line } from './line.ts'
import { openStore } from './store.ts'
import { tick } from './tick.ts'

/*
 * A server that writes as fast as it can until somebody kills it, for a test: a process of its own, which says of each
 * form when it begins to write it and when that was acknowledged.
 */

/** A line that is to be written, by the one-time key of its form. */
export interface Form {
  readonly key: string
  readonly record: string
  readonly line: Line
}

/** What such a server is told when it begins. */
export interface Asked {
  readonly connections: Connections
  readonly now: Moment
  readonly partnership: number
  readonly writer: PractitionerId
  readonly forms: readonly Form[]
}

/** What it says: where the form was written. */
export interface Acknowledged {
  readonly key: string
  readonly record: string
  readonly number: number
}

const atOnce = 4

/** Writes one form after another, several at once, and looks at what is due meanwhile, as a running Holdfast does. */
const writeAll = async ({ connections, now, partnership, writer, forms }: Asked): Promise<void> => {
  const store = openStore(connections, { now: () => now })
  const left = [...forms]
  const writes = async () => {
    for (let form = left.shift(); form !== undefined; form = left.shift()) {
      const { key, record, line } = form
      const outcome = await append(store, { partnership, record, lines: [line], writer, form: key })
      if (!('number' in outcome)) throw new Error('a line was not taken')
      process.send?.({ key, record: outcome.record, number: outcome.number } satisfies Acknowledged)
    }
  }
  const looks = async () => {
    for (; left.length > 0; await wait(100)) await tick(store)
  }
  await Promise.all([...Array.from({ length: atOnce }, writes), looks()])
  await store.close()
  process.disconnect?.()
}

process.once('message', (asked: Asked) => writeAll(asked))
