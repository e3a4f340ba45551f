import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDay } from '../calendar/day.ts'
import { climbsOn } from './climb.ts'
import { family, givenStaff, holds, staff, works } from './given-staff.ts'

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

  it('is asked about by everybody who agreed it; their managers hear when they do not ask', () => {
    const inspector = works('Gareth Hollins', 'police police-inspector')
    const stalled = givenStaff([...staff, inspector]).with(...conference, { ...passedOn, on: '2019-05-20' })
    const [duty] = stalled.duties.filter(one => one.rule.name === 'conference-stall-asked-about')
    assert.ok(duty !== undefined)
    const open = stalled.on(isoDay(duty.opens)).tells(duty.rule.name)
    assert.deepEqual(open, ['owed: Hannah Boyle', 'owed: the desk police police-officer', 'owed: Ruth Adeyemi'])
    const late = stalled.on(isoDay(climbsOn(duty, 1))).tells(duty.rule.name)
    assert.ok(late.includes('late-2: the desk police police-inspector'), late.join('; '))
    assert.ok(late.includes('late-2: the desk social-care/rowan team-manager'), late.join('; '))
  })

  it('is chaired by the one whom the booking names, who hears of a report that is late', () => {
    const booked = {
      kind: 'conference-booked',
      on: '2019-05-14',
      by: 'conference-unit',
      when: '2019-05-30',
      chair: 'Fatuma Yassin',
    }
    const chairs = ['Patrick Delahunty', 'Fatuma Yassin'].map(name => works(name, 'conference-unit conference-chair'))
    const lead = works('Louise Fenwick', 'police safeguarding-lead')
    const late = (...lines: object[]) =>
      givenStaff([...staff, ...chairs, lead])
        .with(...conference, passedOn, ...(lines as never[]))
        .on('2019-06-06')
        .told.filter(({ key, to }) => key.startsWith('conference-reports|') && to.role === 'conference-chair')
        .map(({ to }) => to.practitioner)
    assert.deepEqual([...new Set(late(booked))], ['Fatuma Yassin'])
    assert.deepEqual([...new Set(late({ ...booked, chair: 'Somebody else' }))], [undefined])
  })

  it('never waits for a report at a desk of the family', () => {
    const invited = { kind: 'invitation-sent', on: '2019-05-15', by: 'conference-unit', to: ['family', 'police'] }
    const booked = { kind: 'conference-booked', on: '2019-05-14', by: 'conference-unit', when: '2019-05-30' }
    const asked = givenStaff(staff)
      .with(...conference, passedOn, booked, invited)
      .on('2019-06-06')
    assert.ok(asked.asked.duties.some(duty => duty.rule.name === 'conference-reports' && duty.agency === 'family'))
    assert.ok(asked.told.every(({ to }) => to.agency !== 'family'))
  })

  it('is told to nobody while it counts from a step that is not done', () => {
    const waiting = givenStaff(staff).with(...conference)
    assert.ok(waiting.duties.some(duty => duty.rule.name === 'conference-booked' && duty.projected))
    assert.deepEqual(waiting.on('2019-06-03').tells('conference-booked'), [])
  })
})
