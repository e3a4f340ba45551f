import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const by = 'hospital/royal'
const child = { kind: 'person', person: 'maya', as: 'child', born: '2015-06-06' }
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const home = { kind: 'lives-at', on: '2019-03-01', by: 'social-care', person: 'maya', address: '14 Mill Row' }
const booked = { kind: 'appointment-booked', on: '2019-04-01', by, appointment: 'eyes', when: '2019-04-24 10:00' }
const letter = { kind: 'letter-sent', id: 'letter', on: '2019-04-01', by, about: 'eyes', to: 'leah' }
const missed = { kind: 'was-not-brought', id: 'miss', on: '2019-04-24', by, appointment: 'eyes' }
const back = { kind: 'letter-returned', on: '2019-04-29', by }
const afterwards = { ...letter, id: 'after', on: '2019-04-26' }

const steps = ['family-contacted-after-miss', 'notes-reviewed-after-miss', 'attendance-pattern-discussed']
const counts = (...lines: readonly Line[]) =>
  given(child, plan, booked, missed, ...lines).due(steps[1] ?? '', '2019-05-01')
const isExcused = (...lines: readonly Line[]) => {
  const one = given(child, plan, booked, missed, ...lines)
  for (const step of steps) one.silent(step)
}

describe('a letter that came back', () => {
  it('excuses the miss to which it had called, by its name, by its appointment, or by the day on which it was sent', () => {
    counts(letter)
    isExcused(letter, { ...back, letter: 'letter' })
    isExcused(letter, { ...back, about: 'eyes' })
    isExcused(letter, { ...back, about: 'eyes', sent: '2019-04-01' })
    counts(letter, { ...back, about: 'teeth' })
    counts(letter, { ...back, letter: 'another' })
  })

  it('excuses where the clinic wrote only what came back', () => {
    isExcused({ ...back, about: 'eyes' })
    isExcused({ ...back, sent: '2019-04-02', address: '3 Beech Close' })
    counts({ ...back, sent: '2019-04-02', by: 'hospital/northfield' })
    counts({ ...back, sent: '2019-04-25' })
    counts({ ...back, on: '2019-04-10', sent: '2019-04-02' })
  })

  it('excuses nothing when it was the letter after the miss, or when another letter arrived', () => {
    counts(afterwards, { ...back, letter: 'after' })
    counts(afterwards, { ...back, about: 'eyes' })
    counts(letter, afterwards, { ...back, about: 'eyes' })
    counts(letter, { ...letter, id: 'second', on: '2019-04-08' }, { ...back, letter: 'letter' })
    isExcused(
      ...[letter, { ...letter, id: 'second', on: '2019-04-08' }],
      ...[
        { ...back, letter: 'letter' },
        { ...back, letter: 'second' },
      ],
    )
  })

  it('counts nothing that was sent to where the child did not live', () => {
    isExcused(home, { ...letter, address: '3 Beech Close' })
    isExcused(home, { ...back, about: 'eyes', address: '3 Beech Close' })
    counts(home, { ...letter, address: '14 Mill  Row' })
  })
})

describe('what the family says once somebody asks', () => {
  const said = { kind: 'barrier-reported', on: '2019-04-25', by, barrier: 'no-transport', appointment: 'eyes' }

  it('holds as if it had been said at once, until a check contradicts it', () => {
    const one = given(child, plan, booked, missed, said)
    one.silent('notes-reviewed-after-miss')
    one.silent('attendance-pattern-discussed')
    one.due('family-contacted-after-miss', '2019-04-25')
    const check = { kind: 'reason-checked', on: '2019-05-02', by, appointment: 'eyes', answer: 'contradicted' }
    counts(said, check)
    isExcusedFromReview(said, { ...check, answer: 'unverified' })
  })

  it('excuses no other appointment, and not by “something else”', () => {
    counts({ ...said, appointment: 'teeth' })
    counts({ ...said, barrier: 'other' })
    const { appointment: _, ...ofAll } = said
    counts(ofAll)
  })
})

const isExcusedFromReview = (...lines: readonly Line[]) =>
  given(child, plan, booked, missed, ...lines).silent('notes-reviewed-after-miss')
