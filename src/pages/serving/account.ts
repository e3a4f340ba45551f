import type { Context } from 'hono'
import { hashPassword, isPassword } from '../../sharing/password.ts'
import { findCodeStep, newSecret, otpauthAddress, secretInGroups } from '../../sharing/second-factor.ts'
import { endedCookie, isSecure } from '../../sharing/session.ts'
import {
  type Account,
  accountById,
  addKin,
  endKin,
  readKin,
  setPassword,
  setSecret,
  useCode,
} from '../../store/accounts.ts'
import { endSessions, passSecond } from '../../store/sessions.ts'
import { accountPage } from '../account.ts'
import { readKin as readKinForm } from '../kin.ts'
import { passwordPage, readNewPassword } from '../password.ts'
import { endSecondFactorPage, enrolSecondFactorPage } from '../second-factor.ts'
import { signedOutPage } from '../sign-in.ts'
import type { Env, Served, Web } from './served.ts'
import { sentForm, type Visit } from './visit.ts'

type C = Context<Env>

const own = async ({ store }: Served, { session }: Visit): Promise<Account> => {
  const account = await accountById(store, session.account)
  if (account === undefined) throw new Error('a session without an account')
  return account
}

const show = async (c: C, served: Served, more: Partial<Parameters<typeof accountPage>[0]> = {}) => {
  const visit = c.get('visit')
  const account = await own(served, visit)
  const { signIn, email, secondFactor } = account
  const { name, posts } = visit.practitioner
  const kin = await readKin(served.store, visit.asking)
  const held = { name, posts, signIn, secondFactor, kin, ...(email === undefined ? {} : { email }) }
  return c.html(
    accountPage({ around: visit.around, account: held, csrf: visit.csrf, ...more }),
    more.problems ? 400 : 200,
  )
}

const takeKin = async (c: C, served: Served) => {
  const read = readKinForm(await sentForm(c))
  if ('problems' in read) return show(c, served, read)
  await addKin(served.store, c.get('visit').asking, read.kin)
  return c.redirect('/account', 303)
}

const removeKin = async (c: C, served: Served) => {
  await endKin(served.store, c.get('visit').asking, (await sentForm(c))('kin') ?? '')
  return c.redirect('/account', 303)
}

const changePassword = async (c: C, served: Served) => {
  const visit = c.get('visit')
  const account = await own(served, visit)
  const asked = { around: visit.around, signIn: account.signIn, csrf: visit.csrf }
  const read = readNewPassword(await sentForm(c), account.signIn)
  if ('problems' in read) return c.html(passwordPage({ ...asked, problems: read.problems }), 400)
  if (!(await isPassword(read.current, account.password))) {
    const problems = [{ field: 'password', what: 'This is not your password. Type the one that you signed in with' }]
    return c.html(passwordPage({ ...asked, problems }), 403)
  }
  await setPassword(served.store, account.account, await hashPassword(read.chosen), visit.token)
  return c.redirect('/account', 303)
}

const enrolPage = (visit: Visit, account: Account, secret: string, problems?: { field: string; what: string }[]) =>
  enrolSecondFactorPage({
    around: visit.around,
    groups: secretInGroups(secret),
    address: otpauthAddress(secret, account.signIn),
    asksPassword: account.password !== undefined,
    csrf: visit.csrf,
    ...(problems === undefined ? {} : { problems }),
  })

const enrol = async (c: C, served: Served) => {
  const visit = c.get('visit')
  const account = await own(served, visit)
  if (account.secondFactor) return c.redirect('/account', 303)
  const secret = account.secret ?? newSecret()
  if (account.secret === undefined) await setSecret(served.store, account.account, secret)
  return c.html(enrolPage(visit, account, secret))
}

const confirm = async (c: C, served: Served) => {
  const visit = c.get('visit')
  const account = await own(served, visit)
  const { secret } = account
  if (secret === undefined || account.secondFactor) return c.redirect('/account', 303)
  const form = await sentForm(c)
  const wrong = (field: string, what: string) => c.html(enrolPage(visit, account, secret, [{ field, what }]), 403)
  if (account.password !== undefined && !(await isPassword(form('password') ?? '', account.password)))
    return wrong('password', 'This is not your password. Type the one that you signed in with')
  const step = findCodeStep(secret, form('code') ?? '', served.store.now(), account.secretStep)
  if (step === undefined || !(await useCode(served.store, account.account, step)))
    return wrong('code', 'This code does not fit. Wait for the next one in your app, then type it')
  await passSecond(served.store, visit.token)
  return c.redirect('/account', 303)
}

const endFactor = async (c: C, served: Served) => {
  const visit = c.get('visit')
  const account = await own(served, visit)
  const form = await sentForm(c)
  const good = await isPassword(form('password') ?? '', account.password)
  const step = findCodeStep(account.secret ?? '', form('code') ?? '', served.store.now(), account.secretStep)
  if (!good || step === undefined || !(await useCode(served.store, account.account, step))) {
    const problems = [{ field: good ? 'code' : 'password', what: 'This does not fit. Check it and try again' }]
    return c.html(endSecondFactorPage({ around: visit.around, problems, csrf: visit.csrf }), 403)
  }
  await setSecret(served.store, account.account, undefined)
  return c.redirect('/account', 303)
}

const outEverywhere = async (c: C, served: Served) => {
  const visit = c.get('visit')
  await endSessions(served.store, visit.session.account)
  c.header('Set-Cookie', endedCookie(isSecure(served.address)))
  return c.html(signedOutPage({ everywhere: true }))
}

/** One's own account: password, second factor, sessions, and whose record one must never open. */
export const addAccountPages = (web: Web, served: Served): void => {
  web.get('/account', c => show(c, served))
  web.post('/account/kin', c => takeKin(c, served))
  web.post('/account/kin/remove', c => removeKin(c, served))
  web.post('/account/sign-out-everywhere', c => outEverywhere(c, served))
  web.get('/account/password', async c => {
    const visit = c.get('visit')
    const { signIn } = await own(served, visit)
    return c.html(passwordPage({ around: visit.around, signIn, csrf: visit.csrf }))
  })
  web.post('/account/password', c => changePassword(c, served))
  web.get('/account/second-factor', c => enrol(c, served))
  web.post('/account/second-factor', c => confirm(c, served))
  web.get('/account/second-factor/off', c => {
    const visit = c.get('visit')
    return c.html(endSecondFactorPage({ around: visit.around, csrf: visit.csrf }))
  })
  web.post('/account/second-factor/off', c => endFactor(c, served))
}
