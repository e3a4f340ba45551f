import type { Context, MiddlewareHandler } from 'hono'
import type { Day } from '../../calendar/day.ts'
import type { Post, Practitioner } from '../../people/practitioner.ts'
import { roleInWords } from '../../people/role.ts'
import type { Reader } from '../../record/sight.ts'
import { csrfOf, findToken, hashOfToken, isCsrf, isSecure, sessionState } from '../../sharing/session.ts'
import type { Asking } from '../../store/asking.ts'
import { saveDraft } from '../../store/drafts.ts'
import { findSession, type Session, useSession } from '../../store/sessions.ts'
import { type Standing, standingOf } from '../../store/settings.ts'
import { answerWrong } from '../guard.ts'
import type { Around } from '../kit/layout.ts'
import type { Env, Served } from './served.ts'
import { todayOf } from './served.ts'
import { waysFor } from './ways.ts'

/** Whoever is asking for a page, and what every page needs of them. */
export interface Visit {
  readonly session: Session
  readonly token: Buffer
  readonly csrf: string
  readonly asking: Asking
  readonly practitioner: Practitioner
  readonly reader: Reader
  readonly today: Day
  readonly standing: Standing
  readonly around: Around
}

/** The role or roles of somebody, in a few words. */
export const postsInBrief = (posts: readonly Post[]): string =>
  [...new Set(posts.map(post => roleInWords(post.role)))].join(', ')

const visitOf = (served: Served, session: Session, token: string, standing: Standing): Visit => {
  const { partnership, practitioner: id, name, posts, example } = session
  const csrf = csrfOf(token)
  return {
    session,
    token: hashOfToken(token),
    csrf,
    asking: { partnership, practitioner: id },
    practitioner: { id, name, posts, kin: [] },
    reader: { posts },
    today: todayOf(served),
    standing,
    around: {
      visitor: { name, what: postsInBrief(posts), ways: waysFor(posts, example), csrf },
      notForReal: standing.example || !standing.ready,
      example,
    },
  }
}

const aMinute = 60_000

const signInAgain = (c: Context, note?: 'ended' | 'kept'): Response => {
  const next = c.req.method === 'GET' ? new URL(c.req.url).pathname + new URL(c.req.url).search : '/drafts'
  const query = new URLSearchParams({ ...(note === undefined ? {} : { note }), next })
  return c.redirect(`/sign-in?${query}`, 303)
}

/** The form that was sent; what is no form at all holds nothing, and so lacks what every form must carry. */
const sentData = async (c: Context): Promise<FormData> => {
  try {
    return await c.req.formData()
  } catch {
    return new FormData()
  }
}

const fieldsOf = async (c: Context): Promise<readonly (readonly [string, string])[]> =>
  [...(await sentData(c))].flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'csrf' ? [[name, value] as const] : [],
  )

/** What stands in the forms of one's account is never kept: passwords and codes are among it. */
const isKept = ({ path }: Context['req']): boolean => !path.startsWith('/account')

/** A form that comes after its session has ended is kept for the practitioner whom session and form both name. */
const keepLate = async (c: Context, { store }: Served, session: Session, token: string): Promise<Response> => {
  const given = (await sentData(c)).get('csrf')
  const whole = session.second || !session.secondFactor
  if (!whole || !isKept(c.req) || !isCsrf(token, typeof given === 'string' ? given : undefined))
    return signInAgain(c, 'ended')
  const { partnership, practitioner } = session
  await saveDraft(store, { partnership, practitioner }, { address: c.req.path, fields: await fieldsOf(c), late: true })
  return signInAgain(c, 'kept')
}

/** Where somebody must go first: to show the second factor, or to set one up where all staff need it. */
const mustFirst = (c: Context, { session, standing }: Visit): Response | undefined => {
  const { path } = c.req
  if (session.secondFactor && !session.second)
    return c.redirect(`/sign-in/code?${new URLSearchParams({ next: path })}`, 303)
  const enrols = standing.secondFactor && !session.secondFactor && !path.startsWith('/account/second-factor')
  return enrols ? c.redirect('/account/second-factor', 303) : undefined
}

const found = async (c: Context, { store, address }: Served) => {
  const token = findToken(c.req.header('cookie'), isSecure(address))
  const session = token === undefined ? undefined : await findSession(store, hashOfToken(token))
  return token === undefined || session === undefined || session.ended ? undefined : { token, session }
}

/**
 * Lets nobody through who is not signed in, with the second factor where there is one. Nothing typed is lost: what comes
 * too late is kept as a draft that its author alone will see. Every form must carry what a page of its session gave it.
 */
export const onlyVisitors =
  (served: Served): MiddlewareHandler<Env> =>
  async (c, next) => {
    const held = await found(c, served)
    if (held === undefined) return signInAgain(c)
    const { token, session } = held
    const now = served.store.now()
    const state = sessionState(session, now)
    if (state !== 'live')
      return state === 'ended' && c.req.method === 'POST'
        ? keepLate(c, served, session, token)
        : signInAgain(c, 'ended')
    if (now - session.used > aMinute) await useSession(served.store, hashOfToken(token))
    const visit = visitOf(served, session, token, await standingOf(served.store, session.partnership))
    const first = mustFirst(c, visit)
    if (first !== undefined) return first
    if (c.req.method === 'POST') {
      const given = (await sentData(c)).get('csrf')
      if (!isCsrf(token, typeof given === 'string' ? given : undefined)) return answerWrong(c, 'from-elsewhere')
    }
    c.set('visit', visit)
    return next()
  }

/** The session behind a request whose second factor is not shown yet; nothing when nobody is signed in. */
export const findHalfVisit = async (c: Context, served: Served) => {
  const held = await found(c, served)
  if (held === undefined || sessionState(held.session, served.store.now()) !== 'live') return undefined
  return { ...held, csrf: csrfOf(held.token) }
}

/** Reads the form that was sent. */
export const sentForm = async (c: Context): Promise<(name: string) => string | undefined> => {
  const form = await sentData(c)
  return name => {
    const value = form.get(name)
    return typeof value === 'string' ? value : undefined
  }
}
