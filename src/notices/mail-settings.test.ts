import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isThisComputer, readMailSettings } from './mail-settings.ts'

const good = {
  SMTP_URL: 'smtps://user:not-a-word@mail.example:465',
  MAIL_FROM: 'Holdfast <holdfast@westmoor.example>',
  HOLDFAST_ADDRESS: 'https://holdfast.westmoor.example',
}
const problem = (change: Record<string, string | undefined>): string => {
  const read = readMailSettings({ ...good, ...change })
  return 'problem' in read ? read.problem : 'none'
}

describe('the settings of mail', () => {
  it('are read from the environment', () => {
    assert.deepEqual(readMailSettings(good), {
      settings: { server: good.SMTP_URL, from: good.MAIL_FROM, address: good.HOLDFAST_ADDRESS },
    })
  })

  it('are none when no server is set: then everything stays in the inbox', () => {
    assert.deepEqual(readMailSettings({ ...good, SMTP_URL: undefined }), { settings: undefined })
    assert.deepEqual(readMailSettings({ ...good, SMTP_URL: '' }), { settings: undefined })
  })

  it('say which one is wrong, and never what it holds', () => {
    for (const server of ['mail.example', 'http://mail.example', 'smtp://', 'smtp:'])
      assert.match(problem({ SMTP_URL: server }), /^SMTP_URL has to begin/u, server)
    for (const from of [undefined, '', 'holdfast', 'a@b, c@d', '<a@b', 'x\r\nBcc: a@b'])
      assert.match(problem({ MAIL_FROM: from }), /^MAIL_FROM has to be/u, `${from}`)
    for (const address of [undefined, '', 'holdfast.example', 'http://holdfast.example', 'ftp://localhost'])
      assert.match(problem({ HOLDFAST_ADDRESS: address }), /^HOLDFAST_ADDRESS has to be/u, `${address}`)
    assert.doesNotMatch(problem({ SMTP_URL: 'http://user:not-a-word@mail.example' }), /not-a-word/u)
  })

  it('may name this computer without https, as somebody does who tries it out', () => {
    assert.equal(problem({ HOLDFAST_ADDRESS: 'http://localhost:4000' }), 'none')
  })
})

describe('this computer', () => {
  it('is known by its names', () => {
    for (const address of ['smtp://localhost:25', 'http://127.0.0.1', 'smtp://[::1]:2525'])
      assert.equal(isThisComputer(address), true, address)
    for (const address of ['smtp://localhost.example', 'smtp://10.0.0.1', 'nothing'])
      assert.equal(isThisComputer(address), false, address)
  })
})
