import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { givenStaff, works } from './given-staff.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const rowan = { by: 'social-care/rowan', role: 'social-worker' }
const holds = { kind: 'worker-starts', on: '2019-01-07', ...rowan, practitioner: 'Hannah Boyle' }
const left = { ...holds, kind: 'worker-leaves', on: '2019-03-01' }
const plan = { kind: 'plan-agreed', on: '2019-01-14', by: 'social-care/rowan', plan: 'p1', type: 'child-in-need' }
const family = [maya, holds, plan]

const staff = [
  works('Hannah Boyle', 'social-care/rowan social-worker'),
  works('Kit Marsh', 'social-care/rowan social-worker'),
  works('Siobhan Keane', 'social-care/rowan team-manager'),
  works('Judith Bose', 'social-care service-manager'),
  works('Emeka Nwachukwu', 'social-care head-of-service'),
  works('Bronwen Thackeray', 'conference-unit conference-administrator'),
  works('Rosalind Achter', 'conference-unit conference-unit-manager'),
  works('Nadia Rahman', 'police police-officer'),
  works('Ruth Adeyemi', 'health-visiting health-visitor'),
]

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

const discussed = {
  kind: 'strategy-discussion',
  on: '2019-05-13',
  by: 'social-care/rowan',
  discussion: 's1',
  outcome: 'conference',
  present: ['social-care/rowan', 'police', 'health-visiting'],
}
const passedOn = { kind: 'conference-passed-on', on: '2019-05-13', by: 'social-care/rowan' }
const conference = [
  ...family,
  { ...holds, on: '2019-02-01', by: 'health-visiting', role: 'health-visitor', practitioner: 'Ruth Adeyemi' },
  discussed,
]

describe('a conference that was decided', () => {
  it('is told to the conference administrator as soon as it is passed on, and to those who agreed it when it is late', () => {
    const told = (day: string) =>
      givenStaff(staff)
        .with(...conference, passedOn)
        .on(day)
        .tells('conference-booked')
    assert.deepEqual(told('2019-05-13'), ['owed: the desk conference-unit conference-administrator'])
    assert.deepEqual(told('2019-05-15'), [
      'owed: the desk conference-unit conference-administrator',
      'late: the desk conference-unit conference-administrator',
      'late-2: the desk conference-unit conference-unit-manager',
      'late: Hannah Boyle',
      'late: the desk police police-officer',
      'late: Ruth Adeyemi',
    ])
  })

  it('reaches whoever stands in for an administrator who is away', () => {
    const post = { by: 'conference-unit', role: 'conference-administrator' }
    const away = {
      kind: 'worker-away',
      on: '2019-05-10',
      until: '2019-05-17',
      ...post,
      practitioner: 'Bronwen Thackeray',
    }
    const cover = { kind: 'cover', on: '2019-05-10', ...post, practitioner: 'Rosalind Achter' }
    const covered = givenStaff(staff, [away, cover]).with(...conference, passedOn)
    assert.deepEqual(covered.on('2019-05-13').tells('conference-booked'), [
      'owed: the desk conference-unit conference-administrator',
      'owed: Rosalind Achter',
    ])
    assert.equal(covered.on('2019-05-13').mayOpen('Rosalind Achter'), 'owes')
    assert.ok(!covered.on('2019-05-18').tells('conference-booked').includes('owed: Rosalind Achter'))
  })

  it('is told to nobody while it counts from a step that is not done', () => {
    const waiting = givenStaff(staff).with(...conference)
    assert.ok(waiting.duties.some(duty => duty.rule.name === 'conference-booked' && duty.projected))
    assert.deepEqual(waiting.on('2019-06-03').tells('conference-booked'), [])
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

describe('the next day on which anything changes', () => {
  const next = (day: string, ...agencies: object[]) =>
    givenStaff(staff, agencies as never)
      .with(maya, holds, plan)
      .on(day).next

  it('is when something opens, falls late or climbs', () => {
    const held = givenStaff(staff).with(maya, { ...holds, on: '2019-01-01' }, plan)
    assert.equal(held.on('2019-01-08').next, '2019-01-14')
    const meeting = held.duties.find(duty => duty.rule.name === 'child-in-need-first-meeting')
    assert.ok(meeting !== undefined)
    const seen = new Set<string>()
    for (let day = held.on('2019-01-08').next; day !== undefined && day < '2019-03-01'; day = held.on(day).next)
      seen.add(day)
    for (const day of ['2019-01-14', '2019-02-05', '2019-02-12']) assert.ok(seen.has(day), day)
  })

  it('is when one of the family’s practitioners goes away or comes back', () => {
    const away = { kind: 'worker-away', on: '2019-01-16', until: '2019-01-17', ...rowan, practitioner: 'Hannah Boyle' }
    const days = ['2019-01-16', '2019-01-18']
    assert.deepEqual([next('2019-01-15', away), next('2019-01-16', away)], days)
    const other = { ...away, practitioner: 'Somebody else', by: 'social-care/alder' }
    assert.notEqual(next('2019-01-15', other), '2019-01-16')
  })

  it('is none when nothing is owed and nobody comes or goes', () => {
    assert.equal(givenStaff(staff).with(maya).on('2019-01-15').next, undefined)
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
