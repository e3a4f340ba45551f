import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { isoDay } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { chronology } from '../record/chronology.ts'
import { asReader } from './asking.ts'
import type { Line } from './line.ts'
import { readInbox } from './notices.ts'
import { openRecord } from './read.ts'
import { search } from './search.ts'
import { openStore, type Store } from './store.ts'
import { type TrialFamily, trialFamily } from './trial-family.ts'

let family: TrialFamily
let today = ''
/** Another server of the same database, that keeps what it has read. */
let other: Store
before(async () => {
  family = await trialFamily()
  other = openStore(family.connections, { now: () => family.now })
  today = isoDay(londonDay(family.now))
})
after(async () => {
  await other.close()
  await family.drop()
})

const concern = (more: Line = {}): Line => ({ kind: 'concern', on: today, by: 'health-visiting', harm: 'yes', ...more })

const posts = { worker: 'social-worker', manager: 'team-manager' } as const

const asking = (who: keyof typeof posts) => ({
  asking: { partnership: family.partnership, practitioner: family[who] },
  reader: { posts: [{ agency: 'social-care/rowan-team', role: posts[who] }] as never },
})

/** Everything by which one practitioner could come upon entries, on either server. */
const seenOf = async (words: string, who: keyof typeof posts = 'manager') => {
  const { asking: asks } = asking(who)
  const reads = await Promise.all(
    [family.store, other].map(
      async store => (await openRecord(store, asking(who), family.record, 'now'))?.entries ?? [],
    ),
  )
  const rows = await asReader(family.store, asks, async client => ({
    content: await client.query('select number from content where content like $1', [`%${words}%`]),
    duties: await client.query(`select key from duty where rule = 'strategy-discussion-held' and ended is null`),
    told: await client.query(`select key from told where key like 'strategy-discussion-held|%'`),
  }))
  const inbox = await readInbox(family.store, asks)
  return {
    read: reads.map(entries => chronology(entries).filter(entry => entry.text?.includes(words)).length),
    found: (await search(family.store, asks, words)).length,
    content: rows.content.rowCount,
    duties: rows.duties.rowCount,
    told: rows.told.rowCount,
    inbox: inbox.flatMap(notice => notice.of).filter(({ key }) => key.startsWith('strategy-discussion-held|')).length,
  }
}

const nothing = { read: [0, 0], found: 0, content: 0, duties: 0, told: 0, inbox: 0 }
const once = { read: [1, 1], found: 1, content: 1, duties: 1, told: 1, inbox: 1 }

describe('an entry that is set apart', () => {
  it('is out of every read, search, duty and notice at once, and comes back when that is undone', async () => {
    assert.deepEqual(await seenOf('marmalade'), nothing)
    await family.write(concern({ id: 'wrong-family', text: 'Nothing but marmalade in the house.' }))
    assert.deepEqual(await seenOf('marmalade'), once)
    const moves = { by: 'partnership', entry: 'wrong-family', reason: 'Another Alfie' }
    await family.write({ kind: 'set-apart', on: `${today}T09:00`, ...moves })
    assert.deepEqual(await seenOf('marmalade'), nothing)
    assert.deepEqual(await seenOf('marmalade', 'worker'), nothing)
    await family.write({ kind: 'set-apart-undone', on: `${today}T09:05`, ...moves })
    assert.deepEqual(await seenOf('marmalade'), once)
    await family.write({ kind: 'set-apart', on: `${today}T09:10`, ...moves, reason: 'Another Alfie after all' })
    assert.deepEqual(await seenOf('marmalade'), nothing)
  })

  it('is out with every correction of it, whichever version was named and whichever came first', async () => {
    await family.write(concern({ id: 'v1', text: 'A first pumpernickel.', harm: 'no' }))
    await family.write(concern({ id: 'v2', corrects: 'v1', text: 'A second pumpernickel.', harm: 'no' }))
    assert.deepEqual((await seenOf('pumpernickel')).read, [1, 1])
    await family.write({ kind: 'set-apart', on: today, by: 'partnership', entry: 'v2', reason: 'Wrong' })
    assert.deepEqual(await seenOf('pumpernickel'), nothing)
    await family.write(concern({ corrects: 'v1', text: 'A third pumpernickel.', harm: 'no' }))
    assert.deepEqual(await seenOf('pumpernickel'), nothing)
    await family.write({ kind: 'set-apart', on: today, by: 'partnership', entry: 'later', reason: 'Wrong' })
    await family.write(concern({ id: 'later', text: 'A fourth pumpernickel.', harm: 'no' }))
    assert.deepEqual(await seenOf('pumpernickel'), nothing)
  })
})

describe('a correction', () => {
  it('stands for what it corrects, keeps the duty, and leaves the first version where it was', async () => {
    const first = await family.write(concern({ id: 'c-1', text: 'The left tangerine.' }))
    const duties = () =>
      family.ask(
        `select key, due::text, because from duty where rule = 'strategy-discussion-held' and ended is null and record = $1`,
        [family.record],
      )
    const [before] = await duties()
    assert.deepEqual(before, { ...before, because: [first] })
    const second = await family.write(concern({ id: 'c-2', corrects: 'c-1', text: 'The right tangerine.' }))
    assert.deepEqual(await duties(), [{ ...before, because: [second] }])
    const rows = await family.ask('select number, root, content from content where root = $1 order by number', ['c-1'])
    assert.deepEqual(
      rows.map(({ number, content }) => [number, String(content).includes('left')]),
      [
        [first, true],
        [second, false],
      ],
    )
    const seen = await seenOf('tangerine', 'worker')
    assert.deepEqual([seen.read, seen.content], [[1, 1], 2])
  })

  it('ends a duty that has nothing left to rest on', async () => {
    await family.write(concern({ corrects: 'c-2', harm: 'no', text: 'No tangerine at all.' }))
    const rows = await family.ask(
      `select ended is not null as ended from duty where rule = 'strategy-discussion-held' and opens = $1`,
      [today],
    )
    assert.ok(rows.every(({ ended }) => ended === true))
  })
})
