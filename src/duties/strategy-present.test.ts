import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const discussed = {
  kind: 'strategy-discussion',
  on: '2019-05-13',
  by: 'social-care',
  discussion: 'sd1',
  outcome: 'other',
}

describe('who takes part in a strategy discussion', () => {
  const three = { ...discussed, present: 'police; health-visiting' }

  it('is social care, the police and health', () => {
    given(child, three).silent('strategy-discussion-complete')
    given(child, { ...discussed, present: 'police' }).due('strategy-discussion-complete', '2019-05-13')
    given(child, { ...discussed, by: 'police', present: 'health-visiting' }).due(
      'strategy-discussion-complete',
      '2019-05-13',
    )
  })

  it('is made good by a later entry, and not asked for where the reason is written', () => {
    given(child, { ...discussed, present: 'police' }, { ...three, on: '2019-05-14' })
      .on('2019-05-14')
      .keptLate('strategy-discussion-complete')
    given(child, { ...discussed, present: 'police', reason: 'Nurse joins by telephone later' }).silent(
      'strategy-discussion-complete',
    )
  })

  it('says nothing where the record does not say who was there', () => {
    given(child, discussed).silent('strategy-discussion-complete')
    given(child, discussed).silent('strategy-discussion-hears-all')
  })
})

describe('whoever works with the child', () => {
  const surgery = { kind: 'worker-starts', on: '2018-09-03', by: 'gp/elm-road', role: 'gp' }
  const nurse = { kind: 'worker-starts', on: '2018-09-03', by: 'health-visiting', role: 'health-visitor' }
  const two = { ...discussed, present: 'police; health-visiting' }

  it('is asked to the strategy discussion, or for their facts', () => {
    const forgotten = given(child, surgery, nurse, two)
    forgotten.due('strategy-discussion-hears-all', '2019-05-13')
    assert.match(forgotten.duties.find(duty => duty.rule.catalogue === 'R-STR-3')?.of ?? '', /elm road/iu)
    given(child, surgery, nurse, { ...two, invited: 'gp/elm-road' }).silent('strategy-discussion-hears-all')
    given(child, surgery, nurse, { ...two, facts: 'gp/elm-road' }).silent('strategy-discussion-hears-all')
    given(child, surgery, nurse, { ...two, reason: 'Practice closed, asked tomorrow' }).silent(
      'strategy-discussion-hears-all',
    )
  })

  it('is heard when the report comes', () => {
    const report = { kind: 'report-filed', on: '2019-05-14', by: 'gp/elm-road', meeting: 'sd1' }
    given(child, surgery, nurse, two, report).on('2019-05-14').keptLate('strategy-discussion-hears-all')
    given(child, surgery, nurse, two, { ...report, by: 'housing' })
      .on('2019-05-14')
      .late('strategy-discussion-hears-all')
    const facts = { ...two, on: '2019-05-15', facts: 'gp/elm-road' }
    given(child, surgery, nurse, two, facts).on('2019-05-15').keptLate('strategy-discussion-hears-all')
  })

  it('is not asked for where nobody is named, or after they left', () => {
    given(child, two).silent('strategy-discussion-hears-all')
    const left = { kind: 'worker-leaves', on: '2019-05-01', by: 'gp/elm-road', role: 'gp' }
    given(child, surgery, left, nurse, two).silent('strategy-discussion-hears-all')
  })

  it('is not asked for who starts on the day itself, which is what the discussion brought', () => {
    given(child, nurse, { ...surgery, on: '2019-05-13' }, two).silent('strategy-discussion-hears-all')
    given(child, nurse, { ...surgery, on: '2019-05-12' }, two).due('strategy-discussion-hears-all', '2019-05-13')
  })

  it('is heard for social care when any team of it takes part', () => {
    const team = { kind: 'worker-starts', on: '2018-09-03', by: 'social-care/alder-team', role: 'social-worker' }
    given(child, nurse, team, { ...two, by: 'social-care/duty' }).silent('strategy-discussion-hears-all')
    given(child, nurse, team, { ...two, by: 'police', present: 'health-visiting; emergency-duty' }).silent(
      'strategy-discussion-hears-all',
    )
    given(child, nurse, team, { ...two, by: 'police' }).due('strategy-discussion-hears-all', '2019-05-13')
  })
})
