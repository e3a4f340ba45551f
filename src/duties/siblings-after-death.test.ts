import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const ash: Line = { kind: 'person', person: 'ash', as: 'child', born: '2020-02-02', subject: 'yes' }
const fern: Line = { kind: 'person', person: 'fern', as: 'child', born: '2016-05-05' }
const mother = (of: string): Line => ({ kind: 'relationship', person: 'nell', is: 'mother', of })
const family = [ash, fern, mother('ash'), mother('fern')]
const death: Line = { kind: 'death', on: '2024-03-05', by: 'hospital/royal', person: 'ash', suspected: 'yes' }

describe('the brothers and sisters of a child who has died', () => {
  it('are talked about within 24 hours where abuse or neglect is suspected', () => {
    given(...family, death).due('siblings-safe-after-death', '2024-03-06')
    given(...family, death)
      .on('2024-03-07')
      .late('siblings-safe-after-death', { child: 'fern' })
  })

  it('are so too when a child of the home was seriously harmed', () => {
    const harmed = { kind: 'incident', on: '2024-03-05', by: 'hospital/royal', type: 'injury', seriousHarm: 'yes' }
    given(...family, harmed).due('siblings-safe-after-death', '2024-03-06')
  })

  it('are thought of by any discussion about them or about nobody by name, or by a safe place', () => {
    const talk = { kind: 'strategy-discussion', on: '2024-03-05', by: 'social-care' }
    for (const done of [
      talk,
      { ...talk, child: 'fern' },
      { kind: 'came-into-care', on: '2024-03-06', by: 'social-care', child: 'fern' },
      { kind: 'legal-step', on: '2024-03-05', by: 'police', child: 'fern', step: 'police-protection' },
    ])
      given(...family, death, done)
        .on('2024-03-06')
        .kept('siblings-safe-after-death')
    given(...family, death, { ...talk, child: 'ash' })
      .on('2024-03-07')
      .late('siblings-safe-after-death')
  })

  it('are left in peace after a death that nobody suspects, and when they are grown up or live elsewhere', () => {
    given(...family, { ...death, suspected: 'no' }).silent('siblings-safe-after-death')
    given(ash, { ...fern, born: '2001-05-05', as: 'adult' }, mother('ash'), mother('fern'), death).silent(
      'siblings-safe-after-death',
    )
    const home = (person: string, address: string) => ({ kind: 'lives-at', person, address })
    given(...family, home('ash', '1 Elm Row'), home('fern', 'her father’s'), death).silent('siblings-safe-after-death')
  })
})
