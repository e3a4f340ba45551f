import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2012-06-06', subject: 'yes' }
const incident = { kind: 'incident', on: '2019-05-20', by: 'police', incident: 'i1', type: 'domestic', alleged: 'jay' }
const second = { ...incident, on: '2019-08-19', incident: 'i2' }
const third = { ...incident, on: '2019-11-18', incident: 'i3' }

describe('domestic incidents', () => {
  it('are looked at together within two working days of the third in twelve months', () => {
    given(child, incident, second, third).due('domestic-incidents-weighed-together', '2019-11-20')
    given(child, incident, second).silent('domestic-incidents-weighed-together')
    given(child, { ...incident, on: '2018-05-20' }, second, third).silent('domestic-incidents-weighed-together')
  })

  it('are looked at together after the second where one was controlling', () => {
    given(child, { ...incident, coercive: 'yes' }, second).due('domestic-incidents-weighed-together', '2019-08-21')
  })

  it('are one where two agencies write of it', () => {
    given(child, incident, { ...incident, by: 'ambulance' }, second).silent('domestic-incidents-weighed-together')
  })

  it('are weighed by a strategy discussion, an assessment or a threshold review, and then counted anew', () => {
    const weighed = { kind: 'strategy-discussion', on: '2019-11-19', by: 'social-care', present: 'police' }
    const fourth = { ...incident, on: '2020-01-13', incident: 'i4' }
    given(child, incident, second, third, weighed).on('2019-11-19').kept('domestic-incidents-weighed-together')
    given(child, incident, second, third, weighed, fourth).due('domestic-incidents-weighed-together', '2019-11-20')
  })
})

describe('the school of a child', () => {
  const told = { kind: 'told', on: '2019-05-21', by: 'police', of: 'i1', to: 'school/oak' }

  it('is told of a domestic incident before the next day', () => {
    given(child, incident).due('school-told-of-incident', '2019-05-21')
    given(child, incident, told).on('2019-05-21').kept('school-told-of-incident')
    given(child, incident, { ...told, on: '2019-05-24' })
      .on('2019-05-24')
      .keptLate('school-told-of-incident')
    const written = { kind: 'contact', on: '2019-05-21', by: 'police', way: 'call', text: 'School told' }
    given(child, incident, written).on('2019-05-21').kept('school-told-of-incident')
  })

  it('is a nursery where the record knows one', () => {
    const little = { ...child, born: '2017-06-06' }
    const nursery = { kind: 'concern', on: '2019-05-01', by: 'nursery/oak', text: 'Tired' }
    given(little, nursery, incident).due('school-told-of-incident', '2019-05-21')
    given(little, incident).silent('school-told-of-incident')
  })

  it('is not there for a child who was taken out of school, and is not told by others than the police', () => {
    const withdrawn = { kind: 'withdrawal', on: '2019-03-01', by: 'school/oak', why: 'home-education' }
    given(child, withdrawn, incident).silent('school-told-of-incident')
    given(child, { ...incident, by: 'ambulance' }).silent('school-told-of-incident')
  })
})
