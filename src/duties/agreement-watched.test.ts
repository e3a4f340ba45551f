import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const agreed = {
  kind: 'agreed-rule',
  on: '2019-05-20',
  by: 'social-care',
  agreedRule: 'r',
  source: 'other',
  text: 'Not when drinking',
}

describe('an informal agreement', () => {
  it('has somebody who checks it, within two working days', () => {
    given(child, agreed).due('agreement-watched', '2019-05-22')
    const condition = { kind: 'condition', on: '2019-05-21', by: 'social-care', text: 'If he comes drunk, we meet' }
    given(child, agreed, condition).on('2019-05-21').kept('agreement-watched')
    given(child, agreed, { kind: 'agreed-rule-checked', on: '2019-05-21', by: 'social-care', kept: 'yes' })
      .on('2019-05-21')
      .kept('agreement-watched')
  })

  it('asks for nothing where it says who checks and what follows, and nothing of what a court orders', () => {
    given(child, { ...agreed, checkedBy: 'health-visitor', ifBroken: 'We meet' }).silent('agreement-watched')
    given(child, { ...agreed, source: 'court-order' }).silent('agreement-watched')
  })
})
