import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { openSealed, type SealCode, seal } from './sealed.ts'

let folder = ''
let file = ''
let whole: Buffer
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-sealed-'))
  file = join(folder, 'file')
  whole = await sealedOf(words)
})
after(() => rm(folder, { recursive: true }))

const cheap = 10
const passphrase = 'four plain words together'
const words = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 251))

const sealedOf = async (text: Buffer): Promise<Buffer> => {
  const pieces = async function* () {
    for (let at = 0; at < text.length; at += 10_001) yield text.subarray(at, at + 10_001)
  }
  return Buffer.concat(await Array.fromAsync(seal(passphrase, pieces(), cheap)))
}

const wordsOf = async (bytes: Buffer, phrase = passphrase): Promise<Buffer> => {
  await writeFile(file, bytes)
  const opened = await openSealed(file, phrase)
  try {
    return Buffer.concat(await Array.fromAsync(opened.words()))
  } finally {
    await opened.close()
  }
}

const refused = (bytes: Buffer, code: SealCode, phrase?: string): Promise<void> =>
  assert.rejects(wordsOf(bytes, phrase), { name: 'SealRefusal', code })

/** Where each frame begins, and where the last ends. */
const places = (bytes: Buffer): readonly number[] => {
  const found = [64]
  for (let at = 64; at < bytes.length; found.push(at)) at += 5 + bytes.readUInt32BE(at + 1) + 16
  return found
}

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
  return copy
}

describe('a sealed file', () => {
  it('gives back what was sealed, whatever its length', async () => {
    assert.ok((await wordsOf(whole)).equals(words))
    for (const length of [0, 65_536, 131_072]) {
      const part = words.subarray(0, length)
      assert.ok((await wordsOf(await sealedOf(part))).equals(part))
    }
  })

  it('takes a passphrase however a keyboard writes its accents', async () => {
    const pieces = async function* () {
      yield Buffer.from('one')
    }
    await writeFile(file, Buffer.concat(await Array.fromAsync(seal('caf\u00e9 with four words', pieces(), cheap))))
    assert.equal((await wordsOf(await readFile(file), 'cafe\u0301 with four words')).toString(), 'one')
  })

  it('makes every try at a passphrase dear, unless a test asks otherwise', async () => {
    const one = await Array.fromAsync(seal(passphrase, Readable.from([words])))
    const [head = whole] = one
    assert.deepEqual([...head.subarray(17, 20)], [17, 8, 1])
    assert.ok((await wordsOf(Buffer.concat(one))).equals(words))
  })

  it('holds nothing that can be read', () => {
    assert.equal(whole.indexOf(words.subarray(0, 16)), -1)
  })

  it('says so when the passphrase is another', () => refused(whole, 'wrong-passphrase', 'four plain words apart'))

  it('is found to be cut off, wherever that is', async () => {
    const [, second = 0, third = 0] = places(whole)
    for (const end of [1, 63, 64, 70, second, second + 3, third + 100, whole.length - 1])
      await refused(whole.subarray(0, end), 'cut-off')
  })

  it('is found to be changed, wherever that is', async () => {
    const [first = 0, second = 0] = places(whole)
    for (const at of [17, 25, 40, 60, first, first + 5, second - 1, second + 4, second + 1000, whole.length - 1])
      await assert.rejects(wordsOf(flipped(whole, at)), { name: 'SealRefusal' }, `byte ${at}`)
    await refused(flipped(whole, 1000), 'changed')
    await refused(Buffer.concat([whole, Buffer.from('x')]), 'changed')
  })

  it('is found to be in another order, or to lack a frame', async () => {
    const [first = 0, second = 0, third = 0, fourth = 0] = places(whole)
    const part = (from: number, to?: number) => whole.subarray(from, to)
    await refused(Buffer.concat([part(0, first), part(second, third), part(first, second), part(third)]), 'changed')
    await refused(Buffer.concat([part(0, second), part(third)]), 'changed')
    await refused(Buffer.concat([part(0, third), part(second, third), part(third)]), 'changed')
    assert.ok(fourth > third)
  })

  it('says so when it is another sort of file', async () => {
    for (const text of ['', 'PK\u0003\u0004', '{"kind":"person"}']) await refused(Buffer.from(text), 'no-sealed-file')
    const newer = Buffer.from(whole)
    newer.writeUInt8(2, 16)
    await refused(newer, 'other-form')
  })
})
