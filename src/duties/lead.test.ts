import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const home = { kind: 'discharge', on: '2018-09-03', by: 'hospital/royal', complex: 'yes' }
const starts = (by: string, on: string) => ({ kind: 'worker-starts', on, by })
const accepts = (lead: string, on: string) => ({ kind: 'lead-accepted', on, by: 'social-care', lead })

describe('a child with complex needs', () => {
  it('has a lead practitioner and a lead health practitioner who accept', () => {
    given(maya, home).due('leads-accepted', '2018-09-10')
    const one = accepts('lead-practitioner', '2018-09-05')
    const other = accepts('lead-health-practitioner', '2018-09-07')
    given(maya, home, one).on('2018-09-11').late('leads-accepted')
    given(maya, home, one, other).on('2018-09-11').kept('leads-accepted')
  })

  it('needs no new ones where both accepted before', () => {
    const one = accepts('lead-practitioner', '2018-08-01')
    const other = accepts('lead-health-practitioner', '2018-08-02')
    given(maya, home, one, other).silent('leads-accepted')
  })

  it('does not have a lead by the allocation of a social worker', () => {
    given(maya, home, starts('social-care', '2018-09-04')).on('2018-09-11').late('leads-accepted')
  })
})

describe('a child with three services', () => {
  const two = [starts('early-help', '2018-08-28'), starts('hospital/royal', '2018-08-20')]

  it('has leads from the day on which the third began', () => {
    given(maya, ...two, starts('health-visiting', '2018-09-10')).due('leads-accepted', '2018-09-17')
    given(maya, ...two, starts('health-visiting', '2018-09-10'), starts('gp', '2018-10-10')).due(
      'leads-accepted',
      '2018-09-17',
    )
  })

  it('is none where one service has two workers, one has left, or the third is the conference unit', () => {
    given(maya, ...two, starts('hospital/northfield', '2018-09-10')).silent('leads-accepted')
    given(maya, ...two, starts('conference-unit', '2018-09-10')).silent('leads-accepted')
    const left = { kind: 'worker-leaves', on: '2018-09-05', by: 'early-help' }
    given(maya, ...two, left, starts('health-visiting', '2018-09-10')).silent('leads-accepted')
  })

  it('has its lead in the social worker who holds the case, unless its health needs are complex', () => {
    const third = starts('health-visiting', '2018-09-10')
    const worker = starts('social-care', '2018-09-12')
    given(maya, ...two, third, worker)
      .on('2018-09-18')
      .kept('leads-accepted')
    const complex = { kind: 'diagnosis', on: '2018-09-11', by: 'hospital/royal', complex: 'yes' }
    given(maya, ...two, third, worker, complex)
      .on('2018-09-18')
      .late('leads-accepted')
  })

  it('is counted from the birth on, not before', () => {
    const unborn = { kind: 'person', person: 'robin', as: 'unborn', subject: 'yes', expected: '2018-11-01' }
    const third = starts('midwifery', '2018-09-10')
    given(unborn, ...two, third).silent('leads-accepted')
    const birth = { kind: 'birth', on: '2018-11-05', by: 'midwifery', unborn: 'robin', child: 'robin' }
    given(unborn, ...two, third, birth).due('leads-accepted', '2018-11-12')
  })
})

describe('somebody who was named as lead', () => {
  const named = { kind: 'lead-named', on: '2018-09-10', by: 'social-care', lead: 'lead-practitioner' }

  it('accepts or declines within two working days', () => {
    given(maya, named).due('lead-answered', '2018-09-12')
    given(maya, named, accepts('lead-practitioner', '2018-09-11')).on('2018-09-12').kept('lead-answered')
    given(maya, named, { ...accepts('lead-practitioner', '2018-09-11'), kind: 'lead-declined' })
      .on('2018-09-12')
      .kept('lead-answered')
    given(maya, named, accepts('lead-health-practitioner', '2018-09-11')).on('2018-09-13').late('lead-answered')
  })

  it('need not answer once another was named', () => {
    given(maya, named, { ...named, on: '2018-09-11' })
      .on('2018-09-11')
      .noLongerOwes('lead-answered', { step: 'lead-practitioner:1' })
    given(maya).silent('lead-answered')
  })
})
