import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../calendar/day.ts'
import type { PersonId } from '../../record/field.ts'
import { type Before, came, played, rows, type Short, s12, s13, s14, s15, s26 } from './invented-messages.ts'

/** Of each line its kind, its appointment where it is not the first, and what tells who did it. */
const linesOf = (messages: readonly Short[], before: Before = { rows }): readonly string[] =>
  played(messages, before).written.map(line =>
    [
      ...[line['kind'], String(line['appointment']).replace(/^royal:A1/u, '')],
      ...[line['cancelledBy'], line['movedBy'], line['to'] ?? line['when'], line['seen'], line['barrier']],
      ...['insteadOf', 'movedTo'].flatMap(field => (line[field] === undefined ? [] : [`${field} ${line[field]}`])),
    ]
      .filter(part => part !== undefined && part !== '')
      .join(' '),
  )
const asksOf = (messages: readonly Short[], before: Before = { rows }) => played(messages, before).asks.at(-1)

const booked = 'appointment-booked 2026-06-10 10:00'

/** Every case of decision 0023: the messages, the lines that they write, and what the last asks of a person. */
const cases: Readonly<
  Record<string, readonly [messages: readonly Short[], lines: readonly string[], asks?: readonly string[]]>
> = {
  booked: [[s12], [booked]],
  'booked twice, by the same message': [[s12, s12], [booked]],
  'booked, and nothing changed': [[s12, s14], [booked]],
  moved: [
    [s12, s13],
    [booked, 'appointment-moved 2026-06-12 10:00'],
  ],
  'moved by the clinic': [
    [s12, { ...s13, codes: ['ZU3-13 MOVED'] }],
    [booked, 'appointment-moved clinic 2026-06-12 10:00'],
  ],
  'moved by the family': [
    [s12, { ...s13, codes: ['ZU3-13 PAT'] }],
    [booked, 'appointment-moved family 2026-06-12 10:00'],
  ],
  'moved, before anybody booked it': [[s13], ['appointment-booked 2026-06-12 10:00']],
  'moved by a message that only says “changed”': [
    [s12, { ...s14, start: '2026-06-20 10:00' }],
    [booked, 'appointment-moved 2026-06-20 10:00'],
  ],
  'moved without a day': [[{ act: 'moved', made: '2026-05-10 09:00' }], [], ['no-day']],
  'cancelled, nobody says by whom': [
    [s12, s15],
    [booked, 'appointment-cancelled other'],
  ],
  'cancelled by the family': [
    [s12, { ...s15, codes: ['ZU3-13 PAT'] }],
    [booked, 'appointment-cancelled family'],
  ],
  'cancelled by the clinic': [
    [s12, { ...s15, codes: ['ZU3-13 HOSP'] }],
    [booked, 'appointment-cancelled clinic'],
  ],
  'cancelled, for want of a lift': [
    [s12, { ...s15, codes: ['ZU3-13 LIFT'] }],
    [booked, 'appointment-cancelled family no-transport'],
  ],
  'cancelled by a code that nobody knows': [
    [s12, { ...s15, codes: ['ZU3-13 XX'] }],
    [booked, 'appointment-cancelled other'],
  ],
  'cancelled twice': [
    [s12, s15, { ...s15, made: '2026-05-12 09:05' }],
    [booked, 'appointment-cancelled other'],
  ],
  'cancelled, and then it is said by whom': [
    [s12, s15, { ...s15, made: '2026-05-13 09:00', codes: ['ZU3-13 HOSP'] }],
    [booked, 'appointment-cancelled other', 'appointment-cancelled clinic'],
  ],
  'cancelled, before anybody booked it': [
    [{ ...s15, start: '2026-06-10 10:00' }],
    ['appointment-cancelled other 2026-06-10 10:00'],
  ],
  'cancelled, of no known day': [[s15], [], ['no-day']],
  'cancelled after a miss': [
    [s12, s26, { ...s15, made: '2026-06-11 09:00' }],
    [booked, 'was-not-brought'],
  ],
  'cancelled though they came': [
    [s12, came, { ...s15, made: '2026-06-11 09:00' }],
    [booked, 'attended'],
    ['against-outcome'],
  ],
  missed: [
    [s12, s26],
    [booked, 'was-not-brought'],
  ],
  'missed twice, by the same message': [
    [s12, s26, s26],
    [booked, 'was-not-brought'],
  ],
  'missed without a day, of a known appointment': [
    [s12, { act: 'missed', made: '2026-06-10 17:00' }],
    [booked, 'was-not-brought'],
  ],
  'missed, of an unknown appointment': [[s26], ['was-not-brought']],
  'missed, of an unknown appointment and day': [[{ act: 'missed', made: '2026-06-10 17:00' }], [], ['no-day']],
  'missed, on a day that is still to come': [[{ ...s26, start: '2027-01-10 10:00' }], [], ['not-come-yet']],
  'missed, and a code says cancelled': [
    [s12, { ...s26, codes: ['SCH-25 Cancelled'] }],
    [booked, 'was-not-brought'],
    ['event-against-code'],
  ],
  'missed, and a code says booked': [
    [s12, { ...s26, codes: ['SCH-25 wait'] }],
    [booked, 'was-not-brought'],
  ],
  'missed, and a code says that they came too late': [
    [s12, { ...s26, codes: ['SCH-25 7'] }],
    [booked, 'was-not-brought'],
    ['event-against-code'],
  ],
  'missed by a code alone': [
    [s12, { ...s14, made: '2026-06-10 17:00', codes: ['SCH-25 5'] }],
    [booked, 'was-not-brought'],
  ],
  'missed though it was cancelled': [[s12, s15, s26], [booked, 'appointment-cancelled other'], ['against-outcome']],
  'missed though they came': [
    [s12, came, { ...s26, made: '2026-06-10 18:00' }],
    [booked, 'attended'],
    ['against-outcome'],
  ],
  'booked before, heard of after the miss': [
    [s26, s12],
    ['was-not-brought', booked],
  ],
  'taken up again after a miss': [
    [s12, s26, { ...s13, made: '2026-06-11 09:00', start: '2026-07-01 10:00' }],
    [booked, 'was-not-brought', 'appointment-booked /2 2026-07-01 10:00'],
  ],
  'taken up again after a miss, and missed again': [
    [
      ...[s12, s26, { ...s13, made: '2026-06-11 09:00', start: '2026-06-20 10:00' }],
      { ...s26, made: '2026-06-20 17:00', start: '2026-06-20 10:00' },
    ],
    [booked, 'was-not-brought', 'appointment-booked /2 2026-06-20 10:00', 'was-not-brought /2'],
  ],
  'changed after a miss, for the day that it was': [
    [s12, s26, { ...s14, made: '2026-06-11 09:00' }],
    [booked, 'was-not-brought'],
  ],
  'taken up again after it was cancelled': [
    [s12, s15, { ...s12, made: '2026-05-20 09:00', start: '2026-07-01 10:00' }],
    [booked, 'appointment-cancelled other', 'appointment-booked /2 2026-07-01 10:00'],
  ],
  'cancelled, and booked anew under another number within minutes': [
    [s12, s15, { ...s12, n: ['A2'], made: '2026-05-12 09:04', start: '2026-06-20 10:00' }],
    [booked, 'appointment-cancelled other', 'appointment-booked royal:A2 2026-06-20 10:00 insteadOf royal:A1'],
  ],
  'booked anew, and the first cancelled within minutes': [
    [s12, { ...s12, n: ['A2'], made: '2026-05-12 08:58', start: '2026-06-20 10:00' }, s15],
    [booked, 'appointment-booked royal:A2 2026-06-20 10:00', 'appointment-cancelled other movedTo royal:A2'],
  ],
  'cancelled, and another clinic booked within minutes': [
    [s12, s15, { ...s12, n: ['A2'], clinic: 'Eye clinic', made: '2026-05-12 09:04', start: '2026-06-20 10:00' }],
    [booked, 'appointment-cancelled other', 'appointment-booked royal:A2 2026-06-20 10:00'],
  ],
  'cancelled, and booked anew the next day': [
    [s12, s15, { ...s12, n: ['A2'], made: '2026-05-13 09:04', start: '2026-06-20 10:00' }],
    [booked, 'appointment-cancelled other', 'appointment-booked royal:A2 2026-06-20 10:00'],
  ],
  came: [
    [s12, came],
    [booked, 'attended'],
  ],
  'came to the desk': [
    [s12, { ...came, act: 'arrived' }],
    [booked, 'attended'],
  ],
  'came, of an unknown appointment': [[came], ['attended']],
  'came too late to be seen': [
    [s12, { ...came, codes: ['SCH-25 7'] }],
    [booked, 'attended no'],
  ],
  'came, by a code alone': [
    [s12, { ...s14, made: '2026-06-10 11:00', codes: ['SCH-25 6'] }],
    [booked, 'attended'],
  ],
  'came, though a miss was sent': [
    [s12, s26, { ...came, made: '2026-06-10 18:00' }],
    [booked, 'was-not-brought', 'attended'],
    ['against-outcome'],
  ],
  'a code that nobody knows, before the day': [[s12, { ...s14, codes: ['SCH-25 9'] }], [booked]],
  'a code that nobody knows, after the day': [
    [s12, { ...s14, made: '2026-06-11 09:00', codes: ['SCH-25 9'] }],
    [booked, 'outcome-not-known'],
  ],
  'a code that nobody knows, twice': [
    [
      ...[s12, { ...s14, made: '2026-06-11 09:00', codes: ['SCH-25 9'] }],
      { ...s14, made: '2026-06-12 09:00', codes: ['SCH-25 9'] },
    ],
    [booked, 'outcome-not-known'],
  ],
  'a move that is older than the one that is held': [
    [s12, { ...s13, made: '2026-05-20 09:00', start: '2026-06-20 10:00' }, s13],
    [booked, 'appointment-moved 2026-06-20 10:00'],
  ],
  'a cancellation that is older than the move that is held': [
    [s12, { ...s13, made: '2026-05-20 09:00', start: '2026-06-20 10:00' }, s15],
    [booked, 'appointment-moved 2026-06-20 10:00'],
  ],
  'a miss that is older than the day that is held': [
    [s12, { ...s13, made: '2026-06-11 09:00', start: '2026-07-01 10:00' }, s26],
    [booked, 'appointment-moved 2026-07-01 10:00'],
    ['older-miss'],
  ],
  'entered by mistake': [
    [s12, { act: 'mistaken', made: '2026-05-12 09:00' }],
    [booked, 'appointment-cancelled clinic'],
  ],
  'a message that says only the number, and leaves the rest': [
    [s12, { act: 'changed', made: '2026-05-12 09:00' }],
    [booked],
  ],
  'without a number, known by its day': [
    [
      { ...s12, n: [] },
      { ...s26, n: [] },
    ],
    ['appointment-booked royal:2026-06-10 10:00:maya 2026-06-10 10:00', 'was-not-brought royal:2026-06-10 10:00:maya'],
  ],
  'by a second number that came with the first': [
    [
      { ...s12, n: ['A1', 'B9'] },
      { ...s26, n: ['B9'] },
    ],
    [booked, 'was-not-brought'],
  ],
}

describe('what becomes of a message', () => {
  for (const [name, [messages, lines, asks = []]] of Object.entries(cases))
    it(name, () => {
      assert.deepEqual(linesOf(messages), lines)
      assert.deepEqual(asksOf(messages), asks)
    })

  it('is written for an appointment that somebody wrote down by hand, where it is surely that', () => {
    const hand = {
      ...{ kind: 'appointment-booked', on: '2026-05-01', by: 'hospital/royal', clinic: 'kidney clinic' },
      ...{ appointment: 'kidney-3', when: '2026-06-10' },
    }
    const { written } = played([{ ...s26, clinic: 'Kidney Clinic' }], { lines: [hand] })
    assert.deepEqual(
      written.map(line => line['appointment']),
      ['kidney-3'],
    )
    const other = played([{ ...s26, clinic: 'Eye clinic' }], { lines: [hand] })
    assert.deepEqual(
      other.written.map(line => line['appointment']),
      ['royal:A1'],
    )
  })

  it('is "not brought" for a child who is brought, and "did not attend" for whoever comes alone', () => {
    const kinds = (whose: Before['whose']) =>
      played([s26], whose === undefined ? {} : { whose }).written.map(line => line['kind'])
    const born = (text: string) => ({ child: 'maya' as PersonId, mother: undefined, born: getDay(text) })
    assert.deepEqual(kinds(born('2010-06-11')), ['was-not-brought'])
    assert.deepEqual(kinds(born('2010-06-10')), ['did-not-attend'])
    const mother = { child: 'unborn' as PersonId, mother: 'leah' as PersonId, born: undefined }
    assert.deepEqual(kinds(mother), ['did-not-attend'])
  })

  it('is of the series of its clinic, where the record has one', () => {
    const series = {
      kind: 'series-started',
      on: '2026-04-01',
      by: 'hospital/royal',
      series: 'kidney',
      clinic: 'kidney clinic',
    }
    const unknown = { ...s14, made: '2026-06-11 09:00', clinic: 'Kidney clinic', codes: ['SCH-25 9'] }
    const { written } = played([s12, unknown], { rows, lines: [series] })
    assert.deepEqual(
      written.map(line => [line['kind'], line['series']]),
      [
        ['appointment-booked', 'kidney'],
        ['outcome-not-known', undefined],
      ],
    )
  })

  it('keeps the code as it was sent beside what it was taken for', () => {
    const { written } = played([s12, { ...s26, codes: ['SCH-25 5', 'ZU3-3 9'] }], { rows })
    assert.equal(written.at(-1)?.['code'], 'SCH-25 5, ZU3-3 9')
  })
})
