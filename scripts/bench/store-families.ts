import { openStore } from '../../src/store/store.ts'
import { madeUpLines } from './made-up-family.ts'
import { clock, inPlace, written } from './made-up-partnership.ts'
import { type ManyFamilies, manyFamilies, nthRecord } from './many-families.ts'
import { inMilliseconds, interleaved, line, median } from './printed.ts'

const sizes = [10, 1000, 20_000] as const
const toCome = madeUpLines(1000).slice(500)
const warm = 3
const rounds = 150

/** Appends to one family again and again, or to another one in every round, which has to be read first. */
const appender = ({ connections, partnership, families }: ManyFamilies) => {
  const store = openStore(connections, { now: clock })
  const lineAt = (round: number) => inPlace(toCome[round % toCome.length] ?? {})
  const append = (record: string, round: number) =>
    written(store, { partnership, record, lines: [lineAt(round)], writer: 'import' })
  return {
    same: (round: number) => append(nthRecord(2 + (round % warm)), round),
    other: (round: number) => append(nthRecord(6 + ((round * 127) % (families - 5))), round),
    close: store.close,
  }
}

const print = (what: string, times: readonly (readonly number[])[]): void => {
  const [base = 1, ...more] = times.map(median)
  for (const [index, ms] of [base, ...more].entries())
    line(
      `one append with ${sizes[index]?.toLocaleString('en')} families in the store${what}`,
      inMilliseconds(ms),
      index === 0 ? 'goal: flat' : `${(ms / base).toFixed(2)} × that with 10`,
    )
}

/** One append while the store holds few families and while it holds many. */
export const storeFamilies = async (): Promise<void> => {
  const stores = []
  for (const size of sizes) stores.push(appender(await manyFamilies(size)))
  const [few, some, many] = stores as [Appender, Appender, Appender]
  await interleaved({ few: few.same, some: some.same, many: many.same }, 100)
  const same = await interleaved({ few: few.same, some: some.same, many: many.same }, rounds)
  print('', [same.few, same.some, same.many])
  const other = await interleaved({ some: some.other, many: many.other }, rounds)
  line('  the same to a record that has to be read first, 1,000 families', inMilliseconds(median(other.some)))
  line(
    '  the same to a record that has to be read first, 20,000 families',
    inMilliseconds(median(other.many)),
    `${(median(other.many) / median(other.some)).toFixed(2)} × that with 1,000`,
  )
  for (const one of stores) await one.close()
}

type Appender = ReturnType<typeof appender>
