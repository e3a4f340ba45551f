import { fromFirst } from './charset.ts'

/* The frames of MLLP: a start byte, a message, an end byte and a carriage return; and what senders make of that. */

const [start, end] = [0x0b, 0x1c]

/** One frame as it came, without its marks. Of one that is too long only the beginning is kept. */
export interface Frame {
  readonly bytes: Uint8Array
  readonly tooLong: boolean
}

/** How many bytes a frame may have. */
export const longestFrame = 8 * 1024 * 1024
const headKept = 4096
const roomAtFirst = 4096

const startOfMessage = Buffer.from('\x0bMSH', 'latin1')

// A start byte may be missing, or stand within a text (programs for text use it to break a line), or begin anew after a frame
// that never ended. So the message begins at the last start byte that a header follows.
const messageIn = (held: Buffer): Buffer => {
  const last = held.lastIndexOf(startOfMessage)
  if (last !== -1) return held.subarray(last + 1)
  const plain = fromFirst(held)
  if (plain.toString('latin1', 0, 3) === 'MSH') return plain
  const line = /[\r\n]MSH[!-/:-@[-`{-~]/u.exec(held.toString('latin1'))
  if (line !== null) return held.subarray(line.index + 1)
  const first = held.indexOf(start)
  return first === -1 ? plain : fromFirst(held.subarray(first + 1))
}

/** Takes what comes on one connection, in whatever pieces, and gives the frames that are whole. It holds no more than one frame. */
export class Framer {
  readonly #longest: number
  #held = Buffer.alloc(roomAtFirst)
  #length = 0
  #tooLong = false
  /** The last bytes that were passed over, in which another message may have begun. */
  #seen = Buffer.alloc(0)

  constructor(longest = longestFrame) {
    // No shorter than what a frame begins with, or the beginning would be sought in itself.
    this.#longest = Math.max(longest, startOfMessage.length)
  }

  /** The frames that this piece completes. A frame's bytes may be part of the piece. */
  push(piece: Buffer): readonly Frame[] {
    const frames: Frame[] = []
    let from = 0
    for (let at = piece.indexOf(end); at !== -1; at = piece.indexOf(end, from)) {
      const frame = this.#complete(piece.subarray(from, at))
      if (frame !== undefined) frames.push(frame)
      from = at + 1
    }
    this.#hold(piece.subarray(from))
    return frames
  }

  #complete(rest: Buffer): Frame | undefined {
    const alone = this.#length === 0 && !this.#tooLong && rest.length <= this.#longest
    if (!alone) this.#hold(rest)
    const whole = alone ? rest : Buffer.from(this.#held.subarray(0, this.#length))
    const tooLong = this.#tooLong
    this.#forget()
    const bytes = messageIn(whole)
    // Between two frames lies a carriage return; without a start byte it is no frame.
    return bytes.length === 0 && !tooLong && !whole.includes(start) ? undefined : { bytes, tooLong }
  }

  // Byte for byte the same, whatever the pieces are.
  #hold(piece: Buffer): void {
    let rest = piece
    while (rest.length > 0) rest = this.#tooLong ? this.#await(rest) : this.#take(rest)
  }

  /** Takes what there is room for, and gives what is left. */
  #take(piece: Buffer): Buffer {
    const taken = piece.subarray(0, this.#longest - this.#length)
    this.#makeRoom(this.#length + taken.length)
    taken.copy(this.#held, this.#length)
    this.#length += taken.length
    if (taken.length < piece.length) this.#overflow()
    return piece.subarray(taken.length)
  }

  #makeRoom(length: number): void {
    if (length <= this.#held.length) return
    const larger = Buffer.alloc(Math.min(Math.max(length, this.#held.length * 2), this.#longest))
    this.#held.copy(larger, 0, 0, this.#length)
    this.#held = larger
  }

  // What never ended gives way to the frame that began in it; else the beginning is kept, which names the message.
  #overflow(): void {
    const anew = this.#held.subarray(0, this.#length).lastIndexOf(startOfMessage)
    if (anew > 0) {
      this.#held.copyWithin(0, anew, this.#length)
      this.#length -= anew
      return
    }
    this.#tooLong = true
    this.#seen = Buffer.from(this.#held.subarray(Math.max(0, this.#length - 3), this.#length))
    this.#length = Math.min(this.#length, headKept)
  }

  /** Passes over what is too long, until another message begins. */
  #await(piece: Buffer): Buffer {
    const looked = Buffer.concat([this.#seen, piece])
    const anew = looked.indexOf(startOfMessage)
    if (anew === -1) {
      this.#seen = Buffer.from(looked.subarray(-3))
      return piece.subarray(piece.length)
    }
    this.#forget()
    return looked.subarray(anew)
  }

  #forget(): void {
    if (this.#held.length > roomAtFirst * 16) this.#held = Buffer.alloc(roomAtFirst)
    this.#length = 0
    this.#tooLong = false
  }
}

/** A message in a frame of its own. */
export const framed = (bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.of(start), bytes, Buffer.of(end, 13)], bytes.length + 3)
