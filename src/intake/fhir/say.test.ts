import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../calendar/day.ts'
import { momentAt } from '../../calendar/moment.ts'
import type { Said } from '../feeds/said.ts'
import {
  barsMessage,
  bundle,
  everyShape,
  gpConnectCancelled,
  hospitalAppointment,
  nhs,
  patient,
  referralServiceCancelled,
  toXml,
  withPatient,
} from './invented.ts'
import { sayFhir } from './say.ts'
import { tryFhirBytes } from './trial-bytes.ts'

type Resource = Readonly<Record<string, unknown>>

const bytesOf = (text: string) => new TextEncoder().encode(text)
const say = (resource: Resource): readonly Said[] => sayFhir(bytesOf(JSON.stringify(resource))) ?? []
const sayOne = (resource: Resource): Said => {
  const [said, ...more] = say(resource)
  if (said === undefined || more.length > 0) throw new Error('one saying was expected')
  return said
}
const actOf = (status: string) => sayOne({ ...hospitalAppointment, status }).appointment?.act
describe('an appointment in FHIR', () => {
  it('says what became of it by its status, and nothing while it is only proposed', () => {
    const said = ['booked', 'arrived', 'checked-in', 'fulfilled', 'cancelled', 'noshow', 'entered-in-error'].map(actOf)
    assert.deepEqual(said, ['booked', 'arrived', 'arrived', 'attended', 'cancelled', 'missed', 'mistaken'])
    for (const status of ['proposed', 'pending', 'waitlist']) assert.equal(actOf(status), undefined)
  })

  it('is changed, and its outcome left to the table of the feed, by a status that FHIR does not know', () => {
    const { appointment } = sayOne({ ...hospitalAppointment, status: 'no-show' })
    assert.equal(appointment?.act, 'changed')
    assert.deepEqual(appointment?.codes, [{ place: 'status', code: 'no-show', words: undefined }])
  })

  it('has its day and time, clinic, place and consultant, wherever in the Bundle the patient stands', () => {
    const turned = bundle('searchset', hospitalAppointment, { ...patient, id: 'p9' })
    assert.deepEqual(say(turned), say(withPatient))
    const { appointment, patient: who, made, event } = sayOne(withPatient)
    assert.deepEqual([event, made], ['Appointment noshow', Date.parse('2026-03-02T11:15:30.123Z')])
    assert.deepEqual([who?.nhs, who?.name, who?.born], [nhs, 'Nell May Ashdown', getDay('2021-04-09')])
    const day = getDay('2026-07-01')
    assert.deepEqual(appointment?.start, { day, at: momentAt(day, '09:30') })
    assert.deepEqual(
      [appointment?.clinic, appointment?.site, appointment?.consultant, appointment?.purpose],
      ['Asthma clinic', 'Royal, outpatients', 'Dr Imogen Vale', 'Review of inhalers'],
    )
    assert.deepEqual(appointment?.numbers, [
      { number: 'V100', authority: 'https://fhir.royal.example/Id/visit' },
      { number: 'apt-71', authority: 'fhir:Appointment' },
    ])
  })

  it('blanks nothing when a part alone is sent', () => {
    const { appointment, patient: who } = sayOne({ resourceType: 'Appointment', id: 'apt-71', status: 'cancelled' })
    assert.equal(who, undefined)
    const { act, numbers, codes, ...rest } = appointment ?? {}
    assert.deepEqual([act, numbers, codes], ['cancelled', [{ number: 'apt-71', authority: 'fhir:Appointment' }], []])
    assert.deepEqual(new Set(Object.values(rest)), new Set([undefined]))
  })

  it('is of each patient who takes part', () => {
    const actor = (reference: string) => ({ actor: { reference } })
    const said = say({ ...hospitalAppointment, participant: [actor('Patient/a'), actor('Patient/b')] })
    assert.deepEqual(
      said.map(one => one.patient?.numbers[0]?.number),
      ['a', 'b'],
    )
  })

  it('is of nobody known when it names nobody: that is for a person', () => {
    assert.equal(sayOne({ ...hospitalAppointment, participant: [] }).patient, undefined)
  })
})

describe('why an appointment was cancelled', () => {
  const codes = (resource: Resource) => sayOne(resource).appointment?.codes

  it('stands where R4 puts it, by code and by words', () => {
    const coded = { coding: [{ code: 'pat-lt', display: 'Patient: Lack of Transportation' }], text: 'No bus' }
    assert.deepEqual(codes({ ...hospitalAppointment, status: 'cancelled', cancelationReason: coded }), [
      { place: 'cancelationReason', code: 'pat-lt', words: 'Patient: Lack of Transportation' },
    ])
    const said = { ...hospitalAppointment, status: 'cancelled', cancelationReason: { text: 'Doctor ill' } }
    assert.deepEqual(codes(said), [{ place: 'cancelationReason', code: 'Doctor ill', words: 'Doctor ill' }])
  })

  it('stands where GP Connect puts it, with a patient known by the sender’s own id alone', () => {
    assert.deepEqual(codes(gpConnectCancelled), [
      {
        place: 'Extension-GPConnect-AppointmentCancellationReason-1',
        code: 'Practice closed for training',
        words: 'Practice closed for training',
      },
    ])
    assert.deepEqual(sayOne(gpConnectCancelled).patient?.numbers, [{ number: '2', authority: 'fhir:Patient' }])
  })

  it('stands where the e-Referral Service puts it, without a start, the patient by NHS number alone', () => {
    const { appointment, patient: who } = sayOne(referralServiceCancelled)
    assert.deepEqual(appointment?.codes, [{ place: 'reason', code: 'PATIENT_ILL', words: undefined }])
    assert.deepEqual([appointment?.start, appointment?.clinic, who?.nhs], [undefined, 'Paediatric allergy', nhs])
    assert.deepEqual(appointment?.case, { number: '000000070021', authority: 'fhir:ReferralRequest' })
  })

  it('is no code while the appointment stands: there the reason is what it is for', () => {
    const { appointment } = sayOne({ ...referralServiceCancelled, status: 'booked', description: '' })
    assert.deepEqual(appointment?.codes, [])
  })
})

describe('the message of booking and referral', () => {
  it('says booking and cancelling by status, with the case where the appointment has no number', () => {
    const said = ['booked', 'cancelled', 'noshow'].map(status => sayOne(barsMessage(status)))
    assert.deepEqual(
      said.map(one => one.appointment?.act),
      ['booked', 'cancelled', 'missed'],
    )
    for (const { appointment, patient: who, control, made } of said) {
      assert.deepEqual(appointment?.numbers, [])
      assert.deepEqual(appointment?.case, { number: 'CASE-5', authority: 'https://supplier.example/case' })
      assert.deepEqual([who?.nhs, who?.telephone], [nhs, '07700 900001'])
      assert.deepEqual([appointment?.site, appointment?.clinic], ['Northfield walk-in centre', 'Urgent care'])
      assert.deepEqual([control, made], ['2d1c7e0c-77cb-4c8a-8a44-0a64d3a3b000', Date.parse('2026-06-01T12:00Z')])
    }
    assert.equal(said[0]?.event, 'booking-request new Appointment booked')
  })
})

describe('a patient in FHIR', () => {
  it('keeps what was sent as an NHS number and is none among the numbers', () => {
    const [valid, wrong] = ['9990000018', '9990000019'].map(value =>
      sayOne({ ...patient, identifier: [{ system: 'http://fhir.nhs.net/Id/nhs-number', value }] }),
    )
    assert.deepEqual([valid?.patient?.nhs, valid?.patient?.numbers], [nhs, []])
    assert.equal(wrong?.patient?.nhs, undefined)
    assert.deepEqual(wrong?.patient?.numbers[0]?.number, '9990000019')
  })

  it('is known by each number with the authority that gave it, the organisation’s code before the system', () => {
    const { patient: who } = sayOne(patient)
    assert.deepEqual(who?.numbers, [
      { number: 'RY4410', authority: 'https://fhir.royal.example/Id/hospital-number' },
      { number: 'RY9', authority: 'RZZ' },
    ])
    assert.deepEqual(who?.address, { lines: ['4 Elm Row', 'Westmoor'], postcode: 'ZZ99 3CZ' })
  })

  it('has died on the day that is sent, or is said to have died', () => {
    assert.equal(sayOne({ ...patient, deceasedDateTime: '2026-02-01' }).patient?.died, getDay('2026-02-01'))
    assert.equal(sayOne({ ...patient, deceasedBoolean: true }).patient?.died, 'yes')
    assert.equal(sayOne({ ...patient, deceasedBoolean: false }).patient?.died, undefined)
  })
})

describe('XML', () => {
  it('says the same as JSON, of every shape', () => {
    for (const resource of everyShape) assert.deepEqual(sayFhir(bytesOf(toXml(resource))), say(resource))
  })

  it('decodes the names that every XML knows, and no others', () => {
    const xml = toXml({ ...hospitalAppointment, description: 'A & B <"C">' }).replace('Imogen', '&#73;mogen&x;')
    const { appointment } = sayFhir(bytesOf(xml))?.[0] ?? {}
    assert.deepEqual([appointment?.purpose, appointment?.consultant], ['A & B <"C">', 'Dr Imogen&x; Vale'])
  })

  it('with a DOCTYPE is refused whole', () => {
    const xml = toXml(patient).replace('<!-- invented -->', '<!DOCTYPE x [<!ENTITY a "b">]>')
    assert.equal(sayFhir(bytesOf(xml)), undefined)
  })
})

describe('any bytes at all', () => {
  it('are said in some way, and end nothing', () => {
    tryFhirBytes(3000)
  })

  it('are never followed without end', () => {
    const deep = 200_000
    for (const text of [
      '['.repeat(deep) + ']'.repeat(deep),
      `{"resourceType":"Bundle","entry":${'['.repeat(deep)}${']'.repeat(deep)}}`,
      `<Patient>${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}</Patient>`,
    ])
      assert.equal(sayFhir(bytesOf(text)), undefined)
  })
})
