import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, getDay, isoDay } from '../../calendar/day.ts'
import { pageOf } from './bundle.ts'
import { rangeOf } from './patient.ts'
import type { Found } from './resource.ts'
import { readSearch } from './search.ts'
import { anyOf, findDateAsked, isAt } from './search-values.ts'

const found = (id: string, more: Partial<Found> = {}): Found => ({
  ...{ id, resource: { resourceType: 'Task', id }, record: 'r', patients: ['p'] },
  ...more,
})

const isOn = (day: string, asked: string): boolean => {
  const date = findDateAsked(asked)
  return date !== undefined && isAt(rangeOf(getDay(day)), date)
}

describe('a date that is searched', () => {
  it('is compared as its prefix says, by day, month, year or clock', () => {
    for (const [day, asked, is] of [
      ['2026-07-01', '2026-07-01', true],
      ['2026-07-01', '2026-07', true],
      ['2026-07-01', '2026', true],
      ['2026-07-01', 'ne2026-07-01', false],
      ['2026-07-01', 'gt2026-07-01', false],
      ['2026-07-02', 'gt2026-07-01', true],
      ['2026-07-01', 'ge2026-07-01', true],
      ['2026-06-30', 'lt2026-07', true],
      ['2026-07-31', 'le2026-07', true],
      ['2026-08-01', 'sa2026-07', true],
      ['2026-06-30', 'eb2026-07', true],
      ['2026-07-02', 'ap2026-07-01', true],
      ['2026-07-01', 'gt2026-07-01T12:00:00Z', true],
    ] as const)
      assert.equal(isOn(day, asked), is, `${day} ${asked}`)
  })

  it('is none when it is no date', () => {
    for (const text of ['', 'yesterday', '2026-13', '2026-02-30', 'xx2026', '2026-07-01T25:00', '1', 'ge'])
      assert.equal(findDateAsked(text), undefined, text)
    assert.notEqual(findDateAsked('2026-07-01T09:30:00 01:00'), undefined)
  })

  it('is before, on or after: one of three, whatever the day', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map(count => addDays(getDay('1950-01-01'), count) as Day)
    fc.assert(
      fc.property(day, day, (one, other) => {
        const said = ['lt', 'eq', 'gt'].filter(prefix => isOn(isoDay(one), `${prefix}${isoDay(other)}`))
        assert.deepEqual(said, [one < other ? 'lt' : one === other ? 'eq' : 'gt'])
      }),
      { numRuns: 200 },
    )
  })
})

describe('a search', () => {
  it('finds what every parameter asks for, and of each any of its values', () => {
    const search = readSearch('Task', [
      ['status', 'requested,draft'],
      ['owner:identifier', 'urn:holdfast:agency|gp/elm-road'],
      ['_count', '3'],
    ])
    assert.ok('isWanted' in search)
    const owners = ['gp', 'gp/elm-road']
    assert.equal(search.isWanted(found('a', { status: 'draft', owners })), true)
    assert.equal(search.isWanted(found('a', { status: 'completed', owners })), false)
    assert.equal(search.isWanted(found('a', { status: 'draft', owners: ['gp'] })), false)
  })

  it('takes a comma that is meant behind a backslash', () => {
    assert.deepEqual(anyOf('a\\,b,c, ,d\\|e'), ['a,b', 'c', 'd|e'])
  })

  it('passes over no parameter that it does not know', () => {
    for (const [name, code] of [
      ['colour', 'not-supported'],
      ['status:not', 'not-supported'],
      ['toString', 'not-supported'],
      ['due', 'value'],
    ] as const) {
      const search = readSearch('Task', [[name, 'x']])
      assert.ok('code' in search, name)
      assert.deepEqual([search.code, search.element], [code, name])
    }
  })

  it('lists nobody by asking for everybody', () => {
    for (const type of ['Patient', 'Appointment', 'CarePlan', 'Flag'] as const)
      assert.ok('code' in readSearch(type, []), type)
    assert.ok(
      'isWanted' in
        readSearch('Patient', [
          ['name', 'Ada'],
          ['birthdate', '2020-05-01'],
        ]),
    )
  })
})

describe('a list that is asked for page by page', () => {
  it('holds each thing once and leaves none out, whatever comes to it meanwhile', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 1, max: 7 }), (held, later, count) => {
        const seen: string[] = []
        const all = held.map(id => found(id))
        for (
          let page = pageOf(all, { count });
          ;
          page = pageOf([...all, ...later.map(id => found(id))], { after: page.after, count })
        ) {
          seen.push(...page.shown.map(({ id }) => id))
          if (page.after === undefined) break
        }
        assert.equal(new Set(seen).size, seen.length)
        assert.deepEqual(
          held.filter(id => !seen.includes(id)),
          [],
        )
      }),
      { numRuns: 300 },
    )
  })
})
