import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { getDay } from '../../calendar/day.ts'
import type { ThingId } from '../../record/field.ts'
import { domestic, family, id, type Line, on, read, safe } from '../../record/given-family.ts'
import { picture } from '../../record/picture.ts'
import { postsIn } from '../../record/posts.ts'
import { compose } from './compose.ts'

const post = read({
  ...{ kind: 'post', on: '2024-01-02', by: 'hospital/royal', record: 'agencies', post: 'desk', role: 'clinic' },
  telephone: '01632 960001',
})
const booked = on('2024-05-01', 'appointment-booked', {
  ...{ by: 'hospital/royal', appointment: 'eyes', when: '2024-06-05 09:30', clinic: 'the eye clinic' },
})
const ways: readonly Line[] = ['leah', 'dan'].map(person => ({
  ...on('2024-04-01', 'way-agreed', { person, way: 'text', address: '07700 900123', safe: 'yes', askedAlone: 'yes' }),
}))

const composed = (person: string, lines: readonly Line[]) =>
  compose({
    whole: picture([...family, ...ways, booked, ...lines].map(read)),
    posts: postsIn([post]),
    ...{ today: getDay('2024-06-03'), person: id(person), appointment: 'eyes' as ThingId, day: getDay('2024-06-05') },
  })
const textTo = (person: string, lines: readonly Line[]): string => {
  const made = composed(person, lines)
  return made.go === 'send' ? made.text : ''
}
const names = /09:30|June|Wednesday|Royal|eye/iu

/** What else may happen in a family, and lifts nothing. */
const others: readonly Line[] = [
  safe('2024-05-30', 'dan', { address: '07700 900123' }),
  on('2024-05-30', 'told', { of: 'conf', to: 'family' }),
  on('2024-05-30', 'family-time-decided', { person: 'dan', contact: 'yes', appointments: 'yes' }),
  on('2024-05-30', 'parent-page-opened', { person: 'dan' }),
  on('2024-05-30', 'restriction-reviewed', { person: 'dan', answer: 'kept' }),
  on('2024-05-30', 'restriction-reviewed', { person: 'leah', answer: 'lifted' }),
  on('2024-05-30', 'relationship', { person: 'dan', is: 'former-partner', of: 'leah' }),
  on('2024-05-30', 'lives-at', { person: 'dan', address: '9 Hill Road' }),
  on('2024-05-30', 'barrier-reported', { barrier: 'no-transport', person: 'dan' }),
]
const feared: readonly Line[] = [
  domestic('2024-05-20', { alleged: 'dan' }),
  on('2024-05-20', 'marac', { by: 'police', person: 'leah', adult: 'dan', step: 'heard' }),
  on('2024-05-20', 'dash', { by: 'police', person: 'leah', level: 'high' }),
  on('2024-05-20', 'exploitation', { by: 'police', person: 'noah', adult: 'dan', state: 'closed' }),
  on('2024-05-20', 'agreed-rule', { source: 'non-molestation-order', person: 'dan' }),
  on('2024-05-20', 'concern', { text: 'x', hiddenFrom: 'dan' }),
]

describe('what a message says', () => {
  it('is when and where in a family in which nothing speaks against it', () => {
    assert.match(textTo('leah', []), /Wednesday 5 June, 09:30, Royal hospital/u)
    assert.doesNotMatch(textTo('leah', []), /eye|maya/iu)
  })

  it('is never a time or a place to whoever must not know, nor to the other before she says it is safe, whatever else happens', () => {
    fc.assert(
      fc.property(fc.constantFrom(...feared), fc.shuffledSubarray([...others]), (one, more) => {
        for (const lines of [
          [one, ...more],
          [...more, one],
        ]) {
          assert.doesNotMatch(textTo('dan', lines), names)
          assert.doesNotMatch(textTo('leah', lines), names)
          assert.match(textTo('leah', [...lines, safe('2024-06-01', 'leah', { address: '07700 900123' })]), names)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is nothing after what ends it, whatever else happens', () => {
    const ends: readonly Line[] = [
      on('2024-06-02', 'death', { person: 'maya' }),
      on('2024-06-02', 'adopted', { child: 'maya' }),
      on('2024-06-02', 'placed-elsewhere', { child: 'maya' }),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...ends), fc.shuffledSubarray([...others, ...feared]), (end, more) => {
        for (const person of ['dan', 'leah']) assert.equal(composed(person, [...more, end]).go, 'hold')
      }),
      { numRuns: 100 },
    )
  })
})
