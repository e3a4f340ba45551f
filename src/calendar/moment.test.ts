import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { CalendarError, type Day, getDay, isoDay, type Moment } from './day.ts'
import { addHours, endOfDay, findMoment, isoMoment, londonDay, momentAt, utcInstant } from './moment.ts'

const utc = (text: string): Moment => Temporal.Instant.from(text).epochMilliseconds as Moment
const inLondon = (moment: Moment) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO('Europe/London')

describe('a moment', () => {
  it('on a summer night belongs to the next day in London', () => {
    assert.equal(isoDay(londonDay(utc('2019-06-30T23:30Z'))), '2019-07-01')
    assert.equal(isoDay(londonDay(utc('2019-06-30T22:59:59.999Z'))), '2019-06-30')
    assert.equal(isoDay(londonDay(utc('2019-12-31T23:30Z'))), '2019-12-31')
  })

  it('is made from a day and a clock in London', () => {
    assert.equal(momentAt(getDay('2019-06-30'), '14:30'), utc('2019-06-30T13:30Z'))
    assert.equal(momentAt(getDay('2019-01-30'), '14:30'), utc('2019-01-30T14:30Z'))
    assert.equal(momentAt(getDay('1970-01-30'), '14:30'), utc('1970-01-30T13:30Z'), 'British Standard Time')
  })

  it('is written in UTC for other systems', () => {
    assert.equal(utcInstant(momentAt(getDay('2019-06-30'), '14:30')), '2019-06-30T13:30:00.000Z')
  })

  it('in the hour skipped in March is an hour later', () => {
    assert.equal(isoMoment(momentAt(getDay('2019-03-31'), '01:30')), '2019-03-31 02:30')
  })

  it('in the hour that comes twice in October is the first of the two', () => {
    assert.equal(momentAt(getDay('2019-10-27'), '01:30'), utc('2019-10-27T00:30Z'))
    assert.equal(isoMoment(utc('2019-10-27T01:30Z')), '2019-10-27 01:30')
  })

  it('is not made from anything but HH:MM', () => {
    for (const clock of ['', '24:00', '9:30', '12:60', '12:30:00', ' 12:30', '12.30']) {
      assert.throws(
        () => momentAt(getDay('2019-05-13'), clock),
        (error: unknown) => error instanceof CalendarError && error.code === 'calendar.not-a-clock',
      )
    }
  })

  it('24 hours later shows another clock when the clocks change between', () => {
    assert.equal(isoMoment(addHours(momentAt(getDay('2019-03-30'), '14:00'), 24)), '2019-03-31 15:00')
    assert.equal(isoMoment(addHours(momentAt(getDay('2019-05-13'), '14:00'), -24)), '2019-05-12 14:00')
  })

  it('that ends a day is its last millisecond', () => {
    assert.equal(endOfDay(getDay('2019-06-30')), utc('2019-06-30T22:59:59.999Z'))
    assert.equal(endOfDay(getDay('2019-03-31')), utc('2019-03-31T22:59:59.999Z'))
    assert.equal(endOfDay(getDay('2019-10-27')), utc('2019-10-27T23:59:59.999Z'))
  })
})

describe('a written moment', () => {
  it('without a zone is London time', () => {
    for (const text of ['2019-06-30 14:30', '2019-06-30T14:30', '2019-06-30 14:30:00', '2019-06-30T14:30:00.000']) {
      assert.equal(findMoment(text), utc('2019-06-30T13:30Z'), text)
    }
  })

  it('with a zone is that time', () => {
    assert.equal(findMoment('2019-06-30T14:30Z'), utc('2019-06-30T14:30Z'))
    assert.equal(findMoment('2019-06-30T14:30:15.25+01:00'), utc('2019-06-30T13:30:15.250Z'))
    assert.equal(findMoment('2019-06-30 14:30-05:30'), utc('2019-06-30T20:00Z'))
  })

  it('is nothing when it is not a real one', () => {
    const wrong = ['2019-06-31 14:30', '2019-06-30 24:00', '2019-06-30 14:60', '2019-06-30 14:30:60', '2019-06-30']
    const alsoWrong = ['2019-06-30 14:30 Z', '2019-06-30  14:30', '2019-06-30T14:30+25:00', '2019-06-30T14:30+0100', '']
    for (const text of [...wrong, ...alsoWrong]) assert.equal(findMoment(text), undefined, text)
  })

  it('is nothing for any other text', () => {
    fc.assert(fc.property(fc.string(), text => findMoment(text) === undefined))
  })
})

describe('a moment agrees with Temporal', () => {
  const anyMoment = fc
    .integer({ min: utc('1971-01-01T00:00Z'), max: utc('2100-12-31T23:59:59Z') })
    .map(each => each as Moment)
  const anyDay = fc.integer({ min: getDay('1971-01-01'), max: getDay('2100-12-31') }).map(each => each as Day)
  const anyClock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(pair => pair.map(each => String(each).padStart(2, '0')).join(':'))

  const showsAsTemporal = (moment: Moment) => {
    const there = inLondon(moment)
    assert.equal(isoDay(londonDay(moment)), there.toPlainDate().toString())
    assert.equal(isoMoment(moment).slice(11), there.toPlainTime().toString().slice(0, 5))
  }

  it('in the day and the clock it shows', () => {
    fc.assert(fc.property(anyMoment, showsAsTemporal), { numRuns: 1000 })
  })

  it('to the millisecond at every change of the clocks from 1900 to 2100', () => {
    let change = inLondon(utc('1900-01-01T00:00Z')).getTimeZoneTransition('next')
    while (change !== null && change.year <= 2100) {
      for (const near of [-1, 0, 1]) showsAsTemporal((change.epochMilliseconds + near) as Moment)
      change = change.getTimeZoneTransition('next')
    }
  })

  it('in the moment at which the clocks show a time, also on the days they change', () => {
    const changeDays = Array.from({ length: 400 }, (_, week) => (getDay('2019-03-31') + 7 * (week - 200)) as Day)
    const days = fc.oneof(anyDay, fc.constantFrom(...changeDays))
    const clocks = fc.oneof(anyClock, fc.constantFrom('00:00', '00:59', '01:00', '01:30', '01:59', '02:00', '02:30'))
    fc.assert(
      fc.property(days, clocks, (day, clock) => {
        const there = Temporal.PlainDateTime.from(`${isoDay(day)}T${clock}`).toZonedDateTime('Europe/London')
        assert.equal(momentAt(day, clock), there.epochMilliseconds)
        assert.equal(findMoment(`${isoDay(day)} ${clock}`), there.epochMilliseconds)
      }),
      { numRuns: 1000 },
    )
  })

  it('in the end of the day', () => {
    fc.assert(
      fc.property(anyDay, day => {
        const next = Temporal.PlainDate.from(isoDay(day)).add({ days: 1 }).toZonedDateTime('Europe/London')
        assert.equal(endOfDay(day), next.epochMilliseconds - 1)
      }),
    )
  })
})
