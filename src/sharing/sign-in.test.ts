import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { getDay, type Moment } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import { hashPassword } from './password.ts'
import { newSecret } from './second-factor.ts'
import { type Attempt, attemptOf, type SignInKeeper, tryCode, tryPassword, whyNotSignInName } from './sign-in.ts'

const now = momentAt(getDay('2026-03-02'), '09:00')
const later = (seconds: number): Moment => (now + seconds * 1000) as Moment
const own = 'seven geese over water'
const hash = await hashPassword(own)

/** Accounts and attempts held in memory, as a store keeps them. */
const keeper = (accounts: Record<string, string | undefined>) => {
  const failed: Attempt[] = []
  const steps = new Map<string, number>()
  const hashes = new Map(Object.entries(accounts))
  const same = (one: Buffer, other: Buffer) => one.equals(other)
  const kept: SignInKeeper = {
    admit: async (attempt, wait) => {
      const name = failed.filter(one => same(one.name, attempt.name)).map(({ at }) => at)
      const address = failed.filter(one => same(one.address, attempt.address)).map(({ at }) => at)
      const seconds = wait({ name, address })
      if (seconds === 0) failed.push(attempt)
      return seconds
    },
    takeBack: async attempt => void failed.splice(failed.indexOf(attempt), 1),
    findAccount: async signIn => (hashes.has(signIn) ? { account: signIn, hash: hashes.get(signIn) } : undefined),
    keepHash: async (account, made) => void hashes.set(account, made),
    keepStep: async (account, step) => {
      if (step <= (steps.get(account) ?? -1)) return false
      steps.set(account, step)
      return true
    },
  }
  return { ...kept, failed, hashes }
}

const attempt = (signIn: string, at = now, address = '192.0.2.7') => attemptOf(signIn, address, at)
const sign = (kept: SignInKeeper, signIn: string, password: string, at = now, address?: string) =>
  tryPassword(kept, attempt(signIn, at, address), signIn, password)

describe('signing in', () => {
  it('opens the account of the name, however its letters are typed, and counts as no failure', async () => {
    const kept = keeper({ ruth: hash })
    assert.deepEqual(await sign(kept, ' Ruth ', own), { account: 'ruth' })
    assert.equal(kept.failed.length, 0)
  })

  it('says the same of a wrong password, a name that nobody has, and an account without a password', async () => {
    const kept = keeper({ ruth: hash, hal: undefined })
    for (const [name, password] of [
      ['ruth', 'another one'],
      ['nobody', own],
      ['hal', own],
      ['hal', ''],
    ] as const)
      assert.equal(await sign(kept, name, password), 'wrong', name)
    assert.equal(kept.failed.length, 4)
  })

  it('makes the sixth failure wait, and then even the right password is not looked at', async () => {
    const kept = keeper({ ruth: hash })
    for (let turn = 0; turn < 6; turn += 1) assert.equal(await sign(kept, 'ruth', 'another one'), 'wrong')
    assert.deepEqual(await sign(kept, 'ruth', own), { wait: 1 })
    assert.equal(kept.failed.length, 6)
    assert.deepEqual(await sign(kept, 'ruth', own, later(1)), { account: 'ruth' })
  })

  it('makes a name wait wherever it is tried from, and leaves others alone', async () => {
    const kept = keeper({ ruth: hash, hal: hash })
    for (let turn = 0; turn < 6; turn += 1) await sign(kept, 'ruth', 'another one', now, `192.0.2.${turn}`)
    assert.deepEqual(await sign(kept, 'RUTH', own, now, '198.51.100.1'), { wait: 1 })
    assert.deepEqual(await sign(kept, 'hal', own), { account: 'hal' })
  })

  it('writes a hash of an older cost anew', async () => {
    const { argon2Sync } = await import('node:crypto')
    const nonce = Buffer.alloc(16, 7)
    const tag = argon2Sync('argon2id', { message: own, nonce, parallelism: 1, tagLength: 32, memory: 64, passes: 1 })
    const old = `$argon2id$v=19$m=64,t=1,p=1$${nonce.toString('base64').slice(0, 22)}$${tag.toString('base64').slice(0, 43)}`
    const kept = keeper({ ruth: old })
    assert.deepEqual(await sign(kept, 'ruth', own), { account: 'ruth' })
    assert.match(kept.hashes.get('ruth') ?? '', /m=19456,t=2,p=1/u)
    assert.deepEqual(await sign(kept, 'ruth', own), { account: 'ruth' })
  })

  it('leaves neither name nor address in an attempt', () => {
    const text = JSON.stringify(attempt('ruth.adeyemi'))
    assert.doesNotMatch(text, /ruth|192/u)
    assert.deepEqual(attempt('ruth').name, attempt(' RUTH').name)
  })
})

describe('the second factor', () => {
  const secret = newSecret()
  const code = (at: Moment) => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: at })
  const factor = { account: 'ruth', secret, lastUsedStep: undefined }

  it('is taken once, even when two requests bring it at the same time', async () => {
    const kept = keeper({ ruth: hash })
    const both = await Promise.all([1, 2].map(() => tryCode(kept, attempt('ruth'), factor, code(now))))
    assert.deepEqual(both.filter(one => one === 'wrong').length, 1)
  })

  it('cannot be guessed by whoever knows the password: its failures count with those of the name', async () => {
    const kept = keeper({ ruth: hash })
    const wrong = code(later(3000))
    for (let turn = 0; turn < 6; turn += 1) {
      assert.deepEqual(await sign(kept, 'ruth', own), { account: 'ruth' })
      assert.equal(await tryCode(kept, attempt('ruth'), factor, wrong), 'wrong')
    }
    assert.deepEqual(await sign(kept, 'ruth', own), { wait: 1 })
    assert.deepEqual(await tryCode(kept, attempt('ruth'), factor, code(now)), { wait: 1 })
  })
})

describe('a sign-in name', () => {
  it('is plain enough to be typed on any keyboard and to be the same in the database', () => {
    for (const name of ['ruth', 'ruth.adeyemi', 'r-adeyemi2', 'Ruth@Westmoor.example', 'a_b'])
      assert.equal(whyNotSignInName(name), undefined, name)
    for (const name of ['ab', '', 'zoë', 'ruth adeyemi', '.ruth', 'ruth.', 'İrem', 'x'.repeat(101)])
      assert.notEqual(whyNotSignInName(name), undefined, name)
  })
})
