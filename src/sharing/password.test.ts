import assert from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { describe, it } from 'node:test'
import { dummyHash, hashPassword, isPassword, needsNewHash } from './password.ts'

const own = 'seven geese over water'

/** A hash as an earlier Holdfast, with less memory, would have written it. */
const cheaper = (text: string): string => {
  const nonce = Buffer.from('a salt of sixteen')
  const tag = argon2Sync('argon2id', { message: text, nonce, parallelism: 1, tagLength: 32, memory: 8192, passes: 1 })
  const plain = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  return `$argon2id$v=19$m=8192,t=1,p=1$${plain(nonce)}$${plain(tag)}`
}

describe('a password', () => {
  it('is known again by its hash, and no other is', async () => {
    const hash = await hashPassword(own)
    assert.equal(await isPassword(own, hash), true)
    for (const other of ['seven geese over Water', `${own} `, '', `${own}\u0000`])
      assert.equal(await isPassword(other, hash), false, JSON.stringify(other))
  })

  it('is hashed with its cost and a salt of its own, and stands nowhere in its hash', async () => {
    const [one, other] = await Promise.all([hashPassword(own), hashPassword(own)])
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/u)
    assert.notEqual(one, other)
    assert.doesNotMatch(one, /geese/u)
  })

  it('is the same when a keyboard sends its letters in parts', async () => {
    const hash = await hashPassword('cafe\u0301 over water')
    assert.equal(await isPassword('caf\u00e9 over water', hash), true)
  })

  it('is known by a hash of another cost, which is then to be made anew', async () => {
    assert.equal(await isPassword(own, cheaper(own)), true)
    assert.equal(await isPassword('another one', cheaper(own)), false)
    assert.equal(needsNewHash(cheaper(own)), true)
    assert.equal(needsNewHash(await hashPassword(own)), false)
    assert.equal(needsNewHash('something else'), true)
  })

  it('is never right for a name that nobody has', async () => {
    assert.equal(await isPassword(own, undefined), false)
    assert.equal(await dummyHash(), await dummyHash())
  })

  it('takes as long to refuse for a name that nobody has', async () => {
    const hash = await hashPassword(own)
    await dummyHash()
    const timed = async (held: string | undefined) => {
      const start = performance.now()
      await isPassword('another one', held)
      return performance.now() - start
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let turn = 0; turn < 9; turn += 1) {
      known.push(await timed(hash))
      unknown.push(await timed(undefined))
    }
    // The quickest of each: another process can only make one slower.
    const ratio = Math.min(...unknown) / Math.min(...known)
    assert.ok(ratio > 0.5 && ratio < 2, `${ratio}`)
  })

  it('is not compared with a hash that cannot be read: that is a fault, and says nothing of it', async () => {
    for (const hash of ['', 'plain', '$2b$10$abcdefghijklmnopqrstuv', '$argon2id$v=19$m=1,t=1,p=1$$'])
      await assert.rejects(isPassword(own, hash), { message: /not in the form that Holdfast writes/u })
  })
})
