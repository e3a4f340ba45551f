import { describe, it } from 'node:test'
import { given } from './given.ts'

const name = 'discharge-address-checked'
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
const home = { kind: 'discharge', on: '2018-09-03', by: 'hospital/royal', address: '14 Mill Row' }
const checked = { kind: 'address-checked', on: '2018-09-04', by: 'social-care', adults: 'yes' }

describe('discharge to another address than the one that was assessed', () => {
  it('asks for a check of the home and the adults within one working day', () => {
    given(child, mother, ground, home).due(name, '2018-09-04')
    given(child, mother, ground, home, checked).on('2018-09-04').kept(name)
  })

  it('is not ended by a look at the home without the adults, nor by a check of another address', () => {
    given(child, mother, ground, home, { ...checked, adults: 'no' })
      .on('2018-09-05')
      .late(name)
    given(child, mother, ground, home, { ...checked, address: '3 Beech Close' })
      .on('2018-09-05')
      .late(name)
  })

  it('goes by where the mother lived when the assessment was finished, if no ground names an address', () => {
    const lived = { kind: 'lives-at', on: '2018-01-15', by: 'midwifery', person: 'leah', address: '3 Beech Close' }
    const opened = { kind: 'assessment-opened', on: '2018-01-19', by: 'social-care', assessment: 'a1' }
    const finished = { kind: 'assessment-finished', on: '2018-03-09', by: 'social-care', assessment: 'a1' }
    given(child, mother, lived, opened, finished, home).due(name, '2018-09-04')
    given(child, mother, lived, opened, home).silent(name)
  })

  it('stays silent when the address is the same, is not said, was never assessed or was checked before', () => {
    given(child, mother, ground, { ...home, address: '3  beech close' }).silent(name)
    const { address: _, ...unsaid } = home
    given(child, mother, ground, unsaid).silent(name)
    given(child, mother, home).silent(name)
    given(child, mother, ground, { ...checked, on: '2018-08-31', address: '14 Mill Row' }, home).silent(name)
    given(child, mother, { ...ground, on: '2018-09-10' }, home).silent(name)
  })

  it('is not about a parent’s own stay in hospital, nor about where somebody else lives', () => {
    given(child, mother, ground, { ...home, person: 'leah' }).silent(name)
    given(child, mother, { ...ground, person: 'jay' }, home).silent(name)
  })
})
