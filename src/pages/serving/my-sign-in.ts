import { type Context, Hono } from 'hono'
import { waitFor } from '../../sharing/attempts.ts'
import {
  deviceOf,
  endedParentCookie,
  hashOfCode,
  parentCookie,
  plainNumber,
  whyNotWord,
} from '../../sharing/parent-sign-in.ts'
import { hashPassword, isPassword } from '../../sharing/password.ts'
import { hashOfToken, isSecure, newToken } from '../../sharing/session.ts'
import { attemptOf } from '../../sharing/sign-in.ts'
import {
  beginParentSession,
  endParentSession,
  findParentCode,
  findParentNumber,
  numberOfAccess,
  takeParentCode,
} from '../../store/parent-sessions.ts'
import { admitAttempt, takeAttemptBack } from '../../store/sessions.ts'
import { answerWrong, onlyOwnForms } from '../guard.ts'
import { type MySignInProblem, mySaidPage, mySignInPage, myWordPage } from '../my/sign-in.ts'
import { wordsIn } from '../my/words.ts'
import { aroundStranger, findMySession, languageAsked } from './my-visit.ts'
import type { Served } from './served.ts'
import { addressOf } from './sign-in.ts'
import { sentForm } from './visit.ts'

/** Where the button leads that leaves at once: about the weather, as GOV.UK's own does. */
export const neutralSite = 'https://www.bbc.co.uk/weather'

interface Whose {
  readonly partnership: number
  readonly access: string
}

const ask = (
  c: Context,
  served: Served,
  at: 'code' | 'number',
  problem: MySignInProblem,
  language: string | undefined,
) => {
  const around = aroundStranger(served, languageAsked(language))
  const status = typeof problem === 'string' ? 403 : 429
  return c.html(mySignInPage({ around, problem, at }), status)
}

/** Asks how long to wait, and then whether what was typed is right; only what is wrong goes on counting. */
const guarded = async <T>(
  c: Context,
  { store }: Served,
  name: string,
  check: () => Promise<T | undefined>,
): Promise<T | { readonly wait: number } | undefined> => {
  const attempt = attemptOf(name, addressOf(c), store.now())
  const wait = await admitAttempt(store, attempt, failures => waitFor(failures, attempt.at))
  if (wait > 0) return { wait }
  const found = await check()
  if (found !== undefined) await takeAttemptBack(store, attempt)
  return found
}

/** Begins a session of a parent's on this device, and goes to the page. */
export const beginMySession = async (c: Context, { store, address }: Served, whose: Whose): Promise<Response> => {
  const token = newToken()
  const begun = await beginParentSession(store, whose, hashOfToken(token), deviceOf(c.req.header('user-agent')))
  if (!begun) return answerWrong(c, 'not-found')
  c.header('Set-Cookie', parentCookie(token, isSecure(address)))
  return c.redirect('/my', 303)
}

const signIn = async (c: Context, served: Served): Promise<Response> => {
  const form = await sentForm(c)
  const number = plainNumber(form('number') ?? '').slice(0, 20)
  const outcome = await guarded(c, served, `parent ${number}`, async () => {
    const found = await findParentNumber(served.store, number)
    const good = await isPassword((form('word') ?? '').slice(0, 1000), found?.hash)
    return good ? found : undefined
  })
  if (outcome === undefined) return ask(c, served, 'number', 'number', form('in'))
  return 'wait' in outcome ? ask(c, served, 'number', outcome, form('in')) : beginMySession(c, served, outcome)
}

const findCode = (c: Context, served: Served, code: string) =>
  guarded(c, served, `parent code ${code}`.slice(0, 100), () => findParentCode(served.store, hashOfCode(code)))

const takeCode = async (c: Context, served: Served): Promise<Response> => {
  const form = await sentForm(c)
  const code = (form('code') ?? '').slice(0, 60)
  const found = await findCode(c, served, code)
  if (found === undefined) return ask(c, served, 'code', 'code', form('in'))
  if ('wait' in found) return ask(c, served, 'code', found, form('in'))
  const number = (await numberOfAccess(served.store, found.partnership, found.access)) ?? ''
  return c.html(myWordPage({ around: aroundStranger(served, languageAsked(form('in'))), code, number }))
}

const takeWord = async (c: Context, served: Served): Promise<Response> => {
  const form = await sentForm(c)
  const [code, word] = [(form('code') ?? '').slice(0, 60), (form('word') ?? '').slice(0, 1000)]
  const found = await findCode(c, served, code)
  if (found === undefined) return ask(c, served, 'code', 'code', form('in'))
  if ('wait' in found) return ask(c, served, 'code', found, form('in'))
  const number = (await numberOfAccess(served.store, found.partnership, found.access)) ?? ''
  const problem = whyNotWord(word, number)
  if (problem !== undefined)
    return c.html(myWordPage({ around: aroundStranger(served, languageAsked(form('in'))), code, number, problem }), 400)
  const taken = await takeParentCode(served.store, found, hashOfCode(code), await hashPassword(word))
  return taken ? beginMySession(c, served, found) : ask(c, served, 'code', 'code', form('in'))
}

const end = async (c: Context, served: Served): Promise<void> => {
  const held = await findMySession(c, served)
  if (held !== undefined) await endParentSession(served.store, held.session)
  c.header('Set-Cookie', endedParentCookie(isSecure(served.address)))
}

/** Closes the page, and leaves for a site that says nothing of anybody. Whoever sends somebody here closes a page, no more. */
const leave = async (c: Context, served: Served): Promise<Response> => {
  await end(c, served)
  return c.redirect(neutralSite, 303)
}

const signOut = async (c: Context, served: Served): Promise<Response> => {
  const held = await findMySession(c, served)
  await end(c, served)
  const around = aroundStranger(served, held?.session.language ?? 'en')
  const words = wordsIn(around.language)
  return c.html(mySaidPage(around, words.signedOut, words.signedOutText))
}

/** One press opens the page of an invented parent: only where npm start loaded the examples. */
const openExample = async (c: Context, served: Served): Promise<Response> => {
  const form = await sentForm(c)
  const parent = served.exampleParents?.find(({ id }) => id === form('person'))
  return parent === undefined ? answerWrong(c, 'not-found') : beginMySession(c, served, parent)
}

/** The pages by which a parent comes in and goes out, apart from those of staff. */
export const mySignInPages = (served: Served): Hono => {
  const web = new Hono()
  web.get('/my/leave', c => leave(c, served))
  web.post('/my/sign-in', onlyOwnForms, c => signIn(c, served))
  web.post('/my/code', onlyOwnForms, c => takeCode(c, served))
  web.post('/my/word', onlyOwnForms, c => takeWord(c, served))
  web.post('/my/sign-out', onlyOwnForms, c => signOut(c, served))
  web.post('/my/example', onlyOwnForms, c => openExample(c, served))
  web.get('/my', async (c, next) => {
    if ((await findMySession(c, served)) !== undefined) return next()
    const around = aroundStranger(served, languageAsked(c.req.query('in')))
    return c.html(mySignInPage({ around, ended: c.req.query('ended') === 'yes' }))
  })
  return web
}
