import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const people: readonly Line[] = [
  { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' },
  { kind: 'person', person: 'tess', as: 'adult' },
  { kind: 'person', person: 'rob', as: 'adult' },
  { kind: 'person', person: 'sam', as: 'adult' },
  { kind: 'lives-at', on: '2018-07-01', by: 'housing', person: 'maya; tess', address: '7 Weir Lane' },
]
const agreed = {
  kind: 'condition',
  on: '2018-10-15',
  by: 'social-care',
  condition: 'c1',
  agreedBy: 'social-care; police',
  consequence: 'strategy-discussion',
}
const about = { on: '2018-10-22', by: 'police' }
const visit = { ...about, kind: 'contact', by: 'health-visiting', way: 'visit', where: 'home', seen: 'maya' }
const absent = { ...about, kind: 'did-not-attend', by: 'early-help', person: 'rob', clinic: 'Parenting course' }

const record = (...lines: readonly Line[]) => given(...people, ...lines)
/** The condition is met by this entry and is due the next working day; the other, which looks much the same, does not meet it. */
const isMet = (terms: Line, entry: Line, other: Line) => {
  record({ ...agreed, ...terms }, entry).due('condition-acted-on', '2018-10-23')
  record({ ...agreed, ...terms }, other).silent('condition-acted-on')
}

describe('what a condition can name', () => {
  it('a visit that reached nobody, or saw others and not the child; "visited" alone says neither', () => {
    const { seen: _, ...visited } = visit
    isMet({ events: 'not-seen' }, { ...visited, reached: 'no' }, visited)
    isMet({ events: 'not-seen' }, { ...visit, seen: 'tom' }, visit)
  })

  it('an injury, and an incident of one sort or by one person alone', () => {
    const injury = { ...about, kind: 'incident', type: 'injury' }
    const domestic = { ...about, kind: 'incident', type: 'domestic', alleged: 'rob' }
    isMet({ events: 'injury' }, injury, domestic)
    isMet({ events: 'injury' }, { ...about, kind: 'injury', by: 'nursery' }, domestic)
    isMet({ events: 'incident', type: 'domestic' }, domestic, injury)
    isMet({ events: 'incident', person: 'rob' }, domestic, { ...domestic, alleged: 'sam' })
  })

  it('the child’s own stay in hospital, not a parent’s', () => {
    const stay = { ...about, kind: 'admission', by: 'hospital/royal' }
    isMet({ events: 'admission' }, stay, { ...stay, person: 'tess' })
  })

  it('urgent care, absence from school that the school did not accept, a medicine not collected', () => {
    const urgent = { ...about, kind: 'urgent-attendance', by: 'hospital/royal' }
    isMet({ events: 'urgent-attendance' }, urgent, { ...urgent, child: 'tom' })
    const absence = { ...about, kind: 'absence', by: 'school' }
    isMet({ events: 'school-absence' }, absence, { ...absence, authorised: 'yes', reason: 'Ill' })
    const medicine = { ...about, kind: 'medicine-not-collected', by: 'gp' }
    isMet({ events: 'medicine-not-collected' }, medicine, {
      ...medicine,
      kind: 'instruction',
      medicine: 'x',
      dose: 'y',
    })
  })

  it('somebody at an address, there at night, with the child, or with somebody else', () => {
    const there = { ...visit, alsoThere: 'rob' }
    isMet({ events: 'at-address', person: 'rob' }, there, { ...there, alsoThere: 'sam' })
    isMet({ events: 'at-address', person: 'rob', address: '2 Mill Row' }, { ...there, address: '2 Mill Row' }, there)
    isMet({ events: 'overnight', person: 'rob' }, { ...visit, overnight: 'rob' }, there)
    isMet({ events: 'together', person: 'rob' }, there, { ...there, seen: 'tom' })
    isMet({ events: 'together', person: 'rob', awayFrom: 'tess' }, { ...there, with: 'tess' }, there)
  })

  it('drink or drugs that somebody saw', () => {
    isMet({ events: 'intoxicated', person: 'tess' }, { ...visit, intoxicated: 'tess' }, { ...visit, with: 'tess' })
  })

  it('an adult who moves in: not one who moves together with the child, nor a child', () => {
    const moves = { ...about, kind: 'lives-at', by: 'housing', person: 'sam', address: '7 Weir Lane' }
    isMet({ events: 'new-adult' }, moves, { ...moves, person: 'sam; maya', address: '2 Mill Row' })
    isMet({ events: 'new-adult' }, moves, { ...moves, address: '2 Mill Row' })
    const baby = { kind: 'person', person: 'tom', as: 'child', born: '2018-10-01' }
    record(baby, { ...agreed, events: 'new-adult' }, { ...moves, person: 'tom' }).silent('condition-acted-on')
  })

  it('a course that somebody does not come to; never an adult’s own appointment that it does not name', () => {
    isMet({ events: 'did-not-attend', clinic: 'parenting' }, absent, { ...absent, clinic: 'Eye clinic' })
    isMet({ events: 'did-not-attend', clinic: 'parenting', person: 'rob' }, absent, { ...absent, person: 'tess' })
    record({ ...agreed, events: 'did-not-attend' }, absent).silent('condition-acted-on')
  })

  it('a rule of a plan or an order that is not kept', () => {
    const bail = { ...agreed, kind: 'agreed-rule', condition: undefined, consequence: undefined, agreedRule: 'b' }
    const rule = { ...bail, person: 'rob', terms: 'not-at-address' }
    record(rule, { ...agreed, events: 'rule-not-kept' }, { ...visit, alsoThere: 'rob' }).due(
      'condition-acted-on',
      '2018-10-23',
    )
    record(rule, { ...agreed, events: 'rule-not-kept' }, visit).silent('condition-acted-on')
  })

  it('the appointments of one clinic, one series or one agency alone', () => {
    const miss = { ...about, kind: 'was-not-brought', by: 'hospital/royal', appointment: 'a', clinic: 'Eye clinic' }
    isMet({ events: 'was-not-brought', clinic: 'eye clinic' }, miss, { ...miss, clinic: 'Hearing clinic' })
    isMet({ events: 'was-not-brought', service: 'hospital/royal' }, miss, { ...miss, by: 'hospital/north' })
    isMet({ events: 'was-not-brought', series: 's' }, { ...miss, series: 's' }, miss)
  })
})

describe('so many within so many weeks', () => {
  const two = { ...agreed, events: 'concern', times: '2', within: '6' }
  const concern = (on: string) => ({ kind: 'concern', on, by: 'school' })

  it('is met by the second within them, however many came before', () => {
    record(two, concern('2018-10-22'), concern('2018-12-03')).due('condition-acted-on', '2018-12-04')
    record(two, concern('2018-10-22'), concern('2018-12-10'), concern('2019-01-07')).due(
      'condition-acted-on',
      '2019-01-08',
    )
  })

  it('is not met by two that lie further apart, nor by two of one source on one day', () => {
    record(two, concern('2018-10-22'), concern('2018-12-04')).silent('condition-acted-on')
    record(two, concern('2018-10-22'), concern('2018-10-22')).silent('condition-acted-on')
  })
})

describe('what follows', () => {
  it('is never what met the condition itself', () => {
    const referral = { ...about, kind: 'referral-made', to: 'social-care' }
    const again = { ...agreed, events: 'referral', consequence: 'referral' }
    record(again, referral).on('2018-10-24').late('condition-acted-on')
    record(again, referral, { ...referral, on: '2018-10-23' })
      .on('2018-10-23')
      .kept('condition-acted-on')
  })

  it('is a visit that saw the child, when that was agreed; what was agreed in other words is said to be done', () => {
    const toSee = { ...agreed, events: 'not-reached', consequence: 'visit' }
    const missed = { ...visit, seen: undefined, reached: 'no' }
    record(toSee, missed, { ...visit, on: '2018-10-23', seen: undefined })
      .on('2018-10-24')
      .late('condition-acted-on')
    record(toSee, missed, { ...visit, on: '2018-10-23' })
      .on('2018-10-23')
      .kept('condition-acted-on')
    const acted = { kind: 'condition-acted-on', on: '2018-10-23', by: 'social-care', condition: 'c1' }
    record({ ...toSee, consequence: 'other' }, missed, acted)
      .on('2018-10-23')
      .kept('condition-acted-on')
  })

  it('is told with what was agreed, by whom, and the entry that met it', () => {
    const duty = record({ ...agreed, events: 'concern' }, { ...about, kind: 'concern' }).duties.find(
      one => one.rule.name === 'condition-acted-on',
    )
    assert.deepEqual(
      duty?.because.map(entry => entry.kind),
      ['condition', 'concern'],
    )
    assert.ok(duty?.rule.hears.includes('everyone-who-agreed'))
  })
})
