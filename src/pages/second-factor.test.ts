import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ruth } from './invented-accounts.ts'
import {
  codeProblem,
  endSecondFactorPage,
  enrolSecondFactorPage,
  readCode,
  secondFactorPage,
  wrongPassword,
} from './second-factor.ts'

const form = (fields: Readonly<Record<string, string>>) => (name: string) => fields[name]
const codeField = (document: string) => document.match(/<input [^>]*name="code"[^>]*>/u)?.[0] ?? ''

describe('the page that asks for the second factor', () => {
  it('asks for the code alone, in a field that a phone fills in', async () => {
    const document = String(await secondFactorPage({ csrf: 'c-1', next: '/families' }))
    assert.match(document, /<form method="post" action="\/sign-in\/code"/u)
    assert.match(codeField(document), /autocomplete="one-time-code"[^>]*inputmode="numeric"/u)
    assert.match(document, /name="csrf" value="c-1"><input type="hidden" name="next" value="\/families"/u)
    assert.doesNotMatch(document, /name="password"|sign-out/u)
  })

  it('says what to do about a wrong code, and how long to wait after several', async () => {
    const wrong = String(await secondFactorPage({ problem: 'wrong-code' }))
    assert.match(wrong, /<title>Error: /u)
    assert.match(wrong, /href="#code">This code is not right, or it was used already/u)
    assert.match(wrong, /id="code-error"/u)
    assert.match(String(await secondFactorPage({ problem: { wait: 8 } })), /Wait 8 seconds/u)
  })
})

describe('the page on which a second factor is set up', () => {
  const asked = { groups: ['ABCD', 'EF23'], address: 'otpauth://totp/Holdfast:ruth?secret=ABCDEF23', csrf: 'c-1' }

  it('shows the key to type and the link for the same phone, and takes the first code as proof', async () => {
    const document = String(await enrolSecondFactorPage({ ...asked, around: { visitor: ruth } }))
    assert.match(document, /<span>ABCD<\/span> <span>EF23<\/span>/u)
    assert.match(document, /href="otpauth:\/\/totp\/Holdfast:ruth\?secret=ABCDEF23"/u)
    assert.match(document, /<form method="post" action="\/account\/second-factor"/u)
    assert.match(document, /name="csrf" value="c-1"/u)
    assert.match(codeField(document), /one-time-code/u)
    assert.doesNotMatch(document, /name="password"/u)
  })

  it('sends the key back in no field: what is set up is what the server holds', async () => {
    const document = String(await enrolSecondFactorPage(asked))
    assert.doesNotMatch(document, /<input [^>]*ABCD/u)
  })

  it('asks for the password once more where it is told to', async () => {
    const document = String(await enrolSecondFactorPage({ ...asked, asksPassword: true, problems: [wrongPassword] }))
    assert.match(document, /name="password" type="password"[^>]*autocomplete="current-password"/u)
    assert.match(document, /id="password-error"[\s\S]*?This is not your password/u)
  })
})

describe('the page on which a second factor is taken off', () => {
  it('asks for the password and a last code, and leads back', async () => {
    const document = String(await endSecondFactorPage({ csrf: 'c-1', problems: [codeProblem('no-code')] }))
    assert.match(document, /<form method="post" action="\/account\/second-factor\/off"/u)
    assert.match(document, /name="password"[\s\S]*name="code"/u)
    assert.match(document, /href="#code">Enter the code of six digits/u)
    assert.match(document, /href="\/account">Leave it on/u)
  })
})

describe('a form with a code', () => {
  it('is read', () => {
    assert.deepEqual(readCode(form({ code: ' 123 456 ' })), { code: '123 456', password: '' })
    assert.deepEqual(readCode(form({ code: '1', password: 'p' }), true), { code: '1', password: 'p' })
  })

  it('says all that is missing, in the order of its fields', () => {
    const read = readCode(form({}), true)
    assert.deepEqual('problems' in read && read.problems.map(({ field }) => field), ['password', 'code'])
    assert.deepEqual('problems' in readCode(form({ password: '' })), true)
  })
})
