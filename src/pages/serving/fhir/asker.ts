import type { Context, MiddlewareHandler } from 'hono'
import type { Day } from '../../../calendar/day.ts'
import type { Reader } from '../../../record/sight.ts'
import { hashOfToken, isToken } from '../../../sharing/session.ts'
import type { Asking } from '../../../store/asking.ts'
import { findSystem, type System } from '../../../store/systems.ts'
import type { Served } from '../served.ts'
import { todayOf } from '../served.ts'
import { refuse } from './answer.ts'

/** The system that asks, and as whom it reads. */
export interface Asker {
  readonly system: System
  readonly asking: Asking
  readonly reader: Reader
  readonly today: Day
}

/** What every request of a system carries. */
export interface FhirEnv {
  readonly Variables: { asker: Asker }
}

const tokenIn = (c: Context): string | undefined => {
  const token = /^Bearer +(\S+) *$/iu.exec(c.req.header('authorization') ?? '')?.[1]
  return token !== undefined && isToken(token) ? token : undefined
}

const refuseUnknown = (c: Context, served: Served): Response => {
  c.header('WWW-Authenticate', `Bearer realm="${served.address}/fhir"`)
  return refuse(c, 401, { code: 'login', words: 'Show a token that still holds: ask for one at /oauth/token' })
}

/** Lets nobody through but a system with a token that still holds. There is no cookie here, and so no form to forge. */
export const onlySystems =
  (served: Served): MiddlewareHandler<FhirEnv> =>
  async (c, next) => {
    const token = tokenIn(c)
    const system = token === undefined ? undefined : await findSystem(served.store, hashOfToken(token))
    if (system === undefined) return refuseUnknown(c, served)
    const { partnership, practitioner, posts } = system
    c.set('asker', { system, asking: { partnership, practitioner }, reader: { posts }, today: todayOf(served) })
    return next()
  }
