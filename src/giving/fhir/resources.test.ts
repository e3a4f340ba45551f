import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type * as R4 from '@medplum/fhirtypes'
import { getDay } from '../../calendar/day.ts'
import { derive } from '../../duties/derive.ts'
import { readFhir } from '../../intake/fhir/read-fhir.ts'
import { picture } from '../../record/picture.ts'
import { readEntry } from '../../record/read-entry.ts'
import { namesIn } from '../../record/wording.ts'
import { type appointmentResource, appointmentsIn } from './appointment.ts'
import { type carePlanResource, carePlansIn, type flagResource, flagsIn } from './care-plan.ts'
import { type careTeamResource, careTeamsIn } from './care-team.ts'
import type { communicationResource } from './communication.ts'
import { type medicationResource, medicationsIn } from './medication.ts'
import { type patientResource, patientsIn } from './patient.ts'
import { type Found, idOf, type Look } from './resource.ts'
import { type taskResource, tasksIn } from './task.ts'
import { toXml } from './write-xml.ts'

/* What is given out has the shape of R4: this does not compile where it has not. */

type IsShaped<Own, Theirs> = Own extends Theirs ? true : never
const shaped: readonly [
  IsShaped<ReturnType<typeof patientResource>, R4.Patient>,
  IsShaped<ReturnType<typeof appointmentResource>, R4.Appointment>,
  IsShaped<ReturnType<typeof careTeamResource>, R4.CareTeam>,
  IsShaped<ReturnType<typeof carePlanResource>, R4.CarePlan>,
  IsShaped<ReturnType<typeof flagResource>, R4.Flag>,
  IsShaped<ReturnType<typeof taskResource>, R4.Task>,
  IsShaped<ReturnType<typeof communicationResource>, R4.Communication>,
  IsShaped<ReturnType<typeof medicationResource>, R4.MedicationStatement>,
] = [true, true, true, true, true, true, true, true]

const lines = [
  {
    kind: 'person',
    person: 'ada',
    name: 'Ada Fell & Co',
    born: '2020-05-01',
    as: 'child',
    subject: 'yes',
    nhs: '999 000 0018',
  },
  { kind: 'person', person: 'unborn', as: 'unborn', expected: '2026-12-01' },
  { kind: 'lives-at', on: '2025-01-01', by: 'gp', person: 'ada', address: '4 Elm Row, Westmoor' },
  { kind: 'worker-starts', on: '2026-01-01', by: 'hospital/royal', role: 'consultant', practitioner: 'Dr Imogen Vale' },
  { kind: 'plan-agreed', on: '2026-02-01', by: 'social-care', plan: 'p', type: 'child-protection' },
  { kind: 'plan-agreed', on: '2026-02-01', by: 'social-care', plan: 'q', type: 'early-help', child: 'unborn' },
  {
    kind: 'appointment-booked',
    on: '2026-03-01',
    by: 'hospital/royal',
    appointment: 'a1',
    clinic: 'Asthma',
    when: '2026-03-20 09:30',
    purpose: 'Inhalers',
  },
  { kind: 'was-not-brought', on: '2026-03-20', by: 'hospital/royal', appointment: 'a1' },
  { kind: 'appointment-excused', on: '2026-03-22', by: 'hospital/royal', appointment: 'a1', because: 'no-transport' },
  { kind: 'appointment-booked', on: '2026-03-01', by: 'hospital/royal', appointment: 'a2', when: '2026-07-01' },
  { kind: 'appointment-booked', on: '2026-03-01', by: 'hospital/royal', appointment: 'a3', when: '2026-07-02 10:00' },
  { kind: 'appointment-cancelled', on: '2026-03-05', by: 'hospital/royal', appointment: 'a3', cancelledBy: 'clinic' },
  {
    kind: 'appointment-booked',
    on: '2026-03-01',
    by: 'hospital/royal',
    appointment: 'a4',
    when: '2026-07-03',
    person: 'bea',
  },
  { kind: 'instruction', on: '2026-03-02', by: 'hospital/royal', medicine: 'Salbutamol', dose: '2 puffs' },
  { kind: 'instruction', on: '2026-03-03', by: 'gp', medicine: 'salbutamol', dose: '4 Puffs' },
  { kind: 'instruction', on: '2026-03-03', by: 'gp', medicine: 'Montelukast', dose: '4 mg at night' },
]

const entries = lines.map(line => {
  const read = readEntry(line)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.entry
})
const stands = picture(entries)
const look: Look = {
  family: { id: 'bcdfghjkmn' },
  day: getDay('2026-06-01'),
  stands,
  duties: derive(stands),
  name: namesIn(stands.people, stands.subject[0]),
}
const partsOf = ({ resource }: Found): Readonly<Record<string, unknown>> => ({ ...resource })
const one = ([held]: readonly Found[]): Readonly<Record<string, unknown>> => {
  if (held === undefined) throw new Error('nothing is given')
  return partsOf(held)
}

const appointment = (own: string) =>
  one(appointmentsIn(look).filter(({ id }) => id === idOf(look.family.id, 'Appointment', own)))

describe('a resource that is given out', () => {
  it('has the shape of R4, which the types of somebody else say', () => {
    assert.equal(shaped.length, 8)
  })

  it('names nobody in its id, and names the same thing always by the same', () => {
    const all = [patientsIn, appointmentsIn, careTeamsIn, carePlansIn, flagsIn, tasksIn, medicationsIn].flatMap(make =>
      make(look),
    )
    for (const { id, resource } of all)
      assert.deepEqual([/^bcdfghjkmn-[0-9a-f]{12}$/u.test(id), resource.id], [true, id])
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length)
  })

  it('is of a child who is born: of one who is not, nothing', () => {
    const { identifier, birthDate, name, address } = one(patientsIn(look))
    assert.equal(patientsIn(look).length, 1)
    assert.deepEqual(identifier, [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' }])
    assert.deepEqual([birthDate, name], ['2020-05-01', [{ use: 'usual', text: 'Ada Fell & Co' }]])
    assert.deepEqual(address, [{ use: 'home', text: '4 Elm Row, Westmoor' }])
    assert.deepEqual([carePlansIn(look).length, careTeamsIn(look).length], [1, 1])
  })

  it('says beside a miss that it does not count', () => {
    const { status, comment, start, description } = appointment('a1')
    assert.deepEqual(
      [status, comment, start, description],
      ['noshow', 'It does not count: no transport', '2026-03-20T09:30:00.000Z', 'Inhalers'],
    )
  })

  it('says of a day without a time that the time is not known, and who cancelled', () => {
    const { status, requestedPeriod, start, _start } = appointment('a2')
    assert.deepEqual(
      [status, requestedPeriod, start],
      ['booked', [{ start: '2026-07-01', end: '2026-07-01' }], undefined],
    )
    assert.match(JSON.stringify(_start), /data-absent-reason/u)
    const { status: other, cancelationReason } = appointment('a3')
    assert.equal(other, 'cancelled')
    assert.match(JSON.stringify(cancelationReason), /"prov".*Cancelled by the clinic/u)
  })

  it('is no appointment of an adult’s own', () => {
    assert.equal(appointmentsIn(look).length, 3)
  })

  it('is a flag for the plan that hospitals ask for, until it ends', () => {
    assert.deepEqual(one(flagsIn(look))['status'], 'active')
    assert.match(JSON.stringify(one(carePlansIn(look))), /342191000000101/u)
  })

  it('gives no dose of a medicine about which words differ, and each in its own words of one that does not', () => {
    const of = (name: string) =>
      medicationsIn(look)
        .map(partsOf)
        .filter(one => JSON.stringify(one['medicationCodeableConcept']).toLowerCase().includes(name))
    assert.deepEqual(
      of('salbutamol').map(one => [one['dosage'], JSON.stringify(one['note']).includes('ask who prescribes')]),
      [
        [undefined, true],
        [undefined, true],
      ],
    )
    assert.deepEqual(
      of('montelukast').map(one => [one['status'], one['dosage'], one['note']]),
      [['active', [{ text: '4 mg at night' }], undefined]],
    )
  })

  it('says of a duty whose it is, by when, and where its clock comes from', () => {
    const tasks = tasksIn(look).map(partsOf)
    assert.ok(tasks.length > 3)
    for (const { note, restriction, code } of tasks) {
      assert.match(JSON.stringify(note), /\((?:statutory|local procedure|local setting)\)"/u)
      assert.match(JSON.stringify(restriction), /"end":"\d{4}-/u)
      assert.match(JSON.stringify(code), /urn:holdfast:rule/u)
    }
  })

  it('is read back from its XML as it was', () => {
    const [found] = patientsIn(look)
    const read = readFhir(new TextEncoder().encode(toXml({ resourceType: 'Patient', ...found?.resource })))
    assert.ok('resource' in read)
    assert.deepEqual(read.resource['name'], { use: 'usual', text: 'Ada Fell & Co' })
    const odd = toXml({ resourceType: 'Basic', id: 'a\u0000\n"<\ud800' })
    assert.ok(odd.includes('<id value="a&#10;&quot;&lt;\ufffd"/>'), odd)
  })
})
