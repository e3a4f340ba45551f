import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Day, getDay } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import { noSettings } from '../duties/settings.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import type { ToldRow } from '../store/notices.ts'
import { toldByDay, toldInFew, toldRows } from './duty-told.ts'
import { familyOnDay } from './family-on-day.ts'
import { inventedFamily, oneYear } from './invented.ts'

const on = (day: string) => momentAt(getDay(day), '09:00')
const row = (more: Partial<ToldRow>): ToldRow => ({
  ...{ record: '01', key: 'k', state: 'owed', at: on('2019-05-14'), agency: undefined, role: undefined },
  ...{ practitioner: 'ivy' as PractitionerId, name: 'Ivy Marsh', acknowledged: undefined, acknowledgedBy: undefined },
  ...more,
})
const manager = { practitioner: 'mo' as PractitionerId, name: 'Mo Reed' }
const day: Day = getDay('2019-06-12')

const words = (day: string, ...told: readonly ToldRow[]): readonly string[] => {
  const look = familyOnDay(inventedFamily(oneYear), noSettings, getDay(day))
  return toldRows(toldByDay(told, look), look).map(one => String(one).replaceAll(/<[^>]*>/gu, ''))
}

describe('who was told of a thing', () => {
  it('is said by name or desk, with what they heard and whether they have it', () => {
    const desk = {
      practitioner: undefined,
      name: undefined,
      agency: 'conference-unit',
      role: 'conference-administrator',
    }
    assert.deepEqual(words('2019-06-12', row({}), row({ ...desk, state: 'late-2', at: on('2019-06-05') })), [
      'Ivy Marsh, that it is owed, 14 May: not yet acknowledged',
      'The desk of the conference unit (conference administrator), that it is late, one rung up, 5 June: not yet acknowledged',
    ])
  })

  it('is said once for each reader and day, with the worst that they heard', () => {
    const same = [row({ state: 'late' }), row({}), row({ state: 'late', at: on('2019-05-20') })]
    assert.deepEqual(words('2019-06-12', ...same), [
      'Ivy Marsh, that it is late, 14 May: not yet acknowledged',
      'Ivy Marsh, that it is late, 20 May: not yet acknowledged',
    ])
  })

  it('names who acknowledged for a desk', () => {
    const acknowledged = { acknowledged: on('2019-05-16'), acknowledgedBy: 'Mo Reed' }
    assert.deepEqual(words('2019-06-12', row(acknowledged)), [
      'Ivy Marsh, that it is owed, 14 May: acknowledged by Mo Reed on 16 May',
    ])
    assert.deepEqual(words('2019-06-12', row({ ...acknowledged, acknowledgedBy: 'Ivy Marsh' })), [
      'Ivy Marsh, that it is owed, 14 May: acknowledged on 16 May',
    ])
  })

  it('knows on a day only what was told and acknowledged by then', () => {
    const told = row({ acknowledged: on('2019-05-20'), acknowledgedBy: 'Ivy Marsh' })
    assert.deepEqual(words('2019-05-13', told), [])
    assert.match(words('2019-05-15', told)[0] ?? '', /not yet acknowledged/u)
  })
})

describe('whether those who owe it know, in a few words', () => {
  it('is not what somebody further up has acknowledged', () => {
    const up = row({ ...manager, state: 'late-2', at: on('2019-06-05'), acknowledged: on('2019-06-06') })
    assert.equal(toldInFew([row({}), up], day), 'told 14 May, not yet acknowledged')
    assert.equal(toldInFew([row({ acknowledged: on('2019-05-15') }), up], day), 'acknowledged 15 May')
  })

  it('says nothing when nobody was told', () => {
    assert.equal(toldInFew([], day), '')
  })
})
