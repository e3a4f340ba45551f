import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'moss', as: 'child', born: '2014-04-04', subject: 'yes' }
const ill: Line = { kind: 'diagnosis', on: '2023-01-09', by: 'hospital/royal', condition: 'Epilepsy', longTerm: 'yes' }
const left: Line = { kind: 'medicine-not-collected', on: '2024-03-04', by: 'gp/park', medicine: 'Valproate' }
const call: Line = { kind: 'contact', on: '2024-03-05', by: 'gp/park', way: 'call' }

describe('a medicine that was not collected', () => {
  it('is asked after within two working days, where the child needs it', () => {
    given(child, ill, left).due('uncollected-medicine-asked-after', '2024-03-06')
    given(child, ill, left).on('2024-03-07').late('uncollected-medicine-asked-after')
    const plan = { kind: 'plan-started', on: '2024-02-01', by: 'social-care', type: 'child-in-need' }
    given(child, plan, left).due('uncollected-medicine-asked-after', '2024-03-06')
    given(child, left, { ...left, on: '2024-05-07' }).due('uncollected-medicine-asked-after', '2024-05-09')
  })

  it('was asked after by a call, a look at the child or at the medicines', () => {
    for (const done of [
      call,
      { ...call, by: 'community-nursing', way: 'visit' },
      { kind: 'illness-reviewed', on: '2024-03-06', by: 'gp/park' },
      { kind: 'contact', on: '2024-03-05', by: 'school/hill', seen: 'moss' },
    ])
      given(child, ill, left, done).on('2024-03-06').kept('uncollected-medicine-asked-after')
    given(child, ill, left, { ...call, way: 'letter' })
      .on('2024-03-07')
      .late('uncollected-medicine-asked-after')
    given(child, ill, left, { ...call, reached: 'no' })
      .on('2024-03-07')
      .late('uncollected-medicine-asked-after')
  })

  it('is no matter once, for a child who is well', () => {
    given(child, left).silent('uncollected-medicine-asked-after')
  })
})
