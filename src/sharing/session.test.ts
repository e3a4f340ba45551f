import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay, type Moment } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import {
  cookieName,
  csrfOf,
  endedCookie,
  findToken,
  hashOfToken,
  isCsrf,
  isSecure,
  isToken,
  newToken,
  sessionCookie,
  sessionState,
} from './session.ts'

const token = newToken()

describe('the token of a session', () => {
  it('is new each time, long, and fit for a cookie', () => {
    const tokens = Array.from({ length: 50 }, newToken)
    assert.equal(new Set(tokens).size, 50)
    assert.ok(tokens.every(isToken))
    assert.equal(Buffer.from(token, 'base64url').length, 32)
  })

  it('is known to the database by a hash from which it cannot be had', () => {
    assert.equal(hashOfToken(token).length, 32)
    assert.deepEqual(hashOfToken(token), hashOfToken(token))
    assert.notDeepEqual(hashOfToken(token), hashOfToken(newToken()))
    assert.notEqual(hashOfToken(token).toString('base64url'), token)
    // FIPS 180-2, appendix B.1.
    assert.match(hashOfToken('abc').toString('hex'), /^ba7816bf8f01cfea414140de5dae2223/u)
  })

  it('has another form than what somebody might put into its place', () => {
    for (const text of ['', 'short', `${token}=`, `${token}x`, `${token.slice(1)}%`, `${token.slice(1)}'`])
      assert.equal(isToken(text), false, text)
  })
})

describe('what a form carries', () => {
  it('fits the session whose page gave it, and no other', () => {
    assert.equal(isCsrf(token, csrfOf(token)), true)
    assert.equal(isCsrf(newToken(), csrfOf(token)), false)
    for (const given of [undefined, '', token, hashOfToken(token).toString('base64url'), csrfOf(token).slice(1)])
      assert.equal(isCsrf(token, given), false)
  })

  it('says nothing of the token', () => {
    assert.notEqual(csrfOf(token), token)
    assert.notEqual(csrfOf(token), hashOfToken(token).toString('base64url'))
  })
})

describe('the cookie', () => {
  it('is out of reach of scripts and of other sites, and gone with the browser', () => {
    assert.equal(sessionCookie(token, false), `holdfast=${token}; Path=/; HttpOnly; SameSite=Lax`)
  })

  it('goes over https alone, to this very host, where there is https', () => {
    assert.equal(sessionCookie(token, true), `__Host-holdfast=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`)
    assert.deepEqual(['https://holdfast.example', 'http://localhost:4000', 'localhost', ''].map(isSecure), [
      true,
      false,
      false,
      false,
    ])
  })

  it('is taken away by one of the same name that has ended', () => {
    for (const secure of [true, false]) {
      assert.match(endedCookie(secure), /Max-Age=0$/u)
      assert.ok(endedCookie(secure).startsWith(`${cookieName(secure)}=;`))
    }
  })

  it('is found among others, and only in its own form and by its own name', () => {
    assert.equal(findToken(`a=b; holdfast=${token}; c=d`, false), token)
    assert.equal(findToken(`__Host-holdfast=${token}`, true), token)
    assert.equal(findToken(`holdfast=${token}`, true), undefined)
    assert.equal(findToken(`not-holdfast=${token}`, false), undefined)
    for (const header of [undefined, '', 'holdfast=', 'holdfast', 'holdfast=short', `holdfast="${token}"`])
      assert.equal(findToken(header, false), undefined)
  })
})

describe('a session', () => {
  const begun = momentAt(getDay('2026-03-02'), '09:00')
  const after = (minutes: number): Moment => (begun + minutes * 60_000) as Moment
  const stateAt = (minutes: number, usedAt: number) => sessionState({ begun, used: after(usedAt) }, after(minutes))

  it('ends an hour after its last request', () => {
    assert.equal(stateAt(59, 0), 'live')
    assert.equal(stateAt(60, 0), 'ended')
    assert.equal(stateAt(100, 41), 'live')
  })

  it('ends after twelve hours, however busy', () => {
    assert.equal(stateAt(12 * 60 - 1, 12 * 60 - 2), 'live')
    assert.equal(stateAt(12 * 60, 12 * 60 - 2), 'ended')
  })

  it('says for a day more whose a late form is, then nothing', () => {
    assert.equal(stateAt(60 + 24 * 60 - 1, 0), 'ended')
    assert.equal(stateAt(60 + 24 * 60, 0), 'gone')
    assert.equal(stateAt(36 * 60 - 1, 12 * 60 - 1), 'ended')
    assert.equal(stateAt(36 * 60, 12 * 60 - 1), 'gone')
  })
})
