/* Bytes first: what a message is written in is known only after its first segment was read. */

const utf8 = new TextDecoder('utf-8', { fatal: true })
const fallback = 'windows-1252'

/** What MSH-18 says (HL7 table 0211), with the spaces and marks left out that senders put differently. */
const plainName = (name: string): string => name.toUpperCase().replaceAll(/[^A-Z0-9~]/gu, '')

const named: Readonly<Record<string, string>> = {
  UTF8: 'utf-8',
  UNICODE: 'utf-8',
  UNICODEUTF8: 'utf-8',
  // Bytes that are UTF-16 were made UTF-8 before this is asked.
  UNICODEUTF16: 'utf-8',
  UTF16: 'utf-8',
  ASCII: fallback,
  USASCII: fallback,
  ISOIR6: fallback,
  LATIN1: fallback,
  ANSI: fallback,
  WINDOWS1252: fallback,
  CP1252: fallback,
  LATIN9: 'iso-8859-15',
}

const partsOfLatin = [1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16]

const labelOf = (name: string): string | undefined => {
  const plain = plainName(name)
  const part = Number(/^(?:ISO)?8859(\d{1,2})$/u.exec(plain)?.[1])
  if (partsOfLatin.includes(part)) return part === 1 ? fallback : `iso-8859-${part}`
  return named[plain]
}

/** The name that a decoder goes by, for what MSH-18 or a feed says, or nothing when it says nothing that is known. */
export const findCharset = (said: string | undefined): string | undefined =>
  (said ?? '')
    .split('~')
    .map(labelOf)
    .find(label => label !== undefined)

const findUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

// The sets of western Europe cannot be told apart by declaration alone: senders say 8859/1 and send UTF-8. Text that is valid
// UTF-8 is not Latin text by chance. In other sets it may be.
const western: readonly (string | undefined)[] = [undefined, 'utf-8', fallback, 'iso-8859-15']

const inOwn = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes)

const linesOf = function* (bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 13 && byte !== 10) continue
    yield bytes.subarray(from, at + 1)
    from = at + 1
  }
  yield bytes.subarray(from)
}

// One field in another set than the rest does not spoil the names in the other segments.
const byLine = (bytes: Uint8Array, label: string): string =>
  [...linesOf(bytes)].map(line => findUtf8(line) ?? inOwn(line, label)).join('')

/** Text from bytes in a set. Whatever the bytes are, no character is lost: what is no UTF-8 is read as windows-1252. */
export const textIn = (bytes: Uint8Array, label: string | undefined): string => {
  if (!western.includes(label)) return inOwn(bytes, label ?? fallback).replaceAll('\uFFFD', '?')
  const legacy = label === undefined || label === 'utf-8' ? fallback : label
  // A mark of a lost character that the sender sent is no part of a name either.
  return (findUtf8(bytes) ?? byLine(bytes, legacy)).replaceAll('\uFFFD', '?')
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

const wide = (text: string): readonly number[] => [...Buffer.from(text, 'utf16le')]

const wideLabel = (bytes: Uint8Array): string | undefined => {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, ...wide('MSH'))) return 'utf-16le'
  return startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0, ...wide('MSH').slice(0, -1)) ? 'utf-16be' : undefined
}

/** The same bytes, or in UTF-8 when they are UTF-16 (files that Windows programs write), so that segments can be looked for. */
export const plainBytes = (bytes: Uint8Array): Uint8Array => {
  const label = wideLabel(bytes)
  return label === undefined ? bytes : new TextEncoder().encode(new TextDecoder(label).decode(bytes))
}

const orderMark: readonly number[] = [0xef, 0xbb, 0xbf]

/** The bytes from the first that is no blank, no control character and no mark of order. */
export const fromFirst = <Bytes extends Uint8Array>(bytes: Bytes): Bytes => {
  const start = bytes.findIndex(byte => byte > 32 && !orderMark.includes(byte))
  return bytes.subarray(start === -1 ? bytes.length : start) as Bytes
}
