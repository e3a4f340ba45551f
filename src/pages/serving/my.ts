import { type Context, Hono } from 'hono'
import { endedParentCookie } from '../../sharing/parent-sign-in.ts'
import { isSecure } from '../../sharing/session.ts'
import { endParentSession, readParentDevices, setParentLanguage } from '../../store/parent-sessions.ts'
import { answerWrong, onlyOwnForms } from '../guard.ts'
import { myDevicesPage } from '../my/devices.ts'
import { myPage } from '../my/page.ts'
import { mySaidPage } from '../my/sign-in.ts'
import { isLanguage, wordsIn } from '../my/words.ts'
import { closePage } from './close-page.ts'
import { addMyForms } from './my-forms.ts'
import { type MyEnv, type MyWeb, onlyParents } from './my-visit.ts'
import type { Served } from './served.ts'
import { sentForm } from './visit.ts'

type C = Context<MyEnv>

const show = (c: C) => {
  const { around, sees, today, ref } = c.get('my')
  return c.html(myPage({ around, sees, today, ref, live: true }))
}

const setLanguage = async (c: C, { store }: Served): Promise<Response> => {
  const language = (await sentForm(c))('in')
  if (isLanguage(language)) await setParentLanguage(store, c.get('my').session, language)
  return c.redirect('/my', 303)
}

const devices = async (c: C, { store }: Served): Promise<Response> => {
  const { session, around } = c.get('my')
  const list = await readParentDevices(store, session)
  return c.html(myDevicesPage({ around, devices: list, here: session.session }))
}

const closeDevice = async (c: C, { store }: Served): Promise<Response> => {
  const { session } = c.get('my')
  const device = (await sentForm(c))('device') ?? ''
  const own = await readParentDevices(store, session)
  const found = own.find(one => one.session === device)
  if (found === undefined) return answerWrong(c, 'not-found')
  await endParentSession(store, { ...session, session: found.session })
  return c.redirect('/my/devices', 303)
}

const closeEverything = async (c: C, served: Served): Promise<Response> => {
  const { session, around } = c.get('my')
  const { partnership, record, person } = session
  await closePage(served, { partnership, record, person, by: 'parent', writer: `parent-${session.access}` })
  c.header('Set-Cookie', endedParentCookie(isSecure(served.address)))
  const words = wordsIn(around.language)
  return c.html(mySaidPage({ ...around, csrf: undefined }, words.closed, words.closedText))
}

/** The pages of a parent who is signed in. They answer to no account of staff, and staff's answer to none of theirs. */
export const myPages = (served: Served): MyWeb => {
  const web: MyWeb = new Hono<MyEnv>()
  const only = onlyParents(served)
  web.use('/my/*', (c, next) => (c.req.method === 'GET' ? next() : onlyOwnForms(c, next)), only)
  web.get('/my', show)
  web.post('/my/language', c => setLanguage(c, served))
  web.get('/my/devices', c => devices(c, served))
  web.post('/my/devices', c => closeDevice(c, served))
  web.post('/my/close-everything', c => closeEverything(c, served))
  addMyForms(web, served)
  return web
}
