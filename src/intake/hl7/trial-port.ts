import type { Agency } from '../../people/service.ts'
import { createFeed, type Feed } from '../../store/feeds.ts'
import { type TrialFamily, trialFamily } from '../../store/trial-family.ts'
import { type Certificate, type Hl7Port, openPort } from './port.ts'

/** A port of a feed of the Royal's, on a database for a test. */
export interface TrialPort {
  readonly family: TrialFamily
  readonly feed: Feed
  readonly port: Hl7Port
  readonly faults: unknown[]
  /** What is stored of the feed, in its order, opened. */
  readonly stored: () => Promise<readonly string[]>
  readonly drop: () => Promise<void>
}

/** Opens a port at which a test may send. */
export const trialPort = async (asked: { tls?: Certificate; longest?: number } = {}): Promise<TrialPort> => {
  const family = await trialFamily()
  const { store, partnership } = family
  const royal = { id: 'royal', name: 'Royal hospital', agency: 'hospital/royal' as Agency, sort: 'hl7' } as const
  const feed = await createFeed(store, { partnership, ...royal, authority: 'ROYAL' })
  const faults: unknown[] = []
  const fault = (error: unknown) => faults.push(error)
  const port = await openPort({ store, feed, host: '127.0.0.1', port: 0, fault, ...asked })
  const stored = async () => {
    const rows = await family.ask('select sealed from message order by message')
    const { open } = store.sealing()
    return rows.map(({ sealed }) => open(sealed as Buffer, `${partnership}|royal`).toString('latin1'))
  }
  const drop = async () => {
    await port.stop()
    await family.drop()
  }
  return { family, feed, port, faults, stored, drop }
}
