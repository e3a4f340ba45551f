import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { examples, ruth } from './invented-accounts.ts'
import { readNext, readSignIn, signedOutPage, signInPage } from './sign-in.ts'

const page = async (asked: Parameters<typeof signInPage>[0] = {}) => String(await signInPage(asked))
const form = (fields: Readonly<Record<string, string>>) => (name: string) => fields[name]
const inputs = (document: string, name: string) =>
  document.match(new RegExp(`<input [^>]*name="${name}"[^>]*>`, 'gu')) ?? []

describe('the page on which somebody signs in', () => {
  it('asks for a name and a password in a plain form that a password manager knows', async () => {
    const document = await page({ csrf: 'c-1', next: '/families' })
    assert.match(document, /<form method="post" action="\/sign-in"/u)
    assert.match(inputs(document, 'sign-in').join(), /autocomplete="username"[^>]*autocapitalize="none"/u)
    assert.match(inputs(document, 'password').join(), /type="password"[^>]*autocomplete="current-password"/u)
    assert.match(inputs(document, 'csrf').join(), /value="c-1"/u)
    assert.match(inputs(document, 'next').join(), /value="\/families"/u)
  })

  it('has no head of anybody, no ways, and no invented people where there are none', async () => {
    assert.doesNotMatch(await page(), /sign-out|<nav|invented|<h2/u)
  })

  it('says beside the field and above the form what is to be mended, and keeps the name', async () => {
    const document = await page({ problem: 'no-password', signIn: 'ruth' })
    assert.match(document, /<title>Error: Sign in/u)
    assert.match(document, /<a href="#password">Enter your password<\/a>/u)
    assert.match(document, /id="password-error"[\s\S]*?Enter your password/u)
    assert.match(inputs(document, 'sign-in').join(), /value="ruth"/u)
  })

  it('never says whether there is such a name, and never sends a password back', async () => {
    const document = await page({ problem: 'not-known', signIn: 'ruth' })
    assert.match(document, /The sign-in name or the password is not right/u)
    assert.doesNotMatch(inputs(document, 'password').join(), /value/u)
  })

  it('says how long to wait', async () => {
    assert.match(await page({ problem: { wait: 240 } }), /Wait 4 minutes, then try again/u)
  })

  it('says why somebody is asked again', async () => {
    assert.match(await page({ note: 'ended' }), /nothing had been done for an hour/u)
    assert.match(await page({ note: 'kept' }), /What you wrote is kept for seven days/u)
  })

  it('escapes the name that was typed', async () => {
    assert.match(await page({ problem: 'not-known', signIn: '"><script>' }), /value="&quot;&gt;&lt;script&gt;"/u)
  })
})

describe('the invented people', () => {
  it('have a button each, in one form, those to begin with first with what they can see', async () => {
    const document = await page({ examples, csrf: 'c-1', next: '/families' })
    const [, people = ''] = document.match(/<form method="post" action="\/sign-in\/example">([\s\S]*?)<\/form>/u) ?? []
    assert.match(people, /name="csrf" value="c-1"/u)
    assert.match(people, /name="next" value="\/families"/u)
    const pressed = [...people.matchAll(/value="(person-\d)" name="person"/gu)].map(([, id]) => id)
    assert.deepEqual(pressed, ['person-0', 'person-1', 'person-2', 'person-3', 'person-5', 'person-4'])
    assert.match(people, /Sign in as <\/span>Ruth Adeyemi[\s\S]*Health visitor<\/strong><br>Her own families/u)
  })

  it('are in a part that opens, by service, when they are not those to begin with', async () => {
    const [, others = ''] = (await page({ examples })).match(/<details([\s\S]*?)<\/details>/u) ?? []
    assert.match(
      others,
      /<h3>Social care<\/h3>[\s\S]*Hal Fenn[\s\S]*Ivy Marsh[\s\S]*<h3>Hospitals<\/h3>[\s\S]*Mr Lind/u,
    )
    assert.match(others, /Consultant, Royal hospital/u)
    assert.doesNotMatch(others, /Ruth Adeyemi/u)
  })
})

describe('the form to sign in', () => {
  it('is read as it was typed, but for spaces around the name', () => {
    assert.deepEqual(readSignIn(form({ 'sign-in': ' Ruth ', password: ' seven geese ' })), {
      signIn: 'Ruth',
      password: ' seven geese ',
      next: '/',
    })
  })

  it('says what is missing', () => {
    assert.deepEqual(readSignIn(form({})), { problem: 'no-name', signIn: '', next: '/' })
    const read = readSignIn(form({ 'sign-in': 'ruth', next: '/inbox' }))
    assert.deepEqual(read, { problem: 'no-password', signIn: 'ruth', next: '/inbox' })
  })
})

describe('where somebody goes after signing in', () => {
  it('is the page that was asked for', () => {
    for (const next of ['/families/bcdf234567?day=2019-05-14', '/', '/inbox#n-1', '/signs'])
      assert.equal(readNext(next), next)
  })

  it('is never another site, and never the way out again', () => {
    for (const next of [
      undefined,
      '',
      'families',
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/\\elsewhere.example',
      '/\t/elsewhere.example',
      '/a\r\nLocation: b',
      'javascript:alert(1)',
      '/sign-out',
      '/sign-in?next=/',
    ])
      assert.equal(readNext(next), '/', `${next}`)
  })
})

describe('after signing out', () => {
  it('it is said that one is out, and here only what is so', async () => {
    const here = String(await signedOutPage({ around: { visitor: ruth } }))
    assert.match(here, /You are signed out/u)
    assert.doesNotMatch(here, /Ruth|every other/u)
    assert.match(String(await signedOutPage({ everywhere: true })), /on every other computer and phone/u)
  })
})
