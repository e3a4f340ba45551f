import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2015-06-06' }
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const gp = { kind: 'worker-starts', on: '2018-09-03', by: 'gp/elm-road', role: 'gp' }
const miss = { kind: 'was-not-brought', id: 'miss', on: '2019-04-24', by: 'hospital/royal', appointment: 'eyes-3' }
const earlier = { ...miss, id: 'before', on: '2018-10-22', appointment: 'eyes-1' }
const call = { kind: 'contact', on: '2019-04-25', by: 'hospital/royal', way: 'call' }
const letter = { kind: 'letter-sent', on: '2019-05-01', by: 'hospital/royal', about: 'eyes-3', to: 'gp; leah' }
const told = { kind: 'told', on: '2019-04-24', by: 'hospital/royal', of: 'miss', to: 'social-care' }

const rules = [
  'family-contacted-after-miss',
  'notes-reviewed-after-miss',
  'letter-after-miss',
  'gp-follow-up-after-miss',
  'worker-told-of-miss',
  'attendance-pattern-discussed',
  'medical-neglect-review',
  'graded-care-profile-considered',
]
const allSilent = (...lines: readonly Line[]) => {
  const one = given(...lines)
  for (const name of rules) one.silent(name)
}

describe('the follow-up by the GP practice', () => {
  it('ends with a contact of the practice, or when it has read what is planned', () => {
    const contact = { ...call, by: 'gp/elm-road', on: '2019-04-30' }
    const read = { kind: 'notes-reviewed', on: '2019-05-02', by: 'gp/elm-road', appointment: 'eyes-3' }
    given(child, plan, gp, miss, contact).on('2019-04-30').kept('gp-follow-up-after-miss')
    given(child, plan, gp, miss, read).on('2019-05-02').keptLate('gp-follow-up-after-miss')
    given(child, plan, gp, miss, call).on('2019-05-02').late('gp-follow-up-after-miss')
  })

  it('is owed from the letter where no social worker is involved', () => {
    given(child, gp, earlier, miss, letter).due('gp-follow-up-after-miss', '2019-05-09')
  })

  it('is not asked where no GP is on the record', () => {
    given(child, plan, miss).silent('gp-follow-up-after-miss')
    const concern = { kind: 'concern', on: '2019-02-20', by: 'gp/elm-road' }
    given(child, plan, concern, miss).due('gp-follow-up-after-miss', '2019-05-01')
    given(child, plan, { ...concern, on: '2019-06-20' }, miss).silent('gp-follow-up-after-miss')
  })
})

describe('telling the allocated worker of a miss', () => {
  it('ends when social care was told, by agency or by role, of the miss or of the appointment', () => {
    for (const kept of [
      told,
      { ...told, of: 'eyes-3' },
      { ...told, to: 'Social worker' },
      { ...told, to: 'team-manager' },
    ])
      given(child, plan, miss, kept).on('2019-04-24').kept('worker-told-of-miss')
    given(child, plan, miss, { ...told, to: 'gp' })
      .on('2019-04-25')
      .late('worker-told-of-miss')
    given(child, plan, { ...miss, by: 'social-care' })
      .on('2019-04-24')
      .kept('worker-told-of-miss')
  })

  it('is owed the next working day after a miss at a weekend', () => {
    given(child, plan, { ...miss, on: '2019-04-27' }).due('worker-told-of-miss', '2019-04-29')
  })

  it('is not asked for a child without a plan', () => {
    given(child, miss).silent('worker-told-of-miss')
  })

  it('is all that is asked when a young person of sixteen does not come alone', () => {
    const young = { ...child, born: '2003-01-01' }
    const absent = { ...miss, kind: 'did-not-attend' }
    const one = given(young, plan, gp, absent)
    one.due('worker-told-of-miss', '2019-04-24')
    for (const name of rules.filter(rule => rule !== 'worker-told-of-miss')) one.silent(name)
    given(young, plan, absent, told).on('2019-04-24').kept('worker-told-of-miss')
    allSilent(young, plan, absent, { kind: 'admission', on: '2019-04-23', by: 'hospital/royal' })
  })
})
