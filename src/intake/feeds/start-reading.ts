import type { Moment } from '../../calendar/day.ts'
import { addHours } from '../../calendar/moment.ts'
import { repeat } from '../../notices/worker.ts'
import { asRecorder } from '../../store/asking.ts'
import { readNewlyKnown } from '../../store/matching.ts'
import { destroyHeld, readAgainWhere } from '../../store/messages.ts'
import { readPartnerships } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { knownKeys } from './matching.ts'
import { readBatch } from './reading.ts'

/** What reading has to do with. */
export interface ReadingWork {
  readonly store: Store
  /** Looks for what is to be sent at once, since something was just written. */
  readonly wake: () => void
  /** Hears of a fault; what could not be read is tried again. */
  readonly fault: (error: unknown) => void
}

/** Reading while it goes on. */
export interface Reading {
  readonly stop: () => Promise<void>
}

// Any number will do, as long as everybody who reads asks for the same.
const lock = 480_203

/** Does something while nobody else reads; does nothing when somebody does. */
const aloneReading = async (store: Store, run: () => Promise<void>): Promise<void> => {
  const client = await store.recorder.connect()
  let broken: Error | undefined
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lock])
    if (rows[0]?.mine !== true) return
    try {
      await run()
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock]).catch(error => {
        broken = error
      })
    }
  } finally {
    client.release(broken)
  }
}

const readOf = async ({ store, wake, fault }: ReadingWork, partnership: number): Promise<void> => {
  for (;;) {
    const { read, told } = await readBatch(store, partnership, fault)
    if (told > 0) wake()
    if (read === 0) return
  }
}

/** Reads all that waits to be read, in every partnership, unless somebody else is at it. */
export const readAll = (work: ReadingWork): Promise<void> =>
  aloneReading(work.store, async () => {
    for (const { partnership } of await readPartnerships(work.store)) await readOf(work, partnership)
  })

/** Has held messages read again that may be of somebody who came onto a record since a moment. */
export const lookAgain = async (store: Store, since: Moment): Promise<void> => {
  for (const { partnership } of await readPartnerships(store)) {
    const known = await readNewlyKnown(store, partnership, since)
    if (known.length === 0) continue
    const { blind } = store.sealing()
    const keys = known.flatMap(one => knownKeys(one)).map(blind)
    await asRecorder(store, { partnership }, client => readAgainWhere(client, partnership, keys))
  }
}

const longest = 721
const turns = { reading: 2000, looking: 60_000 } as const

/** Begins to read what other systems send, as it comes; and to destroy what is over its hours. */
export const startReading = (work: ReadingWork): Reading => {
  const { store, fault } = work
  let since = addHours(store.now(), -longest)
  const look = async (): Promise<void> => {
    const now = store.now()
    await lookAgain(store, since)
    // A little is looked at twice, rather than that something is missed which was written while we looked.
    since = addHours(now, -1)
    await destroyHeld(store)
  }
  // What comes while it is being read is read at once too, and not at the next turn.
  let came = false
  const readOn = async (): Promise<void> => {
    do {
      came = false
      await readAll(work)
    } while (came)
  }
  const reading = repeat(turns.reading, readOn, fault)
  const wake = (): void => {
    came = true
    reading.turn()
  }
  const looking = repeat(turns.looking, look, fault)
  store.received.add(wake)
  reading.turn()
  looking.turn()
  return {
    stop: async () => {
      store.received.delete(wake)
      await Promise.all([reading.end(), looking.end()])
    },
  }
}
