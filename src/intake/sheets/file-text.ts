import { isUtf8 } from 'node:buffer'
import type { Fault } from './fault.ts'

/** The text of a file, and what in it could not be read as text. */
export interface FileText {
  readonly text: string
  readonly faults: readonly Fault[]
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

interface Guess {
  readonly encoding: Encoding
  readonly start: number
}

/** Told by the byte order mark, else by the zero that UTF-16 has beside the first letter of a line of English. */
const guess = (bytes: Uint8Array): Guess => {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', start: 3 }
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', start: 2 }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', start: 2 }
  if (first !== 0 && second === 0) return { encoding: 'utf-16le', start: 0 }
  return first === 0 && second !== 0 && second !== undefined
    ? { encoding: 'utf-16be', start: 0 }
    : { encoding: 'utf-8', start: 0 }
}

const lineBreak = 0x0a

/** Half of a pair is kept as it is here, so that the field in which it stands can be named. */
const fromUtf16 = (bytes: Uint8Array, { encoding, start }: Guess): FileText => {
  const whole = Buffer.from(bytes.subarray(start, bytes.length - ((bytes.length - start) % 2)))
  const text = (encoding === 'utf-16be' ? whole.swap16() : whole).toString('utf16le')
  if ((bytes.length - start) % 2 === 0) return { text, faults: [] }
  const line = text.split('\n').length
  return { text, faults: [{ line, what: 'ends in the middle of a character: the file may have been cut short' }] }
}

/** How many bytes a sound UTF-8 sequence has at this place, or none (Unicode 16, table 3-7). */
const soundLength = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] ?? 0
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  return length > 0 && isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length ? length : 0
}

interface BadByte {
  readonly line: number
  readonly at: number
  readonly byte: number
}

/** The first bad byte of each line that is no UTF-8. */
const badBytes = (bytes: Uint8Array): readonly BadByte[] => {
  const found: BadByte[] = []
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const next = bytes.indexOf(lineBreak, start)
    const end = next < 0 ? bytes.length : next + 1
    const own = bytes.subarray(start, end)
    if (!isUtf8(own)) found.push(firstBad(own, line))
    start = end
  }
  return found
}

const firstBad = (own: Uint8Array, line: number): BadByte => {
  let at = 0
  for (let length = soundLength(own, at); length > 0; length = soundLength(own, at)) at += length
  return { line, at, byte: own[at] ?? 0 }
}

const badByteFault = ({ line, at, byte }: BadByte): Fault => ({
  line,
  what: `byte ${at + 1} of the line (hexadecimal ${byte.toString(16).padStart(2, '0')}) is no UTF-8: save the file as UTF-8`,
})

/** Whether anything beyond plain English letters in it is sound UTF-8: then the file is UTF-8 with damage, not an older encoding. */
const holdsUtf8 = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) >= 0x80 && soundLength(bytes, at) > 1) return true
  return false
}

/**
 * The text of a file's bytes: UTF-8 or UTF-16, with or without byte order mark. What is no UTF-8 is a fault of its line,
 * unless `older` allows the encoding in which Excel saves CSV in Western Europe (windows-1252).
 */
export const textOfFile = (bytes: Uint8Array, older: boolean): FileText => {
  const found = guess(bytes)
  if (found.encoding !== 'utf-8') return fromUtf16(bytes, found)
  const body = bytes.subarray(found.start)
  if (isUtf8(body)) return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(body), faults: [] }
  if (older && found.start === 0 && !holdsUtf8(body))
    return { text: new TextDecoder('windows-1252').decode(body), faults: [] }
  return { text: new TextDecoder('utf-8').decode(body), faults: badBytes(body).map(badByteFault) }
}
