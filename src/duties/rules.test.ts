import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { findDay } from '../calendar/day.ts'
import type { Limit } from '../calendar/limit.ts'
import { roles } from '../people/role.ts'
import { lawsToBegin } from '../record/adoption.ts'
import type { Earlier, Rule } from './rule.ts'
import { rules } from './rules.ts'

const folder = new URL('./', import.meta.url)
const tests = readdirSync(folder)
  .filter(name => name.endsWith('.test.ts'))
  .map(name => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')

/** The names of the rules for which something does not hold. */
const unless = (holds: (rule: Rule) => boolean): readonly string[] =>
  rules.filter(rule => !holds(rule)).map(({ name }) => name)

const labels: readonly string[] = ['statutory', 'local procedure', 'local setting']
const isRole = (role: string): boolean => Object.hasOwn(roles, role)

const isPositive = (limit: Limit): boolean =>
  Object.values(limit).every(value => value === true || (Number.isInteger(value) && value > 0))

/** The statutory texts by which a clock may be called statutory. */
const statutory = /^(?:Working Together to Safeguard|Care Planning, Placement and Case Review \(England\) Regulations)/u

/** The verbs with which a duty says what must be done. */
const verbs = new Set(
  `Accept Acknowledge Agree Answer Ask Assess Book Bring Check Confirm Contact Decide Discuss Do Find Finish Follow Give Go
  Hand Have Hear Hold Invite Look Make Name Notify Offer Open Pass Put Read Record Refer Renew Review Say See Send Settle
  Show Speak Take Talk Tell Think
  Visit Write Contribute Judge`.split(/\s+/u),
)
const beginsWithVerb = (says: string): boolean => verbs.has(says.split(/[ ,]/u)[0] ?? '')

/** Statutory reviews that come round by themselves, which those who hold them have in their diary. */
const statutoryRounds: ReadonlySet<string> = new Set()
/** What is due the same day is told that day, but for a gate: whoever writes the plan or the series reads it on the form. */
const mayBeQuiet = ({ name, label, limit, clock, shape }: Rule): boolean => {
  if (label === 'statutory') return statutoryRounds.has(name)
  return shape === 'gate' || clock !== undefined || !('sameDay' in limit || 'hours' in limit)
}

const daysOf = ({ source }: Rule) => source.flatMap(({ from }) => (from === undefined ? [] : [findDay(from)]))
const areInOrder = (rule: Rule): boolean =>
  rule.source.slice(1).every(({ from }) => from !== undefined) &&
  daysOf(rule).every((day, place, all) => day !== undefined && (place === 0 || (all[place - 1] ?? day) < day))

const earlierAreInOrder = (rule: Rule): boolean => {
  const earlier: readonly Earlier[] = rule.earlier ?? []
  const days = earlier.map(({ until }) => findDay(until))
  return earlier.every(
    ({ limit, why }, place) =>
      isPositive(limit) &&
      why.trim() !== '' &&
      days[place] !== undefined &&
      (place === 0 || (days[place - 1] ?? 0) < (days[place] ?? 0)),
  )
}

/** Whether some test calls one of these with the rule's name first. */
const isTested = (calls: string, name: string): boolean =>
  new RegExp(`\\b(?:${calls})\\(\\s*'${name}'`, 'u').test(tests)

describe('every rule', () => {
  it('has a name of its own, in plain words', () => {
    const names = rules.map(({ name }) => name)
    assert.deepEqual([...new Set(names)], names)
    assert.deepEqual(
      unless(({ name }) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name)),
      [],
    )
  })

  it('comes from a row of the catalogue, from what other reviews add, or from the design', () => {
    assert.deepEqual(
      unless(({ catalogue }) => /^R-[A-Z]+-\d+$|^(?:design|beyond)$/u.test(catalogue)),
      [],
    )
  })

  it('says what must be done: a verb first, no full stop', () => {
    assert.deepEqual(
      unless(({ says }) => beginsWithVerb(says) && !says.trimEnd().endsWith('.')),
      [],
    )
  })

  it('says its clock, where a limit cannot, so that it reads on within a sentence', () => {
    assert.deepEqual(
      unless(({ clock }) => clock === undefined || /^[a-z].*[^.\s]$/u.test(clock)),
      [],
    )
  })

  it('names its sources, with editions in order of the day from which they hold', () => {
    assert.deepEqual(
      unless(({ source }) => source.every(({ document }) => document.trim() !== '')),
      [],
    )
    assert.deepEqual(unless(areInOrder), [])
    assert.deepEqual(
      unless(({ checked }) => findDay(checked) !== undefined),
      [],
    )
  })

  it('is statutory only where it rests on statutory guidance, and never prints a default as anything but a setting', () => {
    assert.deepEqual(
      unless(({ label }) => labels.includes(label)),
      [],
    )
    assert.deepEqual(
      unless(({ label, source }) => label !== 'statutory' || source.every(({ document }) => statutory.test(document))),
      [],
    )
    const isDefault = ({ source }: Rule) => source.some(({ document }) => document.startsWith('a default of Holdfast'))
    assert.deepEqual(
      unless(rule => isDefault(rule) === (rule.label === 'local setting')),
      [],
    )
  })

  it('is owed by a role that exists, and climbs to roles that exist', () => {
    assert.deepEqual(
      unless(({ owner, ladder }) => isRole(owner) && ladder.every(isRole)),
      [],
    )
  })

  it('is heard by roles that exist', () => {
    assert.deepEqual(
      unless(({ hears }) => hears.every(isRole)),
      [],
    )
  })

  it('has a limit that is more than nothing', () => {
    assert.deepEqual(
      unless(({ limit }) => isPositive(limit)),
      [],
    )
  })

  it('is heard at once only where its time is counted in hours or is the same day', () => {
    assert.deepEqual(
      unless(({ heard, limit }) => heard !== 'at-once' || 'hours' in limit || 'sameDay' in limit),
      [],
    )
  })

  it('is not kept quiet until it is late where it is statutory or due the same day, or somebody waits for it', () => {
    assert.deepEqual(
      unless(rule => rule.heard !== 'when-late' || (rule.hears.length === 0 && mayBeQuiet(rule))),
      [],
    )
  })

  it('holds somewhere, keeps its earlier defaults in order of their days, and waits only for a law that may begin', () => {
    assert.deepEqual(
      unless(({ places }) => places.length > 0),
      [],
    )
    assert.deepEqual(
      unless(({ until }) => until === undefined || findDay(until) !== undefined),
      [],
    )
    assert.deepEqual(
      unless(({ waitsFor }) => waitsFor === undefined || lawsToBegin.some(law => law === waitsFor)),
      [],
    )
    assert.deepEqual(unless(earlierAreInOrder), [])
  })

  it('has a test that raises it on a day, one that ends it and one in which it is silent', () => {
    assert.deepEqual(
      unless(({ name }) => isTested('due', name)),
      [],
    )
    assert.deepEqual(
      unless(({ name }) => isTested('kept|keptLate|noLongerOwes', name)),
      [],
    )
    assert.deepEqual(
      unless(({ name }) => isTested('silent', name)),
      [],
    )
    assert.deepEqual(
      unless(({ name }) => tests.split(`'${name}'`).length > 3),
      [],
    )
  })
})
