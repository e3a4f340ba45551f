import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const held = {
  kind: 'conference-held',
  on: '2019-05-07',
  by: 'conference-unit',
  conference: 'c1',
  present: 'social-care; police; school',
}

describe('a conference without enough agencies', () => {
  it('is held again within ten working days', () => {
    given(maya, { ...held, quorate: 'no' }).due('conference-reconvened', '2019-05-21')
    given(maya, { ...held, present: 'social-care; police' }).due('conference-reconvened', '2019-05-21')
    given(maya, { ...held, quorate: 'no' }, { ...held, on: '2019-05-20' })
      .on('2019-05-20')
      .kept('conference-reconvened')
  })

  it('is not held again when it is not needed after all, when enough were there, or the chair went on', () => {
    given(maya, { ...held, quorate: 'no' }, { kind: 'conference-not-needed', on: '2019-05-10', by: 'social-care' })
      .on('2019-05-22')
      .noLongerOwes('conference-reconvened')
    given(maya, held).silent('conference-reconvened')
    given(maya, { ...held, present: undefined }).silent('conference-reconvened')
    given(maya, { ...held, present: 'social-care; police', quorate: 'yes' }).silent('conference-reconvened')
  })
})

describe('minutes that the conference unit sends and that name no meeting', () => {
  it('are of the last conference, though a core group met in between', () => {
    const group = { kind: 'meeting-held', on: '2019-05-14', by: 'social-care', type: 'core-group' }
    const minutes = { kind: 'minutes-sent', on: '2019-05-20', by: 'conference-unit' }
    given(maya, held, group, minutes).on('2019-05-20').kept('meeting-minutes-sent', { thing: 'c1' })
  })
})

describe('the decision of a conference', () => {
  it('goes out the next working day', () => {
    given(maya, held).due('conference-decision-sent', '2019-05-08')
    given(maya, held, { kind: 'letter-sent', on: '2019-05-08', by: 'conference-unit', to: 'school; police' })
      .on('2019-05-08')
      .kept('conference-decision-sent')
    given(maya, held, { kind: 'minutes-sent', on: '2019-05-20', by: 'conference-unit' })
      .on('2019-05-20')
      .keptLate('conference-decision-sent')
    given(maya, held, { kind: 'told', on: '2019-05-07', by: 'conference-unit', of: 'c1', to: 'school' })
      .on('2019-05-08')
      .kept('conference-decision-sent')
  })

  it('is nothing while too few agencies met to decide', () => {
    given(maya, { ...held, quorate: 'no' }).silent('conference-decision-sent')
  })
})
