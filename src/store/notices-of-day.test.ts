import assert from 'node:assert/strict'
import { after, beforeEach, describe, it } from 'node:test'
import type { Moment } from '../calendar/day.ts'
import { addDays, getDay, isoDay } from '../calendar/day.ts'
import { londonDay, momentAt } from '../calendar/moment.ts'
import { mostOfDay } from '../duties/notices-of-day.ts'
import type { Post, PractitionerId } from '../people/practitioner.ts'
import { addKin, addPractitioner } from './accounts.ts'
import { append } from './append.ts'
import { asOwner } from './as-owner.ts'
import type { Line } from './line.ts'
import { acknowledge, findNotice, readInbox } from './notices.ts'
import { rebuild } from './rebuild.ts'
import { beginRecord, newPartnership } from './records.ts'
import { openStore, type Store } from './store.ts'
import { tick } from './tick.ts'
import { type TrialStore, trialStore } from './trial.ts'
import { audit } from './trial-audit.ts'

let trial: TrialStore
let stores: readonly [Store, Store]
let partnership: number
let clock: Moment
let una: PractitionerId
let hannah: PractitionerId
let siobhan: PractitionerId

const post = (agency: string, role: string): Post => ({ agency, role }) as Post
const on = (text: string, time = '10:00'): void => {
  clock = momentAt(getDay(text), time)
}

const works = (name: string, ...posts: readonly Post[]) =>
  addPractitioner(stores[0], partnership, { name, signIn: name.toLowerCase().replace(' ', '.'), posts })

const close = async () => {
  for (const store of stores ?? []) await store.close()
  await trial?.drop()
}

/** A Monday; the weeks after it have no bank holiday. */
const morning = getDay('2027-06-07')
const later = (days: number, time?: string): void => on(isoDay(addDays(morning, days)), time)

beforeEach(async () => {
  await close()
  trial = await trialStore()
  later(0)
  const options = { now: () => clock }
  stores = [openStore(trial.connections, options), openStore(trial.connections, options)]
  partnership = await newPartnership(stores[0], 'Trial')
  una = await works('Una Frost', post('health-visiting', 'health-visitor'))
  hannah = await works('Hannah Boyle', post('social-care/rowan', 'social-worker'))
  siobhan = await works('Siobhan Keane', post('social-care/rowan', 'team-manager'))
  await works('Judith Bose', post('social-care', 'service-manager'))
})
after(close)

const child: Line = {
  kind: 'person',
  person: 'wyn',
  name: 'Wyn Quill',
  born: '2025-06-06',
  as: 'child',
  subject: 'yes',
}
const hers: Line = { kind: 'worker-starts', on: '2027-01-04', by: 'health-visiting', role: 'health-visitor' }
const holds: Line = { kind: 'worker-starts', on: '2027-01-04', by: 'social-care/rowan', role: 'social-worker' }
const family: readonly Line[] = [
  child,
  { ...hers, practitioner: 'Una Frost' },
  { ...holds, practitioner: 'Hannah Boyle' },
]

const today = () => isoDay(londonDay(clock))
const asked = (question: string, more: Line = {}): Line => ({
  ...{ kind: 'question-asked', on: today(), by: 'family', question, to: 'health-visitor', text: 'When?' },
  ...more,
})
const concern = (more: Line = {}): Line => ({
  kind: 'concern',
  on: today(),
  by: 'health-visiting',
  harm: 'yes',
  ...more,
})

const begin = async (...lines: readonly Line[]): Promise<string> => {
  const begun = await beginRecord(stores[0], { partnership, lines: [...family, ...lines], writer: 'import' })
  assert.ok('record' in begun, JSON.stringify(begun))
  return begun.record
}
const write = (record: string, lines: readonly Line[], store: Store = stores[0]) =>
  append(store, { partnership, record, lines, writer: 'import' })

const inboxOf = (practitioner: PractitionerId) => readInbox(stores[0], { partnership, practitioner })
/** What somebody has of one family, and the lists they have. */
const ofFamily = async (practitioner: PractitionerId, record: string) =>
  (await inboxOf(practitioner)).filter(one => one.record === record)
const listsOf = async (practitioner: PractitionerId) =>
  (await inboxOf(practitioner)).filter(one => one.record === undefined)

const nothingAmiss = async () => assert.deepEqual(await audit(trial.connections.owner, clock), [])

describe('what comes twice on one day', () => {
  it('is one notice, to which the second is added', async () => {
    const record = await begin(asked('q1'))
    const [first, ...others] = await ofFamily(una, record)
    assert.ok(first !== undefined && others.length === 0)
    assert.equal(first.of.length, 1)
    await write(record, [asked('q2')], stores[1])
    const again = await ofFamily(una, record)
    assert.deepEqual(
      again.map(({ notice, of }) => [notice, of.length]),
      [[first.notice, 2]],
    )
    await nothingAmiss()
  })

  it('is another notice on the next day', async () => {
    const record = await begin(asked('q1'))
    later(1)
    await write(record, [asked('q2')])
    assert.equal((await ofFamily(una, record)).length, 2)
  })

  it('is another notice where somebody had already said that they have the first', async () => {
    const record = await begin(asked('q1'))
    const [first] = await ofFamily(una, record)
    assert.ok(first !== undefined)
    assert.equal(await acknowledge(stores[1], { partnership, practitioner: una }, first.notice, 1), 'had')
    await write(record, [asked('q2')])
    const [second] = await ofFamily(una, record)
    assert.ok(second !== undefined && second.notice !== first.notice)
    assert.equal(second.of.length, 1)
    await nothingAmiss()
  })

  it('is not acknowledged unread: who saw one thing of two does not have both', async () => {
    const record = await begin(asked('q1'))
    const [first] = await ofFamily(una, record)
    await write(record, [asked('q2')])
    const asking = { partnership, practitioner: una }
    assert.equal(await acknowledge(stores[0], asking, first?.notice ?? 0, 1), 'grown')
    assert.equal((await ofFamily(una, record)).length, 1)
    assert.equal(await acknowledge(stores[0], asking, first?.notice ?? 0, 2), 'had')
    assert.deepEqual(await ofFamily(una, record), [])
    assert.equal(await acknowledge(stores[0], { partnership, practitioner: hannah }, first?.notice ?? 0), 'not-theirs')
  })

  it('loses nothing when it is written and acknowledged in the same moment, on two servers', async () => {
    const record = await begin(asked('q0'))
    const asking = { partnership, practitioner: una }
    const had: number[] = []
    const take = async () => {
      for (const { notice, of } of await ofFamily(una, record))
        if ((await acknowledge(stores[1], asking, notice, of.length)) === 'had') had.push(notice)
    }
    await Promise.all(
      Array.from({ length: 12 }, (_, at) => [
        write(record, [asked(`r${at}`)], stores[at % 2 === 0 ? 0 : 1]),
        take(),
      ]).flat(),
    )
    await nothingAmiss()
    await take()
    assert.deepEqual(await ofFamily(una, record), [])
    const seen = await Promise.all([...new Set(had)].map(notice => findNotice(stores[0], asking, notice)))
    const things = seen.flatMap(notice => notice?.of ?? []).filter(({ key }) => key.startsWith('question-answered'))
    assert.equal(new Set(things.map(({ key }) => key)).size, 13)
  })
})

describe('what may harm a child today', () => {
  it('interrupts: it is a notice of its own each time, sent at once', async () => {
    const record = await begin(asked('q1', { to: 'social-worker' }))
    await write(record, [concern()])
    const before = await ofFamily(siobhan, record)
    assert.equal(before.length, 1)
    await write(record, [{ kind: 'strategy-discussion', on: today(), by: 'social-care', outcome: 'no-further-action' }])
    later(1)
    await write(record, [concern()])
    assert.equal((await ofFamily(siobhan, record)).length > before.length, true)
    const rows = await asOwner(trial.connections.owner, async client => {
      const said = `select n.interrupts, s.digest from notice n join to_send s using (partnership, notice) where n.record = $1`
      return (await client.query(said, [record])).rows
    })
    assert.ok(rows.some(row => row.interrupts === true && row.digest === false))
    assert.ok(rows.every(row => row.interrupts !== row.digest))
    await nothingAmiss()
  })

  it('is told on a Saturday, and all else on the next working day', async () => {
    later(5)
    const record = await begin(asked('q1'), concern())
    assert.deepEqual(await ofFamily(una, record), [])
    assert.equal((await ofFamily(siobhan, record)).length, 1)
    await nothingAmiss()
    later(7, '00:05')
    await Promise.all(stores.map(tick))
    assert.equal((await ofFamily(una, record)).length, 1)
    await nothingAmiss()
  })
})

describe('what is late with one worker', () => {
  const plan = (): Line => ({
    ...{ kind: 'plan-agreed', on: today(), by: 'social-care/rowan', plan: 'p1', type: 'child-in-need' },
  })

  it('is one list before her manager, of all families, however many servers look', async () => {
    const records = [await begin(plan()), await begin(plan()), await begin(plan())]
    later(22, '00:05')
    await Promise.all([...stores, ...stores].map(tick))
    const late = (await listsOf(siobhan)).filter(
      ({ template, of }) => template === 'late-list' && of.some(one => one.record === records[0]),
    )
    assert.equal(late.length, 1)
    assert.equal(late[0]?.lateWith?.name, 'Hannah Boyle')
    for (const record of records) assert.ok(late[0]?.of.some(one => one.record === record))
    const again = await asOwner(trial.connections.owner, client => client.query('select from notice'))
    await Promise.all(stores.map(tick))
    const after = await asOwner(trial.connections.owner, client => client.query('select from notice'))
    assert.equal(after.rowCount, again.rowCount)
    await nothingAmiss()
  })

  it('is shown of those families alone whose record the reader may see', async () => {
    const open = await begin(plan())
    const closed = await begin({ ...plan(), id: 'plan', by: 'police' })
    later(22, '00:05')
    await tick(stores[0])
    const records = async () => {
      const list = (await listsOf(siobhan)).find(({ template }) => template === 'late-list')
      return [...new Set(list?.of.map(one => one.record))].sort()
    }
    assert.deepEqual(await records(), [open, closed].sort())
    await write(closed, [{ ...plan(), corrects: 'plan', by: 'police', sight: ['police'] }])
    assert.deepEqual(await records(), [open])
    await addKin(stores[0], { partnership, practitioner: siobhan }, { name: 'Wyn Quill', born: getDay('2025-06-06') })
    assert.deepEqual(await listsOf(siobhan), [])
  })
})

describe('a day on which much becomes news', () => {
  it('has a few notices and one list of the rest, with nothing left out', async () => {
    const records: string[] = []
    for (let at = 0; at < mostOfDay + 4; at += 1) records.push(await begin(asked(`n${at}`)))
    const own = (await inboxOf(una)).filter(({ of }) => of.some(one => records.includes(one.record)))
    assert.equal(own.length, mostOfDay + 1)
    assert.equal(own.filter(({ template }) => template === 'further-list').length, 1)
    assert.deepEqual([...new Set(own.flatMap(({ of }) => of.map(one => one.record)))].sort(), records.sort())
    await nothingAmiss()
  })
})

describe('a rebuild', () => {
  it('writes no notice, and takes none away', async () => {
    const record = await begin(asked('q1'), concern())
    const all = () =>
      asOwner(trial.connections.owner, async client => [
        (await client.query('select * from notice order by notice')).rows,
        (await client.query('select * from told order by 1, 2, 3, 4, 5')).rows,
        (await client.query('select * from notice_of_day order by 1, 2, 3, 4, 5')).rows,
      ])
    const before = await all()
    await rebuild(trial.connections.owner, { now: clock, record })
    assert.deepEqual(await all(), before)
  })
})
