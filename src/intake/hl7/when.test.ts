import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay, type Moment } from '../../calendar/day.ts'
import { isoMoment, momentAt } from '../../calendar/moment.ts'
import { findDate, findMade, findWhen, hl7Time } from './when.ts'

const day = getDay('2026-06-12')
const at = (clock: string): Moment => momentAt(day, clock)

describe('when an appointment is', () => {
  it('is London time where the sender gives no offset, in summer and in winter', () => {
    assert.deepEqual(findWhen('20260612103000'), { day, at: at('10:30') })
    assert.deepEqual(findWhen('202606121030'), { day, at: at('10:30') })
    assert.deepEqual(findWhen('2026061210'), { day, at: at('10:00') })
    assert.deepEqual(findWhen('20260612103000.0000'), { day, at: at('10:30') })
    assert.deepEqual(findWhen('2026-06-12 10:30:00'), { day, at: at('10:30') })
    assert.deepEqual(findWhen('2026-06-12T10:30'), { day, at: at('10:30') })
    assert.equal(isoMoment(findWhen('20261112103000')?.at ?? (0 as Moment)), '2026-11-12 10:30')
  })
  it('is moved by an offset that is sent', () => {
    assert.deepEqual(findWhen('20260612093000Z'), { day, at: at('10:30') })
    assert.deepEqual(findWhen('202606121145+0215'), { day, at: at('10:30') })
    assert.deepEqual(findWhen('20260612063000.00-0300'), { day, at: at('10:30') })
    assert.deepEqual(findWhen('20260611233000-0000'), { day, at: at('00:30') })
  })
  it('is a day alone where no time is sent, or the midnight that stands for none', () => {
    for (const text of ['20260612', '2026-06-12', '20260612000000', '202606120000'])
      assert.deepEqual(findWhen(text), { day, at: undefined }, text)
    assert.deepEqual(findWhen('202606122570'), { day, at: undefined })
  })
  it('is nothing where it is no date', () => {
    for (const text of [
      '',
      '""',
      '196513121515',
      '20260231',
      '20261301',
      '200909',
      '2009',
      '200909...0300',
      'soon',
      '00000000',
      '99999999999999',
      '2026061',
      '-1',
    ])
      assert.equal(findWhen(text), undefined, text)
  })
})

describe('a date of birth', () => {
  it('is the day that is written, whatever time and offset stand beside it', () => {
    for (const text of [
      '19860506',
      '1986-05-06',
      '19860506000000',
      '198605060000+0100',
      '198605060030+0215',
      '198605062359-0800',
    ])
      assert.equal(findDate(text), getDay('1986-05-06'), text)
    for (const text of ['19690506000000', '19690506000000+0100'])
      assert.equal(findDate(text), getDay('1969-05-06'), text)
  })
  it('is the next day where a midnight of summer was counted in UTC', () => {
    assert.equal(findDate('19860505230000Z'), getDay('1986-05-06'))
    assert.equal(findDate('19861205230000Z'), getDay('1986-12-05'))
  })
  it('is none where the month is the thirteenth', () => {
    assert.equal(findDate('196513121515'), undefined)
    assert.equal(findDate('19651312'), undefined)
  })
})

describe('when a message was made', () => {
  it('is a moment to the second, and no moment without a time', () => {
    assert.equal(findMade('20260612103015'), at('10:30') + 15_000)
    assert.equal(findMade('202606121245+0215'), at('11:30'))
    assert.equal(findMade('20260612'), undefined)
  })
  it('is written back as HL7 has it', () => {
    assert.equal(hl7Time(at('10:30')), '202606121030')
  })
})
