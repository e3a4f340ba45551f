import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type AccountAsked, accountPage, readDone } from './account.ts'
import { ruth, ruthsAccount } from './invented-accounts.ts'

const page = async (asked: Partial<AccountAsked> = {}) =>
  String(await accountPage({ around: { visitor: ruth }, account: ruthsAccount, csrf: 'c-1', ...asked }))

describe('the page of one’s own account', () => {
  it('says for whom Holdfast takes one: name, posts, e-mail, sign-in name', async () => {
    const document = await page()
    for (const fact of [
      'Ruth Adeyemi',
      'health visitor, health visiting<br>lead health practitioner, health visiting, Westmoor',
      'ruth.adeyemi@westmoor.example. A mail says only that something is waiting',
      '>\\s*ruth.adeyemi\\s*<',
    ])
      assert.match(document, new RegExp(fact, 'u'))
  })

  it('says where notices go when there is no e-mail', async () => {
    assert.match(await page({ account: { ...ruthsAccount, email: undefined } }), /waits in your inbox/u)
  })

  it('leads to what can be done about password and second factor, as it stands', async () => {
    const on = await page()
    assert.match(on, /href="\/account\/password">Change/u)
    assert.match(on, /href="\/account\/second-factor\/off">Take off/u)
    const off = await page({ account: { ...ruthsAccount, secondFactor: false } })
    assert.match(off, /href="\/account\/second-factor">Set up/u)
    assert.doesNotMatch(off, /second-factor\/off/u)
  })

  it('signs out everywhere at one press', async () => {
    const [form = ''] =
      (await page()).match(/<form method="post" action="\/account\/sign-out-everywhere">[\s\S]*?<\/form>/u) ?? []
    assert.match(form, /name="csrf" value="c-1"/u)
    assert.match(form, /<button[\s\S]*Sign out everywhere/u)
  })

  it('lists the people whose record is closed to one', async () => {
    assert.match(await page(), /NHS number 999 000 0018[\s\S]*Nia Adeyemi, born 3 May 1990/u)
  })

  it('says what was just done, and only what can have been done', async () => {
    assert.match(await page({ done: readDone('password') }), /role="alert"[\s\S]*Your password is changed/u)
    for (const text of [undefined, '', 'constructor', 'toString', '<script>']) assert.equal(readDone(text), undefined)
  })

  it('says above the page what is to be mended in the form', async () => {
    const document = await page({ problems: [{ field: 'nhs', what: 'Enter an NHS number' }] })
    assert.match(document, /<title>Error: Your account/u)
    assert.match(document, /Nobody was added yet[\s\S]*href="#nhs">Enter an NHS number/u)
  })
})
