import { fromFirst, plainBytes } from './charset.ts'

/* Many messages in one file or one frame, alone or in batches. */

/** A message of a file, with where it stands. */
export interface Piece {
  readonly bytes: Uint8Array
  /** Its number in the file, from 1, and the line on which it begins. */
  readonly number: number
  readonly line: number
}

/** What a file holds: its messages, and what is no message, by line. */
export interface Pieces {
  readonly messages: readonly Piece[]
  readonly others: readonly { readonly line: number; readonly what: string }[]
}

interface Line {
  readonly from: number
  readonly to: number
  readonly number: number
}

// The marks of MLLP end a line too: some files are what went over a line, as it went.
const ends: readonly number[] = [0x0a, 0x0b, 0x0d, 0x1c]

const linesOf = function* (bytes: Buffer): Generator<Line> {
  let [from, number] = [0, 1]
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte !== undefined && !ends.includes(byte)) continue
    if (at > from) yield { from, to: at, number }
    // A carriage return with a line feed is one end of a line, and a mark of MLLP is none that an editor counts.
    if (byte === 0x0d || (byte === 0x0a && bytes[at - 1] !== 0x0d)) number += 1
    from = at + 1
  }
}

const wrapper = /^(?:FHS|BHS|BTS|FTS)[!-/:-@[-`{-~]/u
const wrapperAlone = /^(?:FHS|BHS|BTS|FTS)$/u
const message = /^MSH[!-/:-@[-`{-~]/u

const kindOf = (start: string): 'message' | 'wrapper' | 'other' => {
  if (message.test(start)) return 'message'
  return wrapper.test(start) || wrapperAlone.test(start.trimEnd()) ? 'wrapper' : 'other'
}

const startOf = (bytes: Buffer, { from, to }: Line): string =>
  fromFirst(bytes.subarray(from, to)).toString('latin1', 0, 40)

/** How many messages a batch says that it holds (BTS-1), where it says so. */
const countSaid = (text: string): number | undefined => {
  const [, count] = /^BTS[!-/:-@[-`{-~](\d{1,9})/u.exec(text) ?? []
  return count === undefined ? undefined : Number(count)
}

interface Open {
  readonly from: number
  readonly line: number
}

/** Parts bytes into their messages. What stands before the first, or between a batch's end and the next, is told by line. */
export const messagesIn = (sent: Uint8Array): Pieces => {
  const plain = plainBytes(sent)
  const bytes = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
  const messages: Piece[] = []
  const others: { line: number; what: string }[] = []
  let [open, inBatch]: [Open | undefined, number] = [undefined, 0]
  const close = (to: number) => {
    if (open === undefined) return
    messages.push({ bytes: bytes.subarray(open.from, to), number: messages.length + 1, line: open.line })
    open = undefined
  }
  for (const line of linesOf(bytes)) {
    const start = startOf(bytes, line)
    const kind = kindOf(start)
    if (kind !== 'other') close(line.from)
    if (kind === 'message') {
      open = { from: line.from, line: line.number }
      inBatch += 1
    } else if (kind === 'wrapper') {
      const said = countSaid(start)
      if (said !== undefined && said !== inBatch)
        others.push({ line: line.number, what: `the batch says that it holds ${said} messages, and holds ${inBatch}` })
      if (!start.startsWith('F')) inBatch = 0
    } else if (open === undefined && start !== '') others.push({ line: line.number, what: 'is not HL7' })
  }
  close(bytes.length)
  return { messages, others }
}
