import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { type TrialFamily, trialFamily } from './trial-family.ts'

let family: TrialFamily
/** Every table whose rows are never changed again, as the database itself says. */
let guarded: readonly string[] = []
before(async () => {
  family = await trialFamily()
  const rows = await family.ask(
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'append_only' and tgenabled = 'O' order by 1`,
  )
  guarded = rows.map(({ name }) => String(name))
})
after(async () => {
  for (const client of connected.values()) await client.end()
  await family.drop()
})

type Role = 'owner' | 'reader' | 'recorder'

const connected = new Map<Role, pg.Client>()
const as = async (role: Role): Promise<pg.Client> => {
  const held = connected.get(role) ?? new pg.Client(family.connections[role])
  if (connected.has(role)) return held
  connected.set(role, held)
  await held.connect()
  const who = `select set_config('holdfast.partnership', '1', false), set_config('holdfast.practitioner', $1, false)`
  await held.query(who, [family.worker])
  return held
}

/** The code with which the database refuses a statement; nothing when it does as it is told. */
const refusal = async (role: Role, statement: string): Promise<string | undefined> => {
  const client = await as(role)
  try {
    await client.query(statement)
    return undefined
  } catch (error) {
    return error instanceof pg.DatabaseError ? error.code : String(error)
  }
}

const noRight = '42501'
const neverChanged = 'HF001'

// A row of each, so that no statement is refused only because there is nothing to change.
const filled = `
  insert into disposal (partnership, record, number, reason, disposed_by, second) values (1, 'alfie', 1, 'a', 'b', 'c');
  insert into opening (partnership, record, practitioner, way, page) values (1, 'alfie', '$worker', 'network', 'now');
  insert into opening_review (partnership, opening, practitioner, finding) select 1, opening, '$worker', 'well' from opening;
  insert into notice (partnership, record, template, to_role) values (1, 'alfie', 'desk', 'gp');
  insert into told (partnership, record, key, state, told_to, notice, because)
    select 1, 'alfie', 'k', 'owed', 'gp', max(notice), '{}' from notice;
  insert into acknowledged (partnership, notice, practitioner) select 1, max(notice), '$worker' from notice;
  insert into sending (partnership, notice, attempt, way, outcome) select 1, max(notice), 9, 'inbox', 'laid' from notice;
  insert into desk_item (partnership, item, writer, child, lines) values (1, 'i', '$worker', '{}', '[]');
  insert into desk_answer (partnership, item, practitioner, record) values (1, 'i', '$worker', 'alfie');
  insert into moved (partnership, record, entry, practitioner, item) values (1, 'alfie', 'e', '$worker', 'i');
  insert into setting (partnership, name, value, practitioner) values (1, 'n', 'v', '$worker');
  insert into feed (partnership, feed, name, agency, sort, excluded, key_check) values (1, 'f', 'F', 'hospital/royal', 'sheet', '{}', 'x');
  insert into feed_mapping (partnership, feed, version, rows, practitioner) values (1, 'f', 1, '[]', '$worker');
  insert into feed_live (partnership, feed, version, practitioner) values (1, 'f', 1, '$worker');
  insert into disclosure (partnership, feed, match, record, person, entries, since, practitioner)
    values (1, 'f', 1, 'alfie', 'alfie', '{}', now(), '$worker');
  insert into disclosure_answer (partnership, disclosure, practitioner, outcome, reason)
    select 1, disclosure, '$worker', 'reported', 'x' from disclosure;
  insert into parent_opening (partnership, access, record, person, page) values (1, 'a', 'alfie', 'ann', 'page');
  insert into message_to_family (partnership, message, record, person, appointment, day, state, due, made)
    values (1, 'bcdfghjkmn', 'alfie', 'ann', 'a', '2026-01-05', 'held', now(), now());
  insert into message_attempt (partnership, message, at, outcome) values (1, 'bcdfghjkmn', now(), 'held');
  insert into sheet_columns (partnership, feed, version, map, practitioner) values (1, 'f', 1, '{}', '$worker');
  insert into extract_take (partnership, feed, take, at, practitioner, counts) values (1, 'f', 1, now(), 'command', '{}');`

describe('what was written', () => {
  before(async () => {
    await family.ask(filled.replaceAll('$worker', family.worker))
    for (const table of guarded) assert.ok((await family.ask(`select from ${table} limit 1`)).length > 0, table)
  })

  it('is guarded in every table that holds what somebody said, did or was told', () => {
    const written = ['acknowledged', 'chain', 'content', 'desk_answer', 'desk_item', 'disposal', 'moved', 'notice']
    for (const name of [...written, 'opening', 'opening_review', 'sending', 'setting', 'told'])
      assert.ok(guarded.includes(name), name)
  })

  it('is changed by nobody, not even by the owner of the tables', async () => {
    for (const table of guarded) {
      const change = `update ${table} set partnership = partnership`
      for (const role of ['reader', 'recorder'] as const)
        assert.equal(await refusal(role, change), noRight, `${role} ${table}`)
      assert.equal(await refusal('owner', change), neverChanged, table)
    }
  })

  it('is taken away by nobody', async () => {
    for (const table of guarded) {
      const change = `delete from ${table}`
      for (const role of ['reader', 'recorder'] as const)
        assert.equal(await refusal(role, change), noRight, `${role} ${table}`)
      assert.equal(await refusal('owner', change), neverChanged, table)
    }
  })

  it('is not emptied, neither by itself nor with a table that it stands on', async () => {
    const all = [...guarded, 'record', 'practitioner', 'partnership']
    for (const table of all)
      for (const role of ['reader', 'recorder'] as const)
        assert.equal(await refusal(role, `truncate ${table} cascade`), noRight, `${role} ${table}`)
    for (const table of all) assert.equal(await refusal('owner', `truncate ${table} cascade`), neverChanged, table)
  })

  it('is not let go of by the word with which words are disposed of, except by the owner', async () => {
    const asDisposing = (statement: string) => `set holdfast.disposing = 'yes'; ${statement}`
    for (const role of ['reader', 'recorder'] as const)
      assert.equal(await refusal(role, asDisposing('delete from content')), noRight)
    assert.equal(await refusal('owner', asDisposing('update content set content = content')), neverChanged)
    for (const table of guarded.filter(name => name !== 'content'))
      assert.equal(await refusal('owner', asDisposing(`delete from ${table}`)), neverChanged, table)
    for (const role of ['reader', 'recorder'] as const)
      assert.equal(await refusal(role, `select dispose(1, 'alfie', 2, 'a', 'b', 'c')`), noRight)
  })

  it('is guarded by triggers that only the owner can take away', async () => {
    for (const role of ['reader', 'recorder'] as const)
      for (const table of guarded) {
        assert.equal(await refusal(role, `alter table ${table} disable trigger all`), noRight)
        assert.equal(await refusal(role, `drop table ${table}`), noRight)
        assert.equal(await refusal(role, `set session_replication_role = replica`), noRight)
      }
  })
})
