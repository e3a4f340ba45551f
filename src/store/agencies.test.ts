import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { isoDay } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { addPractitioner } from './accounts.ts'
import { agenciesNow } from './agencies.ts'
import { append, refresh } from './append.ts'
import { openRecord } from './read.ts'
import { openStore, type Store } from './store.ts'
import { audit } from './trial-audit.ts'
import { type TrialFamily, trialFamily } from './trial-family.ts'

let family: TrialFamily
let store: Store
before(async () => {
  family = await trialFamily()
  store = openStore(family.connections, { now: () => family.now })
})
after(async () => {
  await store.close()
  await family.drop()
})

const reading = (practitioner: TrialFamily['worker'], agency: string, role: string) => ({
  asking: { partnership: family.partnership, practitioner },
  reader: { posts: [{ agency, role }] as never },
})

describe('what the agencies keep', () => {
  it('is read by each as they may see it, and by whoever appends whole, whoever read it first', async () => {
    const on = isoDay(londonDay(family.now))
    const posts = [{ agency: 'police', role: 'police-officer' }] as never
    const officer = await addPractitioner(store, family.partnership, {
      name: 'Pat Police',
      signIn: 'pat.police',
      posts,
    })
    const away = { kind: 'worker-away', on, by: 'police', practitioner: 'Pat Police', role: 'police-officer' }
    const lines = [{ ...away, sight: ['police'], text: 'In hospital.' }]
    await append(store, { partnership: family.partnership, record: 'agencies', lines, writer: family.manager })
    store.shelf.agencies.clear()

    const texts = (agencies: readonly { readonly text?: string }[]) =>
      agencies.filter(({ text }) => text === 'In hospital.').length
    const worker = reading(family.worker, 'social-care/rowan-team', 'team-manager')
    const police = reading(officer, 'police', 'police-officer')
    assert.deepEqual([texts(await agenciesNow(store, police)), texts(await agenciesNow(store, worker))], [1, 0])
    store.shelf.agencies.clear()
    assert.deepEqual([texts(await agenciesNow(store, worker)), texts(await agenciesNow(store, police))], [0, 1])
    const nobody = reading('nobody' as never, 'police', 'police-officer')
    assert.deepEqual(await agenciesNow(store, nobody), [])

    store.shelf.agencies.clear()
    const opened = await openRecord(store, reading(family.manager, 'social-care', 'team-manager'), family.record, 'now')
    assert.equal(texts(opened?.agencies ?? []), 0)
    await refresh(store, family.partnership, family.record)
    assert.deepEqual(await audit(family.connections.owner, family.now), [])
  })
})
