import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, type Moment } from '../../calendar/day.ts'
import { momentAt } from '../../calendar/moment.ts'
import type { PractitionerId } from '../../people/practitioner.ts'
import type { Agency } from '../../people/service.ts'
import { findQueued, isNobodys, matchByHand, readQueue } from '../../store/queue.ts'
import { answerDisclosure, disclosuresOf, readMatchesFor } from '../../store/unmatch.ts'
import { candidatesFor, findSaid, numbersToLearn } from './candidates.ts'
import { hl7, type TrialFeed, trialFeed } from './trial-feed.ts'
import { unmatch } from './unmatch.ts'

let trial: TrialFeed
let start = 0 as Moment
before(async () => {
  trial = await trialFeed()
  start = momentAt(addDays(trial.today, -1), '10:00')
})
after(() => trial.end())

const asking = (practitioner: PractitionerId) => ({ partnership: trial.partnership, practitioner })
const all = { skip: 0, most: 50 }
const s26 = (more: object = {}) => hl7({ event: 'SIU^S26', made: (start + 3_600_000) as Moment, start, ...more })
const waiting = async (of: 'person' | 'held' | 'failed', who = trial.clerk) =>
  (await readQueue(trial.store, asking(who), trial.feed, { of, ...all })).rows

describe('the queue of a feed', () => {
  const unsure = { hospital: 'X1', nhs: '', number: 'B1' }

  it('is seen by whoever works for the agency that sent it, and by nobody else', async () => {
    await trial.take(s26(unsure), s26({ hospital: 'S1', nhs: '9990000042', name: 'STRANGE^SUE', number: 'B2' }))
    const [one] = await waiting('person')
    assert.equal(one?.bytes?.includes('MARSH^ADA'), true)
    assert.equal((await waiting('held')).length, 1)
    for (const who of [trial.governance, 'nobody' as PractitionerId]) {
      assert.deepEqual(await waiting('person', who), [])
      assert.deepEqual(await waiting('held', who), [])
      assert.equal(await isNobodys(trial.store, asking(who), trial.feed, one?.message ?? 0), false)
    }
  })

  it('holds a child of the record beside each message, and takes a person’s word for whose it is', async () => {
    const [one] = await waiting('person')
    const said = findSaid(one?.bytes, trial.feed)
    const [child, ...others] = await candidatesFor(trial.store, trial.feed, said)
    assert.deepEqual([child?.name, child?.person, others.length], ['Ada Marsh', 'ada', 0])
    const numbers = numbersToLearn(trial.feed, said)
    const chosen = { message: one?.message ?? 0, record: trial.record, person: 'ada' as never, numbers }
    assert.equal(await matchByHand(trial.store, asking(trial.governance), trial.feed, chosen), false)
    assert.equal(await matchByHand(trial.store, asking(trial.clerk), trial.feed, chosen), true)
    await trial.read()
    assert.deepEqual(
      (await trial.written()).map(line => line['kind']),
      ['was-not-brought'],
    )
    assert.deepEqual(await waiting('person'), [])
    await trial.take(s26({ ...unsure, number: 'B3', clinic: 'Eye clinic' }))
    assert.equal((await trial.written()).length, 2)
  })

  it('lets go of what is nobody’s, once its hours are over', async () => {
    await trial.take(s26({ hospital: 'X9', nhs: '', number: 'B4' }))
    const [one] = await waiting('person')
    assert.equal(await isNobodys(trial.store, asking(trial.clerk), trial.feed, one?.message ?? 0), true)
    const gone = await findQueued(trial.store, asking(trial.clerk), trial.feed, one?.message ?? 0)
    assert.equal(gone?.state, 'held')
    assert.ok((gone?.destroyAt ?? 0) > trial.store.now())
  })
})

describe('what was matched by mistake', () => {
  const undoing = async (who: PractitionerId) => {
    const [match] = (await readMatchesFor(trial.store, asking(who), { feed: 'royal' })).filter(
      ({ number, ended }) => number === 'X1' && ended === undefined,
    )
    const by = 'hospital/royal' as Agency
    const asked = { match: match?.match ?? 0, reason: 'Another Ada Marsh', by, author: 'Sam Secretary' }
    return unmatch(trial.store, asking(who), asked)
  }
  const apart = async () =>
    (await trial.ask(`select entry from apart where record = $1 and entry like 'royal-%' order by 1`, [trial.record]))
      .length

  it('is set apart with all that was written on the strength of it, and its messages wait again', async () => {
    assert.equal(await undoing('nobody' as PractitionerId), false)
    assert.equal(await undoing(trial.clerk), true)
    assert.equal(await apart(), 2)
    const duties = await trial.ask(`select from duty where rule = 'family-contacted-after-miss' and ended is null`)
    assert.equal(duties.length, 0)
    assert.deepEqual(
      (await waiting('person')).map(({ reason }) => reason),
      ['unmatched', 'unmatched'],
    )
    assert.deepEqual(await trial.ask('select number from feed_appointment'), [])
  })

  it('is not matched by itself again', async () => {
    await trial.take(s26({ hospital: 'X1', nhs: '', number: 'B5' }))
    assert.equal((await waiting('person')).length, 3)
    assert.equal(await apart(), 2)
  })

  it('is a disclosure with its hours, and whoever may have read it, for the information-governance lead alone', async () => {
    assert.deepEqual(await disclosuresOf(trial.store, asking(trial.clerk)), [])
    const [one, ...others] = await disclosuresOf(trial.store, asking(trial.governance))
    assert.equal(others.length, 0)
    assert.deepEqual(
      [one?.record, one?.person, one?.entries.length, one?.by],
      [trial.record, 'ada', 2, 'Sam Secretary'],
    )
    assert.equal(one?.aware, trial.store.now())
    assert.ok(one?.knows.some(({ how }) => how === 'was told'))
    const answer = { outcome: 'not-reported', reason: 'One clinic’s name, seen by nobody else' } as const
    assert.equal(await answerDisclosure(trial.store, asking(trial.clerk), one?.disclosure ?? 0, answer), false)
    assert.equal(await answerDisclosure(trial.store, asking(trial.governance), one?.disclosure ?? 0, answer), true)
    const [after] = await disclosuresOf(trial.store, asking(trial.governance))
    assert.deepEqual(
      after?.answers.map(({ outcome, by }) => [outcome, by]),
      [['not-reported', 'Gil Governance']],
    )
    const told = await trial.ask(`select from notice where template = 'set-apart'`)
    assert.equal(told.length, 1)
  })

  it('is written anew when a person says that it was right after all', async () => {
    const [one] = await waiting('person')
    const numbers = numbersToLearn(trial.feed, findSaid(one?.bytes, trial.feed))
    const chosen = { message: one?.message ?? 0, record: trial.record, person: 'ada' as never, numbers }
    assert.equal(await matchByHand(trial.store, asking(trial.clerk), trial.feed, chosen), true)
    await trial.read()
    assert.deepEqual(await waiting('person'), [])
    const lines = (await trial.written()).filter(line => line['kind'] === 'was-not-brought')
    assert.equal(lines.length, 5)
    assert.equal(await apart(), 2)
  })
})
