import type { Separators } from './separators.ts'

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

type Decode = (bytes: Uint8Array) => string

/** What stands between two escape characters, decoded; nothing when it is no escape of HL7. */
const meaningOf = (code: string, separators: Separators, decode: Decode): string | undefined => {
  switch (code) {
    case 'F':
      return separators.field
    case 'S':
      return separators.component
    case 'T':
      return separators.subcomponent === '' ? '&' : separators.subcomponent
    case 'R':
      return separators.repeat === '' ? '~' : separators.repeat
    case 'E':
      return separators.escape
    case 'H':
    case 'N':
      return ''
    case '.br':
    case '.BR':
      return '\n'
  }
  if (/^X(?:[0-9A-F]{2})+$/iu.test(code)) return decode(bytesOf(code.slice(1)))
  // Commands of layout: lines skipped, indents, centring.
  return /^\.(?:sp|in|ti|sk|ce|fi|nf)[+-]?\d*$/iu.test(code) ? ' ' : undefined
}

const farthest = 80

/**
 * A part of a message with its escapes decoded. An escape character that begins no escape stays as it is: it stands in the
 * data (a Windows path, a date with strokes). Bytes by number are in what the message is written in.
 */
export const unescaped = (text: string, separators: Separators, decode: Decode): string => {
  const mark = separators.escape
  if (mark === '' || !text.includes(mark)) return text
  let [out, from] = ['', 0]
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, from)) {
    const end = text.indexOf(mark, at + 1)
    const code = end === -1 || end - at > farthest ? undefined : text.slice(at + 1, end)
    const meaning = code === undefined ? undefined : meaningOf(code, separators, decode)
    out += text.slice(from, at) + (meaning ?? mark)
    from = meaning === undefined ? at + 1 : end + 1
  }
  return out + text.slice(from)
}
