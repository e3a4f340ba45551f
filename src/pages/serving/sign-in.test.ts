import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { TOTP } from 'otpauth'
import type { Moment } from '../../calendar/day.ts'
import type { Agency } from '../../people/service.ts'
import { hashPassword } from '../../sharing/password.ts'
import { csrfOf, findToken } from '../../sharing/session.ts'
import { addPractitioner } from '../../store/accounts.ts'
import { holdfast } from './app.ts'
import { type TrialHoldfast, trialHoldfast } from './trial.ts'

const aDay = 86_400_000
const aMinute = 60_000
let now = Date.parse('2026-11-26T10:00:00Z')
let trial: TrialHoldfast
const password = 'three blue kettles sing'

before(async () => {
  trial = await trialHoldfast(() => now as Moment)
  await addPractitioner(trial.store, trial.partnership, {
    name: 'Una Frost',
    signIn: 'una.frost',
    posts: [{ agency: 'health-visiting' as Agency, role: 'health-visitor' }],
    password: await hashPassword(password),
  })
})
after(() => trial?.end())

const same = { 'sec-fetch-site': 'same-origin', host: 'localhost' }
const send = (path: string, fields: Readonly<Record<string, string>>, cookie = '') => {
  const csrf = csrfOf(findToken(cookie, false) ?? '')
  const body = new URLSearchParams({ csrf, ...fields })
  return trial.web.request(path, { method: 'POST', headers: { ...same, cookie }, body })
}
const ask = (path: string, cookie = '') => trial.web.request(path, { headers: { ...same, cookie } })
const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
const signIn = (secret = password) =>
  send('/sign-in', { 'sign-in': ' Una.Frost ', password: secret, next: '/families' })

describe('signing in', () => {
  it('goes to the page that was asked for, with a cookie that no script reads and no other site sends', async () => {
    const answer = await signIn()
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), '/families')
    assert.match(answer.headers.get('set-cookie') ?? '', /; Path=\/; HttpOnly; SameSite=Lax$/u)
    assert.equal((await ask('/today', cookieOf(answer))).status, 200)
  })

  it('says the same of a name that nobody has and of a wrong password', async () => {
    const wrong = await (await signIn('not the password')).text()
    const nobody = await (await send('/sign-in', { 'sign-in': 'Una.Frost2', password, next: '/families' })).text()
    assert.match(wrong, /The sign-in name or the password is not right/u)
    assert.ok(wrong.replaceAll(/una\.frost2?/giu, '') === nobody.replaceAll(/una\.frost2?/giu, ''))
  })

  it('makes whoever tries again and again wait, and then lets the right one in', async () => {
    for (let i = 0; i < 8; i++) await signIn(`guess ${i}`)
    const waiting = await signIn()
    assert.equal(waiting.status, 429)
    assert.match(await waiting.text(), /Wait \d+ (?:seconds?|minutes?), then try again/u)
    now += 20 * aMinute
    assert.equal((await signIn()).status, 303)
  })

  it('offers invented people only where the examples were loaded by npm start', async () => {
    const { store, address } = trial.served
    const plain = holdfast({ store, address })
    const page = await (await plain.request('/sign-in', { headers: same })).text()
    assert.doesNotMatch(page, /invented person|Ruth Adeyemi/u)
    const body = new URLSearchParams({ person: 'ruth.adeyemi' })
    const answer = await plain.request('/sign-in/example', { method: 'POST', headers: same, body })
    assert.equal(answer.status, 404)
    assert.equal(answer.headers.get('set-cookie'), null)
  })
})

describe('the second factor', () => {
  it('is set up with a code, asked for at the next signing in, and each code counts once', async () => {
    const cookie = cookieOf(await signIn())
    const page = await (await ask('/account/second-factor', cookie)).text()
    const secret = /secret=([A-Z2-7]+)/u.exec(page)?.[1] ?? ''
    const code = () => new TOTP({ secret }).generate({ timestamp: now })
    assert.equal((await send('/account/second-factor', { password, code: '000000' }, cookie)).status, 403)
    const set = await send('/account/second-factor', { password, code: code() }, cookie)
    assert.equal(set.headers.get('location'), '/account?done=second-factor-on')
    const used = code()
    const half = cookieOf(await signIn())
    assert.match((await ask('/today', half)).headers.get('location') ?? '', /^\/sign-in\/code\?next=%2Ftoday$/u)
    assert.equal((await send('/sign-in/code', { code: used }, half)).status, 403)
    now += aMinute
    assert.equal(
      (await send('/sign-in/code', { code: code(), next: '/families' }, half)).headers.get('location'),
      '/families',
    )
    assert.equal((await ask('/today', half)).status, 200)
  })
})

describe('a session', () => {
  it('ends after an hour without use, and keeps a form that comes too late for its writer alone', async () => {
    const ruth = await trial.signInAs('ruth.adeyemi')
    const record = `/families/${trial.records.get('01')}/record`
    now += 90 * aMinute
    const answer = await ruth.post(record, { kind: 'concern', key: 'abcdefghijkl', text: 'Zoë has a thin coat' })
    assert.match(answer.headers.get('location') ?? '', /^\/sign-in\?note=kept&next=%2Fdrafts$/u)
    const again = await trial.signInAs('ruth.adeyemi')
    const drafts = await again.text('/drafts')
    assert.match(drafts, /Zoë has a thin coat/u)
    assert.match(drafts, new RegExp(`href="${record}\\?draft=\\w+"`, 'u'))
    const path = /href="([^"]+\?draft=\w+)"/u.exec(drafts)?.[1] ?? ''
    assert.match(await again.text(path), /Zoë has a thin coat/u)
    const other = await trial.signInAs('grace.obi')
    assert.doesNotMatch(await other.text('/drafts'), /thin coat/u)
    assert.equal((await other.text(path)).includes('thin coat'), false)
    now += 8 * aDay
    assert.doesNotMatch(await (await trial.signInAs('ruth.adeyemi')).text('/drafts'), /thin coat/u)
  })

  it('keeps nothing of a late form without what its page gave it, nor a password', async () => {
    const ruth = await trial.signInAs('grace.obi')
    now += 90 * aMinute
    await ruth.post(`/families/${trial.records.get('01')}/record`, { csrf: 'made up', kind: 'concern', text: 'Forged' })
    await ruth.post('/account/password', { password: 'old secret words', 'new-password': 'new secret words' })
    const visit = await trial.signInAs('grace.obi')
    assert.doesNotMatch(await visit.text('/drafts'), /Forged|secret words/u)
  })

  it('is over everywhere when somebody signs out everywhere', async () => {
    const [one, two] = [await trial.signInAs('ruth.adeyemi'), await trial.signInAs('ruth.adeyemi')]
    await one.post('/account/sign-out-everywhere', {})
    assert.equal((await two.get('/today')).status, 303)
  })

  it('is not carried by a form that another page sends', async () => {
    const ruth = await trial.signInAs('ruth.adeyemi')
    const path = `/families/${trial.records.get('01')}/record`
    const foreign = await trial.web.request(path, {
      method: 'POST',
      headers: { host: 'localhost', 'sec-fetch-site': 'cross-site', cookie: ruth.cookie },
      body: new URLSearchParams({ csrf: csrfOf(findToken(ruth.cookie, false) ?? '') }),
    })
    assert.equal(foreign.status, 403)
    assert.equal((await ruth.post(path, { csrf: 'of another session', kind: 'concern' })).status, 403)
  })
})

describe('what is no form at all', () => {
  it('is refused and is no fault, signed in or not', async () => {
    const ruth = await trial.signInAs('ruth.adeyemi')
    const headers = { ...same, cookie: ruth.cookie, 'content-type': 'application/json' }
    const path = `/families/${trial.records.get('01')}/record`
    assert.equal((await trial.web.request(path, { method: 'POST', headers, body: '{"kind":' })).status, 403)
    assert.equal((await trial.web.request(path, { method: 'POST', headers, body: '' })).status, 403)
    const plain = { ...same, 'content-type': 'multipart/form-data' }
    assert.equal((await trial.web.request('/sign-in', { method: 'POST', headers: plain, body: 'x' })).status, 400)
  })
})
