import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { type ConnectionOptions, connect as connectTls } from 'node:tls'
import { Framer, framed } from './mllp.ts'

/* A sender for tests, that sends what bytes it is told to. */

/** One connection to a port. */
export interface TrialSender {
  readonly socket: Socket
  /** Sends bytes as they are. */
  readonly raw: (bytes: Uint8Array) => void
  /** Sends a message in a frame. */
  readonly send: (message: Uint8Array) => void
  /** The next answer. */
  readonly answer: () => Promise<string>
  /** Sends a message and waits for its answer's verdict and number. */
  readonly verdict: (message: Uint8Array) => Promise<string>
  readonly end: () => Promise<void>
}

const msa = (answer: string): string => /MSA.(A[AER]).([^\r|]*)/u.exec(answer)?.slice(1, 3).join(' ') ?? answer

/** Connects to a port of this computer. */
export const trialSender = async (port: number, tls?: ConnectionOptions): Promise<TrialSender> => {
  const socket = tls === undefined ? connect(port, '127.0.0.1') : connectTls({ host: '127.0.0.1', port, ...tls })
  await once(socket, tls === undefined ? 'connect' : 'secureConnect')
  const [came, waiting]: [string[], ((answer: string) => void)[]] = [[], []]
  const framer = new Framer()
  socket.on('data', (piece: Buffer) => {
    for (const { bytes } of framer.push(piece)) {
      const text = Buffer.from(bytes).toString('latin1')
      const next = waiting.shift()
      if (next === undefined) came.push(text)
      else next(text)
    }
  })
  socket.on('error', () => {})
  const raw = (bytes: Uint8Array) => socket.write(bytes)
  const send = (message: Uint8Array) => raw(framed(message))
  const answer = () => {
    const next = came.shift()
    return next === undefined ? new Promise<string>(resolve => waiting.push(resolve)) : Promise.resolve(next)
  }
  const verdict = async (message: Uint8Array) => {
    send(message)
    return msa(await answer())
  }
  const end = async () => {
    if (socket.destroyed) return
    const closed = once(socket, 'close')
    socket.end()
    await closed
  }
  return { socket, raw, send, answer, verdict, end }
}
