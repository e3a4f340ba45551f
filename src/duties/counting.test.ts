import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const mother = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
const by = 'hospital/royal'
const booked = {
  kind: 'appointment-booked',
  on: '2019-03-01',
  by,
  appointment: 'eyes',
  clinic: 'the eye clinic',
  when: '2019-04-24',
}
const missed = { kind: 'was-not-brought', on: '2019-04-24', by, appointment: 'eyes', critical: 'yes' }
const call = 'attendance-pattern-discussed'

/** Whether the miss of 24 April, which may do serious harm, counts: it does as long as nothing excuses it. */
const counts = (...lines: readonly Line[]) => given(child, mother, booked, missed, ...lines).due(call, '2019-05-01')
const isExcused = (...lines: readonly Line[]) => given(child, mother, booked, missed, ...lines).silent(call)

describe('a miss', () => {
  it('counts when nothing excuses it', () => counts())

  it('does not count for what the family says kept them, until a check contradicts it', () => {
    const said = { ...missed, barrier: 'no-transport' }
    given(child, booked, said).silent(call)
    const check = { kind: 'reason-checked', on: '2019-04-26', by, appointment: 'eyes' }
    given(child, booked, said, { ...check, answer: 'unverified' }).silent(call)
    given(child, booked, said, { ...check, answer: 'contradicted' }).due(call, '2019-05-01')
  })

  it('counts for a reason that none of the words covers: people look at it', () => {
    given(child, booked, { ...missed, barrier: 'other' }).due(call, '2019-05-01')
    given(child, booked, { ...missed, reason: 'Forgot' }).due(call, '2019-05-01')
  })

  it('does not count when a check finds what kept them', () => {
    isExcused({ kind: 'reason-checked', on: '2019-04-26', by, answer: 'verified', barrier: 'ill' })
    counts({ kind: 'reason-checked', on: '2019-04-26', by, answer: 'verified' })
  })

  it('does not count when a dispute is upheld, and counts when it is not', () => {
    const decided = { kind: 'dispute-decided', on: '2019-04-30', by, appointment: 'eyes' }
    isExcused({ ...decided, upheld: 'yes' })
    counts({ ...decided, upheld: 'no' })
  })

  it('does not count when the family said before what makes it hard to come and nobody arranged help', () => {
    const reported = { kind: 'barrier-reported', on: '2019-04-10', by: 'health-visiting', barrier: 'cost' }
    isExcused(reported)
    counts(reported, { kind: 'help-arranged', on: '2019-04-15', by: 'health-visiting', appointment: 'eyes' })
    isExcused(reported, { kind: 'help-arranged', on: '2019-04-15', by: 'health-visiting', appointment: 'hips' })
    counts({ ...reported, until: '2019-04-20' })
    counts({ ...reported, on: '2019-01-05' })
    counts({ ...reported, on: '2019-04-25' })
  })

  it('does not count when a mother said that she is struggling', () =>
    isExcused({ kind: 'barrier-reported', on: '2019-04-10', by: 'gp', barrier: 'struggling' }))

  it('does not count when an interpreter is needed and none was booked', () => {
    const need = { kind: 'communication-need', on: '2019-01-07', by: 'gp', person: 'leah', interpreter: 'yes' }
    isExcused(need)
    given(child, mother, { ...booked, interpreter: 'yes' }, missed, need).due(call, '2019-05-01')
    counts({ ...need, person: 'a neighbour' })
    given(child, mother, missed, need).due(call, '2019-05-01')
  })

  it('does not count when the only letter came back, or was sent the day before', () => {
    const letter = { kind: 'letter-sent', on: '2019-04-01', by, about: 'eyes', to: 'leah', id: 'letter' }
    counts(letter)
    const back = { kind: 'bounced', on: '2019-04-08', by, of: 'letter', to: 'leah' }
    isExcused(letter, back)
    counts(letter, back, { ...letter, id: 'again', on: '2019-04-10' })
    isExcused({ ...letter, on: '2019-04-23' })
    counts({ ...letter, on: '2019-04-18' })
  })

  it('does not count while the mother is in hospital, gives birth, or is there with another child', () => {
    const stay = { kind: 'admission', on: '2019-04-23', by }
    isExcused({ ...stay, person: 'leah' })
    counts({ ...stay, person: 'rob' })
    const pregnancy = { kind: 'pregnancy', on: '2018-11-01', by: 'midwifery', unborn: 'b', mother: 'leah' }
    isExcused(pregnancy, { kind: 'birth', on: '2019-04-24', by: 'midwifery', unborn: 'b', mother: 'leah' })
    isExcused({ kind: 'person', person: 'sam', as: 'child', born: '2015-01-01' }, { ...stay, child: 'sam' })
  })
})

describe('a condition', () => {
  const agreed = {
    kind: 'condition',
    on: '2019-02-01',
    by: 'social-care',
    condition: 'two',
    times: '2',
    consequence: 'conference',
  }
  const second = { kind: 'was-not-brought', on: '2019-05-08', by, appointment: 'hips' }

  it('counts the same misses as every rule does', () => {
    const onMisses = { ...agreed, events: 'was-not-brought' }
    given(child, onMisses, booked, missed, second).due('condition-acted-on', '2019-05-09')
    given(child, onMisses, booked, { ...missed, barrier: 'ill' }, second).silent('condition-acted-on')
  })

  it('never counts a change asked for ahead', () => {
    const onChanges = { ...agreed, events: 'cancelled-by-family', times: '1' }
    const off = { kind: 'appointment-cancelled', by, appointment: 'eyes', cancelledBy: 'family' }
    given(child, onChanges, booked, { ...off, on: '2019-04-23' }).due('condition-acted-on', '2019-04-24')
    given(child, onChanges, booked, { ...off, on: '2019-04-10' }).silent('condition-acted-on')
    given(child, onChanges, booked, { ...off, on: '2019-04-23', barrier: 'ill' }).silent('condition-acted-on')
  })

  it('counts no visit that the family did not know of, and none while the child lay in hospital', () => {
    const onVisits = { ...agreed, events: 'not-reached', times: '1' }
    const visit = { kind: 'contact', on: '2019-04-24', by: 'health-visiting', way: 'visit', reached: 'no' }
    given(child, onVisits, visit).due('condition-acted-on', '2019-04-25')
    given(child, onVisits, { ...visit, arranged: 'no' }).silent('condition-acted-on')
    given(child, onVisits, { kind: 'admission', on: '2019-04-23', by }, visit).silent('condition-acted-on')
  })

  it('counts a meeting asked off on the day, and not one asked off ahead or with a reason', () => {
    const onMeetings = { ...agreed, events: 'meeting-missed', times: '1' }
    const called = { kind: 'meeting-called', on: '2019-04-01', by: 'social-care', meeting: 'm', when: '2019-04-24' }
    const asked = { kind: 'cancellation-asked', on: '2019-04-24', by: 'social-care', meeting: 'm', person: 'leah' }
    given(child, onMeetings, called, asked).due('condition-acted-on', '2019-04-25')
    given(child, onMeetings, called, { ...asked, on: '2019-04-15' }).silent('condition-acted-on')
    given(child, onMeetings, called, { ...asked, barrier: 'caring-for-another' }).silent('condition-acted-on')
  })

  it('counts what one person says on one day once', () => {
    const onConcerns = { ...agreed, events: 'concern' }
    const concern = { kind: 'concern', on: '2019-04-24', by: 'social-care', raisedBy: 'grandmother' }
    given(child, onConcerns, concern, concern).silent('condition-acted-on')
    given(child, onConcerns, concern, { ...concern, raisedBy: 'teacher' }).due('condition-acted-on', '2019-04-25')
  })
})
