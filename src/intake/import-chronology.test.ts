import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { isoDay } from '../calendar/day.ts'
import { derive } from '../duties/derive.ts'
import { settingsFrom } from '../duties/settings.ts'
import { familiesIn } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { asOwner } from '../store/as-owner.ts'
import { newPartnership } from '../store/records.ts'
import { openStore, type Store } from '../store/store.ts'
import { tick } from '../store/tick.ts'
import { type TrialStore, trialStore } from '../store/trial.ts'
import { verify } from '../store/verify.ts'
import { type ImportedRecord, importChronology } from './import-chronology.ts'
import { readChronology } from './sheets/chronology-file.ts'

let trial: TrialStore
let store: Store
let partnership = 0
before(async () => {
  trial = await trialStore()
  store = openStore(trial.connections)
  partnership = await newPartnership(store, 'Northmoor')
})
after(async () => {
  await store.close()
  await trial.drop()
})

const ask = (sql: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> =>
  asOwner(trial.connections.owner, async client => (await client.query(sql, [...values])).rows)

const imported = async (bytes: Uint8Array, name = 'file.jsonl'): Promise<readonly ImportedRecord[]> => {
  const result = await importChronology(store, trial.connections.owner, { partnership, bytes, name, replayed: true })
  assert.ok('records' in result, JSON.stringify(result))
  return result.records
}

const bytesOf = (lines: readonly object[]): Uint8Array =>
  new TextEncoder().encode(lines.map(line => JSON.stringify(line)).join('\n'))

const examples = join(import.meta.dirname, '..', '..', 'examples')
const example = (name: string): Promise<Uint8Array> => readFile(join(examples, name))
const entriesOf = async (name: string): Promise<readonly Entry[]> => {
  const read = await readChronology(await example(name), name)
  assert.ok('entries' in read)
  return read.entries
}

const kept = 'select number, content from content where partnership = $1 and record = $2 order by number'
const linesOf = async (record: string): Promise<readonly Record<string, unknown>[]> =>
  (await ask(kept, [partnership, record])).map(({ content }) => JSON.parse(String(content)))

const dutiesHeld = async (record: string): Promise<readonly string[]> => {
  const rows = await ask(
    `select concat_ws(' ', key, owner, agency, opens, due, ended, how, projected) as duty from duty
     where partnership = $1 and record = $2`,
    [partnership, record],
  )
  return rows.map(({ duty }) => String(duty)).sort()
}

/** What `holdfast replay` derives from the same entries. */
const dutiesReplayed = (entries: readonly Entry[], agencies: readonly Entry[]): readonly string[] => {
  const [family] = familiesIn(entries, agencies)
  return derive(picture(family?.entries ?? []), settingsFrom(agencies))
    .map(({ key, owner, agency, opens, due, ended, projected }) =>
      [
        key,
        owner,
        agency,
        isoDay(opens),
        isoDay(due.day),
        ended && isoDay(ended.day),
        ended?.how,
        projected ? 't' : 'f',
      ]
        .filter(part => part !== undefined)
        .join(' '),
    )
    .sort()
}

const bornIn = { kind: 'person', born: '2020-10-03', subject: 'yes' }
const by = { by: 'health-visiting', on: '2024-03-04' }

describe('an import', () => {
  it('gives the duties that a replay of the same file gives, for every example', async () => {
    await imported(await example('partnership.jsonl'))
    const agencies = await entriesOf('partnership.jsonl')
    const names = (await readdir(examples)).filter(name => /^\d+\.jsonl$/u.test(name))
    assert.ok(names.length >= 12)
    for (const name of names) {
      const [{ record = '' } = {}] = await imported(await example(name), name)
      const replayed = dutiesReplayed(await entriesOf(name), agencies)
      assert.ok(replayed.length > 0)
      assert.deepEqual(await dutiesHeld(record), replayed, name)
    }
    await tick(store)
    assert.deepEqual((await verify(trial.connections.owner)).findings, [])
  })

  it('keeps each line to the letter, but for the name of its record', async () => {
    const line = { kind: 'concern', ...by, record: 'Dunmore', text: '  “Zoë”, 1 > 0 ', harm: 'YES', id: '7' }
    const [{ record = '', named } = {}] = await imported(
      bytesOf([{ ...bornIn, person: 'p', name: 'P', record: 'Dunmore', id: 'p' }, line]),
    )
    const { record: _, ...same } = line
    assert.equal(named, 'Dunmore')
    assert.deepEqual((await linesOf(record))[1], same)
  })

  it('keeps the id that an entry has in its file, also where nobody gave it one', async () => {
    const twin = { kind: 'concern', ...by, record: 'x', text: 'The same.' }
    const lines = [{ ...bornIn, person: 'q', name: 'Q', record: 'x' }, twin, twin, { ...twin, record: 'y' }]
    const read = await readChronology(bytesOf(lines), 'file.jsonl')
    assert.ok('entries' in read)
    const records = await imported(bytesOf(lines))
    const ids = await ask('select entry from content where partnership = $1 and record = any ($2)', [
      partnership,
      records.map(({ record }) => record),
    ])
    assert.deepEqual(ids.map(({ entry }) => entry).sort(), read.entries.map(({ id }) => String(id)).sort())
    assert.equal(new Set(read.entries.map(({ id }) => id)).size, 4)
  })

  it('reads a sheet as it reads lines', async () => {
    const csv = `kind,on,by,text,person,name,born,subject,record\nperson,,,,r,R,2020-10-03,yes,R family\nconcern,2024-03-04,health-visiting,"One, two",,,,,R family\n`
    const [{ record = '', named } = {}] = await imported(new TextEncoder().encode(csv), 'file.csv')
    assert.equal(named, 'R family')
    const [, line] = await linesOf(record)
    const { id, ...rest } = line ?? {}
    assert.deepEqual(rest, { kind: 'concern', on: '2024-03-04', by: 'health-visiting', text: 'One, two' })
    assert.match(String(id), /^concern-2024-03-04-/u)
  })

  it('joins records of one file that take each other’s people over, whichever comes first', async () => {
    const taken = (from: string, person: string, record: string) => ({
      kind: 'taken-over',
      ...by,
      person,
      otherRecord: from,
      record,
    })
    const concern = (child: string, record: string) => ({
      kind: 'concern',
      ...by,
      record,
      child,
      harm: 'yes',
      text: `Of ${child}.`,
    })
    const lines = [
      { ...bornIn, person: 's', name: 'S Sibling', record: 's' },
      { ...bornIn, person: 't', name: 'T Sibling', record: 't' },
      taken('t', 't', 's'),
      taken('s', 's', 't'),
      concern('s', 's'),
      concern('t', 't'),
    ]
    const records = new Map((await imported(bytesOf(lines))).map(one => [one.named, one.record]))
    const rows = await ask(
      'select record, other_record, person from taken_over where partnership = $1 order by person',
      [partnership],
    )
    assert.deepEqual(rows, [
      { record: records.get('t'), other_record: records.get('s'), person: 's' },
      { record: records.get('s'), other_record: records.get('t'), person: 't' },
    ])
    for (const record of records.values())
      assert.deepEqual(
        (
          await ask('select person from person where partnership = $1 and record = $2 order by 1', [
            partnership,
            record,
          ])
        ).map(({ person }) => person),
        ['s', 't'],
      )
    await tick(store)
    assert.deepEqual((await verify(trial.connections.owner)).findings, [])
  })

  it('takes a file once, and goes on where it was cut off', async () => {
    const lines = ['u', 'v', 'w'].flatMap(record => [
      { ...bornIn, person: record, name: `${record} Person`, record },
      { kind: 'concern', ...by, record, text: 'One.' },
    ])
    const first = await imported(bytesOf(lines))
    const [, gone] = first
    await asOwner(trial.connections.owner, async client => {
      // As if the second record had not been written when the machine stopped.
      await client.query('begin')
      for (const table of ['content', 'chain']) await client.query(`alter table ${table} disable trigger user`)
      for (const table of ['duty', 'person', 'content', 'chain', 'record'])
        await client.query(`delete from ${table} where record = $1`, [gone?.record])
      for (const table of ['content', 'chain']) await client.query(`alter table ${table} enable trigger user`)
      await client.query('commit')
    })
    const second = await imported(bytesOf(lines))
    assert.deepEqual(
      second.map(({ again }) => again),
      [true, false, true],
    )
    assert.deepEqual([second[0]?.record, second[2]?.record], [first[0]?.record, first[2]?.record])
    assert.equal((await linesOf(second[1]?.record ?? '')).length, 2)
  })

  it('takes nothing at all while one line of it is wrong, or of a real person', async () => {
    const count = 'select count(*) from chain'
    const was = await ask(count)
    const sound = { ...bornIn, person: 'x', name: 'X' }
    for (const [wrong, where] of [
      [
        { kind: 'concern', on: 'never' },
        [
          [2, 'by'],
          [2, 'on'],
        ],
      ],
      [{ kind: 'person', person: 'y', name: 'Y', nhs: '943 476 5919' }, [[2, 'nhs']]],
    ] as const) {
      const asked = { partnership, bytes: bytesOf([sound, wrong]), name: 'file.jsonl', replayed: false }
      const result = await importChronology(store, trial.connections.owner, asked)
      assert.ok('faults' in result)
      assert.deepEqual(
        result.faults.map(({ line, field }) => [line, field]),
        where,
      )
    }
    assert.deepEqual(await ask(count), was)
  })

  it('arrives now unless it is replayed', async () => {
    const concern = { kind: 'concern', ...by, text: 'Long ago.' }
    const asked = { partnership, bytes: bytesOf([{ ...bornIn, person: 'z', name: 'Z' }, concern]), name: 'file.jsonl' }
    const result = await importChronology(store, trial.connections.owner, { ...asked, replayed: false })
    assert.ok('records' in result)
    const days = `select c.known = (h.arrived at time zone 'Europe/London')::date as today, r.replayed from content c
      join chain h using (partnership, record, number) join record r using (partnership, record) where record = $1 and number = 2`
    assert.deepEqual(await ask(days, [result.records[0]?.record]), [{ today: true, replayed: 0 }])
  })
})

describe('the staff of a file that is imported', () => {
  const post = { kind: 'post', on: '2026-01-05', by: 'gp/weir', record: 'agencies', post: 'weir-gp', role: 'gp' }
  const child = {
    kind: 'person',
    person: 'pia',
    name: 'Pia Weirside',
    born: '2020-02-02',
    subject: 'yes',
    record: 'weir',
  }
  const starts = {
    kind: 'worker-starts',
    on: '2026-01-06',
    by: 'social-care/weir',
    role: 'social-worker',
    record: 'weir',
  }
  const lines = [{ ...post, practitioner: 'Dr Odd Weirside' }, child, { ...starts, practitioner: 'Ines Weirside' }]
  const importing = (more: object) => ({
    partnership,
    bytes: bytesOf(lines),
    name: 'weir.jsonl',
    replayed: true,
    ...more,
  })
  const people = async () =>
    (await ask('select name from practitioner where partnership = $1 and name like $2', [partnership, '%Weirside']))
      .length

  it('gets no account unless that is asked for, and then one each, before anybody is told anything', async () => {
    await importChronology(store, trial.connections.owner, importing({}))
    assert.equal(await people(), 0)
    const result = await importChronology(store, trial.connections.owner, importing({ staff: true }))
    assert.ok('records' in result)
    assert.deepEqual(result.accounts.map(({ name, signIn }) => [name, signIn]).sort(), [
      ['Dr Odd Weirside', 'odd.weirside'],
      ['Ines Weirside', 'ines.weirside'],
    ])
    assert.equal(await people(), 2)
  })

  it('is not made twice, and nobody else’s sign-in name is taken', async () => {
    const again = await importChronology(store, trial.connections.owner, importing({ staff: true }))
    assert.ok('records' in again)
    assert.deepEqual(again.accounts, [])
    const other = await newPartnership(store, 'Southmoor')
    const there = await importChronology(store, trial.connections.owner, importing({ staff: true, partnership: other }))
    assert.ok('records' in there)
    assert.deepEqual(there.accounts.map(({ signIn }) => signIn).sort(), ['ines.weirsideb', 'odd.weirsideb'])
  })
})
