import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const people: readonly Line[] = [
  { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' },
  { kind: 'person', person: 'tess', as: 'adult' },
  { kind: 'person', person: 'rob', as: 'adult' },
  { kind: 'relationship', person: 'tess', is: 'mother', of: 'maya' },
  { kind: 'lives-at', on: '2019-01-01', by: 'housing', person: 'maya; tess', address: '7 Weir Lane' },
]
const bail = {
  kind: 'agreed-rule',
  on: '2019-05-02',
  by: 'police',
  agreedRule: 'bail-1',
  source: 'bail',
  person: 'rob',
  terms: 'not-at-address; not-with-child',
  agreedBy: 'police; social-care',
}
const plan = { kind: 'plan-started', on: '2019-05-01', by: 'social-care', plan: 'cp', type: 'child-protection' }
const ofPlan = { ...bail, by: 'social-care', agreedRule: 'r1', source: 'plan' }
const visit = {
  kind: 'contact',
  on: '2019-05-13',
  by: 'health-visiting',
  way: 'visit',
  where: 'home',
  with: 'tess',
  seen: 'maya',
  alsoThere: 'rob',
}
const discussed = { kind: 'strategy-discussion', on: '2019-05-13', by: 'social-care', outcome: 'no-further-action' }
const ended = { kind: 'agreed-rule-reviewed', on: '2019-05-10', by: 'police', agreedRule: 'bail-1', answer: 'ended' }

const record = (...lines: readonly Line[]) => given(...people, ...lines)

describe('a rule that was agreed or ordered', () => {
  const { person: _, terms: __, ...vague } = bail

  it('says whom it binds and what it asks', () => {
    record(vague).due('agreed-rule-in-checkable-form', '2019-05-07')
    record({ ...bail, terms: 'other' }).due('agreed-rule-in-checkable-form', '2019-05-07')
    record(bail).silent('agreed-rule-in-checkable-form')
  })

  it('is made clear by the same rule written anew, and needs no clearness once it has ended', () => {
    record(vague, { ...bail, on: '2019-05-03' })
      .on('2019-05-03')
      .kept('agreed-rule-in-checkable-form')
    record(vague, ended).on('2019-05-10').noLongerOwes('agreed-rule-in-checkable-form')
  })
})

describe('a rule that is not kept', () => {
  it('is looked at the same day: he was there at the visit', () => {
    record(bail, visit).due('agreed-rule-not-kept-reviewed', '2019-05-13')
    record(bail, visit).on('2019-05-14').late('agreed-rule-not-kept-reviewed')
    record(bail, visit, discussed).on('2019-05-13').kept('agreed-rule-not-kept-reviewed')
    const told = record(bail, visit).duties.find(one => one.rule.name === 'agreed-rule-not-kept-reviewed')
    assert.deepEqual(told?.watchers, ['police', 'social-care'])
    assert.ok(told?.rule.hears.includes('everyone-who-agreed'))
  })

  const isCaught = (terms: Line, ...lines: readonly Line[]) =>
    record({ ...bail, ...terms }, ...lines).due('agreed-rule-not-kept-reviewed', '2019-05-13')
  const isNot = (terms: Line, ...lines: readonly Line[]) =>
    record({ ...bail, ...terms }, ...lines).silent('agreed-rule-not-kept-reviewed')
  const about = { on: '2019-05-13', by: 'police' }

  it('is seen from what people write: met at home, said by a neighbour, an incident, a move', () => {
    isCaught({}, { ...visit, alsoThere: undefined, with: 'tess; rob' })
    isCaught({}, { ...about, kind: 'concern', alsoThere: 'rob', raisedBy: 'a neighbour' })
    isCaught({}, { ...about, kind: 'incident', type: 'domestic', alleged: 'rob' })
    isCaught({}, { ...about, kind: 'lives-at', person: 'rob', address: '7 Weir Lane' })
    isCaught({}, { ...about, kind: 'agreed-rule-broken', person: 'rob' })
    isCaught({}, { ...about, kind: 'agreed-rule-checked', agreedRule: 'bail-1', kept: 'no' })
  })

  it('is told by place, night, company and drink, each for itself', () => {
    const overnight = { ...about, kind: 'concern', overnight: 'rob' }
    isCaught({ terms: 'not-overnight' }, overnight)
    isNot({ terms: 'not-overnight' }, visit)
    isCaught({ terms: 'no-alcohol' }, { ...visit, alsoThere: undefined, intoxicated: 'rob' })
    isNot({ terms: 'no-alcohol' }, visit)
    isCaught({ terms: 'not-with-person', awayFrom: 'tess' }, { ...visit, seen: undefined })
    isCaught(
      { terms: 'lives-at-address', person: 'tess' },
      { ...about, kind: 'lives-at', person: 'tess', address: 'X' },
    )
    isNot({ terms: 'lives-at-address', person: 'tess' }, { ...about, kind: 'lives-at', person: 'rob', address: 'X' })
    isCaught({ terms: 'not-at-address', address: '2 Mill Row' }, { ...visit, address: '2 mill row' })
    isNot({ terms: 'not-at-address', address: '2 Mill Row' }, visit)
  })

  it('is not seen where he was alone, elsewhere, on the telephone, or somebody else was there', () => {
    isNot({}, { ...visit, alsoThere: undefined, with: 'rob', seen: undefined })
    isNot({}, { ...visit, alsoThere: undefined, with: 'tess; rob', way: 'call', where: undefined, seen: undefined })
    isNot({}, { ...visit, alsoThere: 'tess' })
    isNot({}, { ...about, kind: 'incident', type: 'domestic', alleged: 'rob', elsewhere: 'yes' })
    isNot({ terms: 'not-alone-with-child' }, visit)
    isNot({}, { ...visit, on: '2019-05-02' })
    isNot({}, { ...about, kind: 'agreed-rule-checked', agreedRule: 'bail-1', kept: 'yes' })
  })

  it('asks for nothing once it has ended: lifted, run out, or its plan is over', () => {
    record(bail, ended, visit).silent('agreed-rule-not-kept-reviewed')
    isNot({ until: '2019-05-10' }, visit)
    const over = { kind: 'plan-ended', on: '2019-05-10', by: 'social-care', plan: 'cp', signedBy: 'team-manager' }
    record(plan, ofPlan, over, visit).silent('agreed-rule-not-kept-reviewed')
    record(plan, ofPlan, visit).due('agreed-rule-not-kept-reviewed', '2019-05-13')
  })

  it('is looked at once, whatever number of rules it breaks, and for every child of that home', () => {
    const both = { ...bail, child: 'maya; tom' }
    const tom = [
      { kind: 'person', person: 'tom', as: 'child', born: '2015-02-02' },
      { kind: 'lives-at', on: '2019-01-01', by: 'housing', person: 'tom', address: '7 Weir Lane' },
    ]
    const stays = { ...about, kind: 'concern', overnight: 'rob', child: 'tom' }
    record(bail, { ...bail, agreedRule: 'b2', terms: 'not-overnight' }, { ...stays, child: undefined }).due(
      'agreed-rule-not-kept-reviewed',
      '2019-05-13',
    )
    record(...tom, both, stays).due('agreed-rule-not-kept-reviewed', '2019-05-13', '2019-05-13')
  })

  it('asks once while it is open, and again when it happens again', () => {
    record(bail, visit, { ...visit, on: '2019-05-14' }).due('agreed-rule-not-kept-reviewed', '2019-05-13')
    record(bail, visit, discussed, { ...visit, on: '2019-05-20' }).due(
      'agreed-rule-not-kept-reviewed',
      '2019-05-13',
      '2019-05-20',
    )
  })
})

describe('an order, bail or a licence that is not kept', () => {
  const told = { kind: 'told', on: '2019-05-13', by: 'social-care', of: 'v1', to: 'police' }

  it('is told to the police the same day', () => {
    record(bail, visit).due('order-not-kept-told', '2019-05-13')
    record(bail, visit, told).on('2019-05-13').kept('order-not-kept-told')
    record(bail, visit, { ...discussed, present: 'social-care; police' })
      .on('2019-05-13')
      .kept('order-not-kept-told')
  })

  it('is told to probation where it is a licence', () => {
    const licence = { ...bail, source: 'licence', by: 'probation' }
    record(licence, visit, told).on('2019-05-14').late('order-not-kept-told')
    record(licence, visit, { ...told, to: 'probation' })
      .on('2019-05-13')
      .kept('order-not-kept-told')
  })

  it('needs no telling where the police saw it themselves, nor where it is a rule of a plan', () => {
    record(bail, { ...visit, by: 'police' }).silent('order-not-kept-told')
    record(plan, ofPlan, visit).silent('order-not-kept-told')
  })
})

describe('a course or a test that somebody agreed to attend', () => {
  const course = {
    ...bail,
    source: 'written-agreement',
    by: 'social-care',
    terms: 'attends',
    attends: 'Parenting course',
  }
  const missed = {
    kind: 'did-not-attend',
    on: '2019-05-13',
    by: 'early-help',
    person: 'rob',
    clinic: 'parenting course',
  }

  it('is talked about before anybody concludes anything', () => {
    record(course, missed).due('agreed-attendance-talked-about', '2019-05-20')
    const asked = { kind: 'contact', on: '2019-05-15', by: 'social-care', way: 'call', with: 'rob' }
    record(course, missed, asked).on('2019-05-15').kept('agreed-attendance-talked-about')
    record(course, missed).silent('agreed-rule-not-kept-reviewed')
  })

  it('counts no other appointment of that adult, and none that is excused', () => {
    record(course, { ...missed, clinic: 'eye clinic' }).silent('agreed-attendance-talked-about')
    record(course, { ...missed, person: 'tess' }).silent('agreed-attendance-talked-about')
    const held = { ...missed, appointment: 'a1' }
    const excused = {
      kind: 'appointment-excused',
      on: '2019-05-14',
      by: 'early-help',
      appointment: 'a1',
      because: 'ill',
    }
    record(course, held, excused).silent('agreed-attendance-talked-about')
  })
})

describe('a rule with a last day', () => {
  const dated = { ...bail, until: '2019-06-28' }
  const goesOn = { ...ended, on: '2019-06-24', answer: 'goes-on', until: '2019-09-27' }

  it('is looked at before that day, and again before the next', () => {
    record(dated).due('agreed-rule-reviewed-before-it-ends', '2019-06-28')
    record(dated).on('2019-06-12').silent('agreed-rule-reviewed-before-it-ends')
    record(dated).on('2019-06-17').owes('agreed-rule-reviewed-before-it-ends')
    record(dated, goesOn).due('agreed-rule-reviewed-before-it-ends', '2019-06-28', '2019-09-27')
    record(dated, goesOn).on('2019-06-24').kept('agreed-rule-reviewed-before-it-ends')
    record(dated, { ...goesOn, until: undefined }).due('agreed-rule-reviewed-before-it-ends', '2019-06-28')
  })

  it('is kept by whatever looks at the whole: a strategy discussion, the plan brought up to date', () => {
    record(dated, { ...discussed, on: '2019-06-20' })
      .on('2019-06-20')
      .kept('agreed-rule-reviewed-before-it-ends')
    record(dated, { kind: 'plan-updated', on: '2019-06-20', by: 'social-care' })
      .on('2019-06-20')
      .kept('agreed-rule-reviewed-before-it-ends')
    record(dated, discussed).on('2019-06-29').late('agreed-rule-reviewed-before-it-ends')
  })

  it('asks nothing of a rule without one, nor of a plan that ended first', () => {
    record(bail).silent('agreed-rule-reviewed-before-it-ends')
    const over = { kind: 'plan-ended', on: '2019-05-20', by: 'social-care', plan: 'cp', signedBy: 'team-manager' }
    record(plan, { ...ofPlan, until: '2019-06-28' }, over)
      .on('2019-05-21')
      .noLongerOwes('agreed-rule-reviewed-before-it-ends')
  })
})
