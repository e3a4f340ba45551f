import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { type Day, getDay, type Moment } from '../../calendar/day.ts'
import { momentAt } from '../../calendar/moment.ts'
import { type CalendarEvent, calendarText, folded } from './ical.ts'

const now = momentAt(getDay('2026-03-20'), '08:00')
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: 'a@holdfast', sequence: 1, title: 'Appointment', day: getDay('2026-03-27'), minutes: 30 },
  ...{ at: momentAt(getDay('2026-03-27'), '09:30'), place: 'Royal hospital', isCancelled: false },
  ...more,
})
const written = (...events: readonly CalendarEvent[]) =>
  calendarText({ name: 'Appointments', events, now, refreshHours: 6 })
const read = (text: string) => new ICAL.Component(ICAL.parse(text))
const eventsOf = (text: string) =>
  read(text)
    .getAllSubcomponents('vevent')
    .map(one => new ICAL.Event(one))

describe('a calendar', () => {
  it('is read by another library at the time that clocks in London show, in winter and in summer', () => {
    for (const [day, clock, utc] of [
      ['2026-03-27', '09:30', '2026-03-27T09:30:00.000Z'],
      ['2026-03-30', '09:30', '2026-03-30T08:30:00.000Z'],
      ['2026-07-01', '00:15', '2026-06-30T23:15:00.000Z'],
      ['2026-10-26', '09:30', '2026-10-26T09:30:00.000Z'],
    ] as const) {
      const [one] = eventsOf(written(event({ day: getDay(day), at: momentAt(getDay(day), clock) })))
      assert.equal(one?.startDate.toJSDate().toISOString(), utc)
      assert.equal(one?.endDate.toUnixTime() - (one?.startDate.toUnixTime() ?? 0), 1800)
      assert.equal(one?.startDate.zone.tzid, 'UTC')
    }
  })

  it('holds all that a feed needs', () => {
    const text = written(event())
    assert.match(text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/u)
    for (const line of [
      'METHOD:PUBLISH',
      'DTSTAMP:20260320T080000Z',
      'SEQUENCE:1',
      'STATUS:CONFIRMED',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ])
      assert.ok(text.split('\r\n').includes(line), line)
    assert.doesNotMatch(text, /TZID|(?<!\r)\n/u)
    assert.ok(text.endsWith('END:VCALENDAR\r\n'))
  })

  it('says that something was called off, and of a day alone no time', () => {
    const text = written(event({ isCancelled: true, place: undefined }), event({ uid: 'b@holdfast', at: undefined }))
    assert.match(text, /STATUS:CANCELLED/u)
    const [, whole] = eventsOf(text)
    assert.equal(whole?.startDate.isDate, true)
    assert.equal(whole?.startDate.toString(), '2026-03-27')
    assert.equal(whole?.endDate.toString(), '2026-03-28')
  })

  it('is sound when it is empty', () => {
    assert.equal(eventsOf(written()).length, 0)
  })

  it('gives back any text as it was, and no text can begin a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), place => {
        const plain = place.replaceAll(/\r\n?/gu, '\n').replaceAll(/(?!\n)\p{Cc}/gu, '')
        const [one, more] = eventsOf(written(event({ place: `x${place}\r\nEND:VEVENT` })))
        assert.equal(one?.location, `x${plain}\nEND:VEVENT`)
        assert.equal(more, undefined)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a folded line', () => {
  it('has at most 75 octets in each part, cuts no character, and is whole again without the folds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), line => {
        const plain = line.toWellFormed().replaceAll(/[\r\n]/gu, '')
        const parts = folded(plain).split('\r\n')
        for (const part of parts) {
          assert.ok(Buffer.byteLength(part) <= 75, part)
          assert.equal(Buffer.from(part).toString(), part)
        }
        assert.equal(parts.map((part, place) => (place === 0 ? part : part.slice(1))).join(''), plain)
      }),
      { numRuns: 1000 },
    )
    assert.equal(folded('a'.repeat(75)), 'a'.repeat(75))
    assert.equal(folded('a'.repeat(76)), `${'a'.repeat(75)}\r\n a`)
    assert.equal(folded(`${'a'.repeat(74)}é`), `${'a'.repeat(74)}\r\n é`)
  })

  it('is written for the last moment that there is', () => {
    const at = momentAt(getDay('2199-12-31'), '23:30')
    assert.match(written(event({ day: getDay('2199-12-31') as Day, at: at as Moment })), /DTSTART:21991231T233000Z/u)
  })
})
