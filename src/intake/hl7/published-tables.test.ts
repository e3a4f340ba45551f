import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, type Day, isoDay } from '../../calendar/day.ts'
import { addMapping, goLive } from '../../store/mapping.ts'
import type { MappingRow } from '../feeds/meaning.ts'
import { type TrialFeed, trialFeed } from '../feeds/trial-feed.ts'

/*
 * The tables that suppliers publish of what each of their events means, row by row, in messages of their shapes: a patient
 * portal (the appointment by SCH-1 alone, the clinic in PV1-3.9), and a booking service (an EVN, ZBX with the clinic, SCH-25 or
 * ZU3-3 with a number of its own, whose "1" is "booked" in a booking and "attended and seen" in an update).
 */

let trial: TrialFeed
before(async () => {
  trial = await trialFeed()
})
after(() => trial.end())

const stamp = (day: Day, time: string): string => `${isoDay(day).replaceAll('-', '')}${time}`
const lines = (...segments: readonly string[]): Buffer => Buffer.from(`${segments.join('\r')}\r`)

let control = 0
const msh = (event: string, made: string): string => {
  control += 1
  return `MSH|^~\\&|app|sender|HL7API|PKB|${made}||${event}|C${control}|P|2.4`
}

const made = (days: number): string => stamp(addDays(trial.today, days), '0949')

/** As the patient portal’s own examples are. */
const portal = (event: string, number: string, { at, on = -20 }: { at?: Day; on?: number } = {}): Buffer => {
  const pid = `PID|||9990000018^^^NHS^NH||Marsh^Ada^^^Miss||20190604|F|||||||||||||||||||||||N|`
  if (at === undefined) return lines(msh(event, made(on)), pid, `SCH|${number}`)
  const slot = `^^^${stamp(at, '1231')}^${stamp(at, '1251')}`
  return lines(
    msh(event, made(on)),
    pid,
    `SCH|${number}||||||^checkup^||||${slot}|||||||||||||||`,
    'NTE|||My comment',
    'PV1|||^^^^^^^^new health centre',
  )
}

/** As the booking service’s own examples are. */
const service = (event: string, number: string, code: string, { at, on = -20 }: { at: Day; on?: number }): Buffer => {
  const pid = 'PID|||R77^^^RQ8^MRN~9990000018^^^NHS^NHS||Marsh^Ada||20190604|2'
  const front = [msh(event, made(on)), `EVN|${event.split('^')[1]}|${made(on)}`]
  const slot = `^^20^${stamp(at, '1400')}^${stamp(at, '1420')}`
  if (event.startsWith('SIU')) {
    const sch = `SCH|${number}||||||||20|m|${slot}||||||||||||||${code}`
    return lines(...front, sch, 'ZBX|1||||EYE1^Eye clinic', pid, 'PV1|1|O', 'ZU1|N')
  }
  const pv1 = `PV1|1|O|EYE1^^^RQ8|||||||||||||||||${number}`
  return lines(
    ...front,
    pid,
    pv1.replace('|'.repeat(17), '|'.repeat(16)),
    `PV2||||||||${stamp(at, '1400')}`,
    'ZU1|N',
    `ZU3|||${code}`,
  )
}

const entriesOf = async (number: string): Promise<readonly string[]> =>
  (await trial.written())
    .filter(line => String(line['appointment'] ?? '').includes(number))
    .map(line => [line['kind'], line['cancelledBy'] ?? line['movedBy'], line['seen']].filter(Boolean).join(' '))

describe('a patient portal’s table', () => {
  it('books, and a change of an appointment that nobody knew books it too', async () => {
    const at = addDays(trial.today, 12)
    await trial.take(portal('SIU^S12', 'P1', { at }), portal('SIU^S13', 'P2', { at }), portal('SIU^S14', 'P3', { at }))
    for (const number of ['P1', 'P2', 'P3']) assert.deepEqual(await entriesOf(number), ['appointment-booked'])
  })

  it('moves it by S13 and by S14, by nobody who is known', async () => {
    const at = addDays(trial.today, 13)
    await trial.take(portal('SIU^S13', 'P1', { at, on: -18 }), portal('SIU^S14', 'P2', { at, on: -18 }))
    for (const number of ['P1', 'P2'])
      assert.deepEqual(await entriesOf(number), ['appointment-booked', 'appointment-moved'])
  })

  it('cancels it by its number alone, and takes it up again', async () => {
    await trial.take(portal('SIU^S15', 'P3', { on: -17 }))
    assert.deepEqual(await entriesOf('P3'), ['appointment-booked', 'appointment-cancelled other'])
    await trial.take(portal('SIU^S13', 'P3', { at: addDays(trial.today, 15), on: -16 }))
    assert.deepEqual((await entriesOf('P3')).at(-1), 'appointment-booked')
  })

  it('says by its number alone that nobody came; taken up again the miss stays', async () => {
    await trial.take(portal('SIU^S12', 'P4', { at: addDays(trial.today, -3) }))
    await trial.take(portal('SIU^S26', 'P4', { on: -2 }))
    assert.deepEqual(await entriesOf('P4'), ['appointment-booked', 'was-not-brought'])
    await trial.take(portal('SIU^S14', 'P4', { at: addDays(trial.today, 9), on: -1 }))
    assert.deepEqual(await entriesOf('P4'), ['appointment-booked', 'was-not-brought', 'appointment-booked'])
  })

  it('says it of one that nobody knew, with its day; without a day a person is asked and nothing is lost', async () => {
    await trial.take(portal('SIU^S26', 'P5', { at: addDays(trial.today, -4), on: -3 }))
    assert.deepEqual((await entriesOf('P5')).at(-1), 'was-not-brought')
    const [last] = await trial.take(portal('SIU^S26', 'P6', { on: -2 }))
    const [row] = await trial.ask('select state, asks from message where message = $1', [last])
    assert.deepEqual(row?.['asks'], ['no-day'])
  })
})

const table: readonly MappingRow[] = [
  { place: 'SCH-25', code: '1', means: 'no-outcome-yet' },
  { place: 'SCH-25', code: '3', means: 'attended' },
  { place: 'SCH-25', code: '4', means: 'cancelled-not-known-by-whom' },
  { place: 'SCH-25', code: '5', means: 'missed' },
  { place: 'ZU3-3', code: '1', means: 'attended' },
  { place: 'ZU3-3', code: '2', means: 'came-too-late' },
  { place: 'ZU3-3', code: '3', means: 'missed' },
  { place: 'ZU3-3', code: '4', means: 'cancelled-by-family' },
  { place: 'ZU3-3', code: '5', means: 'cancelled-by-clinic' },
  { place: 'ZU3-3', code: '6', means: 'came-too-late' },
  { place: 'ZU3-3', code: '7', means: 'cancelled-not-known-by-whom' },
]

describe('a booking service’s table', () => {
  before(async () => {
    const writer = { partnership: trial.partnership, practitioner: trial.clerk }
    await goLive(trial.store, writer, trial.feed, await addMapping(trial.store, writer, trial.feed, table))
  })

  it('by SIU: booked, changed, cancelled, not attended, attended', async () => {
    const [ahead, gone] = [addDays(trial.today, 20), addDays(trial.today, -5)]
    await trial.take(
      service('SIU^S12', 'D1', '1', { at: ahead }),
      service('SIU^S14', 'D1', '1', { at: ahead, on: -19 }),
      service('SIU^S12', 'D2', '1', { at: ahead }),
      service('SIU^S15', 'D2', '4', { at: ahead, on: -18 }),
      service('SIU^S12', 'D3', '1', { at: gone }),
      service('SIU^S26', 'D3', '5', { at: gone, on: -4 }),
      service('SIU^S12', 'D4', '1', { at: gone }),
      service('SIU^Z02', 'D4', '3', { at: gone, on: -4 }),
    )
    assert.deepEqual(await entriesOf('D1'), ['appointment-booked'])
    assert.deepEqual(await entriesOf('D2'), ['appointment-booked', 'appointment-cancelled other'])
    assert.deepEqual(await entriesOf('D3'), ['appointment-booked', 'was-not-brought'])
    assert.deepEqual(await entriesOf('D4'), ['appointment-booked', 'attended'])
  })

  const outcomes = {
    '1': 'attended',
    '2': 'attended no',
    '3': 'was-not-brought',
    '4': 'appointment-cancelled family',
    '5': 'appointment-cancelled clinic',
    '6': 'attended no',
    '7': 'appointment-cancelled other',
  } as const

  it('by ADT: a booking is one though its code is that of an attendance, and an update says what came of it', async () => {
    const gone = addDays(trial.today, -6)
    for (const [code, outcome] of Object.entries(outcomes)) {
      const number = `E${code}`
      await trial.take(
        service('ADT^A05', number, '1', { at: gone }),
        service('ADT^A08', number, code, { at: gone, on: -5 }),
      )
      assert.deepEqual(await entriesOf(number), ['appointment-booked', outcome], code)
    }
    const asked = await trial.ask(`select count(*)::int as n from message where 'event-against-code' = any (asks)`)
    assert.equal(asked[0]?.['n'], 0)
  })

  it('by A38: cancelled, by the family only where its code says so', async () => {
    const ahead = addDays(trial.today, 21)
    await trial.take(service('ADT^A05', 'E9', '1', { at: ahead }), service('ADT^A38', 'E9', '7', { at: ahead, on: -5 }))
    assert.deepEqual(await entriesOf('E9'), ['appointment-booked', 'appointment-cancelled other'])
  })
})
