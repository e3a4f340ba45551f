import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'wyn', as: 'child', born: '2016-06-06' }
const worry = { kind: 'concern', on: '2024-03-04', by: 'school/hill', text: 'Takes food from the bins' }

describe('a worry that an agency writes down', () => {
  it('is passed on within two working days, or it is written why not', () => {
    given(child, worry).due('concern-passed-on', '2024-03-06')
    given(child, worry).on('2024-03-07').late('concern-passed-on', { thing: 'school/hill', step: '1' })
    const referred = { kind: 'referral-made', on: '2024-03-05', by: 'school/hill', to: 'social-care' }
    given(child, worry, referred).on('2024-03-05').kept('concern-passed-on')
    const help = { kind: 'referral-made', on: '2024-03-06', by: 'school/hill', to: 'early-help' }
    given(child, worry, help).on('2024-03-06').kept('concern-passed-on')
    const why = {
      kind: 'decision',
      on: '2024-03-06',
      by: 'school/hill',
      decides: 'no-further-action',
      reason: 'Ill that day',
    }
    given(child, worry, why).on('2024-03-06').kept('concern-passed-on')
  })

  it('is asked for once while it stays there, and again for a worry after it was passed on', () => {
    const again = { ...worry, on: '2024-03-05' }
    given(child, worry, again).due('concern-passed-on', '2024-03-06')
    const referred = { kind: 'referral-made', on: '2024-03-06', by: 'school/hill', to: 'social-care' }
    given(child, worry, referred, { ...worry, on: '2024-05-07' }).due('concern-passed-on', '2024-03-06', '2024-05-09')
  })

  it('is one for each agency that keeps its own', () => {
    given(child, worry, { ...worry, by: 'gp/park' }).due('concern-passed-on', '2024-03-06', '2024-03-06')
  })

  it('says nothing of a worry of social care, of one already told, or while a case is open', () => {
    given(child, { ...worry, by: 'social-care' }).silent('concern-passed-on')
    const told = { kind: 'told', on: '2024-03-04', by: 'school/hill', of: 'w1', to: 'social-care' }
    given(child, { ...worry, id: 'w1' }, told)
      .on('2024-03-08')
      .silent('concern-passed-on')
    const plan = { kind: 'plan-started', on: '2024-02-01', by: 'social-care', type: 'child-in-need' }
    given(child, plan, worry).silent('concern-passed-on')
  })
})

describe('a worry that was not passed on', () => {
  const talk = { kind: 'contact', on: '2024-03-06', by: 'school/hill', way: 'meeting', with: 'una' }

  it('was taken up with the parent, where it was a first and small one', () => {
    given(child, worry, talk).on('2024-03-06').kept('concern-passed-on')
    given(child, worry, talk, { ...worry, on: '2024-05-07' }).due('concern-passed-on', '2024-03-06', '2024-05-09')
    for (const not of [
      [{ ...worry, neglect: 'yes' }, talk],
      [worry, { ...talk, way: 'letter' }],
      [worry, { ...talk, reached: 'no' }],
      [worry, { ...talk, by: 'gp/park' }],
    ])
      given(child, ...not)
        .on('2024-03-07')
        .late('concern-passed-on')
  })

  it('is in the referral that the agency made the next day, and that names no child', () => {
    const brother = { kind: 'person', person: 'ned', as: 'child', born: '2012-06-06' }
    const first = { ...child, subject: 'yes' }
    const referred = { kind: 'referral-made', on: '2024-03-05', by: 'school/hill', to: 'social-care' }
    given(first, brother, { ...worry, child: 'ned' }, referred)
      .on('2024-03-06')
      .kept('concern-passed-on')
    given(first, brother, { ...worry, child: 'ned' }, { ...referred, child: 'wyn' })
      .on('2024-03-07')
      .late('concern-passed-on')
    given(first, brother, { ...worry, child: 'ned' }, { ...referred, on: '2024-06-05' })
      .on('2024-03-07')
      .late('concern-passed-on')
  })
})

describe('a worry of “about” a day', () => {
  it('was talked over by a call of one of those days', () => {
    const call = { kind: 'contact', on: '2024-03-03', by: 'school/hill', way: 'call', with: 'una' }
    given(child, { ...worry, on: 'about 2024-03-04' }, call)
      .on('2024-03-12')
      .kept('concern-passed-on')
  })
})
