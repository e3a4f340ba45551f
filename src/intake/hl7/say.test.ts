import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../calendar/day.ts'
import { momentAt } from '../../calendar/moment.ts'
import type { Act, AppointmentSaid, Said } from '../feeds/said.ts'
import { sayHl7 } from './say.ts'
import { maya, missed, msh, sch, segments, visit } from './trial-messages.ts'

const sender = { charset: undefined, authority: 'ROYAL' }

const one = (bytes: Uint8Array): Said => {
  const [said, ...others] = sayHl7(bytes, sender)
  assert.ok(said)
  assert.equal(others.length, 0)
  return said
}
const appointment = (bytes: Uint8Array): AppointmentSaid => one(bytes).appointment ?? assert.fail('no appointment')

const day = getDay('2026-11-12')
const at = (clock: string) => ({ day, at: momentAt(day, clock) })

describe('an S26', () => {
  it('says that nobody came, with all that it knows of the appointment', () => {
    assert.deepEqual(one(missed()), {
      control: 'M26',
      event: 'SIU^S26',
      made: momentAt(day, '17:00'),
      patient: {
        numbers: [{ number: 'R4471', authority: 'ROYAL' }],
        nhs: '9990000018',
        name: 'MAYA ELLIS',
        born: getDay('2019-06-04'),
        address: { lines: ['12 Weir Lane', 'NORTHMOOR'], postcode: 'NM4 2TT' },
        telephone: '07700900123',
        died: undefined,
      },
      appointment: {
        act: 'missed',
        numbers: [
          { number: '88001', authority: undefined },
          { number: 'V5501', authority: 'ROYALVISIT' },
        ],
        start: at('10:30'),
        end: at('11:00'),
        clinic: 'RY Metabolic OPD, Metabolic review',
        site: 'RY MAIN',
        consultant: 'Dr Inga Hart',
        purpose: 'Metabolic review',
        // The event wins; that the status says otherwise is kept.
        codes: [{ place: 'SCH-25', code: 'Cancelled', words: undefined }],
      },
      merge: undefined,
    })
  })
  it('with only its number still says it, and of whom', () => {
    const said = one(segments(msh('SIU^S26'), 'PID|||R4471^^^ROYAL^MRN||ELLIS^MAYA', 'SCH|88001'))
    assert.deepEqual(said.appointment?.numbers, [{ number: '88001', authority: undefined }])
    assert.deepEqual(
      [said.appointment?.act, said.appointment?.start, said.patient?.name],
      ['missed', undefined, 'MAYA ELLIS'],
    )
  })
})

describe('an event', () => {
  it('says by itself what became of the appointment', () => {
    const acts: Readonly<Record<string, Act | undefined>> = {
      'SIU^S12': 'booked',
      'SIU^S13': 'moved',
      'SIU^S14': 'changed',
      'SIU^S15': 'cancelled',
      'SIU^S17': 'mistaken',
      'SIU^S26': 'missed',
      'SIU^S26^SIU_S12': 'missed',
      'SIU^Z02': 'attended',
      'SIU^Z77': undefined,
      'SIU^S23': undefined,
      SIU_S26: 'missed',
      'SIU^^SIU_S15': 'cancelled',
      'ORU^R01': undefined,
      'ADT^A01': undefined,
    }
    for (const [event, act] of Object.entries(acts))
      assert.equal(one(segments(msh(event), sch(), maya)).appointment?.act, act, event)
    assert.equal(one(segments(msh('SIU^Z05'), sch('Checked Out'), maya)).appointment?.act, 'attended')
  })
  it('is named by EVN-1 where MSH-9 has the half of it', () => {
    const said = one(segments(msh('ADT'), 'EVN|A38', maya, 'PV1||O', 'PV2||||||||20261112'))
    assert.deepEqual([said.event, said.appointment?.act], ['ADT^A38', 'cancelled'])
  })
  it('may say in EVN-4 what it stands for', () => {
    assert.equal(appointment(visit('A05', { reason: 'APPT_NEW' })).act, 'booked')
    assert.equal(appointment(visit('A05', { reason: 'APPT_CANCEL' })).act, 'cancelled')
    assert.equal(appointment(visit('A38', { reason: 'OPT-V' })).act, 'cancelled')
  })
  it('of which we know nothing says no more than who sent it about whom', () => {
    const said = one(segments(msh('ORU^R01', 'X9'), maya, 'OBX|1|NM|Q1||7'))
    assert.deepEqual([said.control, said.event, said.appointment, said.merge], ['X9', 'ORU^R01', undefined, undefined])
  })
})

describe('a booking by A05', () => {
  it('has its start in PV2-8, its number in PV1-19, its consultant in PV1-9 and codes of the supplier in ZU3', () => {
    assert.deepEqual(appointment(visit('A05')), {
      act: 'booked',
      numbers: [{ number: 'NF-OP2611001AP', authority: undefined }],
      start: at('10:30'),
      end: undefined,
      clinic: 'NF-CH-12, Children clinic, Dr Osei, room 12',
      site: 'RXX12',
      consultant: 'Mr Kofi Osei',
      purpose: undefined,
      codes: [
        { place: 'ZU3-3', code: 'NS', words: undefined },
        { place: 'ZU3-4', code: 'NOOUT', words: undefined },
        { place: 'ZU3-13', code: 'NS', words: 'Reason Not Set' },
      ],
    })
    assert.deepEqual(one(visit('A05')).patient?.numbers, [{ number: 'D900017', authority: 'RXX12' }])
  })
  it('is cancelled by A38, with the reason as it was sent', () => {
    const { act, codes } = appointment(visit('A38', { zu3: '4|""||||||||2|^^^SICK^By hospital - doctor unfit' }))
    assert.equal(act, 'cancelled')
    assert.deepEqual(codes, [
      { place: 'ZU3-3', code: '4', words: undefined },
      { place: 'ZU3-13', code: 'SICK', words: 'By hospital - doctor unfit' },
    ])
    const none = appointment(visit('A38', { zu3: 'NO|""||||||||2|^^^""^Not Set (default)' }))
    assert.deepEqual(none.codes.at(-1), { place: 'ZU3-13', code: 'Not Set (default)', words: undefined })
  })
  it('is moved by an A38 that calls itself an update: the new day is in it, and the number is the old one', () => {
    const moved = appointment(visit('A38', { reason: 'OPT-U', start: '20261113143000' }))
    assert.equal(moved.act, 'moved')
    assert.equal(moved.start?.day, day + 1)
  })
})

describe('an update or an arrival', () => {
  const pv1 = (kind: string) => `PV1||${kind}|NF-CH-12||||||||||||||||NF-OP2611001AP`
  const act = (event: string, ...lines: readonly string[]) =>
    one(segments(msh(event), `EVN|${event.slice(4)}`, maya, ...lines)).appointment?.act
  it('is about an appointment where it says something of one', () => {
    assert.equal(act('ADT^A08', pv1('O'), 'PV2||||||||20261112103000', 'ZU3|||1'), 'changed')
    assert.equal(act('ADT^A08', pv1('O'), 'ZU3|||5'), 'changed')
    assert.equal(act('ADT^A04', pv1('O')), 'arrived')
  })
  it('is about no appointment where it tells of a bed, an emergency or only of a person', () => {
    assert.equal(act('ADT^A08', pv1('I'), 'PV2||||||||20261112103000'), undefined)
    assert.equal(act('ADT^A04', pv1('E')), undefined)
    assert.equal(act('ADT^A08', pv1('O')), undefined)
    assert.equal(act('ADT^A04'), undefined)
    assert.equal(act('ADT^A31', pv1('O'), 'PV2||||||||20261112103000'), undefined)
  })
})

describe('the parts of an appointment', () => {
  const of = (...lines: readonly string[]) => appointment(segments(msh('SIU^S12'), ...lines))
  it('have their start in SCH-11, in TQ1-7 where that is there, else in AIS-4', () => {
    assert.deepEqual(of('SCH|1||||||||||^^^20261112103000^20261112110000').start, at('10:30'))
    const both = of(
      'SCH|1||||||||||2^^2 hours^20251112103000^20251112110000',
      'TQ1|||||||20261112103000|20261112112000',
    )
    assert.deepEqual([both.start, both.end], [at('10:30'), at('11:20')])
    assert.deepEqual(of('SCH|1', 'RGS|1', 'AIS|1|A|Scan||20261112103000').start, undefined)
    assert.deepEqual(of('SCH|1', 'RGS|1', 'AIS|1|A|Scan|20261112103000').start, at('10:30'))
  })
  it('have an end by their length where none is sent, or one that is before the start', () => {
    assert.deepEqual(of('SCH|1||||||||30|MINUTES|^^^20261112103000').end, at('11:00'))
    assert.deepEqual(of('SCH|1||||||||45|M|^^^20261112103000^20251112110000').end, at('11:15'))
    assert.equal(of('SCH|1||||||||60|s|^^^20261112103000').end, undefined)
  })
  it('have their numbers from SCH-2, SCH-1 and PV1-19', () => {
    const { numbers } = of('SCH|11^PLACER|22^FILLER', 'PV1||O|||||||||||||||||33^^^VISIT')
    assert.deepEqual(numbers, [
      { number: '22', authority: 'FILLER' },
      { number: '11', authority: 'PLACER' },
      { number: '33', authority: 'VISIT' },
    ])
    assert.deepEqual(of('SCH||22').numbers, [{ number: '22', authority: undefined }])
  })
  it('have their clinic in PV1-3, AIL-3, ZBX-5 or SCH-7, whichever is there', () => {
    assert.equal(of('SCH|1||||||Asthma', 'PV1||O|^^^^^^^^New health centre').clinic, 'New health centre')
    assert.equal(of('SCH|1||||||Asthma', 'PV1||O|GEN34^^^^^^^^General clinic').clinic, 'General clinic (GEN34)')
    assert.equal(of('SCH|1||||||Asthma', 'AIL|1||055^Room01^^Main site').clinic, '055')
    assert.equal(of('SCH|1||||||Asthma', 'AIL|1||055^Room01^^Main site').site, 'Main site')
    assert.equal(
      of('SCH|1', 'ZBX|1|CE|CLINIC_CODE_INFO||GEN34^General clinic', 'PV1||O').clinic,
      'General clinic (GEN34)',
    )
    assert.equal(of('SCH|1', 'ZBX|1|CE|TRANSPORT||Y').clinic, undefined)
    assert.equal(of('SCH|1||||||^Asthma').clinic, 'Asthma')
    assert.equal(of('SCH|1||||||^Asthma').purpose, 'Asthma')
  })
  it('have their consultant by name before a code, and a thing is none', () => {
    assert.equal(of('SCH|1', 'PV1||O|||||""||C77^Osei^Kofi').consultant, 'Kofi Osei')
    assert.equal(of('SCH|1', 'PV1||O|||||C77', 'AIP|1||C88^Hart^Inga^^^Dr').consultant, 'Dr Inga Hart')
    assert.equal(of('SCH|1', 'AIG|1||Hart, Inga').consultant, 'Hart, Inga')
    assert.equal(of('SCH|1', 'AIG|1|A|5001^Scanner|101^Equipment').consultant, undefined)
    assert.equal(of('SCH|1', 'PV1||O|||||C77', 'AIG|1||Hart, Inga').consultant, 'C77')
  })
  it('have every code with its place', () => {
    const { codes } = of('SCH|1|||||CLINIC^Cancelled by clinic||NEW|||||||||||||||||^Booked')
    assert.deepEqual(codes, [
      { place: 'SCH-25', code: 'Booked', words: undefined },
      { place: 'SCH-6', code: 'CLINIC', words: 'Cancelled by clinic' },
      { place: 'SCH-8', code: 'NEW', words: undefined },
    ])
  })
})

describe('when a message was made', () => {
  it('is what EVN-2 says, else MSH-7', () => {
    const made = (evn: string) => one(segments(msh('ADT^A31', 'C', '20261112170000'), evn, maya)).made
    assert.equal(made('EVN|A31|20261112110000'), momentAt(day, '11:00'))
    assert.equal(made('EVN|A31|20261112'), momentAt(day, '17:00'))
    assert.equal(made('EVN|A31|196513121515'), momentAt(day, '17:00'))
  })
})
