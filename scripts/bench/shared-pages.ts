import { addDays, getDay, isoDay } from '../../src/calendar/day.ts'
import { holdfast } from '../../src/pages/serving/app.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { askedByReaders, lineOfTimes } from './asked-by-readers.ts'
import { counted, emptyOne } from './databases.ts'
import { madeUpLines } from './made-up-family.ts'
import {
  clock,
  cookiesOfTeam,
  inPlace,
  type MadeUpPartnership,
  madeUpPartnership,
  teamStarts,
  written,
} from './made-up-partnership.ts'
import { servedAt } from './served-at.ts'

export const record = 'bench02000'
export const smaller = 'bench01000'
const requests = 1280

/** A store with one record of two thousand entries and one of a thousand, in the network of which sixteen practitioners are. */
export interface SharedRecord extends MadeUpPartnership {
  readonly store: Store
  /** The same store as a server finds it that has just been started. */
  readonly started: () => Store
}

const begin = (store: Store, partnership: number, record: string, size: number): Promise<number> => {
  const lines = [...teamStarts, ...madeUpLines(size - teamStarts.length)].map(inPlace)
  return written(store, { partnership, record, begins: true, lines, writer: 'import', replayed: true })
}

const make = async (): Promise<SharedRecord> => {
  const connections = await emptyOne('pages')
  const started = () => openStore(connections, { now: clock })
  const store = started()
  const made = await madeUpPartnership(store, 300)
  await begin(store, made.partnership, record, 2000)
  await begin(store, made.partnership, smaller, 1000)
  await counted(connections)
  return { ...made, store, started }
}

let made: Promise<SharedRecord> | undefined

/** The same for all scenes of a run. */
export const sharedRecord = (): Promise<SharedRecord> => {
  made ??= make()
  return made
}

const family = `/families/${record}`
const lastDay = getDay('2024-12-31')

/** Many days, so that each has to be folded anew. */
const days = Array.from({ length: 1000 }, (_, n) => isoDay(addDays(lastDay, -5 * n)))

const pages: Readonly<Record<string, { readonly paths: readonly string[]; readonly goal: string }>> = {
  'the family page': { paths: [family], goal: 'goal 50 ms' },
  Today: { paths: ['/today'], goal: 'goal 50 ms' },
  'a month of the chronology': { paths: [`${family}/chronology?from=2024-03-01&to=2024-03-31`], goal: 'goal 50 ms' },
  'the threads page': { paths: [`${family}/threads`], goal: '' },
  'the family page as known on a day': { paths: [`${family}?day=2019-06-04`], goal: 'goal 100 ms' },
  'the same, another day each time': { paths: days.map(day => `${family}?day=${day}`), goal: 'goal 100 ms' },
  'a month of the chronology as known on a day': {
    paths: [`${family}/chronology?from=2019-03-01&to=2019-03-31&day=2019-06-04`],
    goal: 'goal 100 ms',
  },
}

/** Pages of a record of 2,000 entries, each reader signed in as somebody else, each opening written to the log. */
export const sharedPages = async (): Promise<void> => {
  const { store } = await sharedRecord()
  const server = await servedAt(address => holdfast({ store, address }))
  const cookies = await cookiesOfTeam(store)
  for (const [name, { paths, goal }] of Object.entries(pages)) {
    const addresses = paths.map(path => `${server.address}${path}`)
    lineOfTimes(`${name}, 2,000 entries, 16 at once`, await askedByReaders({ addresses, cookies, requests }), goal)
  }
  server.close()
}
