import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Arriving } from '../../store/feeds.ts'
import { Gathering } from './gather.ts'

const message = (text: string): readonly Arriving[] => [{ bytes: Buffer.from(text) }]
const turn = () => new Promise(resolve => setImmediate(resolve))

/** A store that writes when it is told to, and fails for what it is told to fail for. */
const slow = (fails: (texts: readonly string[]) => Error | undefined = () => undefined) => {
  const commits: string[][] = []
  const faults: unknown[] = []
  const waiting: (() => void)[] = []
  const made = new Gathering(
    async messages => {
      const texts = messages.map(({ bytes }) => Buffer.from(bytes).toString())
      commits.push(texts)
      await new Promise<void>(resolve => waiting.push(resolve))
      const error = fails(texts)
      if (error !== undefined) throw error
    },
    error => faults.push(error),
  )
  const one = {}
  /** As over one connection, unless another is said. */
  const gathering = { take: (messages: readonly Arriving[], from: object = one) => made.take(messages, from) }
  const go = async () => {
    await turn()
    waiting.shift()?.()
    await turn()
    await turn()
  }
  return { gathering, commits, faults, go }
}

describe('what arrives while the store writes', () => {
  it('is written together, in its order, when it has', async () => {
    const { gathering, commits, go } = slow()
    const stored = [gathering.take(message('a'))]
    await turn()
    stored.push(...['b', 'c'].map(text => gathering.take(message(text))))
    await turn()
    assert.deepEqual(commits, [['a']])
    await go()
    assert.deepEqual(commits, [['a'], ['b', 'c']])
    await go()
    assert.deepEqual(await Promise.all(stored), [true, true, true])
  })
  it('goes together where it came at one time, over whatever connections', async () => {
    const { gathering, commits, go } = slow()
    const stored = ['a', 'b', 'c'].map(text => gathering.take(message(text), {}))
    await turn()
    assert.deepEqual(commits, [['a', 'b', 'c']])
    await go()
    assert.deepEqual(await Promise.all(stored), [true, true, true])
  })
  it('of another connection is written beside it, two commits at a time', async () => {
    const { gathering, commits, go } = slow()
    const stored: Promise<boolean>[] = []
    for (const text of ['a', 'b', 'c', 'd']) {
      stored.push(gathering.take(message(text), {}))
      await turn()
    }
    assert.deepEqual(commits, [['a'], ['b']])
    await go()
    assert.deepEqual(commits, [['a'], ['b'], ['c', 'd']])
    await go()
    await go()
    assert.deepEqual(await Promise.all(stored), [true, true, true, true])
  })
  it('of one connection never overtakes what came before over it', async () => {
    const { gathering, commits, go } = slow()
    const [here, there] = [{}, {}]
    const stored = [gathering.take(message('a'), here)]
    await turn()
    stored.push(gathering.take(message('b'), here), gathering.take(message('c'), there))
    await turn()
    assert.deepEqual(commits, [['a'], ['c']])
    await go()
    assert.deepEqual(commits, [['a'], ['c'], ['b']])
    await go()
    await go()
    assert.deepEqual(await Promise.all(stored), [true, true, true])
  })
  it('is told of before it is stored to nobody', async () => {
    const { gathering, go } = slow()
    let told = false
    const taken = gathering.take(message('a')).then(() => (told = true))
    await turn()
    assert.equal(told, false)
    await go()
    await taken
  })
  it('goes in as many commits as it needs', async () => {
    const { gathering, commits, go } = slow()
    const stored = Array.from({ length: 1200 }, (_, n) => gathering.take(message(String(n))))
    for (let n = 0; n < 4; n += 1) await go()
    await Promise.all(stored)
    assert.deepEqual(
      commits.map(({ length }) => length),
      [500, 500, 200],
    )
    assert.deepEqual(
      commits.flat(),
      stored.map((_, n) => String(n)),
    )
  })
})

describe('a fault', () => {
  it('sends back what was to be written, and nothing that comes after', async () => {
    const gone = new Error('gone')
    const { gathering, faults, go } = slow(texts => (texts.includes('b') ? gone : undefined))
    const stored = [gathering.take(message('a'))]
    await go()
    stored.push(gathering.take(message('b')))
    await go()
    stored.push(gathering.take(message('c')))
    await go()
    assert.deepEqual(await Promise.all(stored), [true, false, true])
    assert.deepEqual(faults, [gone])
  })
  it('of one message is no reason to send back all others of its commit', async () => {
    const bad = Object.assign(new Error(), { code: '22021' })
    const { gathering, faults, go } = slow(texts => (texts.includes('bad') ? bad : undefined))
    const stored = ['a', 'b', 'bad', 'c'].map(text => gathering.take(message(text)))
    await go()
    for (let n = 0; n < 5; n += 1) await go()
    assert.deepEqual(await Promise.all(stored), [true, true, false, true])
    assert.equal(faults.length, 1)
  })
})
