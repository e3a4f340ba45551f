import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Said } from '../feeds/said.ts'
import { barsMessage, bundle, hospitalAppointment, nhs, patient, toXml } from './invented.ts'
import { sayFhir } from './say.ts'
import { splitFhir } from './split.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

const split = (text: string) => {
  const parts = splitFhir(bytesOf(text))
  if ('fault' in parts) throw new Error(parts.fault.why)
  return parts.messages
}

const other = { ...patient, id: 'p2', name: [{ family: 'Brook', given: ['Kit'] }], identifier: [] }
const appointment = (id: string, who: string) => ({
  ...hospitalAppointment,
  ...{
    id,
    identifier: [],
    participant: [{ actor: { reference: `Patient/${who}` } }, { actor: { reference: 'Location/l' } }],
  },
})
const list = bundle(
  'searchset',
  appointment('a1', 'p9'),
  { ...patient, id: 'p9', link: [{ other: { reference: 'Patient/p2' } }] },
  other,
  appointment('a2', 'p2'),
  { resourceType: 'Location', id: 'l', name: 'Northfield' },
)

const sayAll = (bytes: Uint8Array): readonly Said[] => sayFhir(bytes) ?? []

describe('a list of many patients', () => {
  it('is stored appointment by appointment, and says the same', () => {
    const messages = split(JSON.stringify(list))
    assert.equal(messages.length, 2)
    assert.deepEqual(
      messages.flatMap(({ bytes }) => sayAll(bytes)),
      sayAll(bytesOf(JSON.stringify(list))),
    )
    assert.deepEqual(
      messages.map(({ control }) => control),
      [undefined, undefined],
    )
  })

  it('leaves nothing of one patient beside another', () => {
    const [first, second] = split(JSON.stringify(list)).map(({ bytes }) => textOf(bytes))
    assert.ok(first?.includes('Ashdown') && !first.includes('Brook'))
    assert.ok(second?.includes('Brook') && !second.includes('Ashdown') && !second.includes(nhs))
    for (const part of [first, second]) assert.ok(part?.includes('Northfield'))
  })

  it('is split in XML as in JSON', () => {
    const said = (text: string) => split(text).flatMap(({ bytes }) => sayAll(bytes))
    assert.deepEqual(said(toXml(list)), said(JSON.stringify(list)))
  })

  it('loses no patient of whom it says nothing else', () => {
    const messages = split(
      JSON.stringify(bundle('collection', appointment('a1', 'p9'), { ...patient, id: 'p9' }, other)),
    )
    assert.deepEqual(
      messages.flatMap(({ bytes }) => sayAll(bytes)).map(one => one.patient?.name),
      ['Nell May Ashdown', 'Kit Brook'],
    )
  })
})

describe('what is about one thing', () => {
  it('is stored as it came, to the byte, with the number of its sender', () => {
    for (const text of [JSON.stringify(barsMessage('noshow'), null, 3), toXml(barsMessage('booked'))]) {
      const [message, ...more] = split(text)
      assert.deepEqual([more.length, message && textOf(message.bytes)], [0, text])
      assert.equal(message?.control, '2d1c7e0c-77cb-4c8a-8a44-0a64d3a3b000')
    }
    const alone = JSON.stringify(hospitalAppointment)
    assert.deepEqual(
      split(alone).map(({ bytes }) => textOf(bytes)),
      [alone],
    )
  })

  it('takes its id from the address of a transaction where it has none', () => {
    const { id: _, ...nameless } = hospitalAppointment
    const sent = {
      ...bundle('transaction'),
      entry: [{ resource: nameless, request: { method: 'PUT', url: 'Appointment/apt-9' } }],
    }
    assert.deepEqual(sayAll(bytesOf(JSON.stringify(sent)))[0]?.appointment?.numbers.at(-1), {
      number: 'apt-9',
      authority: 'fhir:Appointment',
    })
  })

  it('is refused when it is no FHIR', () => {
    assert.ok('fault' in splitFhir(bytesOf('MSH|^~\\&|')))
  })
})
