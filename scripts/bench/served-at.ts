import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

/** Pages that answer at a free port of this machine. */
export interface ServedAt {
  readonly address: string
  readonly close: () => void
}

/** Serves pages at a free port; they may be made once the address is known. */
export const servedAt = async (pages: Hono | ((address: string) => Hono)): Promise<ServedAt> => {
  let web: Hono | undefined
  const server = serve({
    fetch: request => web?.fetch(request) ?? new Response('', { status: 503 }),
    port: 0,
    hostname: '127.0.0.1',
  })
  await new Promise(resolve => server.once('listening', resolve))
  const address = `http://localhost:${(server.address() as { port: number }).port}`
  web = typeof pages === 'function' ? pages(address) : pages
  return { address, close: () => server.close() }
}
