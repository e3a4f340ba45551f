import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { passwordPage, readNewPassword } from './password.ts'

const read = (password: string, chosen: string, again = chosen) => {
  const fields: Readonly<Record<string, string>> = { password, 'new-password': chosen, 'new-password-again': again }
  return readNewPassword(name => fields[name], 'ruth.adeyemi')
}
const problems = (...typed: Parameters<typeof read>) => {
  const found = read(...typed)
  return 'problems' in found ? found.problems.map(({ field, what }) => `${field}: ${what}`) : []
}
const [old, good] = ['seven geese over water', 'kettle under grey ice']

describe('a new password', () => {
  it('is taken when it is typed twice alike', () => {
    assert.deepEqual(read(old, good), { current: old, chosen: good })
    assert.deepEqual(read(old, ` ${good} `), { current: old, chosen: ` ${good} ` })
  })

  it('is asked for again when the two are not alike', () => {
    assert.deepEqual(problems(old, good, `${good}s`), ['new-password-again: Enter the same new password again'])
  })

  it('says why it will not do, and then nothing of the second field', () => {
    assert.deepEqual(problems(old, 'geese', 'goose'), [
      'new-password: Your new password has 5 characters: use 12 or more',
    ])
    assert.match(problems(old, 'ruth.adeyemi1').join(), /your sign-in name/u)
    assert.deepEqual(problems(old, ''), ['new-password: Enter a new password'])
  })

  it('is not the one that somebody has', () => {
    assert.deepEqual(problems(old, old), ['new-password: Your new password is the one that you have: choose another'])
  })

  it('needs the old one', () => {
    assert.deepEqual(problems('', good), ['password: Enter the password that you have now'])
  })
})

describe('the page on which a password is changed', () => {
  it('tells a password manager whose password it is, which is old and which is new', async () => {
    const document = String(await passwordPage({ signIn: 'ruth.adeyemi', csrf: 'c-1' }))
    assert.match(document, /<form method="post" action="\/account\/password"/u)
    assert.match(document, /name="sign-in" value="ruth.adeyemi" autocomplete="username" hidden/u)
    const kinds = [...document.matchAll(/type="password"[^>]*autocomplete="([^"]+)"/gu)].map(([, kind]) => kind)
    assert.deepEqual(kinds, ['current-password', 'new-password', 'new-password'])
    assert.match(document, /name="csrf" value="c-1"/u)
  })

  it('shows what is to be mended, and no password', async () => {
    const found = [{ field: 'new-password', what: 'Your new password has 5 characters: use 12 or more' }]
    const document = String(await passwordPage({ signIn: 'ruth', csrf: 'c-1', problems: found }))
    assert.match(document, /<title>Error: Change your password/u)
    assert.match(document, /href="#new-password">Your new password has 5 characters/u)
    assert.doesNotMatch(document, /type="password"[^>]*value=/u)
  })
})
