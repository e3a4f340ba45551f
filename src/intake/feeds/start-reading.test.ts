import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { addDays } from '../../calendar/day.ts'
import { momentAt } from '../../calendar/moment.ts'
import { receive } from '../../store/feeds.ts'
import { startReading } from './start-reading.ts'
import { hl7, type TrialFeed, trialFeed } from './trial-feed.ts'

describe('reading that goes on by itself', () => {
  let trial: TrialFeed
  before(async () => {
    trial = await trialFeed()
  })
  after(() => trial.end())

  it('reads what comes as it comes, with two at it no more than once, and says when somebody is told', async () => {
    const start = momentAt(addDays(trial.today, -1), '10:00')
    const made = momentAt(addDays(trial.today, -1), '17:00')
    const faults: unknown[] = []
    let woken = 0
    const work = {
      store: trial.store,
      wake: () => {
        woken += 1
      },
      fault: (error: unknown) => faults.push(error),
    }
    const both = [startReading(work), startReading(work)]
    for (const number of ['A1', 'A2', 'A3', 'A4'])
      await receive(trial.store, trial.feed, [{ bytes: hl7({ event: 'SIU^S26', made, start, number }) }])
    for (let turn = 0; turn < 100 && (await trial.states()).some(state => state !== 'read'); turn += 1) await wait(50)
    await Promise.all(both.map(one => one.stop()))
    assert.deepEqual(await trial.states(), ['read', 'read', 'read', 'read'])
    assert.equal((await trial.written()).length, 4)
    assert.ok(woken > 0)
    assert.deepEqual(faults, [])
    assert.equal(trial.store.received.size, 0)
  })
})
