import assert from 'node:assert/strict'
import { it } from 'node:test'
import { getDay, isoDay } from '../calendar/day.ts'
import { noSettings } from '../duties/settings.ts'
import type { PersonId } from '../record/field.ts'
import { familyOnDay, shelved } from './family-on-day.ts'
import { inventedFamily, oneYear, people } from './invented.ts'

const late = {
  kind: 'concern',
  on: '2018-11-01',
  written: '2019-03-01',
  by: 'school',
  text: 'Written months after.',
}

it('knows nothing that arrived later, whenever it happened', () => {
  const family = inventedFamily([...oneYear, late])
  const kindsOn = (day: string) => familyOnDay(family, noSettings, getDay(day)).stands.entries.map(entry => entry.kind)
  assert.ok(!kindsOn('2019-02-28').includes('concern'))
  assert.ok(kindsOn('2019-03-01').includes('concern'))
  assert.ok(!kindsOn('2019-05-12').includes('strategy-discussion'))
})

it('is looked at on the last day of its record unless another is asked for', () => {
  const family = inventedFamily(oneYear)
  assert.equal(isoDay(familyOnDay(family, noSettings).day), '2019-06-12')
  assert.equal(isoDay(shelved(family).first), '2018-08-28')
})

it('is the same look for the same day and another for another family', () => {
  const family = inventedFamily(oneYear)
  assert.equal(familyOnDay(family, noSettings), familyOnDay(family, noSettings, getDay('2019-06-12')))
  assert.notEqual(familyOnDay(inventedFamily(oneYear), noSettings), familyOnDay(family, noSettings))
})

it('keeps its last day while others are looked at, and of those one that is asked for twice running', () => {
  const family = inventedFamily(oneYear)
  const on = (day: string) => familyOnDay(family, noSettings, getDay(day))
  const today = familyOnDay(family, noSettings)
  const first = on('2019-03-01')
  const second = on('2019-03-01')
  assert.notEqual(second, first)
  assert.equal(on('2019-03-01'), second)
  for (const day of ['2019-04-01', '2019-04-02', '2019-04-03']) on(day)
  assert.equal(on('2019-03-01'), second)
  on('2019-04-04')
  assert.equal(on('2019-04-04'), on('2019-04-04'))
  assert.notEqual(on('2019-03-01'), second)
  assert.equal(familyOnDay(family, noSettings), today)
})

it('stands even when the record holds nothing but people, or nothing at all', () => {
  assert.equal(familyOnDay(inventedFamily(people), noSettings).duties.length, 0)
  assert.equal(familyOnDay(inventedFamily([]), noSettings).duties.length, 0)
})

it('names a child without a name "the child", a baby "the unborn child", and anybody else by the writer’s id', () => {
  const { name } = familyOnDay(
    inventedFamily([
      { kind: 'person', person: 'x1', as: 'child', subject: 'yes' },
      { kind: 'pregnancy', on: '2019-01-01', by: 'midwifery', unborn: 'x2', mother: 'mum' },
      { kind: 'contact', on: '2019-01-02', by: 'police', with: 'uncle' },
    ]),
    noSettings,
  )
  assert.deepEqual(
    ['x1', 'x2', 'uncle'].map(id => name(id as PersonId)),
    ['the child', 'the unborn child', 'uncle'],
  )
})
