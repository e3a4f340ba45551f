import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { family, givenStaff, holds, left, maya, plan, rowan, staff, works } from './given-staff.ts'

describe('whoever owes something', () => {
  it('is told by name when it opens, and again when it is late', () => {
    const told = (day: string) =>
      givenStaff(staff)
        .with(...family)
        .on(day)
        .tells('child-in-need-first-meeting')
    assert.deepEqual(told('2019-01-13'), [])
    assert.deepEqual(told('2019-01-14'), ['owed: Hannah Boyle'])
    assert.deepEqual(told('2019-02-04'), ['owed: Hannah Boyle'])
    assert.deepEqual(told('2019-02-05').slice(0, 2), ['owed: Hannah Boyle', 'late: Hannah Boyle'])
  })

  it('is told nothing more once it is done', () => {
    const held = { kind: 'meeting-held', on: '2019-01-21', by: 'social-care/rowan', type: 'child-in-need' }
    const done = givenStaff(staff).with(...family, held)
    assert.deepEqual(done.on('2019-02-25').tells('child-in-need-first-meeting'), [])
  })
})

describe('lateness', () => {
  const told = (day: string) =>
    givenStaff(staff)
      .with(...family)
      .on(day)
      .tells('child-in-need-first-meeting')
      .filter(word => word.startsWith('late-'))

  it('climbs to the first rung on the first working day, and to the next five working days later', () => {
    // Due on Monday 4 February.
    assert.deepEqual(told('2019-02-04'), [])
    assert.deepEqual(told('2019-02-05'), ['late-2: the desk social-care/rowan team-manager'])
    assert.deepEqual(told('2019-02-11'), ['late-2: the desk social-care/rowan team-manager'])
    assert.deepEqual(told('2019-02-12'), [
      'late-2: the desk social-care/rowan team-manager',
      'late-3: the desk social-care service-manager',
    ])
  })

  it('waits over a weekend', () => {
    const friday = { ...plan, on: '2019-01-11' }
    const day = (text: string) =>
      givenStaff(staff).with(maya, holds, friday).on(text).tells('child-in-need-first-meeting')
    assert.deepEqual(day('2019-02-02'), ['owed: Hannah Boyle', 'late: Hannah Boyle'])
    assert.equal(day('2019-02-04').length, 3)
  })

  it('passes over a rung on which nobody sits, and does not tell twice whoever owes it', () => {
    const without = staff.filter(one => one.name !== 'Siobhan Keane')
    const empty = givenStaff(without)
      .with(...family)
      .on('2019-02-05')
    assert.ok(empty.tells('child-in-need-first-meeting').includes('late-2: the desk social-care service-manager'))
    const away = { kind: 'worker-away', on: '2019-02-04', ...rowan, practitioner: 'Hannah Boyle' }
    const hers = (day: string) =>
      givenStaff(staff, [away])
        .with(...family)
        .on(day)
        .tells('absence-covered')
    const desk = 'the desk social-care/rowan team-manager'
    assert.deepEqual(hers('2019-02-05'), [`owed: ${desk}`, `late: ${desk}`])
    assert.deepEqual(hers('2019-02-12'), [
      `owed: ${desk}`,
      `late: ${desk}`,
      'late-3: the desk social-care service-manager',
    ])
  })
})

describe('sight', () => {
  it('leaves out whoever may not see what a duty rests on; the next rung that may hears it instead', () => {
    const closed = { ...plan, sight: ['team-manager', 'service-manager'], by: 'police' }
    const told = givenStaff(staff).with(maya, holds, closed)
    assert.deepEqual(told.on('2019-01-14').tells('child-in-need-first-meeting'), [
      'owed: the desk social-care/rowan team-manager',
    ])
    assert.deepEqual(told.on('2019-02-05').tells('child-in-need-first-meeting'), [
      'owed: the desk social-care/rowan team-manager',
      'late: the desk social-care/rowan team-manager',
      'late-2: the desk social-care service-manager',
    ])
  })

  it('is that of every version, so that a correction opens nothing', () => {
    const closed = { ...plan, id: 'plan', sight: ['team-manager', 'service-manager'], by: 'police' }
    const open = { ...plan, id: 'plan-2', corrects: 'plan', by: 'police' }
    const told = givenStaff(staff).with(maya, holds, closed, open).on('2019-01-14')
    assert.deepEqual(told.tells('child-in-need-first-meeting'), ['owed: the desk social-care/rowan team-manager'])
  })

  it('that nobody of the ladder has lets the duty be told to nobody', () => {
    const closed = { ...plan, sight: ['named-midwife'], by: 'midwifery' }
    assert.deepEqual(
      givenStaff(staff).with(maya, holds, closed).on('2019-02-25').tells('child-in-need-first-meeting'),
      [],
    )
  })
})

describe('silence', () => {
  it('is kept from the day a child dies', () => {
    const death = { kind: 'death', on: '2019-01-21', by: 'hospital/royal' }
    const told = givenStaff(staff).with(...family, death)
    assert.deepEqual(told.on('2019-01-20').tells('child-in-need-first-meeting'), ['owed: Hannah Boyle'])
    assert.deepEqual(told.on('2019-01-21').tells('child-in-need-first-meeting'), [])
    assert.deepEqual(told.on('2019-03-04').tells('child-in-need-first-meeting'), [])
  })

  it('is kept when a pregnancy has ended', () => {
    const mother = { kind: 'person', person: 'leah', born: '1997-02-11' }
    const isMother = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
    const known = {
      kind: 'pregnancy',
      on: '2019-01-21',
      by: 'midwifery',
      mother: 'leah',
      unborn: 'robin',
      expected: '2019-08-01',
    }
    const ended = { kind: 'pregnancy-ended', on: '2019-02-11', by: 'midwifery', unborn: 'robin' }
    const midwife = works('Grace Obi', 'midwifery midwife')
    const told = (day: string, ...more: object[]) =>
      givenStaff([...staff, midwife])
        .with(...family, mother, isMother, known, ...(more as never[]))
        .on(day)
        .told.filter(({ key }) => key.includes('|robin|'))
    assert.notEqual(told('2019-02-18').length, 0)
    assert.deepEqual(told('2019-02-18', ended), [])
  })
})

describe('the conference administrator', () => {
  const decided = {
    kind: 'strategy-discussion',
    on: '2019-02-04',
    by: 'social-care/rowan',
    discussion: 'talk',
    outcome: 'conference',
    present: 'social-care/rowan; police',
  }
  const passedOn = { kind: 'conference-passed-on', on: '2019-02-04', by: 'social-care/rowan' }

  it('hears of a conference on the day it is decided, whether or not anybody passes it on, and may open the record', () => {
    const told = givenStaff(staff)
      .with(...family, decided)
      .on('2019-02-04')
    assert.deepEqual(told.tells('conference-passed-on'), [
      'owed: Hannah Boyle',
      'owed: the desk conference-unit conference-administrator',
    ])
    assert.equal(told.mayOpen('Bronwen Thackeray'), 'is told')
  })

  it('hears no more of passing it on once that is done: then booking it is hers', () => {
    const told = givenStaff(staff)
      .with(...family, decided, passedOn)
      .on('2019-02-04')
    assert.deepEqual(told.tells('conference-passed-on'), [])
    assert.equal(told.mayOpen('Bronwen Thackeray'), 'owes')
  })
})

describe('a family whose social worker has left', () => {
  it('is the team manager’s, and opens to none of the colleagues at the desk', () => {
    const told = givenStaff(staff)
      .with(...family, left)
      .on('2019-03-04')
    assert.equal(told.mayOpen('Kit Marsh'), undefined)
    assert.equal(told.mayOpen('Hannah Boyle'), undefined)
    assert.notEqual(told.mayOpen('Siobhan Keane'), undefined)
  })
})
