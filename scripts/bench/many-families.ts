import { asOwner } from '../../src/store/as-owner.ts'
import type { Connections } from '../../src/store/connections.ts'
import { openStore } from '../../src/store/store.ts'
import { counted, emptyOne } from './databases.ts'
import { madeUpLines } from './made-up-family.ts'
import {
  clock,
  inPlace,
  type MadeUpPartnership,
  madeUpPartnership,
  teamStarts,
  written,
} from './made-up-partnership.ts'

/* A partnership with many families of twenty entries. One is written as it should be; the others are copies of its rows, put in by the owner. */

export interface ManyFamilies extends MadeUpPartnership {
  readonly connections: Connections
  readonly families: number
}

const first = 'bench00001'

/** The record of the nth family from 1. */
export const nthRecord = (n: number): string => `bench${String(n).padStart(5, '0')}`

const some = teamStarts.slice(0, 4)
const lines = [...some, ...madeUpLines(20 - some.length)].map(inPlace)

const others = `generate_series(2, $2::int) as n cross join lateral (select 'bench' || lpad(n::text, 5, '0') as id) as named`
const copied = (table: string, columns: string): string => `
  insert into ${table} (partnership, record, ${columns})
  select o.partnership, id, ${columns} from ${others} cross join ${table} o where o.partnership = $1 and o.record = '${first}'`

// Words as records have them: a few are everywhere, most are rare. So many that one word stands in about forty families.
const words = `(select string_agg('word' || floor(5000 * power(random(), 2)) :: int, ' ') from generate_series(1, 12) where n > 0)`
const contents = `
  insert into content (partnership, record, number, salt, content, known, entry, root, kind, by, sight, about, words)
  select o.partnership, id, number, salt, content, known, entry, root, kind, by,
    case when random() < 0.05 then '{police}' else sight end, about, o.words || to_tsvector('english', ${words})
  from ${others} cross join content o where o.partnership = $1 and o.record = '${first}'`

const copies: readonly string[] = [
  copied('record', 'last, head, arrived, next_day, replayed, rules'),
  copied('chain', 'number, arrived, writer, before, digest, hash'),
  contents,
  copied('duty', 'key, rule, child, owner, agency, opens, due, ended, how, frozen, projected, because, mark'),
  copied('person', 'person, name_key, born, nhs, child'),
  copied('may_open', 'practitioner, why'),
  copied('notice', 'template, to_practitioner, to_agency, to_role'),
  `insert into told (partnership, record, key, state, told_to, notice, because)
   select t.partnership, n.record, t.key, t.state, t.told_to, n.notice, t.because
   from told t join notice o on o.partnership = t.partnership and o.notice = t.notice
   join notice n on n.partnership = t.partnership and n.record <> t.record
     and (n.to_practitioner, n.to_agency, n.to_role) is not distinct from (o.to_practitioner, o.to_agency, o.to_role)
   where t.partnership = $1 and t.record = '${first}' and $2 > 0`,
]

const copyFamily = (connections: Connections, partnership: number, families: number): Promise<void> =>
  asOwner(connections.owner, async client => {
    await client.query('begin')
    for (const sql of copies) await client.query(sql, [partnership, families])
    await client.query('commit')
  })

const make = async (families: number): Promise<ManyFamilies> => {
  const connections = await emptyOne(`families_${families}`)
  const store = openStore(connections, { now: clock })
  const made = await madeUpPartnership(store, 300)
  const { partnership } = made
  await written(store, { partnership, record: first, begins: true, lines, writer: 'import', replayed: true })
  await store.close()
  await copyFamily(connections, partnership, families)
  await counted(connections)
  return { ...made, connections, families }
}

const known = new Map<number, Promise<ManyFamilies>>()

/** A database with so many families, made once for a run of the bench. */
export const manyFamilies = (families: number): Promise<ManyFamilies> => {
  const held = known.get(families) ?? make(families)
  known.set(families, held)
  return held
}
