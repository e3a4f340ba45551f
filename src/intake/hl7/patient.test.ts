import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../calendar/day.ts'
import type { PatientSaid, Said } from '../feeds/said.ts'
import { sayHl7 } from './say.ts'
import { maya, msh, sch, segments } from './trial-messages.ts'

const sender = { charset: undefined, authority: 'ROYAL' }

const one = (bytes: Uint8Array): Said => sayHl7(bytes, sender)[0] ?? assert.fail('it says nothing')
const patient = (...lines: readonly string[]): PatientSaid =>
  one(segments(msh('ADT^A31'), ...lines)).patient ?? assert.fail('no patient')

const day = getDay('2026-11-12')

describe('the NHS number', () => {
  it('is in PID-3 by its authority or its type, or in PID-2 of old', () => {
    for (const pid of [
      'PID|||9990000018^^^NHS^NH',
      'PID|||R1^^^ROYAL~999 000 0018^^^NHS',
      'PID|||R1~9990000018^^^^NHS',
      'PID|||R1~9990000018^^^^HN',
      'PID|||9990000018^^^&2.16.840.1.113883.2.1.4.1&ISO',
      'PID||9990000018|R1',
      'PID||9990000018^NSTS01^^NHS^NHS|R1',
      'PID|||R1||||||||||||||||9990000018',
    ])
      assert.equal(patient(pid).nhs, '9990000018', pid)
  })
  it('is none where the digits do not fit; what was sent stays as a number', () => {
    const failing = patient('PID|||R1||||||||||||||||9990000019')
    assert.deepEqual([failing.nhs, failing.numbers.at(-1)], [undefined, { number: '9990000019', authority: 'NHS' }])
    assert.equal(patient('PID||^NSTS03^^NHS^NHS|R1').nhs, undefined)
  })
  it('is none where one digit stands ten times over, and that is nobody’s number', () => {
    const { nhs, numbers } = patient('PID|||R1~9999999999^^^NHS^NH')
    assert.deepEqual([nhs, numbers], [undefined, [{ number: 'R1', authority: 'ROYAL' }]])
  })
  it('is none where two are sent that both are one: a person looks', () => {
    const { nhs, numbers } = patient('PID||9990000018|R1~9990000026^^^NHS^NH')
    assert.equal(nhs, undefined)
    assert.deepEqual(
      numbers.filter(({ authority }) => authority === 'NHS').map(({ number }) => number),
      ['9990000026', '9990000018'],
    )
  })
})

describe('a patient', () => {
  it('has the numbers of hospitals with their authority, and the feed’s where none is sent', () => {
    assert.deepEqual(patient('PID||OLD7^^^ELSE|R1~D9^^^RXX12&1.2.3&ISO^MR~D9^^^RXX12').numbers, [
      { number: 'R1', authority: 'ROYAL' },
      { number: 'D9', authority: 'RXX12' },
      { number: 'OLD7', authority: 'ELSE' },
    ])
  })
  it('has the name in use, the home address and a number to ring', () => {
    const said = patient(
      'PID|||R1||OLD^NAME^^^^^M~ELLIS&of&Weir^MAYA^ROSE^^Miss^^L||19860506000000|2|||1 Work Rd^^^^ZZ1 1ZZ^^B~12 Weir Lane^Flat 2^NORTHMOOR^Northshire^NM4 2TT^^H||leah@example.org^NET~^NET^^x@example.org~07700900123^PRS',
    )
    assert.equal(said.name, 'MAYA ROSE ELLIS')
    assert.equal(said.born, getDay('1986-05-06'))
    assert.deepEqual(said.address, {
      lines: ['12 Weir Lane', 'Flat 2', 'NORTHMOOR', 'Northshire'],
      postcode: 'NM4 2TT',
    })
    assert.equal(said.telephone, '07700900123')
  })
  it('has nothing where the null of HL7 stands', () => {
    const { name, address, telephone, born } = patient('PID|||R1||""||""|""|||""^""||""^BUSINESS')
    assert.deepEqual([name, address, telephone, born], [undefined, undefined, undefined, undefined])
  })
  it('has died on a day, or is said to have, or is said not to have', () => {
    const died = (day29: string, said: string) => patient(`PID|||R1${'|'.repeat(26)}${day29}|${said}`).died
    assert.equal(died('202611120315', ''), day)
    assert.equal(died('', 'Y'), 'yes')
    assert.equal(died('20261112', 'N'), undefined)
    assert.equal(died('""', 'N'), undefined)
  })
  it('is found before SCH, after it, and nobody where there is none', () => {
    assert.equal(one(segments(msh('SIU^S12'), maya, sch())).patient?.name, 'MAYA ELLIS')
    assert.equal(one(segments(msh('SIU^S12'), sch(), maya)).patient?.name, 'MAYA ELLIS')
    const nobody = one(segments(msh('SIU^S14'), sch()))
    assert.deepEqual([nobody.patient, nobody.appointment?.act], [undefined, 'changed'])
  })
  it('may be one of several of one message, each with an own place', () => {
    const said = sayHl7(
      segments(
        msh('SIU^S12'),
        sch(),
        maya,
        'PV1||O|A1',
        'PID|||R2||ELLIS^JOE',
        'PV1||O|A2',
        'RGS|1',
        'AIG|1||Hart, Inga',
      ),
      sender,
    )
    assert.deepEqual(
      said.map(({ patient, appointment }) => [patient?.name, appointment?.clinic, appointment?.consultant]),
      [['MAYA ELLIS', 'A1', 'Hart, Inga'], ['ELLIS', 'A2', 'Hart, Inga'].with(0, 'JOE ELLIS')],
    )
  })
})

describe('a merge', () => {
  it('says which numbers are kept and which are gone, each pair by itself', () => {
    const bytes = segments(
      msh('ADT^A40'),
      'EVN|A40|20261104093000',
      'PID|||R1^^^ROYAL',
      'MRG|R2~R3^^^OLD',
      'PID|||R5',
      'MRG|R6',
    )
    assert.deepEqual(
      sayHl7(bytes, sender).map(({ merge }) => merge),
      [
        {
          kept: [{ number: 'R1', authority: 'ROYAL' }],
          gone: [
            { number: 'R2', authority: 'ROYAL' },
            { number: 'R3', authority: 'OLD' },
          ],
        },
        { kept: [{ number: 'R5', authority: 'ROYAL' }], gone: [{ number: 'R6', authority: 'ROYAL' }] },
      ],
    )
  })
  it('is none without both', () => {
    assert.equal(one(segments(msh('ADT^A40'), 'PID|||R1')).merge, undefined)
    assert.equal(one(segments(msh('ADT^A31'), 'PID|||R1', 'MRG|R2')).merge, undefined)
  })
})
