import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { getDay } from '../calendar/day.ts'
import { by, codes, domestic, family, id, type Line, level, on, reach, read, safe } from './given-family.ts'
import { picture } from './picture.ts'
import { childrenConcerned, holdsInWords, reachingFamily } from './reaching-family.ts'
import { holdMeanings } from './reaching-holds.ts'

describe('what reaches the family by itself', () => {
  it('is everything in a family in which nothing speaks against it', () => {
    assert.deepEqual(reach([], 'leah'), { level: 'everything', holds: [] })
    assert.equal(level([], 'dan'), 'everything')
    assert.equal(level([], 'leah', { by: 'paper' }), 'everything')
  })

  it('is nothing from the day of the child’s death, whatever is agreed later', () => {
    const died = on('2024-06-01', 'death', { person: 'maya' })
    assert.deepEqual(codes([died], 'leah'), ['child-died'])
    assert.equal(level([died], 'leah'), 'nothing')
    assert.equal(level([died, safe('2024-06-02')], 'leah'), 'nothing')
    assert.equal(level([died], 'leah', { day: '2024-05-31' }), 'everything')
    assert.equal(level([on('2024-06-01', 'death')], 'dan'), 'nothing')
    assert.equal(level([{ ...died, on: 'about 2024-06-03' }], 'leah', { day: '2024-06-03' }), 'nothing')
  })

  it('is nothing about a sister or brother either, until it is agreed anew with this person', () => {
    const died = on('2024-06-01', 'death', { person: 'maya' })
    assert.deepEqual(codes([died], 'leah', { children: ['noah'] }), ['death-in-family'])
    assert.equal(level([died, safe('2024-05-01')], 'leah', { children: ['noah'] }), 'nothing')
    assert.equal(level([died, safe('2024-06-02')], 'leah', { children: ['noah'] }), 'everything')
    assert.equal(level([died, safe('2024-06-02')], 'dan', { children: ['noah'] }), 'nothing')
    assert.equal(level([died, safe('2024-06-02')], 'leah', { children: ['noah', 'maya'] }), 'nothing')
  })

  it('is nothing to somebody who died, and to nobody until it is agreed anew', () => {
    const died = on('2024-06-01', 'death', { person: 'leah' })
    assert.deepEqual(codes([died], 'leah'), ['person-died'])
    assert.equal(level([died, safe('2024-06-02')], 'leah'), 'nothing')
    assert.equal(level([died], 'dan'), 'nothing')
    assert.equal(level([died, safe('2024-06-02', 'dan')], 'dan'), 'everything')
  })

  it('is nothing for a child who was adopted', () => {
    const adopted = on('2024-06-01', 'adopted', { child: 'maya' })
    assert.deepEqual(codes([adopted], 'leah'), ['adopted'])
    assert.equal(level([adopted, safe('2024-06-02')], 'leah'), 'nothing')
    assert.equal(level([adopted], 'leah', { children: ['noah'] }), 'everything')
    assert.equal(level([adopted], 'leah', { children: ['noah', 'maya'] }), 'nothing')
  })
})

describe('a pregnancy that ended', () => {
  const pregnant = on('2024-03-01', 'pregnancy', { by: 'midwifery', mother: 'leah', unborn: 'bump' })
  const ended = on('2024-06-01', 'pregnancy-ended', { by: 'midwifery', unborn: 'bump' })
  const scan = (booked: string, more: Line = {}) =>
    on(booked, 'appointment-booked', {
      by: 'midwifery',
      appointment: 'scan',
      person: 'leah',
      when: '2024-06-20',
      ...more,
    })

  const concerned = (...lines: readonly Line[]) => {
    const stands = picture([...family, ...lines].map(read))
    const one = stands.appointments.find(appointment => appointment.id === 'scan')
    assert.ok(one)
    return childrenConcerned(stands, one)
  }

  it('stops what is about it, and nothing else', () => {
    assert.deepEqual(codes([pregnant, ended], 'leah', { children: ['bump'] }), ['pregnancy-ended'])
    assert.equal(level([pregnant, ended], 'leah', { children: ['maya'] }), 'everything')
    assert.equal(level([pregnant], 'leah', { children: ['bump'] }), 'everything')
    assert.equal(level([pregnant, ended], 'leah', { children: ['bump'], day: '2024-05-31' }), 'everything')
    assert.equal(level([pregnant, ended, safe('2024-06-02')], 'leah', { children: ['bump'] }), 'nothing')
  })

  it('is what a mother’s own appointment with a midwife or a hospital is about, booked while she expected', () => {
    assert.deepEqual(concerned(pregnant, scan('2024-04-01')), ['bump'])
    assert.deepEqual(concerned(pregnant, scan('2024-04-01', { by: 'hospital/royal' })), ['bump'])
    assert.deepEqual(concerned(pregnant, ended, scan('2024-02-20')), ['bump'])
    assert.deepEqual(concerned(pregnant, scan('2024-04-01', { by: 'gp/elm-road' })), [])
    assert.deepEqual(concerned(pregnant, ended, scan('2024-06-02')), [])
    assert.deepEqual(concerned(pregnant, scan('2024-04-01', { person: 'dan' })), [])
    const again = on('2024-09-01', 'pregnancy', { by: 'midwifery', mother: 'leah', unborn: 'second' })
    assert.deepEqual(concerned(pregnant, ended, again, scan('2024-10-01')), ['second'])
    assert.deepEqual(concerned(scan('2024-04-01', { person: undefined })), ['maya'])
  })
})

describe('a child who lives elsewhere', () => {
  const care = on('2024-05-01', 'came-into-care', { by: 'social-care', child: 'maya' })
  const decided = (contact: string, more: Line = {}) =>
    on('2024-05-10', 'family-time-decided', { by: 'social-care', child: 'maya', person: 'leah', contact, ...more })

  it('is nobody’s to be reminded of until it is decided', () => {
    assert.deepEqual(codes([care], 'leah'), ['removed'])
    assert.equal(level([care], 'leah'), 'nothing')
    assert.equal(level([care], 'dan'), 'nothing')
    assert.equal(level([care], 'leah', { children: ['noah'] }), 'everything')
    assert.equal(level([care], 'maya'), 'everything')
  })

  it('is so for each way of being removed, while it holds', () => {
    const step = (which: string, more: Line = {}) =>
      on('2024-05-01', 'legal-step', { by: 'social-care', child: 'maya', step: which, ...more })
    const placed = on('2024-05-01', 'placed-elsewhere', { by: 'social-care', child: 'maya', where: 'an aunt' })
    assert.equal(level([placed], 'leah'), 'nothing')
    for (const which of ['police-protection', 'emergency-protection-order', 'interim-care-order', 'care-order'])
      assert.equal(level([step(which)], 'leah'), 'nothing', which)
    assert.equal(level([step('supervision-order')], 'leah'), 'everything')
    assert.equal(level([step('care-order', { state: 'not-taken' })], 'leah'), 'everything')
    assert.equal(level([step('police-protection', { until: '2024-05-04' })], 'leah'), 'everything')
    const over = step('police-protection', { on: '2024-05-03', state: 'ended' })
    assert.equal(level([step('police-protection'), over], 'leah'), 'everything')
  })

  it('is told of when it was decided that this person sees the child and is told', () => {
    assert.equal(level([care, decided('supervised', { appointments: 'yes' })], 'leah'), 'everything')
    assert.equal(level([care, decided('supervised', { appointments: 'yes' })], 'dan'), 'nothing')
    assert.equal(level([care, decided('yes')], 'leah'), 'nothing')
    assert.equal(level([care, decided('no', { appointments: 'yes' })], 'leah'), 'nothing')
    assert.equal(level([care, decided('yes', { appointments: 'yes', until: '2024-05-20' })], 'leah'), 'nothing')
    assert.equal(level([{ ...care, on: '2024-05-11' }, decided('yes', { appointments: 'yes' })], 'leah'), 'nothing')
  })

  it('is home again, or with whom the child lives', () => {
    assert.equal(
      level([care, on('2024-05-20', 'left-care', { by: 'social-care', child: 'maya' })], 'leah'),
      'everything',
    )
    const home = on('2024-05-20', 'lives-at', { person: 'maya; leah', address: '1 Elm Road' })
    assert.equal(level([care, home], 'leah'), 'everything')
    assert.equal(level([care, home], 'dan'), 'nothing')
    const carer = { kind: 'relationship', on: '2024-05-01', by, person: 'ivy', is: 'foster-carer', of: 'maya' }
    assert.equal(level([care, carer], 'ivy'), 'everything')
  })

  it('leaves the rest open when it is asked in general, until no child is left', () => {
    const all = picture([...family, care].map(read))
    const general = (stands: typeof all) =>
      reachingFamily(stands, { person: id('leah'), day: getDay('2024-06-03') }).level
    assert.equal(general(all), 'everything')
    const both = on('2024-05-01', 'came-into-care', { by: 'social-care', child: 'noah' })
    assert.equal(general(picture([...family, care, both].map(read))), 'nothing')
  })
})

describe('what it was decided not to tell', () => {
  it('keeps times and places from those who are not told, until they are told', () => {
    const untold = on('2024-05-01', 'not-told', { by: 'social-care', of: 'conf', reason: 'Not safe' })
    assert.deepEqual(codes([untold], 'leah'), ['do-not-tell'])
    assert.equal(level([untold], 'leah'), 'no-time-no-place')
    assert.equal(level([{ ...untold, person: 'dan' }], 'leah'), 'everything')
    assert.equal(level([{ ...untold, person: 'dan' }], 'dan'), 'no-time-no-place')
    const told = on('2024-05-10', 'told', { of: 'conf', to: 'leah' })
    assert.equal(level([untold, told], 'leah'), 'everything')
    assert.equal(level([untold, told], 'dan'), 'no-time-no-place')
    assert.equal(level([untold, { ...told, of: 'other' }], 'leah'), 'no-time-no-place')
    assert.equal(level([untold, { ...told, to: 'family' }], 'dan'), 'everything')
  })

  it('keeps them while induced illness is suspected of any child', () => {
    const suspected = on('2024-05-01', 'perplexing-presentation', { by: 'hospital/royal', step: 'suspected' })
    assert.deepEqual(codes([suspected], 'leah'), ['induced-illness'])
    assert.equal(level([suspected], 'leah', { children: ['noah'] }), 'no-time-no-place')
    assert.equal(level([{ ...suspected, step: 'noticed' }], 'leah'), 'everything')
    assert.equal(level([suspected, { ...suspected, on: '2024-05-20', step: 'not-so' }], 'leah'), 'everything')
    assert.equal(
      level([suspected, { ...suspected, on: '2024-05-20', step: 'not-so', person: 'noah' }], 'leah'),
      'no-time-no-place',
    )
  })
})

describe('the reasons, for staff', () => {
  it('say what would lift each, and of what they may not read only that there is something', () => {
    const found = reach([domestic('2024-05-01', { alleged: 'dan' }), on('2024-06-01', 'death')], 'dan')
    assert.deepEqual(
      holdsInWords(found, () => true).map(({ says }) => says),
      ['the child died', 'this person is said to have done harm'],
    )
    const partly = holdsInWords(found, ({ kind }) => kind === 'death')
    assert.deepEqual(
      partly.map(({ says }) => says),
      ['the child died', 'something on the record that you may not read'],
    )
    for (const { says, lifts } of Object.values(holdMeanings)) assert.ok(says.length > 5 && lifts.length > 10)
  })
})

describe('in any order', () => {
  it('a line more never opens what was held by a death, an adoption or an incident', () => {
    const stops = [
      on('2024-06-01', 'death', { person: 'maya' }),
      on('2024-06-01', 'adopted', { child: 'maya' }),
      domestic('2024-06-01', { alleged: 'dan' }),
    ] as const
    const others = [
      safe('2024-06-02', 'dan'),
      on('2024-06-02', 'left-care', { by: 'social-care', child: 'maya' }),
      on('2024-06-02', 'told', { of: 'conf', to: 'family' }),
      on('2024-06-02', 'family-time-decided', { person: 'dan', contact: 'yes', appointments: 'yes' }),
      on('2024-06-02', 'appointment-booked', { appointment: 'a', when: '2024-06-09' }),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...stops), fc.shuffledSubarray(others), (stop, more) => {
        assert.notEqual(level([stop, ...more], 'dan'), 'everything')
        assert.notEqual(level([...more, stop], 'dan'), 'everything')
      }),
      { numRuns: 100 },
    )
  })
})
