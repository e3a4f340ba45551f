import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findNhsNumber, formatNhsNumber, whyNotNhsNumber } from './nhs-number.ts'

const mistyped = 'the last digit does not fit the others: a digit may be mistyped'
const neverGiven = 'begins with nine digits that no NHS number has: a digit may be mistyped'
const wrongCharacters = 'has something other than digits, spaces and hyphens in it'

describe('an NHS number', () => {
  it('is found with or without spaces and hyphens', () => {
    for (const text of ['943 476 5919', '6716689966', '999 000 0018', ' 999-000-0050 ', '999\u00a0000\u00a00018']) {
      assert.equal(findNhsNumber(text), text.replaceAll(/\D/g, ''))
      assert.equal(whyNotNhsNumber(text), undefined)
    }
  })

  it('is not found when it cannot be one, and the reason says what to mend', () => {
    const reasons: Readonly<Record<string, string>> = {
      '999 000 0019': mistyped,
      '943 476 5918': mistyped,
      '999 000 000': 'has 9 digits, an NHS number has 10',
      '999 000 00180': 'has 11 digits, an NHS number has 10',
      '9': 'has 1 digit, an NHS number has 10',
      '': 'is empty',
      ' - ': 'is empty',
      '000 000 0000': 'is one digit ten times over, a number nobody has',
      '5555555555': 'is one digit ten times over, a number nobody has',
      'ABC 000 0018': wrongCharacters,
      '999.000.0018': wrongCharacters,
    }
    for (const [text, reason] of Object.entries(reasons)) {
      assert.equal(findNhsNumber(text), undefined, text)
      assert.equal(whyNotNhsNumber(text), reason, text)
    }
  })

  it('does not exist for nine digits whose check would be 10', () => {
    for (const nine of ['999000000', '999000014']) {
      for (let last = 0; last < 10; last += 1) assert.equal(whyNotNhsNumber(`${nine}${last}`), neverGiven)
    }
  })

  it('with any one digit mistyped, or two neighbours swapped, is no longer one', () => {
    const place = fc.integer({ min: 0, max: 9 })
    const valid = ['9434765919', '6716689966', '9990000018', '9990000050']
    fc.assert(
      fc.property(fc.constantFrom(...valid), place, fc.integer({ min: 1, max: 9 }), (ten, at, change) => {
        const digits = [...ten].map(Number)
        const wrong = digits.with(at, ((digits[at] ?? 0) + change) % 10).join('')
        assert.equal(findNhsNumber(wrong), undefined)
        const swapped = ten.slice(0, at) + [...ten.slice(at, at + 2)].toReversed().join('') + ten.slice(at + 2)
        assert.equal(findNhsNumber(swapped), swapped === ten ? ten : undefined)
      }),
    )
  })

  it('is found exactly when there is no reason against it, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d -]{8,14}$/)), text => {
        assert.equal(findNhsNumber(text) === undefined, whyNotNhsNumber(text) !== undefined)
      }),
    )
  })

  it('is printed in groups of three, three and four', () => {
    assert.equal(formatNhsNumber('9990000018'), '999 000 0018')
  })
})
