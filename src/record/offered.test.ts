import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay, isoDay } from '../calendar/day.ts'
import { isCounted, offeredTo } from './offered.ts'
import { picture } from './picture.ts'
import { readEntry } from './read-entry.ts'

type Line = Readonly<Record<string, unknown>>
const by = 'hospital/royal'
const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }

const read = (line: Line) => {
  const result = readEntry(line)
  if ('entry' in result) return result.entry
  throw new Error(JSON.stringify(result.problems))
}
const offered = (...lines: readonly Line[]) =>
  offeredTo(picture([maya, ...lines].map(read)), getDay('2019-06-30')).map(
    one => `${isoDay(one.day)} ${one.what} ${one.became}${one.excuse === undefined ? '' : ` (${one.excuse.why})`}`,
  )

const booked = { kind: 'appointment-booked', on: '2019-03-01', by, appointment: 'a', when: '2019-04-24' }

describe('what was offered to a family, and what became of it', () => {
  it('is kept, missed or excused, each with its entry', () => {
    assert.deepEqual(offered(booked, { kind: 'attended', on: '2019-04-24', by, appointment: 'a' }), [
      '2019-04-24 appointment kept',
    ])
    const missed = { kind: 'was-not-brought', on: '2019-04-24', by, appointment: 'a' }
    assert.deepEqual(offered(booked, missed), ['2019-04-24 appointment missed'])
    assert.deepEqual(offered(booked, { ...missed, barrier: 'cost' }), ['2019-04-24 appointment excused (cost)'])
  })

  it('is called off by a service, or changed by the family ahead or late', () => {
    const off = { kind: 'appointment-cancelled', by, appointment: 'a' }
    assert.deepEqual(offered(booked, { ...off, on: '2019-04-20', cancelledBy: 'clinic' }), [
      '2019-04-24 appointment called-off',
    ])
    assert.deepEqual(offered(booked, { ...off, on: '2019-04-10', cancelledBy: 'family' }), [
      '2019-04-24 appointment changed',
    ])
    assert.deepEqual(offered(booked, { ...off, on: '2019-04-23', cancelledBy: 'family' }), [
      '2019-04-24 appointment changed-late',
    ])
    const moved = { kind: 'appointment-moved', on: '2019-04-01', by, appointment: 'a', to: '2019-05-01' }
    const kept = { kind: 'attended', on: '2019-05-01', by, appointment: 'a' }
    assert.deepEqual(offered(booked, { ...moved, movedBy: 'clinic' }, kept), [
      '2019-04-01 appointment called-off',
      '2019-05-01 appointment kept',
    ])
  })

  it('is not written down once its day has passed, and nothing while it lies ahead', () => {
    assert.deepEqual(offered(booked), ['2019-04-24 appointment not-recorded'])
    assert.deepEqual(offered({ ...booked, when: '2019-07-24' }), [])
  })

  it('takes in visits that the family knew of, and meetings; a call that reached nobody is ours', () => {
    const visit = { kind: 'contact', on: '2019-04-24', by: 'health-visiting', way: 'visit' }
    assert.deepEqual(offered(visit, { ...visit, on: '2019-04-25', reached: 'no' }), [
      '2019-04-24 visit kept',
      '2019-04-25 visit missed',
    ])
    assert.deepEqual(offered({ ...visit, reached: 'no', arranged: 'no' }, { ...visit, way: 'call', reached: 'no' }), [])
    const called = { kind: 'meeting-called', on: '2019-04-01', by: 'social-care', meeting: 'm', when: '2019-04-24' }
    const asked = { kind: 'cancellation-asked', by: 'social-care', meeting: 'm', person: 'leah' }
    assert.deepEqual(offered(called, { ...asked, on: '2019-04-24' }), ['2019-04-24 meeting missed'])
    assert.deepEqual(offered(called, { ...asked, on: '2019-04-10' }), ['2019-04-24 meeting changed'])
    const held = { kind: 'meeting-held', on: '2019-04-24', by: 'social-care', meeting: 'm', family: 'leah' }
    assert.deepEqual(offered(called, held), ['2019-04-24 meeting kept'])
    const off = { kind: 'meeting-cancelled', on: '2019-04-23', by: 'social-care', meeting: 'm' }
    assert.deepEqual(offered(called, off), ['2019-04-23 meeting called-off'])
  })

  it('counts nothing but what was missed or changed late', () => {
    const lines = [booked, { kind: 'was-not-brought', on: '2019-04-24', by, appointment: 'a', barrier: 'ill' }]
    assert.equal(offeredTo(picture([maya, ...lines].map(read)), getDay('2019-06-30')).some(isCounted), false)
  })

  it('is a parent’s own where it was hers', () => {
    const own = { kind: 'attended', on: '2019-05-01', by: 'midwifery', person: 'leah' }
    assert.deepEqual(offeredTo(picture([maya, own].map(read)), getDay('2019-06-30'))[0]?.people, ['leah'])
  })
})
