import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const people: readonly Line[] = [
  { kind: 'person', person: 'pip', born: '2022-03-01', subject: 'yes' },
  { kind: 'person', person: 'rob', as: 'adult' },
]
const health: Line = {
  kind: 'adult-health',
  on: '2024-06-03',
  by: 'gp/elm',
  person: 'rob',
  about: 'mental-health',
  id: 'h1',
}
const told: Line = { kind: 'told', on: '2024-06-04', by: 'gp/elm', of: 'h1', to: 'health-visiting' }

describe('the health of a parent of a small child', () => {
  it('is told to the health visitor or social care by the next working day', () => {
    given(...people, health).due('adult-health-told', '2024-06-04')
    given(...people, health, told)
      .on('2024-06-04')
      .kept('adult-health-told')
    given(...people, health, { ...told, on: '2024-06-10' })
      .on('2024-06-10')
      .keptLate('adult-health-told')
    given(...people, { ...health, about: 'self-harm' }).due('adult-health-told', '2024-06-03')
  })

  it('is nobody’s business where there is no small child, or where social care wrote it', () => {
    given({ kind: 'person', person: 'pip', born: '2012-03-01', subject: 'yes' }, health).silent('adult-health-told')
    given(...people, { ...health, by: 'social-care' })
      .on('2024-06-30')
      .silent('adult-health-told')
  })
})

describe('the health of a parent of a child of whom social care has a case', () => {
  const grown: Line = { kind: 'person', person: 'pip', born: '2012-03-01', subject: 'yes' }
  const open: Line = { kind: 'plan-started', on: '2024-05-01', by: 'social-care', plan: 'p', type: 'child-in-need' }
  const over: Line = { kind: 'plan-ended', on: '2024-05-20', by: 'social-care', plan: 'p' }

  it('is told to them at any age of the child, and to nobody once the case is closed', () => {
    given(grown, open, health).due('adult-health-told', '2024-06-04')
    given(grown, open, health, { ...told, to: 'social-care' })
      .on('2024-06-04')
      .kept('adult-health-told')
    given(grown, open, over, health).silent('adult-health-told')
    given(grown, open, { ...health, about: 'other' }).silent('adult-health-told')
  })
})

describe('the health of a parent of several children', () => {
  it('is told once: a referral that names one of them will do', () => {
    const tom: Line = { kind: 'person', person: 'tom', born: '2020-03-01' }
    const referred: Line = { kind: 'referral-made', on: '2024-06-04', by: 'gp/elm', to: 'social-care' }
    const both = given(...people, tom, health, referred).on('2024-06-04')
    both.kept('adult-health-told', { child: 'pip' })
    both.kept('adult-health-told', { child: 'tom' })
  })
})

describe('the health of a mother before her child is on the way', () => {
  const robin: Line = {
    kind: 'pregnancy',
    on: '2024-09-02',
    by: 'gp/elm',
    unborn: 'robin',
    mother: 'leah',
    expected: '2025-03-20',
  }
  const subject: Line = { kind: 'person', person: 'robin', subject: 'yes' }

  it('is told from the day on which the pregnancy is known', () => {
    given(subject, robin, { ...health, person: 'leah' }).silent('adult-health-told')
    given(subject, robin, { ...health, person: 'leah', on: '2024-09-02' }).due('adult-health-told', '2024-09-03')
  })
})

describe('the health of a parent of an older child', () => {
  const aged = (born: string): Line => ({ kind: 'person', person: 'pip', born, subject: 'yes' })

  it('is told after an overdose or self-harm, whatever the child’s age', () => {
    given(aged('2012-03-01'), { ...health, about: 'overdose' }).due('adult-health-told', '2024-06-03')
    given(aged('2012-03-01'), { ...health, about: 'self-harm' }).due('adult-health-told', '2024-06-03')
    given(aged('2005-03-01'), { ...health, about: 'overdose' }).silent('adult-health-told')
  })

  it('is told by a mental health service that treats it, while the child is at primary school', () => {
    const relapse = { ...health, by: 'mental-health/adult' }
    given(aged('2016-03-01'), relapse).due('adult-health-told', '2024-06-04')
    given(aged('2012-03-01'), relapse).silent('adult-health-told')
    given(aged('2016-03-01'), health).silent('adult-health-told')
    given(aged('2016-03-01'), { ...relapse, about: 'other' }).silent('adult-health-told')
  })
})

describe('medicine at home that could kill a small child', () => {
  const methadone = { ...health, by: 'substance-misuse', about: 'substance-use', storedAtHome: 'yes' }
  const seen = { kind: 'storage-seen', on: '2024-06-07', by: 'health-visiting', safe: 'yes' }

  it('is seen to be locked away', () => {
    given(...people, methadone).due('safe-storage-seen', '2024-06-10')
    given(...people, methadone, seen)
      .on('2024-06-07')
      .kept('safe-storage-seen')
    given(...people, methadone, { ...seen, on: '2024-06-17' })
      .on('2024-06-17')
      .keptLate('safe-storage-seen')
    given(...people, methadone, { ...seen, safe: 'no' })
      .on('2024-06-11')
      .late('safe-storage-seen')
  })

  it('is asked of nobody who keeps none', () => {
    given(...people, health).silent('safe-storage-seen')
  })
})

describe('the health of a parent of a child who died later', () => {
  it('was to be told all the same: what comes later takes nothing from the days before', () => {
    const died = { kind: 'death', on: '2024-08-01', by: 'hospital/royal', person: 'pip' }
    given(...people, health, died)
      .on('2024-08-01')
      .late('adult-health-told')
    given(...people, { ...health, on: '2024-08-05' }, died).silent('adult-health-told')
    const birth = { kind: 'birth', on: '2024-02-01', by: 'midwifery', unborn: 'baby', mother: 'tess' }
    const pregnancy = { kind: 'pregnancy', on: '2023-09-01', by: 'midwifery', unborn: 'baby', mother: 'tess' }
    given(pregnancy, birth, health).due('adult-health-told', '2024-06-04')
  })
})

describe('the health of a parent, looked back on', () => {
  it('was to be told though the child died later', () => {
    const death = { kind: 'death', on: '2025-01-15', by: 'hospital/royal', person: 'pip' }
    given(...people, health, death).due('adult-health-told', '2024-06-04')
    given(...people, { ...health, on: '2025-02-03' }, death).silent('adult-health-told')
  })

  it('is told for each sort of illness, though the first was kept', () => {
    const drinks = { ...health, on: '2024-09-02', about: 'substance-use', id: 'h2' }
    given(...people, health, drinks).due('adult-health-told', '2024-06-04', '2024-09-03')
  })
})
