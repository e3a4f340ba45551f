import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2015-06-06' }
const eyes = { kind: 'was-not-brought', by: 'hospital/royal', series: 'eyes' }
const miss = (on: string, more = {}) => ({ ...eyes, on, appointment: `eyes-${on}`, ...more })
const kept = (on: string, more = {}) => miss(on, { kind: 'attended', ...more })
const fits = { by: 'hospital/northfield', series: 'fits' }
const teeth = { by: 'hospital/dental', series: 'teeth' }
const meeting = { kind: 'meeting-held', by: 'social-care', type: 'professionals' }

describe('a pattern of missed appointments', () => {
  it('is two misses in a row in one series', () => {
    given(child, miss('2019-02-06'), miss('2019-04-24')).due('attendance-pattern-discussed', '2019-05-01')
  })

  it('is not two misses with a kept appointment between them, nor two in different series', () => {
    given(child, miss('2019-02-06'), kept('2019-03-06'), miss('2019-04-24')).silent('attendance-pattern-discussed')
    given(child, miss('2019-02-06'), miss('2019-04-24', fits)).silent('attendance-pattern-discussed')
  })

  it('passes over what the clinic cancelled and what was excused', () => {
    const off = {
      ...miss('2019-03-06', { kind: 'appointment-cancelled', cancelledBy: 'clinic' }),
    }
    given(child, miss('2019-02-06'), off, miss('2019-04-24')).due('attendance-pattern-discussed', '2019-05-01')
    const excused = { kind: 'appointment-excused', on: '2019-04-25', by: 'hospital/royal', because: 'ill' }
    given(child, miss('2019-02-06'), miss('2019-04-24'), { ...excused, appointment: 'eyes-2019-04-24' }).silent(
      'attendance-pattern-discussed',
    )
  })

  it('is three misses in twelve months, whoever the provider', () => {
    const three = [miss('2018-10-22'), miss('2019-02-06', fits), miss('2019-04-24', teeth)]
    given(child, ...three).due('attendance-pattern-discussed', '2019-05-01')
    given(child, miss('2018-04-24'), ...three.slice(1)).silent('attendance-pattern-discussed')
  })

  it('does not flag a child with very many appointments for three', () => {
    const months = ['2018-11', '2018-12', '2019-01', '2019-03']
    const many = months.flatMap(month => ['05', '12', '19', '26'].map(day => kept(`${month}-${day}`)))
    const three = [miss('2018-10-22'), miss('2019-02-06', fits), miss('2019-04-24', teeth)]
    given(child, ...many, ...three).silent('attendance-pattern-discussed')
    given(child, ...many.slice(0, 12), ...three).due('attendance-pattern-discussed', '2019-05-01')
  })

  it('is one miss where one miss may do serious harm, or on a plan for neglect', () => {
    const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', type: 'child-protection' }
    given(child, miss('2019-04-24', { critical: 'yes' })).due('attendance-pattern-discussed', '2019-05-01')
    given(child, { ...plan, category: 'neglect' }, miss('2019-04-24')).due('attendance-pattern-discussed', '2019-05-01')
    given(child, { ...plan, category: 'emotional' }, miss('2019-04-24')).silent('attendance-pattern-discussed')
    given(child, { ...plan, category: 'neglect' }, miss('2018-11-24')).silent('attendance-pattern-discussed')
  })

  it('ends with a discussion among agencies', () => {
    const pattern = [miss('2019-02-06'), miss('2019-04-24')]
    given(child, ...pattern, { ...meeting, on: '2019-05-01' })
      .on('2019-05-01')
      .kept('attendance-pattern-discussed')
    given(child, ...pattern, { kind: 'strategy-discussion', on: '2019-05-13', by: 'social-care' })
      .on('2019-05-13')
      .keptLate('attendance-pattern-discussed')
    given(child, ...pattern, { ...meeting, type: 'discharge', on: '2019-05-01' })
      .on('2019-05-02')
      .late('attendance-pattern-discussed')
    given(child, ...pattern, { ...meeting, on: '2019-04-23' })
      .on('2019-05-02')
      .late('attendance-pattern-discussed')
  })

  it('is counted anew after the discussion, and never twice while one stands undiscussed', () => {
    const four = [miss('2019-02-06'), miss('2019-04-24'), miss('2019-05-22'), miss('2019-06-19')]
    given(child, ...four).due('attendance-pattern-discussed', '2019-05-01')
    const held = { ...meeting, on: '2019-05-08' }
    given(child, ...four.slice(0, 3), held).due('attendance-pattern-discussed', '2019-05-01')
    given(child, ...four, held).due('attendance-pattern-discussed', '2019-05-01', '2019-06-26')
    const elsewhere = {
      kind: 'done-elsewhere',
      on: '2019-05-08',
      by: 'social-care',
      rule: 'attendance-pattern-discussed',
      where: 'Minutes 12',
    }
    given(child, ...four, elsewhere).due('attendance-pattern-discussed', '2019-05-01', '2019-06-26')
  })

  it('is the social worker’s where there is a plan', () => {
    const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', type: 'child-in-need' }
    const pattern = [miss('2019-02-06'), miss('2019-04-24')]
    const owner = (...lines: readonly object[]) =>
      given(...(lines as [])).duties.find(duty => duty.rule.name === 'attendance-pattern-discussed')?.owner
    if (owner(child, plan, ...pattern) !== 'social-worker') throw new Error('with a plan: the social worker')
    if (owner(child, ...pattern) !== 'lead-practitioner') throw new Error('without: the lead practitioner')
  })

  it('stays with the child who was missed', () => {
    const brother = { kind: 'person', person: 'sam', as: 'child', born: '2012-01-01' }
    const two = [miss('2019-02-06', { child: 'sam' }), miss('2019-04-24', { child: 'maya' })]
    given(child, brother, ...two).silent('attendance-pattern-discussed')
  })
})
