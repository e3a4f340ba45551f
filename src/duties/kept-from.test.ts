import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const hidden = { kind: 'concern', on: '2019-01-14', by: 'health-visiting', hiddenFrom: 'jay', text: 'Leah is pregnant' }
const review = { kind: 'restriction-reviewed', on: '2019-04-08', by: 'partnership', person: 'jay', answer: 'kept' }

describe('what is kept from somebody', () => {
  it('is looked at again every ninety days, once for each person', () => {
    given(child, hidden).due('restriction-looked-at-again', '2019-04-14')
    given(child, hidden, { ...hidden, on: '2019-02-01' }).due('restriction-looked-at-again', '2019-04-14')
    given(child, hidden, review).on('2019-04-08').kept('restriction-looked-at-again')
    given(child, hidden, review).due('restriction-looked-at-again', '2019-04-14', '2019-07-07')
    given(child, hidden, { ...review, on: '2019-05-20' })
      .on('2019-05-20')
      .keptLate('restriction-looked-at-again')
  })

  it('is not looked at again after it was lifted, nor where nothing is kept', () => {
    given(child, hidden, { ...review, answer: 'lifted' }).due('restriction-looked-at-again', '2019-04-14')
    given(child, { ...hidden, hiddenFrom: undefined }).silent('restriction-looked-at-again')
  })
})
