import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Bundle, OperationOutcome } from '@medplum/fhirtypes'
import { Client } from 'fhir-kit-client'
import { barsMessage, bundle, hospitalAppointment, patient, toXml } from '../../../intake/fhir/invented.ts'
import { sayFhir } from '../../../intake/fhir/say.ts'
import type { Agency } from '../../../people/service.ts'
import { asRecorder } from '../../../store/asking.ts'
import { boundTo, createFeed, type Feed } from '../../../store/feeds.ts'
import { newPartnership } from '../../../store/records.ts'
import { openStore, type Store } from '../../../store/store.ts'
import { type TrialStore, trialKey, trialStore } from '../../../store/trial.ts'
import { type Listening, listening, makeSystem, outcome, tokenFor } from './trial-system.ts'

let database: TrialStore
let store: Store
let partnership: number
let feed: Feed
let at: Listening
let token: string
let reading: string
before(async () => {
  database = await trialStore()
  store = openStore(database.connections, { sealingKey: trialKey })
  partnership = await newPartnership(store, 'Northmoor')
  at = await listening({ store, address: '' })
  const royal = { agency: 'hospital/royal', role: 'clinic' }
  feed = await createFeed(store, {
    partnership,
    id: 'royal',
    name: 'Royal',
    agency: royal.agency as Agency,
    sort: 'fhir',
  })
  token = await tokenFor(at.address, await makeSystem({ store, partnership }, { ...royal, feed: feed.id }))
  reading = await tokenFor(at.address, await makeSystem({ store, partnership }, royal))
})
after(async () => {
  await at.close()
  await store.close()
  await database.drop()
})

type Json = Readonly<Record<string, unknown>>

interface Sent {
  readonly type?: string
  readonly as?: string
  readonly method?: string
}

const send = (
  path: string,
  body: Json | string,
  { type = 'application/fhir+json', as = token, method = 'POST' }: Sent = {},
) =>
  fetch(`${at.address}/fhir${path}`, {
    method,
    headers: { authorization: `Bearer ${as}`, 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** What is stored, as it came, the last first. */
const stored = (): Promise<readonly string[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{ sealed: Buffer }>('select sealed from message order by message desc')
    return rows.map(({ sealed }) => store.sealing().open(sealed, boundTo(feed)).toString('utf8'))
  })

describe('what a system sends by FHIR', () => {
  it('is stored as it came, before it is answered', async () => {
    const text = JSON.stringify(hospitalAppointment, null, 2)
    const answer = await send('/Appointment', text)
    assert.deepEqual(
      [answer.status, ((await answer.json()) as OperationOutcome).issue[0]?.severity],
      [201, 'information'],
    )
    assert.equal((await stored())[0], text)
    const xml = toXml(hospitalAppointment)
    assert.equal((await send('/Appointment', xml, { type: 'application/fhir+xml' })).status, 201)
    assert.equal((await stored())[0], xml)
  })

  it('is changed in part by its id, and the part alone is stored', async () => {
    const part = { resourceType: 'Appointment', id: 'apt-71', meta: { versionId: '3' }, status: 'cancelled' }
    assert.equal((await send('/Appointment/apt-71', part, { method: 'PATCH' })).status, 200)
    assert.deepEqual(JSON.parse((await stored())[0] ?? ''), part)
    assert.equal((await send('/Appointment/apt-71', { ...hospitalAppointment }, { method: 'PUT' })).status, 200)
  })

  it('is a message that is answered by a message', async () => {
    const answer = await send('/$process-message', barsMessage('noshow'))
    const said = (await answer.json()) as Bundle
    const header = said.entry?.[0]?.resource
    assert.deepEqual([answer.status, said.type, header?.resourceType], [200, 'message', 'MessageHeader'])
    assert.match(JSON.stringify(header), /"response":\{"identifier":"2d1c7e0c[^}]*"code":"ok"\}/u)
    assert.equal(sayFhir(Buffer.from((await stored())[0] ?? ''))?.[0]?.appointment?.act, 'missed')
  })

  it('is sent by a client that nobody here wrote, one by one and in a transaction', async () => {
    const client = new Client({ baseUrl: `${at.address}/fhir`, bearerToken: token })
    const before = (await stored()).length
    await client.create({ resourceType: 'Appointment', body: hospitalAppointment as never })
    await client.update({ resourceType: 'Appointment', id: 'apt-71', body: hospitalAppointment as never })
    const sent = {
      ...bundle('transaction'),
      entry: ['apt-71', 'apt-72'].map(id => ({
        resource: { ...hospitalAppointment, id },
        request: { method: 'PUT', url: `Appointment/${id}` },
      })),
    }
    const answer = (await client.transaction({ body: sent as never })) as unknown as Bundle
    assert.deepEqual(
      [answer.type, answer.entry?.map(({ response }) => response?.status)],
      ['transaction-response', ['200 OK', '200 OK']],
    )
    assert.equal((await stored()).length, before + 3)
  })

  it('is stored appointment by appointment where it is a list of several patients', async () => {
    const before = (await stored()).length
    const list = bundle(
      'collection',
      { ...hospitalAppointment, id: 'x1' },
      { ...hospitalAppointment, id: 'x2', participant: [{ actor: { reference: 'Patient/p8' } }] },
      { ...patient, id: 'p9' },
    )
    assert.equal((await send('', list)).status, 200)
    assert.equal((await stored()).length, before + 2)
  })
})

describe('what a system sends and is not taken', () => {
  it('is refused with the element that is wrong, and nothing of it is stored', async () => {
    const before = (await stored()).length
    const { status: _, ...noStatus } = hospitalAppointment
    const said = async (path: string, body: Json | string, more: Sent = {}) => outcome(await send(path, body, more))
    assert.equal(await said('/Appointment', '{"resourceType":'), '400 structure')
    assert.equal(await said('/Appointment', {}), '400 invalid resourceType')
    assert.equal(await said('/Appointment', patient), '400 invalid resourceType')
    assert.equal(await said('/Appointment', noStatus), '400 invalid Appointment.status')
    assert.equal(
      await said('/Appointment', { ...hospitalAppointment, start: '1 July' }),
      '400 invalid Appointment.start',
    )
    assert.equal(await said('/Appointment/other', hospitalAppointment, { method: 'PUT' }), '400 invalid Appointment.id')
    assert.equal(
      await said('/Appointment/x', { resourceType: 'Appointment', status: 'noshow' }, { method: 'PATCH' }),
      '400 invalid Appointment.id',
    )
    assert.equal(await said('', hospitalAppointment), '400 invalid resourceType')
    assert.equal(await said('', bundle('collection')), '400 invalid Bundle.entry')
    assert.equal(await said('', bundle('document', patient)), '400 invalid Bundle.type')
    assert.equal(await said('', bundle('collection', patient, noStatus)), '400 invalid Bundle.entry[1].resource.status')
    assert.equal(await said('/$process-message', bundle('message', patient)), '400 invalid Bundle.entry[0].resource')
    assert.equal(await said('/Patient', patient), '405 not-supported')
    assert.equal(await said('/Appointment', '[]', { type: 'application/json-patch+json' }), '415 not-supported')
    const doctype = toXml(patient).replace('<!-- invented -->', '<!DOCTYPE x>')
    assert.equal(await said('/Appointment', doctype, { type: 'application/xml' }), '400 structure')
    assert.equal((await stored()).length, before)
  })

  it('is refused of a system that only reads, and of nobody known', async () => {
    assert.equal(await outcome(await send('/Appointment', hospitalAppointment, { as: reading })), '403 forbidden')
    assert.equal(await outcome(await send('/$process-message', barsMessage('booked'), { as: 'x' })), '401 login')
  })

  it('is too much when it is more than is read', async () => {
    assert.equal(await outcome(await send('/Appointment', ' '.repeat(9 * 1024 * 1024))), '413 too-long')
  })
})
