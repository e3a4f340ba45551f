import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoMoment } from '../calendar/moment.ts'
import { given, type Line } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const raised = {
  kind: 'challenge-raised',
  on: '2019-05-20',
  by: 'health-visiting',
  challenge: 'c1',
  to: 'social-care',
  wants: 'A date for the conference',
}
const answered = { kind: 'challenge-answered', on: '2019-05-21', by: 'social-care', challenge: 'c1' }

describe('a challenge', () => {
  it('is answered practitioner to practitioner in two working days', () => {
    given(child, raised).due('challenge-answered', '2019-05-22')
    const settled = given(child, raised, answered)
    settled.on('2019-05-21').kept('challenge-answered')
    settled.silent('challenge-answered-by-managers')
    given(child).silent('challenge-answered')
  })

  it('climbs to each level on the day after the one below has passed', () => {
    const silence = given(child, raised)
    silence.due('challenge-answered-by-managers', '2019-05-28')
    silence.due('challenge-answered-by-service-managers', '2019-05-30')
    silence.due('challenge-decided-by-partners', '2019-06-06')
    silence.on('2019-05-22').silent('challenge-answered-by-managers')
    silence.on('2019-05-23').owes('challenge-answered-by-managers')
    silence.on('2019-05-28').silent('challenge-answered-by-service-managers')
    silence.on('2019-05-29').owes('challenge-answered-by-service-managers')
    silence.on('2019-06-07').late('challenge-decided-by-partners')
  })

  it('climbs at once when the answer does not settle it', () => {
    const refused = given(child, raised, { ...answered, settled: 'no' })
    refused.on('2019-05-21').kept('challenge-answered')
    refused.on('2019-05-21').owes('challenge-answered-by-managers')
    refused.due('challenge-answered-by-managers', '2019-05-24')
    const higher = { ...answered, on: '2019-05-23', level: '2' }
    const done = given(child, raised, { ...answered, settled: 'no' }, higher)
    done.on('2019-05-23').kept('challenge-answered-by-managers')
    done.silent('challenge-answered-by-service-managers')
  })

  it('is ended at every level by a late answer that settles it', () => {
    const late = given(child, raised, { ...answered, on: '2019-05-24' })
    late.on('2019-05-24').keptLate('challenge-answered')
    late.on('2019-05-24').kept('challenge-answered-by-managers')
    late.silent('challenge-answered-by-service-managers')
    const below = given(child, raised, { ...answered, on: '2019-05-24', level: '1' })
    below.on('2019-05-24').keptLate('challenge-answered')
    below.on('2019-05-24').noLongerOwes('challenge-answered-by-managers')
  })

  it('goes to the managers the same day when a child is at risk, and to the partners within 24 hours', () => {
    const now = given(child, { ...raised, on: '2019-05-20 15:00', immediate: 'yes' })
    now.due('challenge-answered-at-risk', '2019-05-20', '2019-05-21')
    const last = now.duties.find(duty => duty.rule.catalogue === 'R-ESC-5' && duty.step === 'level 4')
    assert.equal(last?.due.at === undefined ? undefined : isoMoment(last.due.at), '2019-05-21 15:00')
    now.silent('challenge-answered')
    now.silent('challenge-answered-by-managers')
    const safe = given(child, { ...raised, immediate: 'yes' }, { ...answered, on: '2019-05-20' })
    safe.on('2019-05-20').kept('challenge-answered-at-risk')
    safe.silent('challenge-answered-at-risk', { step: 'level 4' })
    given(child, raised).silent('challenge-answered-at-risk')
  })

  it('is answered by the managers of the agency that is challenged', () => {
    const owners = (line: Line) => given(child, line).duties.map(duty => duty.owner)
    const levels = ['challenge-answerer', 'team-manager', 'service-manager', 'partnership-executive']
    assert.deepEqual(owners(raised), levels)
    assert.deepEqual(owners({ ...raised, to: 'hospital/royal' }), [
      'challenge-answerer',
      'agency-manager',
      'safeguarding-lead',
      'partnership-executive',
    ])
    assert.deepEqual(owners({ ...raised, to: 'hospital/royal', immediate: 'yes' }), [
      'agency-manager',
      'partnership-executive',
    ])
  })

  it('ends at the level that answers it', () => {
    const silent = { ...answered, on: '2019-05-30', level: '3' }
    given(child, raised, silent).on('2019-05-30').kept('challenge-answered-by-service-managers')
    const decided = { ...answered, on: '2019-06-05', level: '4' }
    given(child, raised, decided).on('2019-06-05').kept('challenge-decided-by-partners')
    given(child, raised, answered).silent('challenge-decided-by-partners')
  })
})
