import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const mother = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
const ground = {
  kind: 'ground',
  on: '2018-04-20',
  by: 'social-care',
  about: 'lives-at',
  person: 'leah',
  address: '3 Beech Close',
}
const open = { kind: 'assessment-opened', on: '2018-08-28', by: 'hospital/royal', type: 'child-and-family' }
const family: readonly Line[] = [child, mother, open]
const home = { kind: 'discharge', on: '2018-09-03', by: 'hospital/royal', address: '14 Mill Row' }
const checked = { kind: 'address-checked', on: '2018-09-04', by: 'social-care', adults: 'yes' }

describe('discharge to another address than the one that was assessed', () => {
  it('asks for a check of the home and the adults within one working day', () => {
    given(...family, ground, home).due('discharge-address-checked', '2018-09-04')
    given(...family, ground, home, checked)
      .on('2018-09-04')
      .kept('discharge-address-checked')
  })

  it('is not ended by a look at the home without the adults, nor by a check of another address', () => {
    given(...family, ground, home, { ...checked, adults: 'no' })
      .on('2018-09-05')
      .late('discharge-address-checked')
    given(...family, ground, home, { ...checked, address: '3 Beech Close' })
      .on('2018-09-05')
      .late('discharge-address-checked')
  })

  it('goes by where the mother lived when the assessment was finished, if no ground names an address', () => {
    const lived = { kind: 'lives-at', on: '2018-01-15', by: 'midwifery', person: 'leah', address: '3 Beech Close' }
    const opened = { kind: 'assessment-opened', on: '2018-01-19', by: 'social-care', assessment: 'a1' }
    const finished = { kind: 'assessment-finished', on: '2018-03-09', by: 'social-care', assessment: 'a1' }
    given(...family, lived, opened, finished, home).due('discharge-address-checked', '2018-09-04')
    given(...family, { ...lived, address: '14 Mill Row' }, opened, finished, home).silent('discharge-address-checked')
  })

  it('asks too where no home of the child is on the record, since nobody has looked at one', () => {
    given(...family, home).due('discharge-address-checked', '2018-09-04')
    given(...family, { ...ground, person: 'jay' }, home).due('discharge-address-checked', '2018-09-04')
    const lived = { kind: 'lives-at', on: '2018-01-15', by: 'midwifery', person: 'leah', address: '14 Mill Row' }
    given(...family, lived, home).silent('discharge-address-checked')
  })

  it('stays silent when the address is the same, is not said, or was checked before', () => {
    given(...family, ground, { ...home, address: '3  beech close' }).silent('discharge-address-checked')
    const { address: _, ...unsaid } = home
    given(...family, ground, unsaid).silent('discharge-address-checked')
    given(...family, ground, { ...checked, on: '2018-08-31', address: '14 Mill Row' }, home).silent(
      'discharge-address-checked',
    )
  })

  it('is not about a parent’s own stay in hospital', () => {
    given(...family, ground, { ...home, person: 'leah' }).silent('discharge-address-checked')
    given(...family, ground, { ...home, person: 'maya' }).due('discharge-address-checked', '2018-09-04')
  })

  it('is asked of nobody where social care has no case, and finished no assessment in the twelve months before', () => {
    given(child, mother, ground, home).silent('discharge-address-checked')
    given(child, mother, { ...open, type: 'early-help' }, ground, home).silent('discharge-address-checked')
    const plan = { kind: 'plan-started', on: '2018-08-01', by: 'social-care', plan: 'p1', type: 'child-in-need' }
    given(child, mother, plan, ground, home).due('discharge-address-checked', '2018-09-04')
    const finished = { kind: 'assessment-finished', by: 'social-care', assessment: 'a1' }
    const before = { ...open, on: '2017-08-01', assessment: 'a1' }
    given(child, mother, before, { ...finished, on: '2017-09-03' }, ground, home).due(
      'discharge-address-checked',
      '2018-09-04',
    )
    given(child, mother, before, { ...finished, on: '2017-09-02' }, ground, home).silent('discharge-address-checked')
  })
})

describe('a discharge that says only “home”', () => {
  it('was to the home that the record has', () => {
    const lives = { kind: 'lives-at', person: ['maya', 'leah'], address: '3 Beech Close' }
    for (const address of ['home', 'Home', 'the family home', 'her home address'])
      given(...family, lives, { ...home, address }).silent('discharge-address-checked')
    given(...family, lives, { ...home, address: 'her aunt’s home' }).due('discharge-address-checked', '2018-09-04')
  })
})
