import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readBatch } from '../feeds/reading.ts'
import { type TrialFeed, trialFeed } from '../feeds/trial-feed.ts'
import { loadExampleFeeds } from './example-feeds.ts'
import { caseOfTheReview } from './living-example.ts'

let trial: TrialFeed
before(async () => {
  trial = await trialFeed()
})
after(() => trial.end())

describe('the feeds of the example', () => {
  it('send one of each that a desk meets, and what is surely Maya’s stands on her record', async () => {
    const { partnership, store } = trial
    const person = {
      kind: 'person',
      person: 'maya',
      name: 'Maya Ellis',
      born: '2023-05-04',
      as: 'child',
      subject: 'yes',
    }
    const record = await trial.begin([{ ...person, nhs: '9990123454' }])
    await loadExampleFeeds(store, { partnership, records: new Map([[caseOfTheReview, record]]), people: [] })
    while ((await readBatch(store, partnership, error => assert.fail(String(error)))).read > 0);
    const states = await trial.ask(
      `select feed, state, coalesce(reason, '') as reason, count(*)::int as count from message group by 1, 2, 3 order by 1, 2, 3`,
    )
    assert.deepEqual(
      states.map(({ feed, state, reason, count }) => `${feed} ${state} ${reason} ${count}`),
      [
        'northfield-lists held nobody 1',
        'northfield-lists read  1',
        'royal-clinics failed not-hl7 1',
        'royal-clinics held excluded-clinic 1',
        'royal-clinics held nobody 1',
        'royal-clinics person candidates 1',
        'royal-clinics read  3',
      ],
    )
    const written = await trial.ask(`select kind from content where entry ~ '^(royal-clinics|northfield-lists)-'`)
    assert.deepEqual([...new Set(written.map(({ kind }) => kind))], ['appointment-booked'])
  })
})
