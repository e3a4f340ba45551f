import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Practitioner } from '../people/practitioner.ts'
import type { Line } from './given.ts'
import { givenStaff, works } from './given-staff.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const plan = { kind: 'plan-agreed', on: '2019-01-14', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const holds = {
  kind: 'worker-starts',
  on: '2019-01-07',
  by: 'social-care/rowan',
  role: 'social-worker',
  practitioner: 'Hannah Boyle',
}
const left = { ...holds, kind: 'worker-leaves', on: '2019-01-11' }
const hannah = works('Hannah Boyle', 'social-care/rowan social-worker')
const rowan = works('Siobhan Keane', 'social-care/rowan team-manager')
const alder = works('Marcus Bell', 'social-care/alder team-manager')

const told = (rule: string, day: string, staff: readonly Practitioner[], ...lines: readonly Line[]) =>
  givenStaff(staff)
    .with(maya, ...lines)
    .on(day)
    .tells(rule)

describe('a desk that a duty does not name', () => {
  it('is that of the team which works with the family, else of the one that did last', () => {
    const wanted = ['owed: the desk social-care/rowan team-manager']
    assert.deepEqual(told('supervision-held', '2019-02-04', [hannah, rowan, alder], holds, plan).slice(0, 1), wanted)
    assert.deepEqual(
      told('supervision-held', '2019-02-04', [hannah, rowan, alder], holds, left, plan).slice(0, 1),
      wanted,
    )
  })

  it('is that of the team which wrote what the duty rests on, where none has worked with the family', () => {
    const byAlder = { ...plan, by: 'social-care/alder' }
    const first = 'child-in-need-first-meeting'
    assert.deepEqual(told(first, '2019-01-14', [rowan, alder], byAlder), [
      'owed: the desk social-care/alder team-manager',
    ])
    assert.deepEqual(told(first, '2019-01-14', [rowan, alder], plan), [])
    assert.deepEqual(told(first, '2019-01-14', [alder], plan), ['owed: the desk social-care/alder team-manager'])
  })

  it('is never that of an agency which has no more to do with it than a name that fits none', () => {
    const leaving = { ...holds, by: 'other/leaving-care', role: 'other', practitioner: 'Winston' }
    const lead = works('Winston', 'other/leaving-care other', 'other/leaving-care safeguarding-lead')
    const late = givenStaff([lead]).with(maya, leaving, plan).on('2019-06-03')
    assert.ok(late.asked.duties.some(duty => duty.rule.ladder.includes('safeguarding-lead')))
    assert.deepEqual(late.tells('supervision-held'), [])
  })
})

describe('a rung of the ladder', () => {
  it('that there is once in a partnership is held wherever its post is', () => {
    const gp = { kind: 'worker-starts', on: '2018-09-03', by: 'gp/elm-road', role: 'gp' }
    const miss = { kind: 'was-not-brought', on: '2019-04-24', by: 'hospital/royal', appointment: 'eyes-3' }
    const malik = works('Dr Roisin Malik', 'partnership named-gp')
    const zandi = works('Dr Babak Zandi', 'gp/elm-road practice-safeguarding-lead')
    assert.deepEqual(told('gp-follow-up-after-miss', '2019-05-02', [zandi, malik], plan, gp, miss), [
      'owed: the desk gp/elm-road practice-safeguarding-lead',
      'late: the desk gp/elm-road practice-safeguarding-lead',
      'late-2: the desk partnership named-gp',
    ])
  })

  it('is climbed in the agency that owes: by its own manager, its own named nurse, the manager of its own clinic', () => {
    const referral = { kind: 'referral-made', on: '2019-03-04', by: 'police', to: 'community-nursing', referral: 'r1' }
    const nurses = ['community-nursing', 'hospital/royal'].map(at => works(`Nurse of ${at}`, `${at} named-nurse`))
    const takes = works('Ottilie Marsh', 'community-nursing receiving-team')
    const taken = told('referral-taken-up', '2019-05-06', [takes, ...nurses], referral)
    assert.ok(taken.includes('late-2: the desk community-nursing named-nurse'), taken.join('; '))

    const promised = {
      kind: 'undertaking-given',
      on: '2019-03-04',
      by: 'school-nursing',
      undertaking: 'u1',
      where: 'report',
      owner: 'school-nurse',
    }
    const heads = ['school-nursing', 'housing'].map(at => works(`Head of ${at}`, `${at} agency-manager`))
    const abigail = works('Abigail Twentyman', 'school-nursing school-nurse')
    const kept = told('undertaking-kept', '2019-03-12', [abigail, hannah, rowan, ...heads], holds, promised)
    assert.ok(kept.includes('late-2: the desk school-nursing agency-manager'), kept.join('; '))

    const booked = {
      kind: 'appointment-booked',
      on: '2019-04-01',
      by: 'other/dental',
      appointment: 'teeth',
      when: '2019-04-24',
    }
    const clinics = ['other/dental', 'hospital/royal'].map(at => works(`Clinic of ${at}`, `${at} clinic-manager`))
    const outcome = told('appointment-outcome', '2019-04-29', clinics, booked)
    assert.deepEqual(
      outcome.filter(word => word.startsWith('late-')),
      ['late-2: the desk other/dental clinic-manager'],
    )
  })
})
