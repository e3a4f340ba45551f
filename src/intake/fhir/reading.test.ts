import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, isoDay } from '../../calendar/day.ts'
import type { Agency } from '../../people/service.ts'
import { createFeed, type Feed, receive } from '../../store/feeds.ts'
import { ada, type TrialFeed, trialFeed } from '../feeds/trial-feed.ts'
import { barsMessage, gpConnectCancelled, hospitalAppointment, patient, referralServiceCancelled } from './invented.ts'
import { splitFhir } from './split.ts'

/* From what a system sends to what stands on the record of the child. */

type Resource = Readonly<Record<string, unknown>>

let trial: TrialFeed
let feed: Feed
before(async () => {
  trial = await trialFeed()
  const { store, partnership } = trial
  const agency = 'hospital/northfield' as Agency
  feed = await createFeed(store, { partnership, id: 'northfield', name: 'Northfield', agency, sort: 'fhir' })
})
after(() => trial.end())

const take = async (...resources: readonly Resource[]): Promise<void> => {
  for (const resource of resources) {
    const split = splitFhir(new TextEncoder().encode(JSON.stringify(resource)))
    if ('fault' in split) throw new Error(split.fault.why)
    await receive(trial.store, feed, split.messages)
  }
  await trial.read()
}

/** The entries that the feed wrote since the last time somebody asked. */
const written = async (): Promise<readonly string[]> => {
  const rows = await trial.ask(
    `select content::jsonb as line from content where record = $1 and entry like 'northfield-%' order by number`,
    [trial.record],
  )
  const fresh = rows.slice(seen)
  seen = rows.length
  return fresh.map(({ line }) => {
    const said = line as Readonly<Record<string, string>>
    return [said['kind'], said['appointment'], said['cancelledBy'], said['medicine'], said['dose'], said['to']]
      .filter(part => part !== undefined)
      .join(' ')
  })
}
let seen = 0

const lastState = async (): Promise<string> => {
  const [row] = await trial.ask('select state, reason, asks from message order by message desc limit 1')
  return [row?.['state'], row?.['reason'], ...[row?.['asks']].flat()].filter(part => part !== null).join(' ')
}

const own = { ...patient, id: 'p9', birthDate: ada.born, address: [], telecom: [] }
const on = (days: number) => `${isoDay(addDays(trial.today, days))}T12:30:00Z`
const bars = (status: string, days: number, more: Resource = {}): Resource => {
  const message = barsMessage(status, { start: on(days), ...more })
  const entry = message.entry.map(one => (one.resource.resourceType === 'Patient' ? { ...one, resource: own } : one))
  return { ...message, id: `${status}-${days}-${JSON.stringify(more).length}`, timestamp: undefined, entry }
}

const together = (...resources: readonly Resource[]): Resource => ({
  ...{ resourceType: 'Bundle', type: 'collection' },
  entry: [...resources, own].map(resource => ({ resource })),
})

describe('what a system sends by FHIR of a child on an open record', () => {
  it('is booked and missed by patient, start and case, where the sender has no number for it', async () => {
    await take(bars('booked', -3), bars('noshow', -3))
    const name = `northfield:${isoDay(addDays(trial.today, -3))}`
    const [booked, missed, ...more] = await written()
    assert.match(
      `${booked}\n${missed}`,
      new RegExp(`^appointment-booked ${name}\\S* \\S+:CASE-5\\nwas-not-brought ${name}`, 'u'),
    )
    assert.deepEqual(more, [])
  })

  it('is cancelled by the only one of that day and time, where the case is left out', async () => {
    await take(bars('booked', 9), bars('cancelled', 9, { basedOn: [] }))
    const [booked, cancelled] = await written()
    assert.equal(cancelled?.replace('cancelled', 'booked'), `${booked} other`)
  })

  it('blanks nothing when its status alone is sent, and counts against nobody', async () => {
    const appointment = { ...hospitalAppointment, status: 'booked', start: on(5), end: on(5), meta: undefined }
    await take(together(appointment), { resourceType: 'Appointment', id: 'apt-71', status: 'cancelled' })
    assert.deepEqual(await written(), [
      'appointment-booked northfield:V100',
      'appointment-cancelled northfield:V100 other',
    ])
    const [standing] = await trial.ask(
      `select content::jsonb->>'clinic' as clinic from content where entry like 'northfield-%' and content like '%V100%' order by number limit 1`,
    )
    assert.equal(standing?.['clinic'], 'Asthma clinic')
  })

  it('waits for a person or is held where it is not surely hers', async () => {
    await take({ ...referralServiceCancelled, start: on(4) })
    assert.match(await lastState(), /^person /u)
    await take({ ...gpConnectCancelled, start: on(4) })
    assert.match(await lastState(), /^held /u)
    assert.deepEqual(await written(), [])
  })

  it('says a medicine once, and again when the dose is another', async () => {
    const medicine = (dose: string): Resource => ({
      ...{ resourceType: 'MedicationStatement', id: 'm', status: 'active', subject: { reference: 'Patient/p9' } },
      ...{ medicationCodeableConcept: { text: 'Salbutamol' }, dosage: [{ text: dose }] },
    })
    await take(together(medicine('2 puffs')), together(medicine('2 Puffs')), together(medicine('4 puffs')))
    assert.deepEqual(await written(), ['instruction Salbutamol 2 puffs', 'instruction Salbutamol 4 puffs'])
    const stopped = { ...medicine('4 puffs'), status: 'stopped' }
    await take(together(stopped), together(stopped))
    await take(together({ ...stopped, medicationCodeableConcept: { text: 'Never given here' } }))
    assert.deepEqual(await written(), ['medicine-stopped Salbutamol'])
  })

  it('says a referral once', async () => {
    const referral = {
      ...{ resourceType: 'ServiceRequest', id: 'r', status: 'active', subject: { reference: 'Patient/p9' } },
      ...{ category: [{ text: 'Referral' }], performer: [{ display: 'health visiting' }] },
    }
    await take(together(referral), together(referral))
    assert.deepEqual(await written(), ['referral-made health-visiting'])
  })

  it('is for a person to look at where it is a flag, and writes nothing', async () => {
    const flag = {
      ...{ resourceType: 'Flag', status: 'active', subject: { reference: 'Patient/p9' } },
      category: [{ coding: [{ code: 'SG' }] }],
    }
    await take(together(flag))
    assert.deepEqual([await lastState(), await written()], ['read safeguarding-flag', []])
    await take(together({ resourceType: 'CareTeam', subject: { reference: 'Patient/p9' } }))
    assert.deepEqual([await lastState(), await written()], ['read', []])
  })
})
