import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { whyNotPassword } from './password-choice.ts'

const why = (text: string) => whyNotPassword(text, 'ruth.adeyemi')

describe('a new password', () => {
  it('will do when it is long and not well known, whatever signs are in it', () => {
    for (const text of [
      'seven geese over water',
      'kettlebrushlantern',
      'passwords are hard to think of',
      'welcome to my old blue boat',
      'ñandú čtvrtek été',
      'x7#Lq0!vRt2p',
      'my baby likes march winds',
    ])
      assert.equal(why(text), undefined, text)
  })

  it('is too short below twelve characters, as people count them', () => {
    assert.equal(why('geese'), 'has 5 characters: use 12 or more')
    assert.equal(why('x'), 'has 1 character: use 12 or more')
    assert.equal(why('geese water'), 'has 11 characters: use 12 or more')
    assert.equal(why('geese waters'), undefined)
    assert.match(why('🪿🪿🪿🪿🪿🪿') ?? '', /^has 6 characters/u)
    assert.match(why('e\u0301te\u0301 blue sk') ?? '', /^has 11 characters/u)
  })

  it('is too long when it is longer than anybody types', () => {
    assert.equal(why('geese over water '.repeat(20)), 'has 340 characters: use 256 at most')
  })

  it('is refused when it is a well-known word with digits or signs about it', () => {
    for (const text of [
      'password1234',
      'Password2024!',
      'P@ssw0rd1234',
      'passwordpassword',
      'Welcome123456',
      '123456welcome',
      'Liverpool2024',
      'letmeinplease',
      'Safeguarding1',
      'S0c1alW0rker!',
      'holdfast-holdfast',
      'September2024',
      'correcthorsebatterystaple',
    ])
      assert.match(why(text) ?? '', /one of the first that anybody tries/u, text)
  })

  it('is refused when it is a run of keys or the same few over and over', () => {
    for (const text of [
      'abcdefghijkl',
      '123456789012',
      '0987654321098',
      'qwertyuiop12',
      '1qaz2wsx3edc',
      'aaaaaaaaaaaa',
      'abababababab',
      'asdfghjklzxcvbnm',
    ])
      assert.match(why(text) ?? '', /one of the first that anybody tries/u, text)
  })

  it('is refused when it is little more than the sign-in name', () => {
    for (const text of ['ruth.adeyemi', 'Ruth.Adeyemi2024', 'RUTH.ADEYEMI!!', 'ruth.adeyemi-hv'])
      assert.match(why(text) ?? '', /your sign-in name/u, text)
    assert.match(whyNotPassword('ruth.adeyemi99', 'ruth.adeyemi@westmoor.example') ?? '', /your sign-in name/u)
    assert.match(whyNotPassword('ruth@westmoor.example', 'ruth@westmoor.example') ?? '', /your sign-in name/u)
    assert.equal(why('ruth.adeyemi rides seven geese'), undefined)
  })

  it('is not repeated in the reason', () => {
    for (const text of ['geese', 'Liverpool2024', 'ruth.adeyemi'])
      assert.doesNotMatch(why(text) ?? '', new RegExp(text, 'iu'))
  })
})
