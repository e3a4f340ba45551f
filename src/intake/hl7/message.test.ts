import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findMessage, repeatsOf, wordsOf } from './message.ts'
import { segments } from './trial-messages.ts'

const read = (bytes: Uint8Array, charset?: string) => {
  const message = findMessage(bytes, charset)
  assert.ok(message)
  const find = (id: string) => message.segments.find(segment => segment.id === id)
  return {
    message,
    words: (id: string, field: number, component = 1) => wordsOf(message, find(id), field, component),
    ids: message.segments.map(({ id }) => id),
    repeats: (id: string, field: number) => repeatsOf(message, find(id) ?? assert.fail(id), field),
  }
}

describe('the segments of a message', () => {
  it('end with CR, LF or both, with or without a last one, and blank lines between them are nothing', () => {
    const lines = ['MSH|^~\\&|A|B', 'PID|1||7', 'PV1|1|O']
    for (const end of ['\r', '\n', '\r\n', '\r\r\n\n'])
      for (const last of ['', end])
        assert.deepEqual(read(Buffer.from(lines.join(end) + last)).ids, ['MSH', 'PID', 'PV1'], JSON.stringify(end))
  })
  it('may stand after a mark of order or blanks, and those that nobody knows are there to be passed over', () => {
    const { ids } = read(Buffer.from('\ufeff \r\nMSH|^~\\&|A\rZU1|1\r  ZBX|2\rnot a segment\rPID|3'))
    assert.deepEqual(ids, ['MSH', 'ZU1', 'ZBX', 'PID'])
  })
  it('are none when it is not HL7', () => {
    for (const text of ['', ' ', 'PID|1', 'MSH', 'MSHX^~', 'MSH ^~', '<xml/>', 'msh|^~\\&|', 'FHS|^~\\&|A\rPID|1'])
      assert.equal(findMessage(Buffer.from(text)), undefined, text)
  })
})

describe('the separators', () => {
  it('come from MSH and not from habit', () => {
    const { words, repeats } = read(segments('MSH#!@%*#S#F', 'PID#1##77!!!MRN@88!!!OLD##LANE*SMALL!JO'))
    assert.equal(words('MSH', 3), 'S')
    assert.deepEqual([words('PID', 3), words('PID', 3, 4)], ['77', 'MRN'])
    assert.deepEqual(repeats('PID', 3), ['77!!!MRN', '88!!!OLD'])
    assert.deepEqual([words('PID', 5), words('PID', 5, 2)], ['LANE', 'JO'])
  })
  it('may have a back-tick among them', () => {
    const { words } = read(segments('MSH|^~\\`|S', 'PID|||1||LANE`X^JO & CO'))
    assert.deepEqual([words('PID', 5), words('PID', 5, 2)], ['LANE', 'JO & CO'])
  })
  it('may be three, with no escape among them', () => {
    const { words } = read(segments('MSH|^~&|S', 'PID|||1||LA\\T\\NE^JO&X'))
    assert.deepEqual([words('PID', 5), words('PID', 5, 2)], ['LA\\T\\NE', 'JO'])
  })
  it('may be five, of which the last is no separator of data', () => {
    assert.equal(read(segments('MSH|^~\\&#|S', 'PID|||A#1')).words('PID', 3), 'A#1')
  })
})

describe('the escapes', () => {
  const decoded = (text: string, header = 'MSH|^~\\&|S') => read(segments(header, `PID|||1||${text}`)).words('PID', 5)
  it('are decoded where they are escapes', () => {
    assert.equal(decoded('A\\T\\B'), 'A&B')
    assert.equal(decoded('\\F\\ \\S\\ \\R\\ \\E\\ .'), '| ^ ~ \\ .')
    assert.equal(decoded('one\\.br\\two'), 'one\ntwo')
    assert.equal(decoded('\\H\\bold\\N\\'), 'bold')
    assert.equal(decoded('\\X4D61\\ya'), 'Maya')
  })
  it('stand for the separators of the message at hand', () => {
    assert.equal(decoded('A\\S\\B', 'MSH|!~\\&|S'), 'A!B')
  })
  it('give bytes in what the message is written in', () => {
    assert.equal(decoded('Zo\\XEB\\'), 'Zo\u00eb')
    assert.equal(decoded('Zo\\XC3AB\\'), 'Zo\u00eb')
  })
  it('are none where a backslash stands alone in the data', () => {
    for (const text of ['C:\\temp\\new', 'a\\b', '\\', 'end\\', '\\\\', 'x\\X4\\y', '\\Z99\\'])
      assert.equal(decoded(text), text)
    assert.equal(decoded('a\\b\\T\\c'), 'a\\b&c')
  })
})

describe('the null of HL7', () => {
  it('is no text, alone, in a component or in every repeat', () => {
    const { words } = read(segments('MSH|^~\\&|S', 'PID|1|""|""~""||LANE^""^"x"|""^BUSINESS'))
    assert.deepEqual([words('PID', 2), words('PID', 3), words('PID', 5, 2)], [undefined, undefined, undefined])
    assert.deepEqual([words('PID', 6), words('PID', 6, 2)], [undefined, 'BUSINESS'])
    assert.equal(words('PID', 5, 3), '"x"')
  })
})

describe('fields', () => {
  it('may be too many, empty at the end, or longer than the standard has them', () => {
    const { words } = read(segments('MSH|^~\\&|S', `PID|||1||${'A'.repeat(400)}|||${'|'.repeat(300)}last||||`))
    assert.equal(words('PID', 5)?.length, 400)
    assert.equal(words('PID', 9), undefined)
    assert.equal(words('PID', 5000), undefined)
  })
  it('hold no sign that a record cannot keep', () => {
    assert.equal(read(Buffer.from('MSH|^~\\&|S\rPID|||1||LA\0NE\x07\\X00\\.')).words('PID', 5), 'LA NE  .')
  })
})
