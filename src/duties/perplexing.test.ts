import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'pip', born: '2016-03-01', subject: 'yes' }
const step = (on: string, what: string): Line => ({
  kind: 'perplexing-presentation',
  on,
  by: 'hospital/royal',
  step: what,
})
const noticed = step('2024-06-03', 'noticed')

describe('what is reported and what is found do not agree', () => {
  it('is brought to one view of the child’s health in twenty working days', () => {
    given(child, noticed).due('one-health-view', '2024-07-01')
    given(child, noticed, step('2024-06-28', 'health-view')).on('2024-06-28').kept('one-health-view')
    given(child, noticed, step('2024-07-28', 'health-view')).on('2024-07-28').keptLate('one-health-view')
  })

  it('is no more to be asked when it was explained', () => {
    given(child, noticed, step('2024-06-10', 'not-so')).on('2024-06-10').noLongerOwes('one-health-view')
    given(child, step('2024-06-10', 'plan')).silent('one-health-view')
  })

  it('leads from the view to a plan for health and education', () => {
    const view = step('2024-06-03', 'health-view')
    given(child, view).due('rehabilitation-planned', '2024-06-17')
    given(child, view, step('2024-06-14', 'plan')).on('2024-06-14').kept('rehabilitation-planned')
    given(child, view, { kind: 'strategy-discussion', on: '2024-06-30', by: 'social-care' })
      .on('2024-06-30')
      .keptLate('rehabilitation-planned')
    given(child, noticed).silent('rehabilitation-planned')
  })
})

describe('illness that is suspected to be fabricated or induced', () => {
  const suspected = step('2024-06-03', 'suspected')

  it('is referred within a day', () => {
    given(child, suspected).due('induced-illness-referred', '2024-06-04')
    const referred = { kind: 'referral-made', on: '2024-06-04', by: 'hospital/royal', to: 'social-care' }
    given(child, suspected, referred).on('2024-06-04').kept('induced-illness-referred')
    given(child, suspected, { ...referred, on: '2024-06-10' })
      .on('2024-06-10')
      .keptLate('induced-illness-referred')
  })

  it('is discussed once social care knows, whatever it decided on the referral', () => {
    const referred = { kind: 'referral-made', on: '2024-06-04', by: 'hospital/royal', to: 'social-care' }
    const refused = { kind: 'referral-decided', on: '2024-06-05', by: 'social-care', decision: 'No further action' }
    const held = { kind: 'strategy-discussion', on: '2024-06-06', by: 'social-care' }
    given(child, suspected, referred, refused).due('induced-illness-discussed', '2024-06-06')
    given(child, suspected, referred, refused).on('2024-06-07').late('induced-illness-discussed')
    given(child, suspected, referred, held).on('2024-06-06').kept('induced-illness-discussed')
    given(child, suspected, referred, step('2024-06-05', 'not-so'))
      .on('2024-06-05')
      .noLongerOwes('induced-illness-discussed')
    given(child, suspected, held).silent('induced-illness-discussed')
    given(child, suspected).silent('induced-illness-discussed')
    given(child, noticed, referred).silent('induced-illness-discussed')
  })

  it('is not what everybody wonders about', () => {
    given(child, noticed).silent('induced-illness-referred')
  })
})
