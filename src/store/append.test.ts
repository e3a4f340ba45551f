import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { isoDay } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { type Kind, kinds } from '../record/entry.ts'
import { addPractitioner } from './accounts.ts'
import { append, refresh, type Writing, type Written } from './append.ts'
import { asOwner } from './as-owner.ts'
import type { Line } from './line.ts'
import { beginRecord } from './records.ts'
import { wantedForReal, writeSetting } from './settings.ts'
import { type TrialFamily, trialFamily } from './trial-family.ts'

let family: TrialFamily
let today = ''
before(async () => {
  family = await trialFamily()
  today = isoDay(londonDay(family.now))
})
after(() => family.drop())

const concern = (more: Line = {}): Line => ({ kind: 'concern', on: today, by: 'health-visiting', ...more })

const writing = (lines: readonly Line[], more: Partial<Writing> = {}): Writing => ({
  ...{ partnership: family.partnership, record: family.record, writer: family.worker, lines },
  ...more,
})

const write = async (lines: readonly Line[], more: Partial<Writing> = {}): Promise<Written> => {
  const outcome = await append(family.store, writing(lines, more))
  if (!('number' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome
}

/** What is wrong with each line, as its place and the field. */
const wrong = async (...lines: readonly Line[]): Promise<readonly string[]> => {
  const outcome = await append(family.store, writing(lines))
  return 'problems' in outcome ? outcome.problems.map(({ at, field }) => `${at} ${field}`) : []
}

const tables = [
  'record',
  'chain',
  'content',
  'duty',
  'may_open',
  'person',
  'apart',
  'barred',
  'told',
  'notice',
  'sending',
]

/** Everything that stands beside the entries and among them, so that two moments can be held side by side. */
const everything = (): Promise<readonly unknown[]> =>
  Promise.all(tables.map(table => family.ask(`select to_jsonb(t)::text as row from ${table} t order by 1`)))

/** The tables that hold a row which was written in the same transaction as an entry. */
const writtenWith = async (number: number): Promise<readonly unknown[]> => {
  const all = tables.map(table => `select '${table}' as name, xmin::text as written from ${table}`).join(' union all ')
  const rows = await family.ask(
    `select distinct name from (${all}) t where written in (select xmin::text from chain where record = $1 and number = $2)
     order by name`,
    [family.record, number],
  )
  return rows.map(({ name }) => name)
}

const waiting = `select from pg_locks where not granted and relation = 'chain'::regclass`

/** Lets several write at once: all have looked for what is there before the first of them writes. */
const whileChainIsHeld = <T>(start: () => readonly Promise<T>[]): Promise<readonly T[]> =>
  asOwner(family.connections.owner, async client => {
    await client.query('begin')
    await client.query('lock table chain in share mode')
    const started = start()
    for (let held = 0; held < started.length; ) {
      await wait(5)
      held = (await client.query(waiting)).rowCount ?? 0
    }
    await client.query('commit')
    return Promise.all(started)
  })

describe('what is appended', () => {
  it('is written in one transaction with its duties and with whom it tells', async () => {
    const { number, told, entries } = await write([concern({ harm: 'yes', text: 'A bruise on the cheek.' })])
    assert.deepEqual([entries.length, told], [1, 1])
    assert.deepEqual(await writtenWith(number), ['chain', 'content', 'duty', 'notice', 'record', 'sending', 'told'])
    const duties = await family.ask('select rule, because from duty where $1 = any (because)', [number])
    assert.deepEqual(duties, [{ rule: 'strategy-discussion-held', because: [number] }])
    const tellings = await family.ask(
      `select t.key like 'strategy-discussion-held|%' as of, t.state, n.template, n.to_role, s.way from told t
       join notice n using (partnership, notice) join sending s using (partnership, notice) where $1 = any (t.because)`,
      [number],
    )
    const desk = { of: true, state: 'owed', template: 'duties', to_role: 'team-manager', way: 'inbox' }
    assert.deepEqual(tellings, [desk])
  })

  it('opens the record in the same transaction to whoever begins to work with the family', async () => {
    const name = 'Ada Quill'
    const posts = [{ agency: 'health-visiting', role: 'health-visitor' }] as never
    const ada = await addPractitioner(family.store, family.partnership, { name, signIn: 'ada.quill', posts })
    const opens = () => family.ask('select why from may_open where practitioner = $1', [ada])
    await refresh(family.store, family.partnership, family.record)
    assert.deepEqual(await opens(), [])
    const starts = { kind: 'worker-starts', on: today, by: 'health-visiting', role: 'health-visitor' }
    const { number } = await write([{ ...starts, practitioner: name }])
    assert.deepEqual(await opens(), [{ why: 'network' }])
    assert.ok((await writtenWith(number)).includes('may_open'))
  })

  it('has the next number, a later moment, and the day on which it came, whenever it happened', async () => {
    const first = await write([concern({ text: 'One.' }), concern({ text: 'Two.' })])
    const next = await write([concern({ text: 'Three.', on: '2026-06-01' })])
    const rows = await family.ask(
      `select h.number, h.arrived > lag(h.arrived) over (order by h.number) as later,
         c.known = (h.arrived at time zone 'Europe/London')::date as came
       from chain h join content c using (partnership, record, number) where record = $1 and number >= $2 order by 1`,
      [family.record, first.number - 2],
    )
    const numbers = [first.number - 1, first.number, first.number + 1]
    assert.deepEqual(
      rows.slice(1),
      numbers.map(number => ({ number, later: true, came: true })),
    )
    assert.equal(next.number, first.number + 1)
  })

  it('is kept to the letter', async () => {
    const line = concern({ text: '  Zoë said: “2 ½ hours” ', raisedBy: 'Grandmother' })
    const { number } = await write([line])
    const rows = await family.ask('select content from content where record = $1 and number = $2', [
      ...[family.record, number],
    ])
    assert.deepEqual(rows, [{ content: JSON.stringify(line) }])
  })

  it('is the same whether it is looked at again or not, when nothing is due', async () => {
    await write([concern({ harm: 'yes', text: 'Once more.' })])
    const before = await everything()
    const outcome = await refresh(family.store, family.partnership, family.record)
    assert.ok('number' in outcome && outcome.entries.length === 0 && outcome.told === 0)
    assert.deepEqual(await everything(), before)
    family.store.shelf.records.clear()
    await refresh(family.store, family.partnership, family.record)
    assert.deepEqual(await everything(), before)
  })
})

describe('a form that is sent twice', () => {
  it('is taken once, and says where', async () => {
    const first = await write([concern({ text: 'Sent twice.' })], { form: 'key-1' })
    const before = await everything()
    const again = await write([concern({ text: 'Sent twice.' })], { form: 'key-1' })
    assert.deepEqual([again.again, again.number, again.record], [true, first.number, family.record])
    const begun = await beginRecord(family.store, { ...writing([concern()]), form: 'key-1' })
    assert.ok('number' in begun && begun.again && begun.record === family.record && begun.number === first.number)
    assert.deepEqual(await everything(), before)
  })

  it('is taken once when both come in the same moment, to one record', async () => {
    const both = [1, 2].map(() => write([concern({ text: 'Both.' })], { form: 'key-2' }))
    const [one, other] = await Promise.all(both)
    assert.deepEqual([one?.again, other?.again, other?.number], [false, true, one?.number])
  })

  it('begins one record when both come in the same moment', async () => {
    const person = { kind: 'person', person: 'pia', name: 'Pia Test', born: '2021-02-03', subject: 'yes' }
    const before = await family.ask('select record from record')
    const begin = () => beginRecord(family.store, { ...writing([person]), form: 'key-3' })
    const outcomes = await whileChainIsHeld(() => [begin(), begin()])
    const places = outcomes.map(one => ('number' in one ? `${one.record} ${one.number}` : 'refused'))
    assert.equal(new Set(places).size, 1)
    assert.deepEqual(outcomes.map(one => 'again' in one && one.again).sort(), [false, true])
    assert.equal((await family.ask('select record from record')).length, before.length + 1)
  })
})

describe('what cannot be taken', () => {
  it('is named by line and field, and nothing at all is written', async () => {
    const before = await everything()
    const lines = [concern(), concern({ on: 'someday' }), { kind: 'concerns', on: today }, concern({ colour: 'red' })]
    assert.deepEqual(await wrong(...lines), ['1 on', '2 kind', '3 colour'])
    assert.deepEqual(await wrong({ on: today }), ['0 kind'])
    assert.deepEqual(await everything(), before)
  })

  it('has a sign that cannot be kept, in whatever field of whatever kind', async () => {
    for (const bad of ['a\u0000b', 'a\ud800b', 'a\udc00', ['a\u0000b'], ['a', '\ud83d']])
      for (const kind of Object.keys(kinds) as Kind[])
        for (const field of Object.keys(kinds[kind].schema.shape))
          assert.ok((await wrong({ kind, [field]: bad })).includes(`0 ${field}`), `${kind} ${field}`)
    assert.deepEqual(await wrong(concern({ 'te\u0000xt': 'a' })), ['0 te\u0000xt'])
    assert.deepEqual(await wrong({ kind: 'con\u0000cern', on: today }), ['0 kind'])
  })

  it('goes to no record that is not there', async () => {
    assert.deepEqual(await append(family.store, writing([concern()], { record: 'nobody' })), { missing: true })
    assert.deepEqual(await append(family.store, writing([concern()], { partnership: 2 })), { missing: true })
  })

  it('is a real person, until the partnership is ready for real families', async () => {
    const person = { kind: 'person', person: 'real', name: 'Somebody', nhs: '943 476 5919' }
    assert.deepEqual(await wrong(concern(), person), ['1 nhs'])
    assert.deepEqual(await wrong({ ...person, nhs: '9990102686' }), [])
    const who = { partnership: family.partnership, practitioner: family.manager }
    for (const [at, name] of (Object.keys(wantedForReal) as (keyof typeof wantedForReal)[]).entries()) {
      assert.deepEqual(await wrong(person), ['0 nhs'], `with ${at} of the settings`)
      await writeSetting(family.store, who, name, name === 'second-factor' ? 'on' : 'named')
    }
    assert.deepEqual(await wrong(person), [])
  })
})
