import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Day, getDay } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import { derive } from './derive.ts'
import { given, type Line } from './given.ts'
import { ledger } from './ledger.ts'
import { settingsFrom, withAllAdopted } from './settings.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const referral = { kind: 'referral-made', on: '2019-02-11', by: 'gp/elm-road', referral: 'n1', to: 'community-nursing' }
const taken = { kind: 'referral-accepted', on: '2019-03-20', by: 'community-nursing', referral: 'n1' }
const begins = { kind: 'adoption-begins', by: 'partnership' }
const adopts = (on: string, by: string, rule: string | readonly string[] = 'all') => ({
  kind: 'rule-adopted',
  on,
  by,
  rule,
  role: 'agency’s manager',
})
const givesUp = (on: string, by: string) => ({ ...adopts(on, by), kind: 'rule-given-up' })
const rule = 'referral-taken-up'

const entry = (line: Line): Entry => {
  const read = readEntry(line)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.entry
}

describe('a rule that is not statutory', () => {
  it('counts as adopted where nobody ever began to adopt', () => {
    given(child, referral).on('2019-03-11').late(rule)
    given(child, adopts('2019-01-01', 'police', rule), referral)
      .on('2019-03-11')
      .late(rule)
  })

  it('only suggests until whose it is has adopted it: not open, not late, and done late is done', () => {
    const unadopted = given(begins, child, referral)
    unadopted.on('2019-02-12').silent(rule)
    unadopted.on('2019-03-11').silent(rule)
    assert.ok(unadopted.duties.some(duty => duty.rule.name === rule && duty.suggested))
    const later = given(begins, child, referral, taken)
    later.on('2019-03-21').kept(rule)
    assert.throws(() => later.on('2019-03-21').keptLate(rule))
    given(child, referral, taken).on('2019-03-21').keptLate(rule)
  })

  it('is owed once its agency, the service or one of its places has adopted it', () => {
    for (const by of ['community-nursing', 'community-nursing/north'])
      given(begins, adopts('2019-01-01', by), child, referral).on('2019-03-11').late(rule)
    given(begins, adopts('2019-01-01', 'gp'), child, referral).on('2019-03-11').silent(rule)
    given(begins, adopts('2019-01-01', 'community-nursing', ['result-told', rule]), child, referral)
      .on('2019-03-11')
      .late(rule)
    given(begins, adopts('2019-01-01', 'community-nursing', 'result-told'), child, referral)
      .on('2019-03-11')
      .silent(rule)
  })

  it('is owed by the clocks that start from the day of adoption, until it is given up', () => {
    const on = (day: string, ...more: readonly Line[]) =>
      given(begins, adopts(day, 'community-nursing'), ...more, child, referral).on('2019-03-11')
    on('2019-02-11').late(rule)
    on('2019-02-12').silent(rule)
    on('2018-01-01', givesUp('2019-02-12', 'community-nursing')).late(rule)
    on('2018-01-01', givesUp('2019-02-11', 'community-nursing')).silent(rule)
    on('2018-01-01', givesUp('2018-06-01', 'community-nursing'), adopts('2019-01-01', 'community-nursing')).late(rule)
  })

  it('counts as adopted for clocks that started before adoption began', () => {
    given({ ...begins, on: '2019-02-12' }, child, referral)
      .on('2019-03-11')
      .late(rule)
    given({ ...begins, on: '2019-02-11' }, child, referral)
      .on('2019-03-11')
      .silent(rule)
  })

  it('is in no figure while it only suggests, and no replay knows of suggestions', () => {
    const entries = [child, referral].map(entry)
    const settings = settingsFrom([entry(begins)])
    const asAt: Day = getDay('2019-03-11')
    const row = ledger(entries, { asAt, settings }).rows.find(({ duty }) => duty.rule.name === rule)
    assert.deepEqual([row?.state, row?.daysLate, row?.workingDaysLate], ['suggested', 0, 0])
    const replayed = ledger(entries, { asAt, settings: withAllAdopted(settings) }).rows
    assert.equal(replayed.find(({ duty }) => duty.rule.name === rule)?.state, 'late')
  })
})

describe('a statutory rule', () => {
  it('is owed whether or not anybody has adopted it', () => {
    const decided = {
      kind: 'strategy-discussion',
      on: '2019-05-13',
      by: 'social-care',
      section47: 'yes',
      outcome: 'conference',
    }
    given(begins, child, decided).on('2019-06-20').late('conference-held')
  })
})

describe('the rules of another country', () => {
  it('are not those of England', () => {
    given({ kind: 'country-set', on: '2019-01-01', by: 'partnership', country: 'England' }, child, referral)
      .on('2019-03-11')
      .late(rule)
    const wales = [{ kind: 'country-set', on: '2019-01-01', by: 'partnership', country: 'Wales' }, child, referral]
    assert.deepEqual(derive(picture(wales.map(entry)), settingsFrom(wales.map(entry))), [])
  })
})
