import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, isoDay, type Moment } from '../../calendar/day.ts'
import { momentAt } from '../../calendar/moment.ts'
import { dispose } from '../../store/dispose.ts'
import { receive } from '../../store/feeds.ts'
import { destroyHeld } from '../../store/messages.ts'
import { lookAgain } from './start-reading.ts'
import { hl7, type TrialFeed, trialFeed } from './trial-feed.ts'

let trial: TrialFeed
let booked = 0 as Moment
let start = 0 as Moment
let missed = 0 as Moment
before(async () => {
  trial = await trialFeed()
  booked = momentAt(addDays(trial.today, -30), '09:00')
  start = momentAt(addDays(trial.today, -1), '10:00')
  missed = momentAt(addDays(trial.today, -1), '17:00')
})
after(() => trial.end())

const s12 = (more: object = {}) => hl7({ event: 'SIU^S12', made: booked, start, ...more })
const s26 = (more: object = {}) => hl7({ event: 'SIU^S26', made: missed, start, ...more })
const kinds = async (record?: string) => (await trial.written(record)).map(line => line['kind'])

describe('a message about a child on an open record', () => {
  it('is read once, and everything that follows from it is written in the same transaction', async () => {
    await trial.take(s12(), s26())
    assert.deepEqual(await kinds(), ['appointment-booked', 'was-not-brought'])
    assert.deepEqual(await trial.states(), ['read', 'read'])
    const [miss] = await trial.ask(
      `select c.number, h.xmin::text as entry from content c join chain h using (partnership, record, number) where c.kind = 'was-not-brought'`,
    )
    const duties = await trial.ask(`select rule, owner, xmin::text as duty from duty where $1 = any (because)`, [
      miss?.['number'],
    ])
    for (const rule of ['family-contacted-after-miss', 'gp-follow-up-after-miss', 'condition-acted-on']) {
      const duty = duties.find(one => one['rule'] === rule)
      assert.equal(duty?.['duty'], miss?.['entry'], rule)
    }
    const told = await trial.ask(`select xmin::text as told from told where $1 = any (because)`, [miss?.['number']])
    assert.ok(told.length > 0)
    for (const one of told) assert.equal(one['told'], miss?.['entry'])
  })

  it('is written once, though the program ended before it had noted that it was read', async () => {
    await trial.ask(`update message set state = 'unread', record = null, person = null`)
    await trial.ask('delete from feed_appointment')
    await trial.read()
    assert.deepEqual(await kinds(), ['appointment-booked', 'was-not-brought'])
    assert.deepEqual(await trial.states(), ['read', 'read'])
  })

  it('sent twice is written once', async () => {
    await trial.take(s12(), s26())
    assert.deepEqual(await kinds(), ['appointment-booked', 'was-not-brought'])
  })

  it('is known by the hospital number alone, once that is known; and by NHS number and birth with another', async () => {
    const next = momentAt(addDays(trial.today, 20), '10:00')
    await trial.take(s12({ number: 'A2', start: next, nhs: '', born: '', name: '' }))
    await trial.take(s12({ number: 'A3', start: next, hospital: 'R2', clinic: 'Eye clinic' }))
    assert.equal((await kinds()).length, 4)
    const matches = await trial.ask('select authority, number, how from feed_match order by authority, number')
    assert.deepEqual(
      matches.map(({ authority, number, how }) => `${authority} ${number} ${how}`),
      [`NHS 9990000018 nhs-number-and-birth`, 'RQ8 R1 nhs-number-and-birth', 'RQ8 R2 nhs-number-and-birth'],
    )
  })

  it('without a patient is known by its appointment', async () => {
    const bytes = Buffer.from(s12({ number: 'A3', start: momentAt(addDays(trial.today, 22), '10:00'), made: missed }))
    const noPatient = Buffer.from(
      bytes
        .toString()
        .replace(/PID[^\r]*\r/u, '')
        .replace('S12', 'S13'),
    )
    await trial.take(noPatient)
    assert.equal((await kinds()).at(-1), 'appointment-moved')
  })

  it('says how to reach the child only where that differs', async () => {
    const at = (address: string, telephone = '') => hl7({ event: 'ADT^A31', made: missed, address, telephone })
    await trial.take(at('3 Weir Lane^^Northmoor'))
    assert.equal((await kinds()).includes('contact-details'), false)
    await trial.take(at('9 New Street^^Northmoor^^NM1 1AA', '01632 960001'), at('9 NEW STREET^^NORTHMOOR^^NM1 1AA'))
    const details = (await trial.written()).filter(line => line['kind'] === 'contact-details')
    assert.deepEqual(
      details.map(line => [line['address'], line['telephone'], line['by']]),
      [['9 New Street, Northmoor, NM1 1AA', '01632 960001', 'hospital/royal']],
    )
  })

  it('never makes an address known that was kept from somebody', async () => {
    const today = isoDay(trial.today)
    const safe = {
      kind: 'lives-at',
      on: today,
      by: 'social-care/rowan-team',
      person: 'ada; tess',
      address: '7 Safe House',
    }
    await trial.write({ ...safe, sight: 'social-worker', hiddenFrom: 'tess' })
    await trial.take(hl7({ event: 'ADT^A31', made: (missed + 60_000) as Moment, address: '7 Safe House' }))
    await trial.take(hl7({ event: 'ADT^A31', made: (missed + 120_000) as Moment, address: '8 Other House' }))
    const details = (await trial.written()).filter(line => line['kind'] === 'contact-details').slice(1)
    assert.deepEqual(
      details.map(line => [line['address'], line['sight'], line['hiddenFrom']]),
      [['8 Other House', ['social-worker'], ['tess']]],
    )
  })

  it('that says that the child died is no death: a person is asked', async () => {
    await trial.take(hl7({ event: 'ADT^A31', made: missed, died: '20260101' }))
    assert.equal((await kinds()).includes('death'), false)
    const asked = await trial.ask(`select asks from message where asks <> '{}'`)
    assert.deepEqual(asked, [{ asks: ['death-said'] }])
  })
})

describe('a message that is not surely of one child on an open record', () => {
  const last = async () => (await trial.states()).at(-1)

  it('waits for a person where it may be', async () => {
    await trial.take(s26({ hospital: 'X1', nhs: '', number: 'B1' }))
    assert.equal(await last(), 'person candidates')
    await trial.take(s26({ hospital: 'X1', born: '2018-01-01', number: 'B1' }))
    assert.equal(await last(), 'person candidates')
    await trial.take(s26({ nhs: '9990000034', number: 'B2' }))
    assert.equal(await last(), 'person number-of-another')
  })

  it('is held and destroyed where it is nobody’s, and leaves a count and no word', async () => {
    const stranger = { hospital: 'S1', nhs: '9990000042', name: 'STRANGE^SUE', born: '2017-02-03', number: 'C1' }
    await trial.take(s12(stranger), s26(stranger))
    assert.deepEqual((await trial.states()).slice(-2), ['held nobody', 'held nobody'])
    trial.later(71)
    await destroyHeld(trial.store)
    assert.equal((await trial.states()).filter(state => state === 'held nobody').length, 2)
    trial.later(2)
    assert.equal(await destroyHeld(trial.store), 2)
    assert.deepEqual(await trial.ask(`select reason, count from feed_count`), [{ reason: 'nobody', count: 2 }])
  })

  it('is read when a record of the child opens within its hours', async () => {
    const stranger = { hospital: 'S2', nhs: '9990000050', name: 'NEW^NED', born: '2017-02-03', number: 'C2' }
    const since = trial.store.now()
    await trial.take(s12({ ...stranger, made: booked }))
    assert.equal(await last(), 'held nobody')
    const ned = { kind: 'person', person: 'ned', name: 'Ned New', born: '2017-02-03', nhs: '9990000050', as: 'child' }
    const record = await trial.begin([{ ...ned, subject: 'yes' }])
    await lookAgain(trial.store, (since - 200 * 3_600_000) as Moment)
    await trial.read()
    assert.equal(await last(), 'read')
    assert.deepEqual(await kinds(record), ['appointment-booked'])
  })

  it('is not taken in from an excluded clinic, whoever it is about', async () => {
    await trial.take(s26({ number: 'D1', clinic: 'GUM Clinic' }))
    assert.equal(await last(), 'held excluded-clinic')
    await trial.take(s26({ number: 'D2', clinic: 'Gumption club' }))
    assert.equal(await last(), 'read')
  })

  it('is destroyed at once where it is a parent’s own', async () => {
    const own = { hospital: 'T1', nhs: '9990000026', name: 'MARSH^TESS', born: '1994-02-17', number: 'E1' }
    const before = (await trial.states()).length
    await trial.take(s26(own))
    assert.equal((await trial.states()).length, before)
    const counts = await trial.ask(`select count from feed_count where reason = 'own-attendance-of-an-adult'`)
    assert.deepEqual(counts, [{ count: 1 }])
  })

  it('is taken in of a mother’s maternity appointment where an unborn child is on the record', async () => {
    const today = isoDay(trial.today)
    await trial.write({
      kind: 'pregnancy',
      on: today,
      by: 'midwifery',
      mother: 'tess',
      unborn: 'baby',
      expected: '2027-06-01',
    })
    const own = { hospital: 'T1', nhs: '9990000026', name: 'MARSH^TESS', born: '1994-02-17', number: 'E2' }
    await trial.take(s26({ ...own, clinic: 'Antenatal clinic' }))
    const line = (await trial.written()).at(-1)
    assert.deepEqual([line?.['kind'], line?.['child'], line?.['person']], ['did-not-attend', ['baby'], 'tess'])
    await trial.take(s26({ ...own, number: 'E3', clinic: 'Asthma clinic' }))
    assert.equal((await trial.written()).at(-1)?.['appointment'], line?.['appointment'])
  })

  it('merges numbers of one child, and asks where they are of two', async () => {
    const merge = (kept: string, gone: string) =>
      hl7({
        event: 'ADT^A40',
        made: missed,
        hospital: kept,
        nhs: '',
        born: '',
        name: '',
        more: [`MRG|${gone}^^^RQ8^MR`],
      })
    await trial.take(merge('R7', 'R1'))
    const [seven] = await trial.ask(`select record, how from feed_match where number = 'R7'`)
    assert.deepEqual(seven, { record: trial.record, how: 'merged' })
    await trial.take(merge('R7', 'S2'))
    assert.equal(await last(), 'person merge-of-two')
  })

  it('is kept and waits for a person when it cannot be read, and stops nobody else', async () => {
    await trial.take(Buffer.from('this is no HL7'), s12({ number: 'F1' }))
    assert.deepEqual((await trial.states()).slice(-2), ['failed not-hl7', 'read'])
  })
})

describe('an entry of a message that is disposed of', () => {
  it('takes the message with it, since its words are in there', async () => {
    const [row] = await trial.ask(
      `select number, entry from content where kind = 'was-not-brought' and entry like 'royal-%'`,
    )
    const message = String(row?.['entry']).split('-')[1]
    const people = { by: trial.clerk, second: trial.governance, reason: 'Adoption', now: trial.store.now() }
    const { partnership, record } = trial
    await dispose(trial.owner, { partnership, record, number: Number(row?.['number']), ...people })
    assert.deepEqual(await trial.ask('select from message where message = $1', [message]), [])
    assert.ok((await trial.ask('select from message')).length > 0)
  })
})

describe('a message that fails for a fault of ours', () => {
  it('is tried again, with those of the same child behind it and all others before it', async () => {
    const failing = `create function fail() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger fail before insert on content for each row when (new.record = '${trial.record}') execute function fail()`
    await trial.ask(failing)
    const ned = { hospital: 'S2', nhs: '9990000050', name: 'NEW^NED', born: '2017-02-03', number: 'G2' }
    await receive(trial.store, trial.feed, [
      { bytes: s12({ number: 'G1' }) },
      { bytes: s26({ number: 'G1' }) },
      { bytes: s12(ned) },
    ])
    await assert.rejects(trial.read())
    assert.deepEqual((await trial.states()).slice(-3), ['unread fault', 'unread', 'read'])
    await trial.ask('drop trigger fail on content; drop function fail')
    trial.later(1)
    await trial.read()
    assert.deepEqual((await trial.states()).slice(-3), ['read', 'read', 'read'])
  })
})
