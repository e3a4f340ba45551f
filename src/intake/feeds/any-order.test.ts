import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { getDay } from '../../calendar/day.ts'
import { isCounted, offeredTo } from '../../record/offered.ts'
import { played, rows, type Short } from './invented-messages.ts'

const at = (text: string, minutes: number): string =>
  `${text} ${String(9 + (minutes % 9)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const codes = [
  'SCH-25 5',
  'SCH-25 6',
  'SCH-25 7',
  'SCH-25 9',
  'SCH-25 Cancelled',
  'ZU3-13 PAT',
  'ZU3-13 HOSP',
  'ZU3-13 MOVED',
  'X wait',
  'X \u0000\ud800 ',
]
const days = ['2026-05-20', '2026-06-10', '2026-06-11', '2026-06-25']

/** Any messages of one hospital about two appointments of one child. */
const messages = fc.array(
  fc.record<Short>(
    {
      act: fc.constantFrom('booked', 'moved', 'changed', 'cancelled', 'missed', 'arrived', 'attended', 'mistaken'),
      made: fc.tuple(fc.constantFrom(...days), fc.nat(59)).map(([day, minutes]) => at(day, minutes)),
      start: fc.tuple(fc.constantFrom(...days), fc.nat(59)).map(([day, minutes]) => at(day, minutes)),
      n: fc.constantFrom(['A1'], ['A2'], ['A1', 'B1'], ['B1'], []),
      clinic: fc.constantFrom('Kidney clinic', 'Eye clinic', ' ', 'x'.repeat(300)),
      codes: fc.array(fc.constantFrom(...codes), { maxLength: 2 }),
    },
    { requiredKeys: ['act', 'made'] },
  ),
  { maxLength: 7 },
)

const told = (lines: readonly Readonly<Record<string, unknown>>[]) =>
  lines.filter(line => line['corrects'] === undefined)

describe('messages in any order', () => {
  it('write nothing the second time, whatever they are', () => {
    fc.assert(
      fc.property(messages, sent => {
        const once = played(sent, { rows })
        const last = sent.at(-1)
        if (last === undefined) return
        assert.equal(told(played([...sent, last], { rows }).written).length, told(once.written).length)
      }),
      { numRuns: 400 },
    )
  })

  it('never take away what was missed, and count nothing that nobody missed or called off', () => {
    fc.assert(
      fc.property(messages, sent => {
        const { written, stands } = played(sent, { rows })
        const missed = written.filter(line => line['kind'] === 'was-not-brought').length
        assert.equal(stands.appointments.filter(one => one.missed !== undefined).length, missed)
        const against = written.filter(
          line =>
            line['kind'] === 'was-not-brought' || line['cancelledBy'] === 'family' || line['movedBy'] === 'family',
        ).length
        assert.ok(offeredTo(stands, getDay('2026-12-31')).filter(isCounted).length <= against)
      }),
      { numRuns: 400 },
    )
  })

  it('stand in the sender’s order of one appointment, whatever order they come in', () => {
    const outcome = fc.constantFrom<Short['act']>('missed', 'attended', 'arrived')
    fc.assert(
      fc.property(outcome, act => {
        const booking: Short = { act: 'booked', made: '2026-05-01 09:00', start: '2026-06-10 10:00' }
        const result: Short = { act, made: '2026-06-10 17:00', start: '2026-06-10 10:00' }
        const kinds = (sent: readonly Short[]) =>
          played(sent, { rows })
            .written.map(line => line['kind'])
            .sort()
        assert.deepEqual(kinds([booking, result]), kinds([result, booking]))
      }),
    )
  })
})
