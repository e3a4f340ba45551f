import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, getDay, isoDay, weekday } from '../../calendar/day.ts'
import { monthNames } from '../../calendar/words.ts'
import { derive, stateOn } from '../../duties/derive.ts'
import { settingsFrom } from '../../duties/settings.ts'
import { sameAgency } from '../../people/service.ts'
import { withAgencies } from '../../record/agency-record.ts'
import type { Entry } from '../../record/entry.ts'
import { picture } from '../../record/picture.ts'
import { readEntry } from '../../record/read-entry.ts'
import { all } from '../../record/standing.ts'
import { exampleFiles } from './example-files.ts'
import { caseOfTheReview, livingExample } from './living-example.ts'
import type { Line } from './moved-by.ts'

const files = await exampleFiles(join(import.meta.dirname, '../../../examples'))

/** What lies ahead of it on the living Monday. */
const ahead = files.find(file => file.name === `${caseOfTheReview}-ahead`)?.lines ?? []

const read = (line: Line): Entry => {
  const result = readEntry(line)
  assert.ok('entry' in result, JSON.stringify([line, result]))
  return result.entry
}

const on = (today: Day) => {
  const { families, agencies } = livingExample(files, today)
  const entriesOf = (name: string) => (families.find(family => family.name === name)?.lines ?? []).map(read)
  return { names: families.map(family => family.name), entriesOf, agencies: agencies.map(read) }
}

const days = fc.integer({ min: getDay('2026-06-01'), max: getDay('2036-12-31') }).map(day => day as Day)
const everyDay = (holds: (today: Day) => void) => fc.assert(fc.property(days, holds), { numRuns: 25 })

describe('the case of the review, living', () => {
  it('had its strategy discussion on the last Monday before today', () => {
    everyDay(today => {
      const discussions = on(today)
        .entriesOf(caseOfTheReview)
        .filter(entry => entry.kind === 'strategy-discussion')
      const last = Math.max(...discussions.map(entry => entry.day)) as Day
      assert.equal(weekday(last), 1)
      assert.ok(last < today && last >= addDays(today, -7), `${isoDay(last)} for ${isoDay(today)}`)
    })
    const mondayOf = (today: string) => on(getDay(today)).entriesOf(caseOfTheReview).at(-1)?.day
    assert.equal(mondayOf('2026-11-23'), getDay('2026-11-16'))
    assert.equal(mondayOf('2026-11-24'), getDay('2026-11-23'))
  })

  it('holds all that had happened and been written by then, and nothing since', () => {
    everyDay(today => {
      const entries = on(today).entriesOf(caseOfTheReview)
      assert.equal(entries.length, 226 + ahead.length)
      assert.ok(entries.every(entry => entry.day < today && entry.written < today))
      assert.ok(
        !entries.some(entry => entry.kind === 'death' || (entry.kind === 'birth' && entry.child?.[0] === 'robin')),
      )
    })
  })

  it('keeps what was booked before for a day to come', () => {
    const today = getDay('2026-11-25')
    const booked = on(today)
      .entriesOf(caseOfTheReview)
      .flatMap(entry =>
        entry.kind === 'appointment-booked' && entry.when.to > today
          ? [[entry.appointment, isoDay(entry.when.to)]]
          : [],
      )
    assert.deepEqual(booked.sort(), [
      ['antenatal-8', '2026-12-03'],
      ['bloods-1', '2026-12-01'],
      ['diet-1', '2026-12-04'],
      ['eyes-4', '2026-12-01'],
      ['hearing-1', '2026-12-09'],
      ['hormones-5', '2026-12-22'],
      ['neurology-4', '2026-12-03'],
      ['scan-1', '2026-12-04'],
    ])
  })

  it('owes what it owed then', () => {
    // A thing without an id is called after its day, which is another one here.
    const owedIn = (entries: readonly Entry[]) =>
      derive(picture(entries), settingsFrom([]))
        .map(({ rule, child, step }) => `${rule.name} ${child} ${step}`)
        .sort()
    const then = getDay('2019-05-13')
    const story = [...(files.find(file => file.name === caseOfTheReview)?.lines ?? []), ...ahead].map(read)
    const known = story.filter(entry => entry.day <= then && entry.written <= then)
    assert.deepEqual(owedIn(on(getDay('2026-11-25')).entriesOf(caseOfTheReview)), owedIn(known))
  })

  it('can still have its conference', () => {
    const today = getDay('2026-11-25')
    const { entriesOf, agencies } = on(today)
    const duties = derive(picture(withAgencies(entriesOf(caseOfTheReview), agencies)), settingsFrom(agencies))
    const held = duties.filter(duty => duty.rule.name === 'conference-held')
    assert.deepEqual(held.map(duty => [duty.child, stateOn(duty, today), duty.due.day > today]).sort(), [
      ['maya', 'open', true],
      ['robin', 'open', true],
    ])
  })

  it('finds a post for everybody who still works with it, and for its agencies', () => {
    const today = getDay('2026-11-25')
    const { entriesOf, agencies } = on(today)
    const posts = all(picture(agencies), 'post')
    for (const one of picture(entriesOf(caseOfTheReview)).network.filter(each => each.ends === undefined))
      assert.ok(
        posts.some(
          post =>
            post.practitioner === one.practitioner &&
            post.role === one.role &&
            sameAgency(post.agency ?? post.by, one.agency),
        ),
        `${one.practitioner}, ${one.role}, ${one.agency}`,
      )
    const agenciesOf = new Set(
      entriesOf(caseOfTheReview)
        .filter(entry => entry.kind !== 'person')
        .map(entry => entry.by),
    )
    for (const agency of ['other', 'social-care/westmoor'] as const) agenciesOf.delete(agency as Entry['by'])
    for (const agency of agenciesOf)
      assert.ok(
        posts.some(post => sameAgency(post.by, agency)),
        agency,
      )
  })
})

describe('the other families, living', () => {
  it('stand as they are written for a week, and then move on with the weeks', () => {
    const moved = (today: string) => on(getDay(today)).entriesOf('05').at(-1)?.day
    assert.equal(moved('2026-11-20'), getDay('2026-11-20'))
    assert.equal(moved('2026-11-26'), getDay('2026-11-20'))
    assert.equal(moved('2026-11-27'), getDay('2026-11-27'))
    assert.equal(moved('2026-11-19'), getDay('2026-11-13'))
  })

  it('are all there, with their partnership, and nothing in any of them lies in the future', () => {
    everyDay(today => {
      const { names, entriesOf, agencies } = on(today)
      assert.deepEqual(names, ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'])
      for (const entries of [agencies, ...names.map(entriesOf)])
        assert.deepEqual(
          entries.filter(entry => entry.day > today || entry.written > today),
          [],
        )
      assert.equal(Math.max(...agencies.map(entry => entry.day)) - today > -12, true)
    })
  })
})

const fullDate = new RegExp(`\\b\\d{1,2} (?:${monthNames.join('|')})\\b(?: \\d{4}\\b)?`, 'gu')
const partOfDate = new RegExp(
  `\\b(?:${monthNames.join('|')})\\b|\\b(?:19|20)\\d\\d\\b|\\bthe \\d{1,2}(?:st|nd|rd|th)\\b|\\b(?:spring|summer|autumn|winter|new year|Christmas|Easter|Ramadan|half.term)\\b`,
  'u',
)
/** What would be wrong in a text once it is moved: a month, a year, a season or a feast without its day. */
const findPartOfDate = (text: string): string | undefined =>
  partOfDate.exec(text.replaceAll(fullDate, '').replaceAll('“May he', ''))?.[0]

describe('the texts of the examples', () => {
  const isText = (field: string, value: unknown): value is string =>
    typeof value === 'string' && value.includes(' ') && !/^\d{4}-|^about \d{4}-/u.test(value) && field !== 'faith'

  it('name no month, year, season or feast without a full date, so that they can be moved', () => {
    for (const { name, lines } of files)
      for (const line of lines)
        for (const [field, value] of Object.entries(line))
          if (isText(field, value)) assert.equal(findPartOfDate(value), undefined, `${name}, ${field}: ${value}`)
  })

  it('would be found if they did', () => {
    for (const text of [
      'closed in May',
      'since 2014',
      'from the 12th',
      'until spring',
      'late since April',
      'See 3 May, or June',
    ])
      assert.notEqual(findPartOfDate(text), undefined, text)
    assert.equal(findPartOfDate('closed on 17 May 2018, seen 3 June'), undefined)
  })
})
