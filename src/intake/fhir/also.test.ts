import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../calendar/day.ts'
import type { Said } from '../feeds/said.ts'
import { bundle, hospitalAppointment, nhs, patient } from './invented.ts'
import { sayFhir } from './say.ts'
import { splitFhir } from './split.ts'

type Resource = Readonly<Record<string, unknown>>

const bytesOf = (resource: Resource) => new TextEncoder().encode(JSON.stringify(resource))
const subject = { reference: 'Patient/p9' }
const say = (...resources: readonly Resource[]): readonly Said[] =>
  sayFhir(bytesOf(bundle('collection', ...resources, { ...patient, id: 'p9' }))) ?? []
const alsoOf = (resource: Resource) => {
  const [said, ...more] = say(resource)
  assert.deepEqual([more.length, said?.patient?.nhs], [0, nhs])
  return said?.also
}

const medicine = {
  ...{ resourceType: 'MedicationStatement', id: 'm1', status: 'active', subject, dateAsserted: '2026-05-04T10:00:00Z' },
  medicationReference: { reference: 'Medication/x' },
  dosage: [{ text: '2 puffs, twice a day', patientInstruction: 'with the spacer' }],
}
const medication = {
  resourceType: 'Medication',
  id: 'x',
  code: { coding: [{ code: '1', display: 'Beclometasone 50' }] },
}

describe('a medicine', () => {
  it('is said in the sender’s own words, with who is to take it', () => {
    const [said] = say(medicine, medication)
    assert.deepEqual(said?.also, [
      {
        ...{ what: 'instruction', number: 'm1', day: getDay('2026-05-04'), medicine: 'Beclometasone 50' },
        dose: '2 puffs, twice a day; with the spacer',
      },
    ])
    assert.equal(said?.patient?.nhs, nhs)
  })

  it('is kept and says nothing when it is not given now, or nobody says how', () => {
    const named = { ...medicine, medicationReference: undefined, medicationCodeableConcept: { text: 'Paracetamol' } }
    assert.equal(alsoOf(named)?.length, 1)
    for (const status of ['completed', 'entered-in-error', 'on-hold', 'intended'])
      assert.equal(alsoOf({ ...named, status }), undefined, status)
    assert.equal(alsoOf({ ...named, dosage: [] }), undefined)
    assert.equal(alsoOf({ ...named, status: 'stopped' })?.[0]?.what, 'medicine-stopped')
  })
})

describe('a referral', () => {
  const referral = {
    ...{
      resourceType: 'ServiceRequest',
      id: 'r1',
      status: 'active',
      intent: 'order',
      subject,
      authoredOn: '2026-05-01',
    },
    ...{ category: [{ coding: [{ code: '3457005', display: 'Patient referral' }] }], priority: 'urgent' },
    ...{ reasonCode: [{ text: 'Wheeze at night' }], performer: [{ display: 'hospital/Northfield' }] },
  }

  it('is one that goes to whom we know by name', () => {
    assert.deepEqual(alsoOf(referral), [
      {
        ...{ what: 'referral', number: 'r1', day: getDay('2026-05-01'), to: 'hospital/northfield' },
        ...{ reason: 'Wheeze at night', urgent: true },
      },
    ])
    const { resourceType: _, category: __, performer, ...old } = referral
    const [third] = alsoOf({ ...old, resourceType: 'ReferralRequest', recipient: performer }) ?? []
    assert.equal(third?.what, 'referral')
  })

  it('is none that is an order for a test, was taken back, or goes to nobody whom we know', () => {
    for (const other of [
      { category: [{ text: 'Laboratory' }] },
      { status: 'revoked' },
      { performer: [{ display: 'Dr Vale' }] },
    ])
      assert.equal(alsoOf({ ...referral, ...other }), undefined)
  })
})

describe('a flag', () => {
  const flag = {
    ...{ resourceType: 'Flag', id: 'f1', status: 'active', subject },
    category: [{ coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/flag-categories-bars', code: 'SG' }] }],
    code: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/safeguarding-codes-bars', code: 'U' }] },
  }

  it('of safeguarding is for a person to look at, and says no more', () => {
    assert.deepEqual(alsoOf(flag), [{ what: 'safeguarding-flag', words: 'U' }])
    const cpis = { ...flag, category: [], code: { coding: [{ code: 'child-protection-information-system-flag' }] } }
    assert.equal(alsoOf(cpis)?.[0]?.what, 'safeguarding-flag')
  })

  it('of another sort, or one that has ended, says nothing', () => {
    assert.equal(alsoOf({ ...flag, status: 'inactive' }), undefined)
    assert.equal(alsoOf({ ...flag, category: [], code: { text: 'Needs an interpreter' } }), undefined)
  })
})

describe('what says nothing to us', () => {
  it('is kept with whom it is about, and loses nothing beside it', () => {
    const others = ['CareTeam', 'CarePlan', 'Communication'].map(resourceType => ({ resourceType, subject }))
    const said = say(...others, { resourceType: 'Task', for: subject }, hospitalAppointment)
    assert.deepEqual(
      said.map(({ patient: who, appointment }) => [who?.nhs, appointment?.act]),
      [...Array.from({ length: 4 }, () => [nhs, undefined]), [nhs, 'missed']],
    )
  })

  it('is stored as it came, all together, where all of it is about one patient', () => {
    const sent = bundle('message', hospitalAppointment, medicine, medication, { ...patient, id: 'p9' })
    const split = splitFhir(bytesOf(sent))
    assert.ok('messages' in split)
    assert.deepEqual(
      split.messages.map(({ bytes }) => bytes),
      [bytesOf(sent)],
    )
  })
})
