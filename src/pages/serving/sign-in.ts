import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { senderOf } from '../../sharing/attempts.ts'
import { endedCookie, hashOfToken, isSecure, newToken, sessionCookie } from '../../sharing/session.ts'
import { attemptOf, type SignInKeeper, tryCode, tryPassword } from '../../sharing/sign-in.ts'
import { accountById, findAccount, keepHash, useCode } from '../../store/accounts.ts'
import { admitAttempt, beginSession, endSession, passSecond, takeAttemptBack } from '../../store/sessions.ts'
import { answerWrong, onlyOwnForms } from '../guard.ts'
import type { Around } from '../kit/layout.ts'
import { secondFactorPage } from '../second-factor.ts'
import { readNext, readSignIn, type SignInAsked, signedOutPage, signInPage } from '../sign-in.ts'
import type { Served } from './served.ts'
import { findHalfVisit, sentForm } from './visit.ts'

/** What signing in asks of the store. */
export const keeperOf = ({ store }: Served): SignInKeeper => ({
  admit: (attempt, wait) => admitAttempt(store, attempt, wait),
  takeBack: attempt => takeAttemptBack(store, attempt),
  findAccount: async signIn => {
    const found = await findAccount(store, signIn)
    return found && { account: found.account, hash: found.password }
  },
  keepHash: (account, hash) => keepHash(store, account, hash),
  keepStep: (account, step) => useCode(store, account, step),
})

/** The address from which somebody signs in; a server in front of Holdfast on this computer says whose it is. */
export const addressOf = (c: Context): string => {
  try {
    return senderOf(getConnInfo(c).remote.address ?? 'unknown', c.req.header('x-forwarded-for'))
  } catch {
    return 'unknown'
  }
}

/** What stands around a page before anybody has signed in. */
const aroundOf = ({ examples }: Served): Around => ({ notForReal: true, example: examples !== undefined })

const page = (served: Served, asked: SignInAsked) =>
  signInPage({
    ...asked,
    around: aroundOf(served),
    ...(served.examples === undefined ? {} : { examples: served.examples, parents: served.exampleParents }),
  })

const begin = async (c: Context, { store, address }: Served, account: string, next: string): Promise<Response> => {
  const token = newToken()
  await beginSession(store, account, hashOfToken(token))
  c.header('Set-Cookie', sessionCookie(token, isSecure(address)))
  return c.redirect(next === '/' ? '/today' : next, 303)
}

const signIn = async (c: Context, served: Served): Promise<Response> => {
  const read = readSignIn(await sentForm(c))
  if ('problem' in read) return c.html(page(served, read), 400)
  const attempt = attemptOf(read.signIn, addressOf(c), served.store.now())
  const outcome = await tryPassword(keeperOf(served), attempt, read.signIn, read.password)
  const { signIn: name, next } = read
  if (outcome === 'wrong') return c.html(page(served, { signIn: name, next, problem: 'not-known' }), 403)
  if ('wait' in outcome) return c.html(page(served, { signIn: name, next, problem: { wait: outcome.wait } }), 429)
  return begin(c, served, outcome.account, next)
}

/** One press signs in as an invented person: only where npm start loaded the examples. */
const signInAsExample = async (c: Context, served: Served): Promise<Response> => {
  const form = await sentForm(c)
  const person = served.examples?.find(({ id }) => id === form('person'))
  const account = person === undefined ? undefined : await findAccount(served.store, person.id)
  if (account === undefined) return answerWrong(c, 'not-found')
  return begin(c, served, account.account, readNext(form('next')))
}

const code = async (c: Context, served: Served): Promise<Response> => {
  const half = await findHalfVisit(c, served)
  const account = half && (await accountById(served.store, half.session.account))
  if (half === undefined || account?.secret === undefined) return c.redirect('/sign-in', 303)
  const form = await sentForm(c)
  const next = readNext(form('next'))
  const attempt = attemptOf(account.signIn, addressOf(c), served.store.now())
  const factor = { account: account.account, secret: account.secret, lastUsedStep: account.secretStep }
  const outcome = await tryCode(keeperOf(served), attempt, factor, form('code') ?? '')
  const asked = { around: aroundOf(served), next, csrf: half.csrf }
  if (outcome === 'wrong') return c.html(secondFactorPage({ ...asked, problem: 'wrong-code' }), 403)
  if ('wait' in outcome) return c.html(secondFactorPage({ ...asked, problem: { wait: outcome.wait } }), 429)
  await passSecond(served.store, hashOfToken(half.token))
  return c.redirect(next === '/' ? '/today' : next, 303)
}

const signOut = async (c: Context, served: Served): Promise<Response> => {
  const half = await findHalfVisit(c, served)
  if (half !== undefined) await endSession(served.store, hashOfToken(half.token))
  c.header('Set-Cookie', endedCookie(isSecure(served.address)))
  return c.html(signedOutPage({ around: aroundOf(served) }))
}

const noteOf = (text: string | undefined): 'ended' | 'kept' | undefined =>
  text === 'ended' || text === 'kept' ? text : undefined

/** The pages that anybody may ask for: signing in, the second factor, signing out. */
export const signInPages = (served: Served): Hono => {
  const web = new Hono()
  web.get('/sign-in', c => {
    const note = noteOf(c.req.query('note'))
    return c.html(page(served, { next: readNext(c.req.query('next')), ...(note && { note }) }))
  })
  web.post('/sign-in', onlyOwnForms, c => signIn(c, served))
  web.post('/sign-in/example', onlyOwnForms, c => signInAsExample(c, served))
  web.get('/sign-in/code', async c => {
    const half = await findHalfVisit(c, served)
    if (half === undefined || !half.session.secondFactor) return c.redirect('/sign-in', 303)
    const next = readNext(c.req.query('next'))
    return c.html(secondFactorPage({ around: aroundOf(served), next, csrf: half.csrf }))
  })
  web.post('/sign-in/code', onlyOwnForms, c => code(c, served))
  web.post('/sign-out', onlyOwnForms, c => signOut(c, served))
  return web
}
