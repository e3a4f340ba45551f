import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { family, givenStaff, holds, left, maya, plan, rowan, staff, works } from './given-staff.ts'

describe('whoever holds a role', () => {
  it('is the desk of her team when she is away without cover, and whoever stands in when she has one', () => {
    const away = { kind: 'worker-away', on: '2019-01-14', until: '2019-01-18', ...rowan, practitioner: 'Hannah Boyle' }
    const cover = { kind: 'cover', on: '2019-01-14', ...rowan, practitioner: 'Kit Marsh' }
    const told = (day: string, ...words: object[]) =>
      givenStaff(staff, words as never)
        .with(...family)
        .on(day)
        .tells('child-in-need-first-meeting')
    assert.deepEqual(told('2019-01-16', away), ['owed: the desk social-care/rowan social-worker'])
    assert.deepEqual(told('2019-01-16', away, cover), ['owed: Kit Marsh'])
    assert.deepEqual(told('2019-01-21', away, cover), ['owed: Hannah Boyle'])
  })

  it('is the team in which the family was last held, when she has left', () => {
    const told = givenStaff(staff)
      .with(...family, left)
      .on('2019-03-01')
    assert.deepEqual(told.tells('case-covered'), ['owed: the desk social-care/rowan team-manager'])
  })

  it('is whoever was named to lead, wherever she works', () => {
    const named = {
      kind: 'lead-named',
      on: '2019-02-04',
      by: 'social-care/rowan',
      lead: 'lead-health-practitioner',
      practitioner: 'Ruth Adeyemi',
      agency: 'health-visiting',
    }
    const told = givenStaff(staff).with(...family, named)
    assert.deepEqual(told.on('2019-02-05').tells('lead-answered'), ['owed: Ruth Adeyemi'])
  })

  it('is the practitioner who signed the referral, not everybody in uniform', () => {
    const officer = works('Jo Sugden', 'police police-officer')
    const referral = { kind: 'referral-made', on: '2019-03-04', by: 'police', to: 'social-care', referral: 'r1' }
    const late = (line: object) =>
      givenStaff([...staff, officer])
        .with(maya, line as never)
        .on('2019-03-06')
        .tells('referral-followed-up')
    assert.deepEqual(late({ ...referral, author: 'Jo Sugden, response team' }), ['owed: Jo Sugden'])
    assert.deepEqual(late(referral), ['owed: the desk police police-officer'])
  })

  it('is the one who signed, before a colleague who works with the family', () => {
    const denise = works('Denise Okonjo', 'health-visiting health-visitor')
    const ruth = { ...holds, by: 'health-visiting', role: 'health-visitor', practitioner: 'Ruth Adeyemi' }
    const referral = {
      kind: 'referral-made',
      on: '2019-03-04',
      by: 'health-visiting',
      to: 'social-care',
      referral: 'r1',
    }
    const late = (line: object) =>
      givenStaff([...staff, denise])
        .with(maya, ruth, line as never)
        .on('2019-03-06')
        .tells('referral-followed-up')
    assert.deepEqual(late({ ...referral, author: 'Denise Okonjo' }), ['owed: Denise Okonjo'])
    assert.deepEqual(late({ ...referral, author: 'Somebody else' }), ['owed: Ruth Adeyemi'])
  })

  it('is the worker of the very child, and of a sibling only where the child has none', () => {
    const sam = { kind: 'person', person: 'sam', as: 'child', born: '2016-01-04' }
    const mayas = { ...holds, child: 'maya' }
    const sams = { ...holds, child: 'sam', practitioner: 'Kit Marsh' }
    const both = { ...plan, child: ['maya', 'sam'] }
    const told = (...workers: object[]) =>
      givenStaff(staff)
        .with(maya, sam, ...(workers as never[]), both)
        .on('2019-01-14')
        .told.filter(({ key }) => key.startsWith('child-in-need-first-meeting|'))
        .map(({ key, to }) => `${key.split('|')[1]}: ${to.practitioner}`)
        .sort()
    assert.deepEqual(told(mayas, sams), ['maya: Hannah Boyle', 'sam: Kit Marsh'])
    assert.deepEqual(told(mayas), ['maya: Hannah Boyle', 'sam: Hannah Boyle'])
  })

  it('of a service that takes in referrals is its receiving team, else the desk at which it usually works', () => {
    const referral = { kind: 'referral-made', on: '2019-03-04', by: 'health-visiting', to: 'housing', referral: 'r1' }
    const told = (...others: Parameters<typeof works>[]) =>
      givenStaff([...staff, ...others.map(one => works(...one))])
        .with(maya, referral)
        .on('2019-03-05')
        .tells('referral-taken-up')
    assert.deepEqual(told(['Bilal', 'housing receiving-team'], ['Wendell', 'housing housing-officer']), [
      'owed: the desk housing receiving-team',
    ])
    assert.deepEqual(told(['Wendell', 'housing housing-officer']), ['owed: the desk housing housing-officer'])
  })

  it('is a desk where nobody sits yet: it waits there', () => {
    const referral = { kind: 'referral-made', on: '2019-03-04', by: 'health-visiting', to: 'housing', referral: 'r1' }
    assert.deepEqual(givenStaff(staff).with(maya, referral).on('2019-03-05').tells('referral-taken-up'), [
      'owed: the desk housing receiving-team',
    ])
  })

  it('is the front door when social care owes it and nobody holds the child there', () => {
    const door = works('Amina Farouk', 'social-care/duty duty-social-worker')
    const started = { kind: 'assessment-opened', on: '2019-03-04', by: 'hospital/royal', assessment: 'a1' }
    const alone = givenStaff([door, works('Other', 'social-care/alder social-worker')]).with(maya, started)
    const told = alone.on('2019-03-04').told.filter(({ key }) => key.startsWith('assessment-finished|'))
    assert.deepEqual(
      told.map(({ to }) => to),
      [{ agency: 'social-care/duty', role: 'duty-social-worker' }],
    )
  })
})

describe('a role that no post carries', () => {
  const told = (rule: string, day: string, others: readonly ReturnType<typeof works>[], ...lines: object[]) =>
    givenStaff([...staff, ...others])
      .with(...(lines as never[]))
      .on(day)
      .tells(rule)
  const named = {
    kind: 'lead-named',
    on: '2019-02-04',
    by: 'health-visiting',
    lead: 'lead-health-practitioner',
    practitioner: 'Ruth Adeyemi',
  }
  const ruth = { ...holds, by: 'health-visiting', role: 'health-visitor', practitioner: 'Ruth Adeyemi' }
  const hilde = works('Hilde Brannigan', 'health-visiting agency-manager')

  it('of a line manager is the manager of the agency that owes, where social care has no part', () => {
    assert.deepEqual(told('lead-answered', '2019-02-07', [hilde], maya, named), [
      'owed: Ruth Adeyemi',
      'late: Ruth Adeyemi',
      'late-2: the desk health-visiting agency-manager',
    ])
    assert.ok(
      told('lead-answered', '2019-02-07', [hilde], maya, holds, named).includes(
        'late-2: the desk social-care/rowan team-manager',
      ),
    )
  })

  it('of a lead who has gone is nobody’s by name, and of one who is away whoever’s stands in', () => {
    const gone = { ...ruth, kind: 'worker-leaves', on: '2019-02-05' }
    assert.deepEqual(told('lead-answered', '2019-02-05', [], maya, ruth, named), ['owed: Ruth Adeyemi'])
    assert.deepEqual(told('lead-answered', '2019-02-05', [], maya, ruth, gone, named), [
      'owed: the desk health-visiting health-visitor',
    ])
    const away = { ...ruth, kind: 'worker-away', on: '2019-02-04', until: '2019-02-08' }
    const cover = { ...away, kind: 'cover', practitioner: 'Hilde Brannigan', until: undefined }
    const covered = [maya, ruth, named, away, JSON.parse(JSON.stringify(cover)) as object]
    assert.deepEqual(told('lead-answered', '2019-02-05', [hilde], ...covered), ['owed: Hilde Brannigan'])
  })

  it('of a team lead or supervisor is whoever answers for the agency', () => {
    const referral = { kind: 'referral-made', on: '2019-03-04', by: 'police', to: 'housing', referral: 'r1' }
    const flint = works('Jocasta Flint', 'housing agency-manager')
    const desk = works('Bilal Chaudhry', 'housing receiving-team')
    assert.ok(
      told('referral-taken-up', '2019-04-01', [flint, desk], maya, referral).includes(
        'late-2: the desk housing agency-manager',
      ),
    )
  })
})
