import type { Context, Hono, MiddlewareHandler } from 'hono'
import type { Day } from '../../calendar/day.ts'
import { pageState } from '../../giving/parent/is-there.ts'
import { parentSees } from '../../giving/parent/parent-sees.ts'
import type { ParentSees } from '../../giving/parent/seen.ts'
import { postsIn } from '../../record/posts.ts'
import { findParentToken, isParentLive } from '../../sharing/parent-sign-in.ts'
import { csrfOf, hashOfToken, isCsrf, isSecure } from '../../sharing/session.ts'
import { settingsIn } from '../../store/agencies.ts'
import {
  endParentSession,
  findParentSession,
  openForParent,
  type ParentSession,
  useParentSession,
} from '../../store/parent-sessions.ts'
import type { ParentLanguage } from '../../store/parents.ts'
import { type RecordNow, recordNow } from '../../store/record-now.ts'
import { type Standing, standingOf } from '../../store/settings.ts'
import { shortName } from '../address.ts'
import { answerWrong } from '../guard.ts'
import type { MyAround } from '../my/layout.ts'
import { myOffPage } from '../my/page.ts'
import { isLanguage } from '../my/words.ts'
import { type Served, todayOf } from './served.ts'
import { sentForm } from './visit.ts'

/** A parent who is signed in and whose page is there, with what it shows: folded for this request alone. */
export interface MyVisit {
  readonly session: ParentSession
  readonly csrf: string
  readonly around: MyAround
  readonly today: Day
  readonly sees: ParentSees
  /** A name for a thing that says nothing of it, and is another on another parent's page. */
  readonly ref: (id: string) => string
  /** The whole record, for telling whom to tell: never shown. */
  readonly whole: RecordNow
}

/** What every request of a parent's carries. */
export interface MyEnv {
  readonly Variables: { my: MyVisit }
}

/** The pages of parents, as routes are added to them. */
export type MyWeb = Hono<MyEnv>

/** In which language somebody reads who is not signed in: as they chose, else English. */
export const languageAsked = (text: string | undefined): ParentLanguage => (isLanguage(text) ? text : 'en')

/** What stands around a page before anybody is signed in. */
export const aroundStranger = ({ examples }: Served, language: ParentLanguage): MyAround => ({
  language,
  notForReal: true,
  example: examples !== undefined,
})

/** The session behind a request that is still good, with its token; nothing when there is none. */
export const findMySession = async (
  c: Context,
  { store, address }: Served,
): Promise<{ readonly token: string; readonly session: ParentSession } | undefined> => {
  const token = findParentToken(c.req.header('cookie'), isSecure(address))
  const session = token === undefined ? undefined : await findParentSession(store, hashOfToken(token))
  if (token === undefined || session === undefined || session.ended) return undefined
  if (isParentLive(session, store.now())) return { token, session }
  await endParentSession(store, session)
  return undefined
}

const aroundOf = ({ example, ready }: Standing, { language }: ParentSession, csrf: string): MyAround => ({
  ...{ language, csrf, example },
  notForReal: example || !ready,
})

const pageOf = (path: string): string => path.split('/')[2] ?? 'page'

interface Held {
  readonly token: string
  readonly session: ParentSession
  readonly whole: RecordNow
  readonly standing: Standing
}

/** What the page shows: from what the database lets this session read, and from nothing else. */
const seesOf = async (c: Context, { store }: Served, held: Held, places: boolean): Promise<ParentSees> => {
  const { token, session, whole, standing } = held
  const entries = await openForParent(store, hashOfToken(token), session.record, pageOf(c.req.path))
  const { agencies, day: today } = whole
  const of = { person: session.person, today, askedFrom: standing.askedFrom, places }
  return parentSees(entries, { ...of, posts: postsIn(agencies), settings: settingsIn(agencies) })
}

/**
 * Lets nobody through but a parent whose page is there at this moment: signed in, not closed, and not shut by what stands
 * on the record now. A form must carry what a page of its session gave it.
 */
export const onlyParents =
  (served: Served): MiddlewareHandler<MyEnv> =>
  async (c, next) => {
    const held = await findMySession(c, served)
    if (held === undefined) return c.redirect('/my?ended=yes', 303)
    const { session, token } = held
    const csrf = csrfOf(token)
    if (c.req.method === 'POST' && !isCsrf(token, (await sentForm(c))('csrf'))) return answerWrong(c, 'from-elsewhere')
    await useParentSession(served.store, session)
    const whole = await recordNow(served.store, session.partnership, session.record)
    const standing = await standingOf(served.store, session.partnership)
    const around = aroundOf(standing, session, csrf)
    const today = todayOf(served)
    const state = whole === undefined ? 'off' : pageState(whole.stands, { person: session.person, day: today })
    if (whole === undefined || state === 'off') return c.html(myOffPage(around, standing.parentsRing))
    const sees = await seesOf(c, served, { ...held, whole, standing }, state === 'all')
    const ref = (id: string): string => shortName(`my ${session.access}`, id)
    c.set('my', { session, csrf, around, today, sees, ref, whole })
    return next()
  }
