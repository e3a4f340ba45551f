import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const by = 'hospital/royal'
const family: readonly Line[] = [
  { kind: 'person', person: 'maya', as: 'child', born: '2015-06-06' },
  { kind: 'person', person: 'leah', name: 'Leah Ellis', born: '1990-06-06', as: 'adult' },
  { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' },
  { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' },
  { kind: 'worker-starts', on: '2018-09-03', by: 'health-visiting/north', role: 'health-visitor' },
  { kind: 'was-not-brought', on: '2019-04-24', by, appointment: 'eyes-3' },
  { kind: 'notes-reviewed', on: '2019-04-29', by, appointment: 'eyes-3' },
]
const letter = { kind: 'letter-sent', on: '2019-05-01', by, about: 'eyes-3' }
const decided = { kind: 'copy-decided', on: '2019-05-01', by, appointment: 'eyes-3', decidedBy: 'named-nurse' }
const rule = 'letter-after-miss'
const on = (...lines: readonly Line[]) => given(...family, ...lines).on('2019-05-02')
const dad = { kind: 'relationship', person: 'rob', is: 'father', of: 'maya' }

describe('the letter after a miss', () => {
  it('is done when it went to the GP, to community health and to each parent with responsibility, at once or one by one', () => {
    on({ ...letter, to: 'gp/elm-road; health-visiting; leah' }).kept(rule)
    on({ ...letter, to: 'gp; health-visitor; Leah Ellis' }).kept(rule)
    on({ ...letter, to: 'gp' }, { ...letter, to: 'health-visiting' }, { ...letter, to: 'family' }).kept(rule)
    on(
      { ...letter, to: 'gp' },
      { ...letter, to: 'health-visiting' },
      { ...letter, on: '2019-05-02', to: 'leah' },
    ).keptLate(rule)
  })

  it('is owed as long as one copy is neither sent nor decided', () => {
    on().late(rule)
    on({ ...letter, to: 'gp; leah' }).late(rule)
    on({ ...letter, to: 'gp; health-visiting' }).late(rule)
    on({ ...letter, to: 'health-visiting; leah' }).late(rule)
    on({ ...letter, to: 'gp; health-visiting; leah', about: 'eyes-1' }).late(rule)
  })

  it('is done when a copy is withheld by a decision, and not when it is only decided that it goes', () => {
    const sent = { ...letter, to: 'gp; health-visiting' }
    on(sent, { ...decided, person: 'leah', answer: 'withhold', because: 'safety', until: '2019-08-01' }).kept(rule)
    on(sent, { ...decided, person: 'leah', answer: 'send' }).late(rule)
    on(sent, { ...decided, person: 'leah', answer: 'withhold', appointment: 'eyes-1' }).late(rule)
    on(sent, { ...decided, person: 'rob', answer: 'withhold' }).late(rule)
  })

  it('is owed to no parent of whom nobody wrote that they hold responsibility, and to each who does', () => {
    const sent = { ...letter, to: 'gp; health-visiting; leah' }
    on(dad, sent).kept(rule)
    on({ ...dad, responsibility: 'yes' }, sent).late(rule)
    on({ ...dad, responsibility: 'yes' }, sent, { ...letter, to: 'rob' }).kept(rule)
  })
})
