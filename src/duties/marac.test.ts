import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const incident = { kind: 'incident', on: '2019-05-20', by: 'police', incident: 'i1', type: 'domestic', alleged: 'jay' }
const dash = { kind: 'dash', on: '2019-05-20', by: 'police', incident: 'i1', person: 'leah', score: 9 }

describe('the DASH', () => {
  it('is done within 24 hours by the agency that attends', () => {
    given(child, incident).due('dash-done', '2019-05-21')
    given(child, incident, dash).on('2019-05-20').kept('dash-done')
    given(child, incident, { ...dash, incident: undefined })
      .on('2019-05-20')
      .kept('dash-done')
    given(child, incident, { ...dash, on: '2019-05-28' })
      .on('2019-05-28')
      .keptLate('dash-done')
    assert.equal(
      given(child, { ...incident, by: 'hospital' }).duties.find(one => one.rule.name === 'dash-done')?.owner,
      'safeguarding-lead',
    )
  })

  it('is done where the words of the incident say so', () => {
    given(child, { ...incident, text: 'DASH medium' })
      .on('2019-05-22')
      .kept('dash-done')
  })

  it('is owed once for two children, and not for what is no domestic incident or what the family tells', () => {
    const sibling = { kind: 'person', person: 'robin', as: 'child', born: '2016-06-06' }
    given(child, sibling, { ...incident, child: 'maya; robin' }).due('dash-done', '2019-05-21')
    given(child, { ...incident, type: 'injury' }).silent('dash-done')
    given(child, { ...incident, by: 'family' }).silent('dash-done')
  })
})

describe('MARAC', () => {
  const high = { ...dash, score: 15 }
  const referred = { kind: 'marac', on: '2019-05-21', by: 'police', person: 'leah', adult: 'jay', step: 'referred' }
  const heard = { ...referred, on: '2019-06-13', step: 'heard' }

  it('is asked for within one working day of fourteen or more, of a high level, of judgement', () => {
    given(child, high).due('marac-referred', '2019-05-21')
    given(child, { ...dash, score: undefined, level: 'high' }).due('marac-referred', '2019-05-21')
    given(child, { ...dash, judgement: 'yes' }).due('marac-referred', '2019-05-21')
    given(child, high, referred).on('2019-05-21').kept('marac-referred')
    const meeting = { kind: 'meeting-held', on: '2019-05-21', by: 'police', text: 'MARAC' }
    given(child, high, meeting).on('2019-05-21').kept('marac-referred')
  })

  it('is asked for again by any repeat within twelve months of a hearing', () => {
    const again = { ...incident, on: '2020-02-03', incident: 'i2' }
    given(child, referred, heard, again).due('marac-referred', '2020-02-04')
    given(child, referred, heard, { ...again, on: '2020-08-03' }).silent('marac-referred')
    given(child, referred, heard, { ...again, alleged: 'another' }).silent('marac-referred')
  })

  it('is not asked for by a standard DASH', () => {
    given(child, incident, dash).silent('marac-referred')
  })

  it('is held within five weeks of the referral', () => {
    given(child, referred).due('marac-heard', '2019-06-25')
    given(child, referred, heard).on('2019-06-13').kept('marac-heard')
    given(child, referred, { ...heard, step: 'not-accepted' })
      .on('2019-06-13')
      .kept('marac-heard')
    given(child, heard).silent('marac-heard')
  })
})
