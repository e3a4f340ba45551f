import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const people: readonly Line[] = [
  { kind: 'person', person: 'pip', born: '2020-03-01', subject: 'yes' },
  { kind: 'person', person: 'kit', born: '2017-03-01', as: 'child' },
]
const missed = (on: string): Line => ({ kind: 'was-not-brought', on, by: 'hospital/royal', child: 'pip' })
const came = (on: string, rest: Line = { child: 'kit' }): Line => ({
  kind: 'attended',
  on,
  by: 'hospital/royal',
  ...rest,
})
const two = [missed('2024-04-08'), missed('2024-06-03')]

describe('a child who is not brought where another is', () => {
  const other = [came('2024-03-04'), came('2024-05-13')]

  it('is asked about: why the one and not the other', () => {
    given(...people, ...two, ...other).due('attendance-differs-asked-about', '2024-06-10')
    const asked = { kind: 'contact', on: '2024-06-07', by: 'social-care', child: 'pip' }
    given(...people, ...two, ...other, asked)
      .on('2024-06-07')
      .kept('attendance-differs-asked-about')
    given(...people, ...two, ...other, { ...asked, on: '2024-06-17' })
      .on('2024-06-17')
      .keptLate('attendance-differs-asked-about')
  })

  it('is asked about where the mother kept her own', () => {
    const own = { person: 'tess', child: 'pip' }
    given(...people, ...two, came('2024-03-04', own), came('2024-05-13', own)).due(
      'attendance-differs-asked-about',
      '2024-06-10',
    )
  })

  it('is no difference when all missed some, when it was one miss, or when nothing else was offered', () => {
    given(...people, ...two, ...other, { ...missed('2024-05-01'), child: 'kit' }).silent(
      'attendance-differs-asked-about',
    )
    given(...people, ...two.slice(1), ...other).silent('attendance-differs-asked-about')
    given(...people, ...two).silent('attendance-differs-asked-about')
  })
})

describe('a young person who did not come', () => {
  const young: Line = { kind: 'person', person: 'pip', born: '2007-06-01', subject: 'yes' }
  const illness: Line = {
    kind: 'diagnosis',
    on: '2023-01-09',
    by: 'hospital/royal',
    condition: 'Diabetes',
    longTerm: 'yes',
  }
  const absent: Line = {
    kind: 'did-not-attend',
    on: '2024-06-03',
    by: 'hospital/royal',
    clinic: 'adult diabetes clinic',
  }

  it('is followed up as a child until eighteen', () => {
    given(young, illness, absent).due('young-person-followed-up', '2024-06-10')
    const rung = { kind: 'contact', on: '2024-06-06', by: 'gp', way: 'call' }
    given(young, illness, absent, rung).on('2024-06-06').kept('young-person-followed-up')
    given(young, illness, absent, { ...rung, on: '2024-06-16' })
      .on('2024-06-16')
      .keptLate('young-person-followed-up')
  })

  it('is left alone at eighteen, or where nothing hangs on one appointment', () => {
    given({ ...young, born: '2006-05-01' }, illness, absent).silent('young-person-followed-up')
    given(young, absent).silent('young-person-followed-up')
  })

  it('is asked after by the clinic within two days where it is a mental health service, or where no child comes alone', () => {
    const mind = { ...absent, by: 'mental-health', person: 'pip' }
    given(young, mind).due('young-person-followed-up', '2024-06-05')
    given(young, mind, { kind: 'contact', on: '2024-06-04', by: 'mental-health', way: 'call' })
      .on('2024-06-04')
      .kept('young-person-followed-up')
    given({ ...young, born: '2010-06-01' }, absent).due('young-person-followed-up', '2024-06-05')
    given({ ...young, born: '2006-05-01' }, mind).silent('young-person-followed-up')
    given(young, { ...mind, person: 'tess' }).silent('young-person-followed-up')
  })
})
