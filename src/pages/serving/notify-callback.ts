import { timingSafeEqual } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { settle } from '../../notices/to-family/send.ts'
import { hashOfToken } from '../../sharing/session.ts'
import { findByReference, type MessageOutcome } from '../../store/messages-to-family.ts'
import type { Served } from './served.ts'

/** What GOV.UK Notify says of a message. It says more; of that nothing is read. */
const said = z.object({
  id: z.string().max(100),
  reference: z.string().max(100).nullish(),
  status: z.enum(['delivered', 'permanent-failure', 'temporary-failure', 'technical-failure']),
})

const isToken = (given: string | undefined, wanted: string): boolean =>
  timingSafeEqual(hashOfToken(given ?? ''), hashOfToken(`Bearer ${wanted}`))

const outcomeOf = (status: z.output<typeof said>['status']): MessageOutcome => ({
  state: status === 'delivered' ? 'delivered' : 'failed',
  outcome: `notify ${status}`,
})

const bodyOf = async (c: Context): Promise<unknown> => {
  try {
    return await c.req.json()
  } catch {
    return undefined
  }
}

/**
 * What became of a text or an e-mail, as GOV.UK Notify says it with the token that was agreed: one that did not arrive is at
 * once a thing to do. The same said twice changes nothing, and nothing is told of what there is.
 */
export const addNotifyCallback = (web: Hono, served: Served): void => {
  web.post('/notify/delivered', async c => {
    const wanted = served.notifyToken
    if (wanted === undefined || !isToken(c.req.header('authorization'), wanted)) return c.body(null, 401)
    const read = said.safeParse(await bodyOf(c))
    if (!read.success) return c.body(null, 400)
    const message = await findByReference(served.store, read.data.id)
    if (message?.state !== 'sent') return c.body(null, 204)
    await settle(served.store, message, outcomeOf(read.data.status))
    served.wake?.()
    return c.body(null, 204)
  })
}
