import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { type Feed, receive } from '../../store/feeds.ts'
import type { Store } from '../../store/store.ts'
import { Connection, type Desk } from './connection.ts'
import { Gathering } from './gather.ts'
import { longestFrame } from './mllp.ts'

/** What secures a port: our certificate and its key, and by whom senders' certificates must be signed, where they must have one. */
export interface Certificate {
  readonly cert: Buffer
  readonly key: Buffer
  readonly ca?: Buffer | undefined
}

/** What a port is to be. */
export interface PortAsked {
  readonly store: Store
  /** Whose messages come here: one feed a port. */
  readonly feed: Feed
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  readonly tls?: Certificate | undefined
  /** Is told of each fault of ours that a sender was answered with. */
  readonly fault: (error: unknown) => void
  readonly longest?: number
}

/** A port at which a hospital's system sends. */
export interface Hl7Port {
  readonly feed: Feed
  readonly port: number
  /** How many connections there are now. */
  readonly connected: () => number
  /** Takes nothing new, answers what was taken, and closes. */
  readonly stop: () => Promise<void>
}

const mostConnections = 256

const serverOf = (tls: Certificate | undefined, serve: (socket: Socket) => void): Server => {
  if (tls === undefined) return createServer({ allowHalfOpen: true }, serve)
  const { cert, key, ca } = tls
  const asks = ca === undefined ? {} : { ca, requestCert: true, rejectUnauthorized: true }
  return createTlsServer({ cert, key, ...asks, minVersion: 'TLSv1.2', allowHalfOpen: true }, serve)
}

const deskOf = ({ store, feed, fault, longest = longestFrame }: PortAsked): Desk => {
  const start = store.now().toString(36)
  let answered = 0
  return {
    gathering: new Gathering(messages => receive(store, feed, messages), fault),
    now: store.now,
    nextNumber: () => {
      answered += 1
      return `${start}${answered}`
    },
    longest,
    fault,
  }
}

const listening = (server: Server, { host, port }: PortAsked): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })

const closed = (server: Server): Promise<void> => new Promise(resolve => server.close(() => resolve()))

const patience = 3000

const cut = (sockets: Iterable<Socket>): void => {
  for (const socket of sockets) socket.destroy()
}

/** Opens a port for a feed. Throws what the system says when the port is taken. */
export const openPort = async (asked: PortAsked): Promise<Hl7Port> => {
  const desk = deskOf(asked)
  const open = new Map<Socket, Connection>()
  const server = serverOf(asked.tls, socket => {
    const connection = new Connection(socket, desk)
    open.set(socket, connection)
    socket.on('close', () => open.delete(socket))
    connection.serve()
  })
  server.maxConnections = mostConnections
  const port = await listening(server, asked)
  // A connection that could not be taken ends nothing else.
  server.on('error', asked.fault)
  const stop = async () => {
    const all = closed(server)
    const late = setTimeout(() => cut(open.keys()), patience)
    await Promise.all([...open.values()].map(connection => connection.end()))
    for (const socket of open.keys()) socket.destroySoon()
    await all
    clearTimeout(late)
  }
  return { feed: asked.feed, port, connected: () => open.size, stop }
}
