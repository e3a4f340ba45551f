import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Secret, TOTP, URI } from 'otpauth'
import { getDay, type Moment } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'

import { findCodeStep, newSecret, otpauthAddress, secretInGroups } from './second-factor.ts'

// RFC 6238, appendix B: this secret, and the last six digits of the codes for SHA-1.
const secret = Secret.fromLatin1('12345678901234567890').base32
const published = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
] as const

const at = momentAt(getDay('2026-03-02'), '09:00')
const later = (seconds: number): Moment => (at + seconds * 1000) as Moment
const codeAt = (moment: Moment): string => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: moment })
const step = at / 30_000

describe('a code of the second factor', () => {
  it('is the one that the standard publishes', () => {
    for (const [seconds, code] of published)
      assert.equal(findCodeStep(secret, code, (seconds * 1000) as Moment, undefined), Math.floor(seconds / 30), code)
  })

  it('is taken with a space in it, as apps show it', () => {
    const code = codeAt(at)
    assert.equal(findCodeStep(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, at, undefined), step)
  })

  it('is taken from a clock that is half a minute off, and not from one that is a minute off', () => {
    for (const off of [-30, 0, 30])
      assert.equal(findCodeStep(secret, codeAt(later(off)), at, undefined), step + off / 30)
    for (const off of [-90, -60, 60, 90])
      assert.equal(findCodeStep(secret, codeAt(later(off)), at, undefined), undefined)
  })

  it('is good once, and none before it is good after it', () => {
    const used = findCodeStep(secret, codeAt(at), at, undefined)
    assert.equal(findCodeStep(secret, codeAt(at), later(5), used), undefined)
    assert.equal(findCodeStep(secret, codeAt(later(-30)), later(5), used), undefined)
    assert.equal(findCodeStep(secret, codeAt(later(30)), later(30), used), step + 1)
  })

  it('is nothing but six digits', () => {
    for (const text of ['', '12345', '1234567', '12345a', '１２３４５６', '-1.5e3', 'null'])
      assert.equal(findCodeStep(secret, text, at, undefined), undefined, text)
  })

  it('is never right where there is no secret', () => {
    const guessed = TOTP.generate({ secret: new Secret({ buffer: new ArrayBuffer(0) }), timestamp: at })
    assert.equal(findCodeStep('', guessed, at, undefined), undefined)
  })

  it('is refused when it is wrong', () => {
    const good = new Set([-30, 0, 30].map(off => codeAt(later(off))))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), number => {
        const code = String(number).padStart(6, '0')
        assert.equal(findCodeStep(secret, code, at, undefined) === undefined, !good.has(code))
      }),
    )
  })
})

describe('the secret', () => {
  it('is new each time and long enough', () => {
    const secrets = Array.from({ length: 50 }, newSecret)
    assert.equal(new Set(secrets).size, 50)
    for (const one of secrets) assert.match(one, /^[A-Z2-7]{32}$/u)
  })

  it('is shown in groups of four, of which none is lost', () => {
    const groups = secretInGroups(secret)
    assert.ok(groups.every(group => group.length === 4))
    assert.equal(groups.join(''), secret)
  })

  it('goes to an app by an address that says for which service and which name', () => {
    const address = otpauthAddress(secret, 'ruth@westmoor.example')
    const read = URI.parse(address)
    assert.ok(read instanceof TOTP)
    assert.equal(read.secret.base32, secret)
    assert.deepEqual(
      [read.issuer, read.label, read.algorithm, read.digits, read.period],
      ['Holdfast', 'ruth@westmoor.example', 'SHA1', 6, 30],
    )
  })
})
