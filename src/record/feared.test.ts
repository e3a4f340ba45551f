import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { by, codes, domestic, type Line, level, on, safe } from './given-family.ts'

describe('somebody who must not learn times and places', () => {
  const cases: Readonly<Record<string, Line>> = {
    'a domestic incident': domestic('2024-05-01', { alleged: 'dan' }),
    'another incident': on('2024-05-01', 'incident', { type: 'injury', alleged: 'dan' }),
    'a MARAC': on('2024-05-01', 'marac', { by: 'police', person: 'leah', adult: 'dan', step: 'heard' }),
    'a MARAC that names the one at risk alone': on('2024-05-01', 'marac', {
      by: 'police',
      person: 'leah',
      step: 'referred',
    }),
    'a DASH': on('2024-05-01', 'dash', { by: 'police', person: 'leah', level: 'high' }),
    'Clare’s Law': on('2024-05-01', 'clares-law', { by: 'police', person: 'leah', step: 'disclosed' }),
    'abuse known elsewhere': on('2024-05-01', 'known-elsewhere', {
      fact: 'domestic-abuse',
      person: 'eve',
      adult: 'dan',
    }),
    exploitation: on('2024-05-01', 'exploitation', { by: 'police', person: 'noah', adult: 'dan', state: 'concern' }),
    'exploitation known elsewhere': on('2024-05-01', 'known-elsewhere', {
      fact: 'exploitation',
      person: 'eve',
      adult: 'dan',
    }),
    'a non-molestation order': on('2024-05-01', 'agreed-rule', { source: 'non-molestation-order', person: 'dan' }),
    bail: on('2024-05-01', 'agreed-rule', { source: 'bail', person: 'dan', terms: 'not-with-child' }),
    'a licence': on('2024-05-01', 'agreed-rule', { source: 'licence', person: 'dan', terms: 'other' }),
    'an agreement to keep away': on('2024-05-01', 'agreed-rule', {
      source: 'written-agreement',
      person: 'dan',
      terms: 'not-at-address',
    }),
    'a registered offender': on('2024-05-01', 'probation-begins', {
      by: 'probation',
      person: 'dan',
      stage: 'registered',
    }),
    'a licence with its conditions': on('2024-05-01', 'probation-begins', {
      by: 'probation',
      person: 'dan',
      stage: 'released',
      order: 'No contact with Leah',
    }),
    'what is kept from him': on('2024-05-01', 'lives-at', { person: 'leah', address: 'x', hiddenFrom: 'dan' }),
    'honour-based risk': on('2024-05-01', 'honour-risk', { by: 'police', person: 'leah' }),
  }

  for (const [name, line] of Object.entries(cases))
    it(`is held for ${name}, for every child, on paper too`, () => {
      assert.equal(level([line], 'dan'), 'no-time-no-place')
      assert.equal(level([line], 'dan', { children: ['noah'] }), 'no-time-no-place')
      assert.equal(level([line], 'dan', { by: 'paper' }), 'no-time-no-place')
      assert.equal(
        level([line, safe('2024-05-02', 'dan')], 'dan'),
        'no-time-no-place',
        'saying it is safe is not enough',
      )
      assert.equal(level([line], 'dan', { day: '2024-04-30' }), 'everything')
    })

  const lifted = (on_: string, more: Line = {}) =>
    on(on_, 'restriction-reviewed', { by: 'social-care', answer: 'lifted', ...more })
  const isOrder = (name: string) => cases[name]?.['kind'] === 'agreed-rule'

  it('is told again when somebody looked again and lifted it, and held by what comes after', () => {
    for (const [name, line] of Object.entries(cases))
      assert.equal(
        level([line, lifted('2024-05-20', name.startsWith('honour') ? {} : { person: 'dan' })], 'dan'),
        isOrder(name) ? 'no-time-no-place' : 'everything',
        name,
      )
    const first = domestic('2024-05-01', { alleged: 'dan' })
    assert.equal(level([first, lifted('2024-05-20', { person: 'leah' })], 'dan'), 'no-time-no-place')
    assert.equal(level([first, lifted('2024-05-20')], 'dan'), 'everything')
    assert.equal(
      level([first, lifted('2024-05-20'), domestic('2024-05-25', { alleged: 'dan' })], 'dan'),
      'no-time-no-place',
    )
    assert.equal(level([first, { ...lifted('2024-05-20'), answer: 'kept' }], 'dan'), 'no-time-no-place')
  })

  it('is told again when an order has ended', () => {
    const order = on('2024-05-01', 'agreed-rule', { agreedRule: 'nmo', source: 'non-molestation-order', person: 'dan' })
    assert.equal(level([{ ...order, until: '2024-06-02' }], 'dan'), 'everything')
    assert.equal(level([{ ...order, until: '2024-06-03' }], 'dan'), 'no-time-no-place')
    const reviewed = on('2024-05-20', 'agreed-rule-reviewed', { agreedRule: 'nmo', answer: 'ended' })
    assert.equal(level([order, reviewed], 'dan'), 'everything')
    const longer = on('2024-05-20', 'agreed-rule-reviewed', {
      agreedRule: 'nmo',
      answer: 'goes-on',
      until: '2024-12-01',
    })
    assert.equal(level([{ ...order, until: '2024-06-02' }, longer], 'dan'), 'no-time-no-place')
  })

  it('is not whoever only attends a course, or did not do it', () => {
    for (const line of [
      on('2024-05-01', 'agreed-rule', { source: 'licence', person: 'dan', terms: 'attends' }),
      on('2024-05-01', 'agreed-rule', { source: 'plan', person: 'dan', terms: 'no-alcohol' }),
      on('2024-05-01', 'probation-begins', {
        by: 'probation',
        person: 'dan',
        stage: 'supervision',
        order: 'Unpaid work',
      }),
      on('2024-05-01', 'concern', { text: 'Worried about the home' }),
    ])
      assert.equal(level([line], 'dan'), 'everything', JSON.stringify(line))
    assert.equal(level([domestic('2024-05-01', { alleged: 'leah' })], 'dan'), 'only-a-message')
  })

  it('is the one at risk neither for a DASH nor a MARAC', () => {
    for (const name of ['a DASH', 'a MARAC', 'Clare’s Law', 'honour-based risk'])
      assert.ok(!codes([cases[name] ?? {}], 'leah').some(code => code === 'abuse' || code === 'honour-risk'), name)
  })
})

describe('the other one, whose telephone he may hold', () => {
  const hit = domestic('2024-05-01', { alleged: 'dan' })

  it('hears only that there is a message, until she was asked alone and says that it is safe', () => {
    assert.deepEqual(codes([hit], 'leah'), ['safety-not-asked'])
    assert.equal(level([hit], 'leah'), 'only-a-message')
    assert.equal(level([hit, safe('2024-05-02')], 'leah'), 'everything')
    assert.equal(level([hit, safe('2024-05-02', 'leah', { askedAlone: 'no' })], 'leah'), 'only-a-message')
    assert.equal(level([hit, safe('2024-05-02', 'leah', { safe: undefined })], 'leah'), 'only-a-message')
  })

  it('is asked again after the next incident', () => {
    assert.equal(level([safe('2024-04-01'), hit], 'leah'), 'only-a-message')
    assert.equal(level([hit, safe('2024-05-02'), domestic('2024-05-03', { alleged: 'dan' })], 'leah'), 'only-a-message')
  })

  it('gets nothing by telephone when she says that it is not safe', () => {
    const no = safe('2024-05-02', 'leah', { safe: 'no' })
    assert.deepEqual(codes([no], 'leah'), ['way-not-safe'])
    assert.equal(level([hit, no], 'leah'), 'nothing')
    assert.equal(level([no, safe('2024-05-20')], 'leah'), 'everything')
  })

  it('gets a sheet of paper with times only when paper was said to be safe', () => {
    assert.equal(level([hit, safe('2024-05-02')], 'leah', { by: 'paper' }), 'only-a-message')
    assert.equal(level([hit, safe('2024-05-02', 'leah', { way: 'letter' })], 'leah', { by: 'paper' }), 'everything')
    assert.equal(level([hit, safe('2024-05-02', 'leah', { way: 'letter' })], 'leah'), 'only-a-message')
  })

  it('is whoever lives with him, is or was his partner, is of his kin or has a child with him', () => {
    const stranger = { kind: 'person', person: 'ivy', as: 'adult' }
    assert.equal(level([stranger, hit], 'ivy'), 'everything')
    for (const bond of [
      { kind: 'lives-at', on: '2024-01-01', by, person: 'ivy; dan', address: '1 Elm Road' },
      { kind: 'relationship', person: 'ivy', is: 'former-partner', of: 'dan' },
      { kind: 'relationship', person: 'dan', is: 'partner', of: 'ivy' },
      { kind: 'relationship', person: 'ivy', is: 'foster-carer', of: 'maya' },
    ])
      assert.equal(level([stranger, bond, hit], 'ivy'), 'only-a-message', JSON.stringify(bond))
  })

  it('is everybody where nobody wrote who did it, and the young person who is exploited', () => {
    assert.equal(level([domestic('2024-05-01')], 'leah'), 'only-a-message')
    assert.equal(level([domestic('2024-05-01')], 'dan'), 'only-a-message')
    const exploited = on('2024-05-01', 'exploitation', { by: 'police', person: 'noah', state: 'concern' })
    assert.equal(level([exploited], 'noah'), 'only-a-message')
    assert.equal(level([exploited], 'leah'), 'everything')
  })
})
