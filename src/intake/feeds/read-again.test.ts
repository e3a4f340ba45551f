import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, type Moment } from '../../calendar/day.ts'
import { momentAt } from '../../calendar/moment.ts'
import { addMapping, goLive } from '../../store/mapping.ts'
import type { MappingRow } from './meaning.ts'
import { readAgain } from './read-again.ts'
import { hl7, type TrialFeed, trialFeed } from './trial-feed.ts'

let trial: TrialFeed
const at = (days: number, clock: string): Moment => momentAt(addDays(trial.today, days), clock)
before(async () => {
  trial = await trialFeed()
})
after(() => trial.end())

const nine = (means: MappingRow['means']): readonly MappingRow[] => [{ place: 'SCH-25', code: '9', means }]

const under = async (...rows: readonly MappingRow[]) => {
  const who = { partnership: trial.partnership, practitioner: trial.clerk }
  await goLive(trial.store, who, trial.feed, await addMapping(trial.store, who, trial.feed, rows))
  const { entries } = await readAgain(trial.store, trial.feed, at(-60, '09:00'))
  return entries
}

/** What stands of what the feed wrote: of corrected entries the last version. */
const stands = async (): Promise<readonly string[]> => {
  const last = new Map<string, string>()
  for (const line of await trial.written())
    last.set(String(line['id']).replace(/-v\d+$/u, ''), [line['kind'], line['cancelledBy']].filter(Boolean).join(' '))
  return [...last.values()]
}

describe('a feed whose table of codes has changed', () => {
  it('is read again: what differs is corrected, and what is the same is left', async () => {
    const start = at(-1, '10:00')
    await trial.take(
      hl7({ event: 'SIU^S12', made: at(-30, '09:00'), start }),
      hl7({ event: 'SIU^S14', made: at(-1, '17:00'), start, status: '9' }),
      hl7({ event: 'SIU^S12', made: at(-30, '09:05'), start: at(9, '10:00'), number: 'A2', clinic: 'Eye clinic' }),
      hl7({ event: 'SIU^S15', made: at(-20, '09:05'), number: 'A2', clinic: 'Eye clinic', status: '8' }),
    )
    const before = ['appointment-booked', 'outcome-not-known', 'appointment-booked', 'appointment-cancelled other']
    assert.deepEqual(await stands(), before)
    assert.equal(await under(...nine('missed')), 1)
    assert.deepEqual(await stands(), before.with(1, 'was-not-brought'))
    const [duty] = await trial.ask(`select ended from duty where rule = 'family-contacted-after-miss'`)
    assert.deepEqual(duty, { ended: null })
  })

  it('is not corrected twice by one table', async () => {
    assert.equal((await readAgain(trial.store, trial.feed, at(-60, '09:00'))).entries, 0)
  })

  it('is corrected again by the next, and what follows is put right', async () => {
    const by: MappingRow = { place: 'SCH-25', code: '8', means: 'cancelled-by-clinic' }
    assert.equal(await under(...nine('attended'), by), 2)
    assert.deepEqual((await stands()).slice(1), ['attended', 'appointment-booked', 'appointment-cancelled clinic'])
    const open = await trial.ask(`select from duty where rule = 'family-contacted-after-miss' and ended is null`)
    assert.equal(open.length, 0)
  })

  it('is not known again where the code means nothing any more', async () => {
    assert.equal(await under(), 2)
    assert.deepEqual((await stands()).slice(1), [
      'outcome-not-known',
      'appointment-booked',
      'appointment-cancelled other',
    ])
  })

  it('leaves what a person has mended by hand', async () => {
    const last = (await trial.written()).findLast(line => String(line['id']).startsWith('royal-2-'))?.['id']
    const missed = { kind: 'was-not-brought', on: '2026-06-01', by: 'hospital/royal', appointment: 'royal:A1' }
    await trial.write({ ...missed, id: 'by-hand', corrects: String(last) })
    assert.equal(await under(...nine('attended')), 0)
  })
})
