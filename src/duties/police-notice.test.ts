import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const kit: Line = { kind: 'person', person: 'kit', born: '2010-03-01', subject: 'yes' }
const stopped: Line = {
  id: 'stop',
  kind: 'incident',
  on: '2024-06-03',
  by: 'police/north',
  type: 'other',
  text: 'Stopped with a knife near the park',
}

describe('a young person who comes to the notice of the police', () => {
  it('is told to social care in two working days', () => {
    given(kit, stopped).due('child-noticed-by-police-told', '2024-06-05')
    given(kit, stopped, { kind: 'told', on: '2024-06-04', by: 'police/north', of: 'stop', to: 'social-care' })
      .on('2024-06-04')
      .kept('child-noticed-by-police-told')
    given(kit, stopped, { kind: 'referral-made', on: '2024-06-12', by: 'police/north', to: 'social-care' })
      .on('2024-06-12')
      .keptLate('child-noticed-by-police-told')
    given(kit, stopped, { kind: 'strategy-discussion', on: '2024-06-05', by: 'social-care' })
      .on('2024-06-05')
      .kept('child-noticed-by-police-told')
  })

  it('is told once while nobody has told it, and again after that', () => {
    const again = { ...stopped, id: 'next', on: '2024-06-10' }
    given(kit, stopped, again).due('child-noticed-by-police-told', '2024-06-05')
    const told = { kind: 'told', on: '2024-06-04', by: 'police/north', of: 'stop', to: 'social-care' }
    given(kit, stopped, told, again).due('child-noticed-by-police-told', '2024-06-05', '2024-06-12')
  })

  it('is not a small child, an adult’s doings, or what others write', () => {
    given({ ...kit, born: '2018-03-01' }, stopped).silent('child-noticed-by-police-told')
    given({ ...kit, born: '2004-03-01' }, stopped).silent('child-noticed-by-police-told')
    given(kit, { ...stopped, alleged: 'rob' }).silent('child-noticed-by-police-told')
    given(kit, { ...stopped, text: 'Neighbour complains of noise' }).silent('child-noticed-by-police-told')
    given(kit, { ...stopped, by: 'school/hill' }).silent('child-noticed-by-police-told')
    given(kit, { ...stopped, type: 'missing' }).silent('child-noticed-by-police-told')
  })
})
