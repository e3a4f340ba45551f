import type { PractitionerId } from '../../src/people/practitioner.ts'
import { asOwner } from '../../src/store/as-owner.ts'
import { search } from '../../src/store/search.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { clock } from './made-up-partnership.ts'
import { type ManyFamilies, manyFamilies, nthRecord } from './many-families.ts'
import { inMilliseconds, interleaved, line, percentile } from './printed.ts'

const families = 20_000
const rounds = 100

// Spread over the store, as families of one worker are.
const spread = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => nthRecord(10 + Math.floor((n * (families - 10)) / count)))

const letIn = ({ connections, partnership }: ManyFamilies, practitioner: PractitionerId, count: number) =>
  asOwner(connections.owner, async client => {
    await client.query(
      `insert into may_open (partnership, practitioner, record, why) select $1, $2, r, 'network' from unnest($3::text[]) r`,
      [partnership, practitioner, spread(count)],
    )
    await client.query('analyze may_open')
  })

const entriesIn = async ({ connections }: ManyFamilies): Promise<number> =>
  asOwner(
    connections.owner,
    async client => (await client.query('select count(*)::int as all from content')).rows[0]?.all,
  )

// How many entries hold what is searched for decides how much there is to look at.
const asked = {
  'a word in one of six entries': 'word0',
  'a word in one of twenty': 'appointment',
  'both of these': 'word0 appointment',
  'a word in one of a thousand': 'word4711',
  'a word that is nowhere': 'zebra',
} as const
type Name = keyof typeof asked

const searches = (store: Store, partnership: number, practitioner: PractitionerId) => {
  const run = (words: string) => () => search(store, { partnership, practitioner }, words)
  const runs = Object.entries(asked).map(([name, words]) => [name, run(words)])
  return Object.fromEntries(runs) as Readonly<Record<Name, () => Promise<unknown>>>
}

const print = (times: Readonly<Record<Name, readonly number[]>>): void => {
  for (const name of Object.keys(asked) as Name[]) {
    const [half, most] = [percentile(times[name], 0.5), percentile(times[name], 0.99)].map(inMilliseconds)
    line(`    ${name}: median and 99th percentile`, `${half}, ${most}`, 'goal 20 ms')
  }
}

/** Search among 400,000 entries for somebody in a few families, and for somebody in very many. */
export const storeSearch = async (): Promise<void> => {
  const many = await manyFamilies(families)
  const [few = '', lots = ''] = many.others as readonly PractitionerId[]
  await letIn(many, few as PractitionerId, 20)
  await letIn(many, lots as PractitionerId, 500)
  const store = openStore(many.connections, { now: clock })
  line(`search among ${(await entriesIn(many)).toLocaleString('en')} entries under need to know`, '')
  for (const [who, practitioner] of [
    ['20 families', few],
    ['500 families', lots],
  ] as const) {
    const runs = searches(store, many.partnership, practitioner as PractitionerId)
    await interleaved(runs, 20)
    line(`  for somebody who works with ${who}`, '')
    print(await interleaved(runs, rounds))
  }
  await store.close()
}
