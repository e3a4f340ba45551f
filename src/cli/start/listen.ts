import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { Refusal } from './refusal.ts'

const portsTried = 20

const listenAt = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error),
    )
    server.listen(port, '127.0.0.1', () => resolve(true))
  })

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** A server for pages, not listening yet. */
export const serverOf = (fetch: (request: Request) => Response | Promise<Response>): Server =>
  createAdaptorServer({ fetch }) as Server

/** Listens at the first free port from the one that was asked, and says which are taken. */
export const listen = async (server: Server, port: number): Promise<number> => {
  for (let tried = port; tried < port + portsTried && tried <= 65_535; tried += 1) {
    if (await listenAt(server, tried)) return portOf(server)
    console.log(`Port ${tried} is taken.`)
  }
  throw new Refusal(`No port from ${port} to ${port + portsTried - 1} is free. Choose another with --port N.`)
}

/** Calls once when the process is asked to stop. */
export const onStop = (stop: () => void): void => {
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (!asked) stop()
      asked = true
    })
}

/** Ends a server: what is being answered is answered, and nothing new is taken. */
export const close = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 3000).unref()
  })
