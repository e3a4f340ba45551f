import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, isoDay } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import type { PersonId, ThingId } from '../../record/field.ts'
import { noteMessage, queueMessage, readMessages, takeMessages } from '../../store/messages-to-family.ts'
import { recordNow } from '../../store/record-now.ts'
import { beginRecord, newPartnership } from '../../store/records.ts'
import { openStore, type Store } from '../../store/store.ts'
import { type TrialStore, trialKey, trialStore } from '../../store/trial.ts'
import { holdfast } from './app.ts'

const token = 'a-token-of-the-test'
let trial: TrialStore
let store: Store
let web: ReturnType<typeof holdfast>
let partnership: number
let record: string
before(async () => {
  trial = await trialStore()
  store = openStore(trial.connections, { sealingKey: trialKey })
  web = holdfast({ store, address: 'http://localhost', notifyToken: token })
  partnership = await newPartnership(store, 'Trial', true)
  const on = isoDay(addDays(londonDay(store.now()), -5))
  const lines = [
    { kind: 'person', person: 'kit', name: 'Kit Brook', born: '2020-01-10', as: 'child', subject: 'yes' },
    {
      kind: 'appointment-booked',
      on,
      by: 'hospital/royal',
      appointment: 'ears',
      when: isoDay(addDays(londonDay(store.now()), 2)),
    },
  ]
  const begun = await beginRecord(store, { partnership, writer: 'import', lines })
  record = 'record' in begun ? begun.record : ''
})
after(async () => {
  await store.close()
  await trial.drop()
})

/** A message that the service took under a number of its own. */
const sent = async (person: string, reference: string) => {
  const of = {
    record,
    person: person as PersonId,
    appointment: 'ears' as ThingId,
    day: londonDay(store.now()),
    due: store.now(),
  }
  await queueMessage(store, partnership, of)
  const [message] = await takeMessages(store, partnership)
  assert.ok(message)
  await noteMessage(store, message, { state: 'sent', outcome: 'taken', reference })
}
const say = async (body: unknown, authorization = `Bearer ${token}`) => {
  const headers = { host: 'localhost', 'content-type': 'application/json', authorization }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return (await web.request('/notify/delivered', { method: 'POST', headers, body: text })).status
}
const stateOf = async (person: string) =>
  (await readMessages(store, partnership, record)).find(one => one.person === person)?.state
const entriesOf = async (person: string) =>
  ((await recordNow(store, partnership, record))?.stands.entries ?? []).flatMap(one =>
    one.kind === 'message-to-family' && one.person === person ? [one.state] : [],
  )

describe('what GOV.UK Notify says of a message', () => {
  it('is on the record: that it arrived, or that it did not, which is a thing to do', async () => {
    await sent('tess', 'theirs-1')
    await sent('dan', 'theirs-2')
    assert.equal(await say({ id: 'theirs-1', status: 'delivered', to: '07700 900123' }), 204)
    assert.equal(await say({ id: 'theirs-2', status: 'permanent-failure' }), 204)
    assert.deepEqual([await stateOf('tess'), await stateOf('dan')], ['delivered', 'failed'])
    assert.deepEqual([await entriesOf('tess'), await entriesOf('dan')], [['delivered'], ['failed']])
  })

  it('is heard once, and only with the token', async () => {
    await sent('ivy', 'theirs-3')
    for (const wrong of ['Bearer wrong', '', token])
      assert.equal(await say({ id: 'theirs-3', status: 'delivered' }, wrong), 401)
    assert.equal(await stateOf('ivy'), 'sent')
    assert.equal(await say({ id: 'theirs-3', status: 'temporary-failure' }), 204)
    assert.equal(await say({ id: 'theirs-3', status: 'delivered' }), 204)
    assert.deepEqual(await entriesOf('ivy'), ['failed'])
  })

  it('of nothing that there is, or in no form that is known, changes nothing', async () => {
    assert.equal(await say({ id: 'nobody', status: 'delivered' }), 204)
    for (const body of ['', '[', '{}', 'null', { id: 'theirs-1', status: 'lost' }, { id: 7, status: 'delivered' }])
      assert.equal(await say(body), 400, JSON.stringify(body))
  })
})
