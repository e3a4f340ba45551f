import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { append } from './append.ts'
import { rebuild } from './rebuild.ts'
import { beginRecord } from './records.ts'
import { type TrialFamily, trialFamily } from './trial-family.ts'
import { verify } from './verify.ts'

let family: TrialFamily
before(async () => {
  family = await trialFamily()
})
after(() => family.drop())

const tables = ['duty', 'may_open', 'person', 'apart', 'taken_over', 'barred', 'told', 'notice', 'to_send'] as const

const held = async (): Promise<Readonly<Record<string, unknown>>> => {
  const all: Record<string, unknown> = {}
  for (const table of tables) all[table] = await family.ask(`select to_jsonb(t) as row from ${table} t order by 1`)
  return all
}

const by = { by: 'social-care/rowan-team', on: '2026-06-12' }
const anew = (record?: string) =>
  rebuild(family.connections.owner, { now: family.now, ...(record === undefined ? {} : { record }) })

/** Something in every table that is read from the entries. */
const fill = async (): Promise<string> => {
  const { store, partnership } = family
  await family.write({ ...by, kind: 'concern', id: 'a', sight: ['police'], harm: 'yes', text: 'One.' })
  await family.write({ ...by, kind: 'concern', id: 'b', corrects: 'a', harm: 'yes', text: 'Two.' })
  await family.write({ ...by, kind: 'concern', id: 'c', harm: 'yes', text: 'Of another child.' })
  await family.write({ ...by, kind: 'set-apart', entry: 'c', reason: 'wrong-family' })
  const lines = [
    { kind: 'person', person: 'mia', name: 'Mia Garside', born: '2021-02-03', subject: 'yes' },
    { ...by, kind: 'taken-over', person: 'lee', otherRecord: 'alfie', text: 'He lives here now' },
  ]
  const outcome = await beginRecord(store, { partnership, lines, writer: family.worker })
  assert.ok('record' in outcome, JSON.stringify(outcome))
  return outcome.record
}

describe('rebuild', () => {
  let other = ''
  before(async () => {
    other = await fill()
  })

  it('changes nothing where everything is as it follows', async () => {
    const was = await held()
    for (const table of ['duty', 'may_open', 'person', 'apart', 'taken_over', 'barred'] as const)
      assert.notDeepEqual(was[table], [], table)
    assert.deepEqual(await anew(), { records: 2, duties: 0 })
    assert.deepEqual(await held(), was)
  })

  it('makes everything that is read from the entries anew, and tells nobody', async () => {
    const was = await held()
    const counted = await family.ask('select count(*)::int as count from duty')
    for (const table of ['duty', 'person', 'apart', 'taken_over', 'barred']) await family.ask(`delete from ${table}`)
    await family.ask(`delete from may_open where why <> 'glass'`)
    await family.ask('update record set next_day = null, rules = null')
    const { records, duties } = await anew()
    assert.equal(records, 2)
    assert.deepEqual([{ count: duties }], counted)
    assert.deepEqual(await held(), was)
    assert.equal((await verify(family.connections.owner, { now: family.now })).findings.length, 0)
  })

  it('counts the duties that it changed, added and took away, whatever was changed in them', async () => {
    const was = await held()
    await family.ask(`update duty set due = due + 1 where key = (select min(key) from duty)`)
    await family.ask(`delete from duty where key = (select max(key) from duty)`)
    await family.ask(`insert into duty select partnership, record, 'no-such-duty', rule, child, owner, agency, opens, due, ended, how,
      frozen, projected, because, elsewhere, mark from duty limit 1`)
    assert.deepEqual(await anew('alfie'), { records: 1, duties: 3 })
    assert.deepEqual(await held(), was)
  })

  it('leaves what was told, and an opening without belonging, as they are', async () => {
    const { partnership, worker } = family
    const glass = `insert into may_open (partnership, practitioner, record, why, until) values (${partnership}, '${worker}', '${other}', 'glass', now())`
    await family.ask(glass)
    const told = await family.ask('select * from told')
    await family.ask(`update duty set key = key || 'x'`)
    await anew()
    assert.deepEqual(await family.ask('select * from told'), told)
    assert.deepEqual(await family.ask(`select why from may_open where record = '${other}' and why = 'glass'`), [
      { why: 'glass' },
    ])
  })

  it('knows a correction that came before what it corrects', async () => {
    const { store, partnership, record, worker } = family
    const write = (line: object) => append(store, { partnership, record, lines: [{ ...by, ...line }], writer: worker })
    await write({ kind: 'concern', id: 'later', corrects: 'earlier', harm: 'yes', text: 'Mended.' })
    await write({ kind: 'concern', id: 'earlier', sight: ['police'], harm: 'yes', text: 'Not mended.' })
    const bars = `select sight from barred where root = 'earlier'`
    assert.deepEqual(await family.ask(bars), [{ sight: ['police'] }])
    await anew()
    assert.deepEqual(await family.ask(bars), [{ sight: ['police'] }])
  })
})
