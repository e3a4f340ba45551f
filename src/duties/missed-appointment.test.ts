import { equal } from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2015-06-06' }
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const gp = { kind: 'worker-starts', on: '2018-09-03', by: 'gp/elm-road', role: 'gp' }
const miss = { kind: 'was-not-brought', id: 'miss', on: '2019-04-24', by: 'hospital/royal', appointment: 'eyes-3' }
const earlier = { ...miss, id: 'before', on: '2018-10-22', appointment: 'eyes-1' }
const call = { kind: 'contact', on: '2019-04-25', by: 'hospital/royal', way: 'call' }
const review = { kind: 'notes-reviewed', on: '2019-04-29', by: 'hospital/royal', appointment: 'eyes-3', harm: 'Sight' }
const letter = { kind: 'letter-sent', on: '2019-05-01', by: 'hospital/royal', about: 'eyes-3', to: 'gp; leah' }
const told = { kind: 'told', on: '2019-04-24', by: 'hospital/royal', of: 'miss', to: 'social-care' }

const rules = [
  'family-contacted-after-miss',
  'notes-reviewed-after-miss',
  'letter-after-miss',
  'gp-follow-up-after-miss',
  'worker-told-of-miss',
  'attendance-pattern-discussed',
  'medical-neglect-review',
  'graded-care-profile-considered',
]
const allSilent = (...lines: readonly Line[]) => {
  const one = given(...lines)
  for (const name of rules) one.silent(name)
}

describe('a child who was not brought', () => {
  it('raises each step for a child with a plan', () => {
    const one = given(child, plan, gp, miss)
    one.due('family-contacted-after-miss', '2019-04-25')
    one.due('notes-reviewed-after-miss', '2019-05-01')
    one.due('letter-after-miss', '2019-05-03')
    one.due('gp-follow-up-after-miss', '2019-05-01')
    one.due('worker-told-of-miss', '2019-04-24')
  })

  it('asks for a call and nothing more when it is the first miss of a child with no plan', () => {
    const one = given(child, gp, miss, letter)
    one.due('family-contacted-after-miss', '2019-04-25')
    for (const name of rules.slice(1)) one.silent(name)
  })

  it('asks for more when it is the second miss in twelve months', () => {
    const one = given(child, gp, earlier, miss)
    one.due('notes-reviewed-after-miss', '2019-05-01')
    one.silent('worker-told-of-miss')
    one.silent('gp-follow-up-after-miss')
    given(child, { ...earlier, on: '2018-04-23' }, miss).silent('notes-reviewed-after-miss')
  })

  it('is quicker where one miss may do serious harm', () => {
    const one = given(child, gp, { ...miss, critical: 'yes' })
    one.due('family-contacted-after-miss', '2019-04-24')
    one.due('notes-reviewed-after-miss', '2019-04-25')
    one.due('letter-after-miss', '2019-04-29')
    given(child, { ...miss, on: '2019-04-27', critical: 'yes' }).due('family-contacted-after-miss', '2019-04-29')
  })

  it('is critical by what was said of the series up to the day, not by what was said later', () => {
    const series = { kind: 'series-started', on: '2019-01-01', by: 'hospital/royal', series: 'eyes', critical: 'yes' }
    const said = { kind: 'series-importance', on: '2019-05-20', by: 'hospital/royal', series: 'eyes', critical: 'yes' }
    const inSeries = { ...miss, series: 'eyes' }
    given(child, series, inSeries).due('notes-reviewed-after-miss', '2019-04-25')
    given(child, { ...series, critical: 'no' }, said, inSeries).silent('notes-reviewed-after-miss')
  })

  it('asks a therapist, a health visitor or the GP for the call and no more', () => {
    for (const by of ['therapy', 'health-visiting', 'gp/elm-road', 'community-nursing']) {
      const one = given(child, plan, { ...miss, by })
      one.due('family-contacted-after-miss', '2019-04-25')
      one.silent('notes-reviewed-after-miss')
      one.silent('letter-after-miss')
    }
    for (const by of ['mental-health', 'urgent-care'])
      given(child, plan, { ...miss, by }).due('letter-after-miss', '2019-05-03')
  })

  it('is asked after by the nurse who offered the day, and otherwise by the clinic', () => {
    const whoAsks = {
      'health-visiting': 'health-visitor',
      'school-nursing': 'school-nurse',
      gp: 'gp',
      therapy: 'clinic',
    }
    for (const [by, role] of Object.entries(whoAsks)) {
      const { duties } = given(child, plan, { ...miss, by })
      equal(duties.find(one => one.rule.name === 'family-contacted-after-miss')?.owner, role)
    }
  })

  it('says nothing of what was cancelled by the clinic, of a day in hospital, of a clash or of the old address', () => {
    const off = { kind: 'appointment-cancelled', on: '2019-04-23', by: 'hospital/royal', appointment: 'eyes-3' }
    allSilent(child, plan, gp, { ...off, cancelledBy: 'clinic' })
    allSilent(child, plan, gp, { ...off, cancelledBy: 'clinic' }, miss)
    const admitted = { kind: 'admission', on: '2019-04-22', by: 'hospital/st-brannocs' }
    allSilent(child, plan, gp, admitted, miss, { ...admitted, kind: 'discharge', on: '2019-04-25' })
    const elsewhere = { kind: 'attended', on: '2019-04-24', by: 'hospital/northfield', appointment: 'fits-1' }
    allSilent(child, plan, gp, elsewhere, miss)
    const home = { kind: 'lives-at', on: '2019-03-01', by: 'social-care', person: 'maya', address: '14 Mill Row' }
    allSilent(child, plan, gp, home, { ...letter, on: '2019-04-02', address: '3 Beech Close' }, miss)
    given(child, plan, gp, home, miss, { ...letter, address: '3 Beech Close' }).due('letter-after-miss', '2019-05-03')
    const excused = { kind: 'appointment-excused', on: '2019-05-02', by: 'hospital/royal', appointment: 'eyes-3' }
    allSilent(child, plan, gp, miss, { ...excused, because: 'no-transport' })
  })
})

describe('contact with the family after a miss', () => {
  it('is owed too where it was hard to come: nothing counts, and somebody asks whether the child is well', () => {
    const noBus = given(child, plan, { ...miss, barrier: 'no-transport' })
    noBus.due('family-contacted-after-miss', '2019-04-25')
    noBus.silent('notes-reviewed-after-miss')
    noBus.silent('attendance-pattern-discussed')
    given(child, plan, { ...miss, barrier: 'not-delivered' }).silent('family-contacted-after-miss')
  })

  it('may name the brother’s appointment and no child, but a call about nothing is about the child of the record', () => {
    const his = { ...miss, child: 'sam' }
    const brother = { kind: 'person', person: 'sam', as: 'child', born: '2016-01-01' }
    const family = [{ ...child, subject: 'yes' }, brother, { ...plan, child: 'maya; sam' }, his]
    const named = [
      { ...call, about: 'eyes-3' },
      { ...review, child: '' },
      { ...told, of: 'eyes-3' },
    ]
    const kept = given(...family, ...named).on('2019-04-29')
    kept.kept('family-contacted-after-miss', { child: 'sam' })
    kept.kept('notes-reviewed-after-miss', { child: 'sam' })
    kept.kept('worker-told-of-miss', { child: 'sam' })
    given(...family, call)
      .on('2019-04-29')
      .late('family-contacted-after-miss', { child: 'sam' })
  })

  it('is kept by the clinic, the GP, or whoever says that it is about the miss', () => {
    for (const kept of [
      call,
      { ...call, by: 'gp/elm-road' },
      { ...call, by: 'health-visiting', about: 'eyes-3' },
      { ...call, by: 'health-visiting', purpose: 'after-a-miss' },
    ])
      given(child, miss, kept).on('2019-04-25').kept('family-contacted-after-miss')
    given(child, miss, { ...call, on: '2019-04-30' })
      .on('2019-04-30')
      .keptLate('family-contacted-after-miss')
  })

  it('is not kept by a visit about something else, by another clinic, or by an attempt that reached nobody', () => {
    for (const other of [
      { ...call, by: 'family-support' },
      { ...call, by: 'hospital/northfield' },
      { ...call, about: 'another-thing' },
      { ...call, reached: 'no' },
      { ...call, on: '2019-04-23' },
    ])
      given(child, miss, other).on('2019-04-26').late('family-contacted-after-miss')
  })

  it('is kept by three attempts by two ways at least', () => {
    const attempt = { ...call, reached: 'no' }
    const text = { ...attempt, on: '2019-04-26', way: 'text' }
    const calls = [
      { ...attempt, text: 'first' },
      { ...attempt, text: 'second' },
    ]
    given(child, miss, ...calls, text)
      .on('2019-04-26')
      .keptLate('family-contacted-after-miss')
    given(child, miss, ...calls, { ...text, way: 'call' })
      .on('2019-04-26')
      .late('family-contacted-after-miss')
  })
})

describe('the review of the notes and the letter after a miss', () => {
  it('ends with the review, from which the letter is counted', () => {
    const one = given(child, plan, miss, review)
    one.on('2019-04-29').kept('notes-reviewed-after-miss')
    one.due('letter-after-miss', '2019-05-01')
    const { appointment: _, ...unnamed } = review
    given(child, plan, miss, unnamed).on('2019-04-29').kept('notes-reviewed-after-miss')
  })

  it('is not ended by a review elsewhere or of another appointment', () => {
    const { appointment: _, ...unnamed } = review
    given(child, plan, miss, { ...unnamed, by: 'hospital/northfield' })
      .on('2019-05-02')
      .late('notes-reviewed-after-miss')
    given(child, plan, miss, { ...review, appointment: 'eyes-1' })
      .on('2019-05-02')
      .late('notes-reviewed-after-miss')
  })

  it('ends with the letter about the appointment', () => {
    given(child, plan, miss, review, letter).on('2019-05-01').kept('letter-after-miss')
    given(child, plan, miss, { ...letter, about: 'miss' })
      .on('2019-05-01')
      .kept('letter-after-miss')
    given(child, plan, miss, review, { ...letter, about: 'eyes-1' })
      .on('2019-05-02')
      .late('letter-after-miss')
  })
})

describe('a miss that is corrected', () => {
  it('keeps its duty when the day was wrong, and has none when the child was brought', () => {
    const right = { ...miss, id: 'right', corrects: 'miss', on: '2019-04-26', written: '2019-05-02' }
    given(child, miss, right).due('family-contacted-after-miss', '2019-04-29')
    allSilent(child, plan, miss, { ...right, kind: 'attended' })
  })
})
