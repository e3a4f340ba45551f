import { findCharset, fromFirst, plainBytes, textIn } from './charset.ts'
import { findSeparators, type Separators } from './separators.ts'
import { unescaped } from './unescaped.ts'

/* The tokenizer. It parts a message no further than it is asked to, so that no message can be made of it that fills the memory. */

/** One segment as it stands in the message, not parted yet. */
export interface Segment {
  readonly id: string
  readonly text: string
}

/** A message, with what parts it and what it is written in. */
export interface Message {
  readonly separators: Separators
  readonly charset: string | undefined
  readonly segments: readonly Segment[]
}

const mostSegments = 5000
const idShape = /^[A-Z][A-Z0-9]{2}(?![A-Za-z0-9])/u

const segmentsOf = (text: string): readonly Segment[] => {
  const segments: Segment[] = []
  for (const line of text.matchAll(/[^\r\n]+/gu)) {
    const trimmed = line[0].trimStart()
    if (idShape.test(trimmed)) segments.push({ id: trimmed.slice(0, 3), text: trimmed })
    if (segments.length === mostSegments) break
  }
  return segments
}

const isHeader = (id: string): boolean => id === 'MSH' || id === 'FHS' || id === 'BHS'

/** The nth of what a separator parts, counted from nought, as it stands there; nothing beyond the last. */
const nth = (text: string, separator: string, wanted: number): string | undefined => {
  if (separator === '') return wanted === 0 ? text : undefined
  let from = 0
  for (let at = 0; at < wanted; at += 1) {
    const next = text.indexOf(separator, from)
    if (next === -1) return undefined
    from = next + separator.length
  }
  const end = text.indexOf(separator, from)
  return end === -1 ? text.slice(from) : text.slice(from, end)
}

/** A field as it stands in a segment, counted as HL7 counts: PID-3 is 3, and MSH-1 is the separator itself. */
export const fieldOf = ({ separators }: Message, segment: Segment, number: number): string => {
  if (!isHeader(segment.id)) return nth(segment.text, separators.field, number) ?? ''
  return number === 1 ? separators.field : (nth(segment.text, separators.field, number - 1) ?? '')
}

const mostRepeats = 50

/** The repeats of a field, each as it stands there. */
export const repeatsOf = (message: Message, segment: Segment, number: number): readonly string[] => {
  const field = fieldOf(message, segment, number)
  const { repeat } = message.separators
  return repeat === '' ? [field] : field.split(repeat, mostRepeats)
}

const isNull = (part: string): boolean => part === '""'

// What a record cannot keep, and what nobody could read.
const readable = (text: string): string => text.replaceAll(/[^\P{Cc}\n]/gu, ' ').toWellFormed()

const longest = 2000

/**
 * One component of a repeat in words, with its escapes decoded; nothing where it is left out, empty or the null of HL7
 * (`""`), which means "delete" and is no text.
 */
export const partOf = (message: Message, repeat: string, component = 1, subcomponent = 1): string | undefined => {
  const { separators, charset } = message
  const whole = nth(repeat, separators.component, component - 1)
  const part = whole === undefined ? undefined : nth(whole, separators.subcomponent, subcomponent - 1)
  if (part === undefined || part === '' || isNull(part)) return undefined
  const text = readable(unescaped(part.slice(0, longest), separators, bytes => textIn(bytes, charset))).trim()
  return text === '' || isNull(text) ? undefined : text
}

/** One component of the first repeat of a field; nothing where there is no such segment. */
export const wordsOf = (
  message: Message,
  segment: Segment | undefined,
  number: number,
  component = 1,
): string | undefined =>
  segment === undefined ? undefined : partOf(message, repeatsOf(message, segment, number)[0] ?? '', component)

const headerText = (bytes: Uint8Array): string => {
  const end = bytes.findIndex(byte => byte === 13 || byte === 10)
  return textIn(end === -1 ? bytes : bytes.subarray(0, end), undefined)
}

/** What MSH-18 says, as it stands there; read before anything else, since it says how the rest is to be read. */
const charsetSaid = (first: string, { field }: Separators): string => nth(first, field, 17) ?? ''

/** Reads a message from its bytes; `charset` is the feed's own, for senders that do not say theirs. Nothing when it is not HL7 v2. */
export const findMessage = (sent: Uint8Array, charset?: string): Message | undefined => {
  const bytes = fromFirst(plainBytes(sent))
  const first = headerText(bytes)
  const separators = findSeparators(first)
  if (separators === undefined || !first.startsWith('MSH')) return undefined
  const label = findCharset(charsetSaid(first, separators)) ?? findCharset(charset)
  const text = textIn(bytes, label)
  // Read as what it is written in, a separator beyond ASCII may be another character.
  return { separators: findSeparators(text) ?? separators, charset: label, segments: segmentsOf(text) }
}
