import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Day, findDay, firstDay, getDay, isoDay, lastDay } from './day.ts'
import { isoMoment } from './moment.ts'
import { findSpan, type Span, spanInWords } from './span.ts'
import { dayInWords } from './words.ts'

function shown(span: Span | undefined): string {
  if (span === undefined) return 'nothing'
  const at = span.at === undefined ? '' : ` at ${isoMoment(span.at)}`
  return `${isoDay(span.from)} to ${isoDay(span.to)}${at}`
}

const oneDay = '2019-05-13 to 2019-05-13'
const inMay = '2019-05-01 to 2019-05-31'
const in2019 = '2019-01-01 to 2019-12-31'
const aboutThe13th = '2019-05-10 to 2019-05-16'

const readings: Readonly<Record<string, string>> = {
  '2019-05-13': oneDay,
  '13/05/2019': oneDay,
  '13/5/2019': oneDay,
  '13 May 2019': oneDay,
  '13-May-2019': oneDay,
  '  13   MAY  2019 ': oneDay,
  '3 Sept 2019': '2019-09-03 to 2019-09-03',
  '2019-05-13 14:30': `${oneDay} at 2019-05-13 14:30`,
  '2019-05-13T14:30': `${oneDay} at 2019-05-13 14:30`,
  '13/5/2019 14:30': `${oneDay} at 2019-05-13 14:30`,
  '13 May 2019 14:30': `${oneDay} at 2019-05-13 14:30`,
  '2019-05': inMay,
  'May 2019': inMay,
  '2019': in2019,
  'about 2019-05-13': aboutThe13th,
  'About 13/05/2019': aboutThe13th,
  'about 13 May 2019': aboutThe13th,
  'about 2019-05': inMay,
  'about may 2019': inMay,
  'about 2019': in2019,
  'early 2019-05': '2019-05-01 to 2019-05-10',
  'mid 2019-05': '2019-05-11 to 2019-05-20',
  'late May 2019': '2019-05-21 to 2019-05-31',
  'late 2019-02': '2019-02-21 to 2019-02-28',
  '2019-05-01 to 2019-05-14': '2019-05-01 to 2019-05-14',
  '2019-05-01..2019-05-14': '2019-05-01 to 2019-05-14',
  '1/5/2019 .. 14 May 2019': '2019-05-01 to 2019-05-14',
  '2018-11 to 2019-02': '2018-11-01 to 2019-02-28',
  '2018 TO 2019-02-03': '2018-01-01 to 2019-02-03',
  '2018 to 2019': '2018-01-01 to 2019-12-31',
}

const unreadable = [
  [
    '',
    ' ',
    'yesterday',
    'before 2019-05-13',
    '2019-02-29',
    '2019-13',
    '2019-00',
    '1899',
    '2200',
    '0/5/2019',
    '5/13/2019',
  ],
  ['13 Maybe 2019', '13 Ma 2019', '13 May', 'May', 'early 2019', 'early 2019-05-13', 'about', 'about 2019-05-13 14:30'],
  ['2019-05-14 to 2019-05-13', '2019-05-01 to', 'to 2019-05-01', '2019-05-01 to 2019-05-14 to 2019-05-20'],
  ['2019-05-13 24:00', '2019-05-13 9:30', '13 May 2019t14:30', '2019-05 14:30', '2019-05-13 14:30 to 2019-05-14'],
].flat()

describe('a span is read', () => {
  for (const [text, expected] of Object.entries(readings)) {
    it(`from "${text}"`, () => assert.equal(shown(findSpan(text)), expected))
  }

  for (const text of unreadable) {
    it(`as nothing from "${text}"`, () => assert.equal(shown(findSpan(text)), 'nothing'))
  }

  it('within the days that can be written, also about the first and the last', () => {
    assert.equal(findSpan('about 1900-01-01')?.from, firstDay)
    assert.equal(findSpan('about 2199-12-31')?.to, lastDay)
  })

  it('without ever throwing, and in order, from anything a person may type', () => {
    const words = fc.constantFrom(
      'about',
      'early',
      'to',
      '..',
      '2019-05-13',
      '13/5/2019',
      'May',
      '2019',
      '14:30',
      't',
      '-',
    )
    const typed = fc.array(fc.oneof(words, fc.string({ maxLength: 3 })), { maxLength: 6 })
    fc.assert(
      fc.property(
        fc.oneof(
          typed.map(parts => parts.join(' ')),
          fc.string({ unit: 'binary' }),
        ),
        text => {
          const span = findSpan(text)
          if (span === undefined) return
          assert.ok(span.from <= span.to)
          assert.ok(findDay(isoDay(span.from)) !== undefined && findDay(isoDay(span.to)) !== undefined)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('from any day in each of the three ways of writing it', () => {
    const anyDay = fc.integer({ min: firstDay, max: lastDay }).map(each => each as Day)
    fc.assert(
      fc.property(anyDay, day => {
        const iso = isoDay(day)
        const [year, month, date] = iso.split('-')
        for (const text of [iso, `${date}/${month}/${year}`, dayInWords(day)]) {
          assert.deepEqual(findSpan(text), { from: day, to: day }, text)
        }
      }),
    )
  })
})

describe('a span is said', () => {
  const cases: readonly [text: string, words: string][] = [
    ['2019-05-13', '13 May 2019'],
    ['2019-05-13 14:30', '13 May 2019 at 14:30'],
    ['2019-05', 'May 2019'],
    ['2019', '2019'],
    ['2019-05-01 to 2019-05-14', '1 to 14 May 2019'],
    ['2019-04-28 to 2019-05-03', '28 April to 3 May 2019'],
    ['2018-12-28 to 2019-01-03', '28 December 2018 to 3 January 2019'],
    ['2019-01 to 2019-02', '1 January to 28 February 2019'],
    ['2018 to 2019', '1 January 2018 to 31 December 2019'],
  ]
  for (const [text, words] of cases) {
    it(`as "${words}"`, () => {
      const span = findSpan(text)
      assert.equal(span && spanInWords(span), words)
    })
  }

  it('as a stretch when it only begins like a month or a year', () => {
    const span = { from: getDay('2019-01-01'), to: getDay('2019-12-30') }
    assert.equal(spanInWords(span), '1 January to 30 December 2019')
  })
})
