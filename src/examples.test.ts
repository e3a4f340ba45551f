import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { getDay, isoDay } from './calendar/day.ts'
import { derive, stateOn } from './duties/derive.ts'
import type { Duty } from './duties/rule.ts'
import { settingsFrom } from './duties/settings.ts'
import { findNhsNumber } from './people/nhs-number.ts'
import { type Role, roles } from './people/role.ts'
import { agenciesRecord, withAgencies } from './record/agency-record.ts'
import type { Entry } from './record/entry.ts'
import type { PersonId } from './record/field.ts'
import { picture } from './record/picture.ts'
import { type ReadResult, readEntry } from './record/read-entry.ts'
import { visibleTo } from './record/sight.ts'
import { all } from './record/standing.ts'

const folder = new URL('../examples/', import.meta.url)
const partnership = 'partnership'
const families = ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
/** Families for whom everything is kept in time. */
const wellServed = ['02', '03', '06', '08', '10', '12']
const today = getDay('2026-11-20')

const linesOf = (name: string): readonly Record<string, unknown>[] =>
  readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))

const problemsIn = (result: ReadResult) => ('problems' in result ? result.problems : [])
const load = (name: string): readonly Entry[] =>
  linesOf(name)
    .map(readEntry)
    .flatMap(result => ('entry' in result ? [result.entry] : []))

const agencies = load(partnership)
const standsOf = (name: string) => picture(withAgencies(load(name), agencies))
const dutiesOf = (name: string) => derive(standsOf(name), settingsFrom(agencies))
const lateFor = (name: string): readonly Duty[] => dutiesOf(name).filter(duty => stateOn(duty, today) === 'late')
const shown = (duties: readonly Duty[]) => duties.map(duty => `${duty.key} was due on ${isoDay(duty.due.day)}`)

describe('every line of the examples', () => {
  for (const name of [partnership, ...families]) {
    it(`is sound in ${name}.jsonl`, () => {
      for (const [index, line] of linesOf(name).entries())
        assert.deepEqual(problemsIn(readEntry(line)), [], `${name}.jsonl, line ${index + 1}`)
    })

    it(`of ${name}.jsonl lies before the day of the examples`, () => {
      const later = load(name).filter(entry => entry.day > today || entry.written > today)
      assert.deepEqual(later, [])
    })
  }
})

describe('the families of the examples', () => {
  it('are all there, beside the case of the review', () => {
    const files = readdirSync(folder).filter(file => /^\d\d\.jsonl$/u.test(file))
    assert.deepEqual(
      files.sort(),
      ['01', ...families].map(name => `${name}.jsonl`),
    )
  })

  it('begin with who the people are, how they are related and where they live', () => {
    for (const name of families) {
      const kinds = load(name).map(entry => entry.kind as string)
      const first = kinds.findIndex(kind => !['person', 'relationship', 'lives-at'].includes(kind))
      assert.deepEqual([...new Set(kinds.slice(0, first))], ['person', 'relationship', 'lives-at'], name)
    }
  })

  it('have NHS numbers from the range that is kept for tests, one for each known person', () => {
    const numbers = families.flatMap(name => [...standsOf(name).people.values()]).flatMap(person => person.nhs ?? [])
    for (const number of numbers) assert.equal(findNhsNumber(number)?.slice(0, 3), '999', number)
    assert.equal(new Set(numbers).size, numbers.length)
    for (const name of families)
      for (const person of standsOf(name).people.values())
        assert.ok(person.nhs !== undefined || person.born === undefined, `${name}: ${person.id}`)
  })

  for (const name of wellServed) {
    it(`are owed nothing late where all is done in time: ${name}`, () => {
      assert.deepEqual(shown(lateFor(name)), [])
    })
  }

  it('have someone whose third child a meeting forgot', () => {
    assert.deepEqual([...new Set(lateFor('11').map(duty => duty.child))], ['hamza'])
  })

  it('never tell the father who is the danger where the family is, nor what his daughter said', () => {
    const shownTo = (person: string) => JSON.stringify(visibleTo(load('09'), { person: person as PersonId }))
    const secret = /safe house|haven lane|zainab|sister|side door|new number|“I pressed|rung 999/iu
    assert.doesNotMatch(shownTo('jonas'), secret)
    assert.match(shownTo('tamsin'), secret)
  })

  it('have a referral that is still in time, and late on the Monday after', () => {
    const decided = dutiesOf('05').filter(duty => duty.rule.name === 'referral-decided')
    assert.deepEqual(
      decided.map(duty => stateOn(duty, today)),
      ['open'],
    )
    assert.deepEqual(
      decided.map(duty => stateOn(duty, getDay('2026-11-23'))),
      ['late'],
    )
  })
})

/** Roles that a duty or a family gives to somebody; nobody holds them as a post. */
const given: ReadonlySet<Role> = new Set([
  'agency-manager',
  'receiving-team',
  'team-lead',
  'referrer',
  'meeting-chair',
  'organiser',
  'assessment-author',
  'action-owner',
  'challenge-raiser',
  'challenge-answerer',
  'everyone-who-agreed',
  'parent',
  'other',
])

describe('the partnership of the examples', () => {
  const posts = all(picture(agencies), 'post')

  it('keeps its own record', () => {
    assert.ok(agencies.every(entry => entry.record === agenciesRecord))
  })

  it('has a post for every role, and somebody for it at night and at weekends', () => {
    const answered = new Set(posts.filter(post => post.outOfHours !== undefined).map(post => post.role))
    const missing = (Object.keys(roles) as Role[]).filter(role => !given.has(role) && !answered.has(role))
    assert.deepEqual(missing, [])
    assert.deepEqual(
      posts.filter(post => post.outOfHours === undefined),
      [],
    )
  })

  it('is reached on numbers that are reserved for drama', () => {
    for (const line of linesOf(partnership))
      for (const number of JSON.stringify(line).match(/\b0\d{4} ?\d{6}\b/gu) ?? [])
        assert.match(number, /^01632 960\d{3}$/u)
  })
})
