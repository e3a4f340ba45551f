import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type pg from 'pg'
import { asOwner } from './as-owner.ts'
import { backup } from './backup.ts'
import { dispose } from './dispose.ts'
import { keptTables, tablesNotKept } from './kept-tables.ts'
import { lastMigration, migrate } from './migrate.ts'
import { restore } from './restore.ts'
import { type TrialStore, trialKey, trialStore } from './trial.ts'
import { type TrialFamily, trialFamily } from './trial-family.ts'

const passphrase = 'four plain words together'
const cheap = { logN: 10 }
const concern = { kind: 'concern', on: '2026-06-12', by: 'social-care/rowan-team', harm: 'yes' }

let family: TrialFamily
let folder = ''
let file = ''

/** Something in every table that a backup holds. */
const fill = async (): Promise<void> => {
  const { partnership, record, worker, manager, now, connections } = family
  const first = await family.write({
    ...concern,
    id: 'w-1',
    sight: ['police'],
    text: 'Zoë – “näïve”, 1 > 0, \\ and \u2028.',
  })
  await family.write({ ...concern, id: 'w-2', corrects: 'w-1', text: 'Another.' })
  const people = { by: worker, second: manager }
  await dispose(connections.owner, { partnership, record, number: first, reason: 'Names a neighbour', now, ...people })
  const values = `1, 'alfie', '${worker}'`
  for (const statement of [
    `insert into kin (partnership, practitioner, kin, nhs) values (1, '${worker}', 'k', '9990000018')`,
    `insert into may_open (partnership, record, practitioner, why, until) values (${values}, 'glass', now() + interval '1 hour')`,
    `insert into opening (partnership, record, practitioner, way, page, reason) values (${values}, 'glass', 'x', 'A reason')`,
    `insert into opening_review (partnership, opening, practitioner, finding) select 1, opening, '${manager}', 'Right' from opening`,
    `insert into acknowledged (partnership, notice, practitioner) select 1, min(notice), '${worker}' from notice`,
    `insert into desk_item (partnership, item, writer, child, lines) values (1, 'i', '${worker}', '{"name":"Zoë"}', '[{"a":1}]')`,
    `insert into desk_answer (partnership, item, practitioner, record) values (1, 'i', '${worker}', 'alfie')`,
    `insert into moved (partnership, record, entry, practitioner, item) values (1, 'alfie', 'w-2', '${worker}', 'i')`,
    `insert into setting (partnership, name, value, practitioner) values (1, 'second-factor', 'on', '${worker}')`,
    `insert into draft (partnership, practitioner, draft, address, fields) values (1, '${worker}', 'd', '/', '{}')`,
    ...parentRows(worker),
    ...toFamilyRows(worker),
    ...feedRows(worker),
    ...systemRows,
  ])
    await family.ask(statement)
}

/** A row of each table of what goes to the family by itself. */
const toFamilyRows = (worker: string): readonly string[] => [
  `insert into calendar_feed (partnership, feed, record, person, secret, made, made_by)
   values (1, 'bcdfghjkmn', 'alfie', 'ann', 'x', now(), '${worker}')`,
  `insert into message_to_family (partnership, message, record, person, appointment, day, state, due, made)
   values (1, 'bcdfghjkmn', 'alfie', 'ann', 'a', '2026-01-05', 'held', now(), now())`,
  `insert into message_attempt (partnership, message, at, outcome) values (1, 'bcdfghjkmn', now(), 'held')`,
]

/** A row of each table of a parent's own page. */
const parentRows = (worker: string): readonly string[] => [
  `insert into parent_access (partnership, access, record, person, number, language, opened, opened_by)
   values (1, 'a', 'alfie', 'ann', '12345678', 'en', now(), '${worker}')`,
  `insert into parent_secret (partnership, access, hash) values (1, 'a', 'x')`,
  `insert into parent_opening (partnership, access, record, person, page) values (1, 'a', 'alfie', 'ann', 'page')`,
]

/** A system that asks by itself, as a practitioner of its own. */
const systemRows: readonly string[] = [
  `insert into account (account, sign_in) values ('s', 'system-s')`,
  `insert into practitioner (partnership, practitioner, account, name) values (1, 's', 's', 'A system')`,
  `insert into system_client (partnership, client, practitioner, feed, secret) values (1, 's', 's', 'f', 'x')`,
]

/** A row of each table of what other systems send. */
const feedRows = (worker: string): readonly string[] => [
  `insert into feed (partnership, feed, name, agency, sort, excluded, key_check) values (1, 'f', 'F', 'hospital/royal', 'sheet', '{}', 'x')`,
  `insert into message (partnership, feed, sealed, state) values (1, 'f', 'x', 'read')`,
  `insert into feed_appointment (partnership, feed, authority, number, appointment, record, person)
       values (1, 'f', '', '1', 'f:1', 'alfie', 'alfie')`,
  `insert into feed_count (partnership, feed, day, reason, count) values (1, 'f', '2026-01-05', 'held', 1)`,
  `insert into feed_mapping (partnership, feed, version, rows, practitioner) values (1, 'f', 1, '[]', '${worker}')`,
  `insert into feed_live (partnership, feed, version, practitioner) values (1, 'f', 1, '${worker}')`,
  `insert into feed_match (partnership, feed, authority, number, record, person, how, matched_by) values (1, 'f', 'a', '1', 'alfie', 'alfie', 'x', 'x')`,
  `insert into disclosure (partnership, feed, match, record, person, entries, since, practitioner)
   select 1, 'f', match, 'alfie', 'alfie', '{}', now(), '${worker}' from feed_match`,
  `insert into disclosure_answer (partnership, disclosure, practitioner, outcome, reason) select 1, disclosure, '${worker}', 'reported', 'x' from disclosure`,
  `insert into sheet_columns (partnership, feed, version, map, practitioner) values (1, 'f', 1, '{}', '${worker}')`,
  `insert into sheet_row (partnership, feed, appointment, content, message) select 1, 'f', 'x', 'x', message from message`,
  `insert into extract_take (partnership, feed, take, at, practitioner, counts) values (1, 'f', 1, now(), 'command', '{}')`,
  `insert into extract_row (partnership, feed, source, record, person, thing, parts, first_take, last_take) values (1, 'f', 's', 'alfie', 'alfie', 't', '[]', 1, 1)`,
]

before(async () => {
  family = await trialFamily()
  folder = await mkdtemp(join(tmpdir(), 'holdfast-backup-'))
  file = join(folder, 'whole')
  await fill()
  await backup(family.connections.owner, file, passphrase, { ...cheap, messageKey: trialKey })
})
after(async () => {
  await rm(folder, { recursive: true })
  await family.drop()
})

/** Every row of every table, but for what is never put back. */
const everything = (owner: pg.ClientConfig): Promise<Readonly<Record<string, readonly string[]>>> =>
  asOwner(owner, async client => {
    const all: Record<string, readonly string[]> = {}
    for (const table of [...Object.keys(keptTables), 'duty', 'person', 'apart', 'taken_over']) {
      const { rows } = await client.query(`select to_jsonb(t)::text as row from ${table} t order by 1`)
      all[table] = rows.map(({ row }) => row)
    }
    return all
  })

const withEmpty = async (act: (empty: TrialStore) => Promise<void>): Promise<void> => {
  const empty = await trialStore()
  try {
    await act(empty)
  } finally {
    await empty.drop()
  }
}

describe('a backup', () => {
  it('knows of every table that there is', async () => {
    const rows = await family.ask(`select tablename::text as name from pg_tables where schemaname = 'public'`)
    const known = [...Object.keys(keptTables), ...Object.keys(tablesNotKept)]
    assert.deepEqual(rows.map(({ name }) => name).sort(), known.sort())
  })

  it('is put back as it was: every row, and everything that is read from them', async () => {
    const was = await everything(family.connections.owner)
    const { content: entries = [] } = was
    for (const [table, rows] of Object.entries(was)) if (table in keptTables) assert.ok(rows.length > 0, table)
    await withEmpty(async ({ connections }) => {
      const {
        verified,
        messageKey,
        counts: { content },
      } = await restore(connections.owner, file, passphrase)
      const is = await everything(connections.owner)
      for (const [table, rows] of Object.entries(was)) assert.deepEqual(is[table], rows, table)
      assert.deepEqual(
        verified.findings.map(({ code }) => code),
        ['disposed'],
      )
      assert.equal(content, entries.length)
      assert.deepEqual(messageKey, trialKey)
    })
  })

  it('tells nobody anything when it is put back, and sends no e-mail', async () => {
    await withEmpty(async ({ connections }) => {
      await restore(connections.owner, file, passphrase)
      await asOwner(connections.owner, async client => {
        for (const table of ['to_send', 'session', 'draft']) {
          const { rows } = await client.query(`select count(*)::int as count from ${table}`)
          assert.deepEqual(rows, [{ count: 0 }], table)
        }
      })
    })
  })

  it('goes on counting where it was', async () => {
    await withEmpty(async ({ connections }) => {
      await restore(connections.owner, file, passphrase)
      const next = `insert into notice (partnership, record, template, to_role) values (1, 'alfie', 'desk', 'gp')
        returning notice > (select max(notice) from notice) as later`
      assert.deepEqual(await asOwner(connections.owner, async client => (await client.query(next)).rows), [
        { later: true },
      ])
    })
  })

  it('of a database of an older Holdfast is brought up to date once it is put back', async () => {
    const older = join(folder, 'older')
    await withEmpty(async ({ connections: { owner } }) => {
      await asOwner(owner, client => client.query('drop schema public cascade; create schema public'))
      await migrate(owner, 3)
      await asOwner(owner, client =>
        client.query(`insert into partnership (partnership, name) values (1, 'Northmoor')`),
      )
      await backup(owner, older, passphrase, cheap)
    })
    await withEmpty(async ({ connections: { owner } }) => {
      await assert.rejects(restore(owner, older, passphrase), { code: 'older-backup' })
      await asOwner(owner, client => client.query('drop schema public cascade; create schema public'))
      await restore(owner, older, passphrase)
      const had = await asOwner(owner, client =>
        client.query('select max(number) as last, (select name from partnership) as name from migration'),
      )
      assert.deepEqual(had.rows, [{ last: await lastMigration(), name: 'Northmoor' }])
    })
  })

  it('comes into a database that nobody has migrated', async () => {
    await withEmpty(async ({ connections }) => {
      await asOwner(connections.owner, client => client.query('drop schema public cascade; create schema public'))
      const { verified } = await restore(connections.owner, file, passphrase)
      assert.equal(verified.sound, true)
    })
  })
})

describe('a backup is not made', () => {
  it('over a file that is there', async () => {
    const was = await readFile(file)
    await assert.rejects(backup(family.connections.owner, file, passphrase, cheap), { code: 'file-there' })
    assert.deepEqual(await readFile(file), was)
  })

  it('for anybody else to read, nor half', async () => {
    assert.equal((await stat(file)).mode & 0o777, 0o600)
    const nobody = { ...family.connections.owner, database: 'nowhere' }
    await assert.rejects(backup(nobody, join(folder, 'half'), passphrase, cheap))
    await assert.rejects(backup(family.connections.owner, join(folder, 'no', 'half'), passphrase, cheap))
    assert.deepEqual(
      (await readdir(folder)).filter(name => name.includes('half')),
      [],
    )
  })
})

describe('nothing is put back', () => {
  const refused = async (path: string, code: string, phrase = passphrase): Promise<void> =>
    withEmpty(async ({ connections }) => {
      await assert.rejects(restore(connections.owner, path, phrase), { code })
      const all = await everything(connections.owner)
      assert.deepEqual(Object.values(all).flat(), [])
    })

  it('with another passphrase', () => refused(file, 'wrong-passphrase', 'four other words together'))

  it('of a file that is cut off', async () => {
    const whole = await readFile(file)
    await writeFile(join(folder, 'cut'), whole.subarray(0, -1000))
    await refused(join(folder, 'cut'), 'cut-off')
  })

  it('of a file in which a byte was changed', async () => {
    const whole = await readFile(file)
    whole.writeUInt8(whole.readUInt8(whole.length - 500) ^ 4, whole.length - 500)
    await writeFile(join(folder, 'changed'), whole)
    await refused(join(folder, 'changed'), 'changed')
  })

  it('of a file that a newer Holdfast made', async () => {
    await family.ask('insert into migration (number) values (9999)')
    await backup(family.connections.owner, join(folder, 'newer'), passphrase, cheap)
    await family.ask('delete from migration where number = 9999')
    await refused(join(folder, 'newer'), 'newer')
  })

  it('into a database that holds anything', async () => {
    const was = await everything(family.connections.owner)
    await assert.rejects(restore(family.connections.owner, file, passphrase), { code: 'not-empty' })
    assert.deepEqual(await everything(family.connections.owner), was)
  })
})
