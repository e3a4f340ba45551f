import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import { given, type Line } from './given.ts'
import { ledger } from './ledger.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p', type: 'child-in-need' }
const booked = {
  kind: 'appointment-booked',
  on: '2019-03-01',
  by: 'hospital/royal',
  appointment: 'eyes',
  clinic: 'the eye clinic',
  when: '2019-04-24',
}
const missed = { kind: 'was-not-brought', on: '2019-04-24', by: 'hospital/royal', appointment: 'eyes', id: 'miss' }
const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.entry
}

describe('what must stay silent (replay.md, negative tests)', () => {
  it('6: a meeting held although the parent asked to cancel is a meeting held', () => {
    const called = {
      kind: 'meeting-called',
      on: '2019-03-01',
      by: 'social-care',
      meeting: 'm',
      type: 'child-in-need',
      plan: 'p',
      when: '2019-03-13',
    }
    const asked = { kind: 'cancellation-asked', on: '2019-03-11', by: 'social-care', meeting: 'm', person: 'leah' }
    const first = {
      kind: 'meeting-held',
      on: '2019-02-04',
      by: 'social-care',
      meeting: 'm0',
      type: 'child-in-need',
      plan: 'p',
    }
    const held = {
      kind: 'meeting-held',
      on: '2019-03-13',
      by: 'social-care',
      meeting: 'm',
      type: 'child-in-need',
      plan: 'p',
    }
    const then = given(child, plan, first, called, asked, held).on('2019-03-14')
    then.kept('meeting-goes-ahead')
    then.kept('child-in-need-review', { step: '1' })
  })

  it('7: a conference rebooked in time is not late; rebooked after, it stays late and the delay is agreed', () => {
    const decided = {
      kind: 'strategy-discussion',
      on: '2019-05-13',
      by: 'social-care',
      discussion: 'sd',
      section47: 'yes',
      outcome: 'conference',
    }
    const booking = (on: string, when: string) => ({ kind: 'conference-booked', on, by: 'conference-unit', when })
    const held = (on: string) => ({ kind: 'conference-held', on, by: 'conference-unit' })
    const inTime = given(
      child,
      decided,
      booking('2019-05-14', '2019-05-28'),
      booking('2019-05-24', '2019-06-03'),
      held('2019-06-03'),
    ).on('2019-06-10')
    inTime.kept('conference-held')
    inTime.silent('conference-delay-agreed')
    const agreed = {
      kind: 'conference-delay-agreed',
      on: '2019-06-03',
      by: 'social-care',
      agreedBy: 'service-manager; conference-chair',
      reason: 'Chair ill',
      to: '2019-06-12',
    }
    const after = given(child, decided, booking('2019-05-14', '2019-06-12'), agreed, held('2019-06-12')).on(
      '2019-06-13',
    )
    after.keptLate('conference-held')
    after.kept('conference-delay-agreed')
  })

  it('8: a second strategy discussion on day ten does not move the conference', () => {
    const decided = {
      kind: 'strategy-discussion',
      on: '2019-05-13',
      by: 'social-care',
      discussion: 'sd',
      section47: 'yes',
      outcome: 'conference',
    }
    given(child, decided, { ...decided, discussion: 'sd-2', on: '2019-05-28' }).due('conference-held', '2019-06-04')
  })

  it('10: an owner off sick for one day with nothing due is nobody’s business', () => {
    const worker = {
      kind: 'worker-starts',
      on: '2018-12-03',
      by: 'social-care',
      role: 'social-worker',
      practitioner: 'H. Boyle',
    }
    const sick = {
      kind: 'worker-away',
      on: '2018-12-11',
      until: '2018-12-11',
      by: 'social-care',
      role: 'social-worker',
      practitioner: 'H. Boyle',
    }
    given(child, plan, worker, sick).silent('absence-covered')
  })

  it('11: a pregnancy by somebody else does not reopen what was about him', () => {
    const known = {
      kind: 'known-elsewhere',
      on: '2016-12-10',
      by: 'police',
      fact: 'exploitation',
      person: 'leah',
      adult: 'jay',
    }
    const pregnancy = (father: string) => ({
      kind: 'pregnancy',
      on: '2018-01-15',
      by: 'midwifery',
      unborn: 'maya',
      mother: 'leah',
      father,
      child: 'maya',
    })
    given(known, pregnancy('sam')).silent('exploitation-risk-reopened')
    given(known, pregnancy('jay')).due('exploitation-risk-reopened', '2018-01-22')
  })

  it('15: an entry recorded again with a corrected date keeps its old version and moves the duty', () => {
    const scan = { id: 'scan', kind: 'result-awaited', on: '2019-02-25', by: 'hospital/northfield', result: 'mri' }
    const again = {
      id: 'scan-2',
      kind: 'result-awaited',
      on: '2019-02-27',
      written: '2019-03-05',
      by: 'hospital/northfield',
      result: 'mri',
      corrects: 'scan',
    }
    given(child, scan).due('result-told', '2019-03-25')
    given(child, scan, again).due('result-told', '2019-03-27')
    const entries = [child, scan, again].map(read)
    const before = ledger(entries, { asAt: getDay('2019-03-04') })
    assert.ok(entries.some(entry => entry.id === 'scan'))
    assert.deepEqual(
      before.rows.map(row => row.duty.key).filter(key => key.startsWith('result-told')),
      ['result-told|maya|mri|'],
    )
    assert.equal(picture(entries, { knownOn: getDay('2019-03-04') }).results[0]?.raised.id, 'scan')
  })

  it('16: a plan with a met condition does not close on one signature, even when consent is withdrawn', () => {
    const condition = {
      kind: 'condition',
      on: '2019-01-28',
      by: 'conference-unit',
      condition: 'c',
      events: 'was-not-brought',
      consequence: 'conference',
    }
    const withdrawn = {
      kind: 'consent-withdrawn',
      on: '2019-05-02',
      by: 'social-care',
      person: 'leah',
      to: 'child-in-need',
    }
    const closing = { kind: 'plan-ended', on: '2019-05-03', by: 'social-care', plan: 'p', signedBy: 'team-manager' }
    const proposed = given(child, plan, condition, booked, missed, withdrawn, closing)
    proposed.on('2019-05-07').owes('closing-complete')
    proposed.due('refusal-decided', '2019-05-07')
    assert.equal(picture([child, plan, condition, booked, missed, closing].map(read)).plans[0]?.ended, undefined)
    const signed = { ...closing, signedBy: 'team-manager; service-manager', exceptions: 'Condition met; looked at' }
    assert.notEqual(picture([child, plan, condition, booked, missed, signed].map(read)).plans[0]?.ended, undefined)
  })
})
