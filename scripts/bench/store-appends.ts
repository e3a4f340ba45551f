import pg from 'pg'
import { openStore, type Store } from '../../src/store/store.ts'
import { copyOf, counted, emptyOne } from './databases.ts'
import { madeUpLines, restrictedLines } from './made-up-family.ts'
import { clock, inPlace, madeUpPartnership, teamStarts, written } from './made-up-partnership.ts'
import { interleaved, line, median } from './printed.ts'

const size = 500
const [warming, appends, roundsAtOnce] = [400, 200, 25]

const [plain, restricted, warm] = ['bench00500', 'bench00503', 'bench00001'] as const
const many = Array.from({ length: 16 }, (_, n) => `bench006${String(n).padStart(2, '0')}`)

const begun = madeUpLines(size - teamStarts.length)
const toCome = madeUpLines(size + Math.max(warming, appends) + 100).slice(size)
const lineFor = (round: number) => inPlace(toCome[round] ?? {})

interface Asked {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** A store that also writes down what its appends send. */
const overheard = (store: Store, sent: Asked[]): Store => {
  const recorder = Object.assign(Object.create(store.recorder) as pg.Pool, {
    query: (asked: Asked) => {
      if (asked.name === 'append') sent.push(asked)
      return store.recorder.query({ ...asked, values: [...asked.values] })
    },
  })
  return { ...store, recorder }
}

/** The store, and a copy of it to which the bare driver sends. */
interface Beside {
  readonly append: (record: string, round: number) => Promise<number>
  /** Sends to the copy the next statement that an append sent. */
  readonly replay: () => Promise<unknown>
  readonly sent: readonly Asked[]
  readonly close: () => Promise<void>
}

const fill = async (store: Store): Promise<number> => {
  const { partnership } = await madeUpPartnership(store, 300)
  for (const record of [plain, restricted, warm, ...many]) {
    const lines = [...teamStarts, ...begun, ...(record === restricted ? restrictedLines : [])].map(inPlace)
    await written(store, { partnership, record, begins: true, lines, writer: 'import', replayed: true })
  }
  return partnership
}

const beside = async (): Promise<Beside> => {
  const connections = await emptyOne('appends')
  const filling = openStore(connections, { now: clock })
  const partnership = await fill(filling)
  await filling.close()
  await counted(connections)
  const bare = new pg.Pool({ ...(await copyOf('appends_bare', 'appends')).recorder, max: 12 })
  const [sent, whole] = [[] as Asked[], openStore(connections, { now: clock })]
  const store = overheard(whole, sent)
  let next = 0
  return {
    sent,
    append: (record, round) => written(store, { partnership, record, writer: 'import', lines: [lineFor(round)] }),
    replay: async () => {
      const asked = sent[next++]
      if (asked === undefined) throw new Error('there is nothing to send')
      return bare.query({ ...asked, values: [...asked.values] })
    },
    close: async () => {
      await bare.end()
      await whole.close()
    },
  }
}

type Times = Readonly<Record<'append' | 'replay', readonly number[]>>

// By the median: what else the machine does for a moment slows one of two down, and a mean would be made of these moments.
const print = (what: string, { append, replay }: Times, each: number, goal: string): void => {
  const rate = (times: readonly number[]) => Math.round((each / median(times)) * 1000).toLocaleString('en')
  line(`appends a second ${what}`, rate(append))
  line('  the bare driver sending the same: a second', rate(replay))
  line('  as a part of the bare driver', `${((median(replay) / median(append)) * 100).toFixed(0)} %`, goal)
}

const oneByOne = (two: Beside, record: string, rounds: number): Promise<Times> =>
  interleaved({ append: round => two.append(record, round), replay: two.replay }, rounds)

const atOnce = ({ append, replay }: Beside): Promise<Times> =>
  interleaved(
    {
      append: round => Promise.all(many.map(record => append(record, round))),
      replay: () => Promise.all(many.map(replay)),
    },
    roundsAtOnce,
  )

/**
 * Appends to a family of 500 entries: folded, derived, with who may open it and who is told; beside the bare driver that
 * sends what each of them sent to a copy of the database. Each is on the disk before it is said to be.
 */
export const storeAppends = async (): Promise<void> => {
  const two = await beside()
  await oneByOne(two, warm, warming)
  const before = two.sent.length
  print(
    `to a family of ${size} entries, one after the other`,
    await oneByOne(two, plain, appends),
    1,
    'goal at least 50 %',
  )
  const bytes = two.sent.slice(before).map(({ values }) => JSON.stringify(values).length)
  line('  sent for an append: kilobytes', (median(bytes) / 1000).toFixed(1))
  print('to one with entries that not everybody may see', await oneByOne(two, restricted, appends / 2), 1, '')
  print(`to ${many.length} families at once`, await atOnce(two), many.length, '')
  await two.close()
}
