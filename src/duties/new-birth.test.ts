import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const before: readonly Line[] = [
  { kind: 'person', person: 'pip', born: '2021-03-01', subject: 'yes' },
  { kind: 'relationship', person: 'tess', is: 'mother', of: 'pip' },
  { kind: 'assessment-opened', on: '2024-02-05', by: 'social-care', assessment: 'a' },
  { kind: 'assessment-finished', on: '2024-03-18', by: 'social-care', assessment: 'a' },
  { kind: 'contact', on: '2024-03-11', by: 'health-visiting', way: 'visit', seen: 'pip' },
  { kind: 'pregnancy', on: '2024-02-12', by: 'midwifery', mother: 'tess', unborn: 'robin', expected: '2024-06-05' },
]
const birth: Line = { kind: 'birth', on: '2024-06-03', by: 'hospital/royal', unborn: 'robin' }
const came = (on: string, rest: Line = {}): Line => ({
  ...{ kind: 'contact', on, by: 'health-visiting', way: 'visit', ...rest },
})

describe('a new baby of a family that was a worry before', () => {
  it('is visited within two weeks of the birth, or of going home', () => {
    given(...before, birth).due('new-baby-visited', '2024-06-17')
    given(...before, birth, came('2024-06-14'))
      .on('2024-06-14')
      .kept('new-baby-visited')
    given(...before, birth, came('2024-06-24'))
      .on('2024-06-24')
      .keptLate('new-baby-visited')
    const home: Line = { kind: 'discharge', on: '2024-06-20', by: 'hospital/royal', person: 'robin' }
    given(...before, birth, home).due('new-baby-visited', '2024-07-04')
  })

  it('was not visited when nobody was in, or by a call or a midwife', () => {
    const others = [
      came('2024-06-13', { reached: 'no' }),
      came('2024-06-14', { way: 'call' }),
      came('2024-06-08', { by: 'midwifery' }),
    ]
    given(...before, birth, ...others)
      .on('2024-06-18')
      .late('new-baby-visited')
  })

  it('is not waited for on a ward, after its death, or where the record knows of no worry or of no health visitor', () => {
    const ward: Line = { kind: 'admission', on: '2024-06-03', by: 'hospital/royal', person: 'robin' }
    given(...before, birth, ward).silent('new-baby-visited')
    given(...before, birth, { kind: 'death', on: '2024-06-05', by: 'hospital/royal', person: 'robin' })
      .on('2024-06-06')
      .noLongerOwes('new-baby-visited')
    const isCalm = ({ kind }: Line) => kind !== 'assessment-opened' && kind !== 'assessment-finished'
    given(...before.filter(isCalm), birth).silent('new-baby-visited')
    given(...before.filter(({ kind }) => kind !== 'contact'), birth).silent('new-baby-visited')
  })
})
