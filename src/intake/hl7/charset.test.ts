import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findCharset, plainBytes, textIn } from './charset.ts'
import { sayHl7 } from './say.ts'

const nobody = { charset: undefined, authority: undefined }

const nameIn = (name: Uint8Array, said: string, charset?: string) => {
  const [start, end] = [`MSH|^~\\&|A|B|||20261104||ADT^A31|1|P|2.4||||||${said}\rPID|||1||`, '^MAYA\r']
  const bytes = Buffer.concat([Buffer.from(start), name, Buffer.from(end)])
  return sayHl7(bytes, { ...nobody, charset })[0]?.patient?.name
}

const latin = (text: string) => Buffer.from(text, 'latin1')

describe('a name', () => {
  it('is read as MSH-18 says, however it says it', () => {
    for (const said of ['UNICODE', 'UNICODE UTF-8', 'UTF-8', 'utf8', 'ASCII~UNICODE UTF-8'])
      assert.equal(nameIn(Buffer.from('Z\u00f6e'), said), 'MAYA Z\u00f6e', said)
    for (const said of ['8859/1', 'ISO 8859/1', 'ISO-8859-1', 'WINDOWS-1252', 'ASCII', ''])
      assert.equal(nameIn(latin('Z\u00f6e'), said), 'MAYA Z\u00f6e', said)
    assert.equal(nameIn(Buffer.of(0xbd, 0xbe), '8859/15'), 'MAYA \u0153\u0178')
    assert.equal(nameIn(Buffer.of(0xb3, 0xea), '8859/2'), 'MAYA \u0142\u0119')
    assert.equal(nameIn(Buffer.of(0x8a, 0x92), '8859/1'), 'MAYA \u0160\u2019')
  })
  it('is read as its feed says where the message does not', () => {
    assert.equal(nameIn(Buffer.of(0xb3, 0xea), '', '8859/2'), 'MAYA \u0142\u0119')
    assert.equal(nameIn(Buffer.of(0xb3, 0xea), 'no such set', 'ISO-8859-2'), 'MAYA \u0142\u0119')
    assert.equal(nameIn(latin('Zo\u00eb'), '', 'UTF-8'), 'MAYA Zo\u00eb')
  })
  it('is whole though the sender declares one set and sends another', () => {
    assert.equal(nameIn(latin('Zo\u00eb'), 'UNICODE UTF-8'), 'MAYA Zo\u00eb')
    assert.equal(nameIn(Buffer.from('Zo\u00eb'), '8859/1'), 'MAYA Zo\u00eb')
  })
  it('is whole beside a segment in another set', () => {
    const text = Buffer.concat([Buffer.from('PID|Zo\u00eb\r'), latin('NTE|na\u00efve\r')])
    assert.equal(textIn(text, 'utf-8'), 'PID|Zo\u00eb\rNTE|na\u00efve\r')
  })
  it('never holds the mark of a lost character, whatever the bytes and the set', () => {
    const sets = fc.constantFrom(undefined, 'UTF-8', '8859/1', '8859/15', '8859/2', '8859/6', 'ASCII', 'UNICODE UTF-16')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), sets, (bytes, said) => {
        assert.ok(!textIn(bytes, findCharset(said)).includes('\ufffd'))
      }),
      { numRuns: 2000 },
    )
    assert.equal(nameIn(Buffer.from('Zo\ufffd'), 'UTF-8'), 'MAYA Zo?')
  })
})

describe('a file in UTF-16', () => {
  it('is read as any other, with its mark of order and without', () => {
    const text = 'MSH|^~\\&|A|B|||20261104||ADT^A31|1|P|2.4||||||UNICODE UTF-16\rPID|||1||Zo\u00eb^MAYA\r'
    const swapped = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text, 'utf16le'), swapped]) {
      assert.equal(sayHl7(bytes, nobody)[0]?.patient?.name, 'MAYA Zo\u00eb')
      assert.equal(sayHl7(plainBytes(bytes), nobody)[0]?.patient?.name, 'MAYA Zo\u00eb')
    }
  })
})
