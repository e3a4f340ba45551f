import type { Socket } from 'node:net'
import type { Moment } from '../../calendar/day.ts'
import { acknowledgement, findControl, isHl7, type Verdict } from './acknowledge.ts'
import type { Gathering } from './gather.ts'
import { type Frame, Framer, framed } from './mllp.ts'
import { messagesIn } from './split.ts'

/* One connection of a sender's, which may last for months. */

/** What a connection needs of the port. */
export interface Desk {
  readonly gathering: Gathering
  readonly now: () => Moment
  /** A number for the next answer, that no other answer has. */
  readonly nextNumber: () => string
  /** How many bytes a message may have. */
  readonly longest: number
  readonly fault: (error: unknown) => void
}

const [mostWaiting, mostBytesWaiting] = [200, 4 * 1024 * 1024]

const why: Readonly<Record<Verdict, string>> = {
  AA: '',
  AE: 'not stored; send it again',
  AR: 'not an HL7 v2 message',
}

const answer = (desk: Desk, bytes: Uint8Array, verdict: Verdict, words = why[verdict]): Buffer =>
  acknowledgement(bytes, { verdict, now: desk.now(), number: desk.nextNumber(), why: words })

const header = Buffer.from('MSH')

/** The messages of a frame: nearly always it is one, and the whole of it. */
const messagesOf = (bytes: Uint8Array): readonly Uint8Array[] => {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isOne = isHl7(held) && held.indexOf(header, held.indexOf(header) + 1) === -1
  return isOne ? [bytes] : messagesIn(bytes).messages.map(one => one.bytes)
}

/** The answer to a frame, once what it holds is stored; several messages in one frame are stored together. */
const answerTo = async (desk: Desk, from: object, { bytes, tooLong }: Frame): Promise<Buffer> => {
  if (tooLong) return answer(desk, bytes, 'AR', `longer than ${desk.longest} bytes`)
  const messages = messagesOf(bytes)
  if (messages.length === 0) return answer(desk, bytes, 'AR')
  const arriving = messages.map(one => ({ bytes: one, control: findControl(one) }))
  const verdict = (await desk.gathering.take(arriving, from)) ? 'AA' : 'AE'
  return Buffer.concat(messages.map(one => answer(desk, one, verdict)))
}

/** Waits until what was written has gone, or the connection has. */
const written = (socket: Socket): Promise<void> =>
  new Promise(resolve => {
    if (!socket.writableNeedDrain || socket.destroyed) return resolve()
    const done = () => {
      socket.off('drain', done)
      socket.off('close', done)
      resolve()
    }
    socket.on('drain', done)
    socket.on('close', done)
  })

/** A connection: it takes frames and answers them in their order, and takes no more while too many wait for the store. */
export class Connection {
  readonly #socket: Socket
  readonly #desk: Desk
  readonly #framer: Framer
  #last: Promise<void> = Promise.resolve()
  #waiting = 0
  #bytes = 0
  #ending = false

  constructor(socket: Socket, desk: Desk) {
    this.#socket = socket
    this.#desk = desk
    this.#framer = new Framer(desk.longest)
    // What goes wrong with a connection ends it. Its sender sends again what was not answered.
    socket.on('error', () => {})
    socket.setKeepAlive(true, 60_000)
    socket.setNoDelay(true)
  }

  /** Serves until the sender ends the connection, and then answers what is still to be answered. */
  async serve(): Promise<void> {
    try {
      for await (const piece of this.#socket.iterator({ destroyOnReturn: false })) {
        if (this.#ending) break
        for (const frame of this.#framer.push(piece)) this.#take(frame)
        await this.#room()
      }
    } catch {
      // The connection was cut; half a frame is no message.
    }
    await this.end()
  }

  /** Takes nothing more, answers what was taken, and ends. */
  async end(): Promise<void> {
    this.#ending = true
    await this.#last
    this.#socket.end()
  }

  #take(frame: Frame): void {
    const size = frame.bytes.length
    this.#waiting += 1
    this.#bytes += size
    const coming = answerTo(this.#desk, this, frame)
    this.#last = this.#last.then(async () => this.#write(await coming, size)).catch(error => this.#cut(error))
  }

  #write(reply: Buffer, size: number): void {
    this.#waiting -= 1
    this.#bytes -= size
    if (this.#socket.writable) this.#socket.write(framed(reply))
  }

  // Without an answer it is sent again.
  #cut(error: unknown): void {
    this.#desk.fault(error)
    this.#socket.destroy()
  }

  // A sender that is faster than the store waits, and so does one that does not read its answers.
  async #room(): Promise<void> {
    if (this.#waiting > mostWaiting || this.#bytes > mostBytesWaiting) await this.#last
    await written(this.#socket)
  }
}
