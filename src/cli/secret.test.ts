import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { beforeEach, describe, it } from 'node:test'
import { type Asking, askSecret, getSecret, type Terminal } from './secret.ts'

/** A terminal at which somebody types; it says what it showed, and whether it is as it was before. */
const typing = (...keys: readonly string[]) => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const modes: boolean[] = []
  let shown = ''
  output.on('data', words => {
    shown += words
  })
  const setRawMode = (raw: boolean) => modes.push(raw)
  const terminal = { input: Object.assign(input, { isTTY: true, setRawMode }), output } as unknown as Terminal
  for (const key of keys) input.write(key)
  return { terminal, modes, shown: () => shown }
}

describe('a secret that is typed', () => {
  it('is read to the end of the line and shown nowhere', async () => {
    const { terminal, modes, shown } = typing('four ', 'plain', '\r')
    assert.equal(await askSecret('The word: ', terminal), 'four plain')
    assert.equal(shown(), 'The word: \n')
    assert.deepEqual(modes, [true, false])
  })

  it('may be mended, and takes no notice of arrows', async () => {
    assert.equal(await askSecret('', typing('zoé\u007fë\u001b[D\u001b[3~!\b', '\n').terminal), 'zoë')
  })

  it('is whole where a sign of it comes in two pieces', async () => {
    const { terminal } = typing()
    const input = terminal.input as unknown as PassThrough
    const answer = askSecret('', terminal)
    for (const byte of Buffer.from('é\r')) input.write(Buffer.from([byte]))
    assert.equal(await answer, 'é')
  })

  for (const [way, key] of [
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ] as const)
    it(`is given up with ${way}, and the terminal is as it was`, async () => {
      const { terminal, modes } = typing(`abc${key}`)
      await assert.rejects(askSecret('', terminal), /^Error: Stopped: nothing was done\.$/u)
      assert.deepEqual(modes, [true, false])
    })
})

describe('a secret for a command', () => {
  const asking: Asking = { what: 'passphrase', from: 'HOLDFAST_TEST_SECRET' }
  const isNew: Asking = { ...asking, why: text => (text.length < 4 ? 'is short' : undefined) }
  beforeEach(() => {
    delete process.env['HOLDFAST_TEST_SECRET']
  })

  it('is asked for twice where it is new, also when both answers come at once', async () => {
    const { terminal, shown } = typing('words\r\nwords\r\n')
    assert.equal(await getSecret(isNew, terminal), 'words')
    assert.equal(shown(), 'The passphrase: \nThe passphrase again: \n')
    await assert.rejects(getSecret(isNew, typing('words\r', 'wards\r').terminal), /The two are not the same/u)
  })

  it('is asked for once where it is known', async () => {
    assert.equal(await getSecret(asking, typing('abc\r').terminal), 'abc')
  })

  it('must be a good one where it is new, wherever it comes from', async () => {
    await assert.rejects(getSecret(isNew, typing('abc\r', 'abc\r').terminal), /^Error: The passphrase is short\.$/u)
    process.env['HOLDFAST_TEST_SECRET'] = 'abc'
    await assert.rejects(getSecret(isNew, typing().terminal), /is short/u)
    assert.equal(await getSecret(asking, typing().terminal), 'abc')
  })

  it('is not empty', () => assert.rejects(getSecret(asking, typing('\r').terminal), /is empty/u))
})
