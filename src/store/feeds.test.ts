import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Agency } from '../people/service.ts'
import { createFeed, type Feed, findFeed, readFeeds, receive } from './feeds.ts'
import { CannotOpen, putSealingKey, sealing, sealingKey } from './sealing.ts'
import { openStore } from './store.ts'
import { trialKey } from './trial.ts'
import { type TrialFamily, trialFamily } from './trial-family.ts'

const royal = { id: 'royal', name: 'Royal hospital', agency: 'hospital/royal' as Agency, sort: 'hl7' } as const

describe('a feed', () => {
  let family: TrialFamily
  let feed: Feed
  before(async () => {
    family = await trialFamily()
    feed = await createFeed(family.store, { partnership: family.partnership, ...royal })
  })
  after(() => family.drop())

  it('is made once, with what it leaves out as it is by default', async () => {
    assert.deepEqual(await findFeed(family.store, family.partnership, 'royal'), feed)
    assert.deepEqual(await readFeeds(family.store, family.partnership), [feed])
    assert.equal(feed.hours, 72)
    assert.ok(feed.excluded.includes('sexual health'))
    await assert.rejects(createFeed(family.store, { partnership: family.partnership, ...royal }), { code: 'id-taken' })
    await assert.rejects(createFeed(family.store, { partnership: family.partnership, ...royal, id: 'A b' }), {
      code: 'bad-id',
    })
  })

  it('keeps what it receives in its order, each byte of it, and in the database nobody reads a word of it', async () => {
    const texts = ['MSH|^~\\&|Dunmore', 'Zo\u00eb', '']
    let woken = 0
    family.store.received.add(() => (woken += 1))
    const numbers = await receive(
      family.store,
      feed,
      texts.map(text => ({ bytes: Buffer.from(text), control: 'Q1' })),
    )
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => a - b),
    )
    assert.equal(woken, 1)
    const rows = await family.ask('select sealed, state from message order by message')
    assert.deepEqual(
      rows.map(({ sealed }) =>
        family.store
          .sealing()
          .open(sealed as Buffer, '1|royal')
          .toString(),
      ),
      texts,
    )
    assert.equal(JSON.stringify(rows).includes(Buffer.from('Dunmore').toString('hex')), false)
    assert.ok(rows.every(({ sealed, state }) => !(sealed as Buffer).includes('Dunmore') && state === 'unread'))
  })

  it('says so when the key of its messages is another', async () => {
    const store = openStore(family.connections, { sealingKey: Buffer.alloc(32, 1) })
    await assert.rejects(findFeed(store, family.partnership, 'royal'), { code: 'other-key' })
    await store.close()
  })
})

describe('a seal', () => {
  it('is opened as what it was sealed for, unchanged, and with its key alone', () => {
    const { seal, open } = sealing(Buffer.alloc(32, 1))
    const sealed = seal(Buffer.from('words'), '1|royal')
    assert.equal(open(sealed, '1|royal').toString(), 'words')
    assert.throws(() => open(sealed, '1|northfield'), CannotOpen)
    assert.throws(() => sealing(Buffer.alloc(32, 2)).open(sealed, '1|royal'), CannotOpen)
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      assert.throws(() => open(changed, '1|royal'), CannotOpen)
    }
    assert.throws(() => open(sealed.subarray(0, 20), '1|royal'), CannotOpen)
  })

  it('has a key that is made once, that only this user may read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-key-'))
    const made = await Promise.all([1, 2, 3].map(() => sealingKey(folder)))
    for (const key of made) assert.deepEqual(key, await sealingKey(folder))
    assert.equal((await stat(join(folder, 'message-key'))).mode & 0o777, 0o600)
    await putSealingKey(folder, trialKey)
    assert.deepEqual(await sealingKey(folder), trialKey)
    await rm(folder, { recursive: true })
  })
})
