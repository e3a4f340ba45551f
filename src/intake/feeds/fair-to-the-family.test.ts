import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../calendar/day.ts'
import { countableChanges, countableMiss } from '../../record/counted.ts'
import { isCounted, offeredTo } from '../../record/offered.ts'
import { came, played, rows, type Short, s12, s13, s14, s15, s26 } from './invented-messages.ts'

describe('nothing counts against a family', () => {
  const counted = (messages: readonly Short[]): readonly string[] =>
    offeredTo(played(messages, { rows }).stands, getDay('2026-07-31'))
      .filter(isCounted)
      .map(one => one.became)

  const late: Short = { ...s15, made: '2026-06-09 16:00' }
  const fair: Readonly<Record<string, readonly Short[]>> = {
    'that nobody is known to have cancelled': [s12, late],
    'that the clinic cancelled': [s12, { ...late, codes: ['ZU3-13 HOSP'] }],
    'that the clinic moved': [s12, { ...s13, made: '2026-06-09 16:00', codes: ['ZU3-13 MOVED'] }],
    'that nobody is known to have moved': [s12, { ...s13, made: '2026-06-09 16:00' }],
    'that came as a cancellation and a booking': [
      ...[s12, late],
      { ...s12, n: ['A2'], made: '2026-06-09 16:03', start: '2026-06-20 10:00' },
    ],
    'that the family called off in time': [s12, { ...s15, codes: ['ZU3-13 PAT'] }],
    'that the family called off late for want of a lift': [s12, { ...late, codes: ['ZU3-13 LIFT'] }],
    'that the family called off in time, of a booking that was never sent': [
      { ...s15, start: '2026-06-10 10:00', codes: ['ZU3-13 PAT'] },
    ],
    'that ended in a code that nobody knows': [s12, { ...s14, made: '2026-06-11 09:00', codes: ['SCH-25 9'] }],
    'that was missed and then found kept': [s12, s26, { ...came, made: '2026-06-10 18:00' }],
    'that was entered by mistake': [s12, s26, { act: 'mistaken', made: '2026-06-12 09:00' }],
  }
  for (const [name, messages] of Object.entries(fair)) it(name, () => assert.deepEqual(counted(messages), []))

  it('but what was missed, or called off by the family too late', () => {
    assert.deepEqual(counted([s12, s26]), ['missed'])
    assert.deepEqual(counted([s12, { ...late, codes: ['ZU3-13 PAT'] }]), ['changed-late'])
    const { stands } = played([s12, s26], { rows })
    assert.deepEqual(stands.appointments.flatMap(one => countableMiss(one) ?? []).length, 1)
    assert.deepEqual(
      stands.appointments.flatMap(one => countableChanges(stands, one)),
      [],
    )
  })

  it('is cancelled, of two that are one move: the other is offered instead', () => {
    const moved = [s12, s15, { ...s12, n: ['A2'], made: '2026-05-12 09:04', start: '2026-06-20 10:00' }]
    const { stands } = played(moved, { rows })
    assert.deepEqual(
      offeredTo(stands, getDay('2026-06-30')).map(one => `${one.became} ${one.entry.kind}`),
      ['not-recorded appointment-booked'],
    )
  })
})
