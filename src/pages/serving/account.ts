import type { Context } from 'hono'
import { hashPassword } from '../../sharing/password.ts'
import { newSecret, otpauthAddress, secretInGroups } from '../../sharing/second-factor.ts'
import { endedCookie, isSecure } from '../../sharing/session.ts'
import { attemptOf, tryCode, tryPassword } from '../../sharing/sign-in.ts'
import { type Account, accountById, addKin, endKin, readKin, setPassword, setSecret } from '../../store/accounts.ts'
import { endSessions, passSecond } from '../../store/sessions.ts'
import { type AccountDone, accountPage, readDone } from '../account.ts'
import { readKin as readKinForm } from '../kin.ts'
import { passwordPage, readNewPassword } from '../password.ts'
import type { Problem } from '../problem.ts'
import { codeProblem, endSecondFactorPage, enrolSecondFactorPage, readCode, wrongPassword } from '../second-factor.ts'
import { signedOutPage, waitProblem } from '../sign-in.ts'
import type { Env, Served, Web } from './served.ts'
import { addressOf, keeperOf } from './sign-in.ts'
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
  const just = readDone(c.req.query('done'))
  const held = { name, posts, signIn, secondFactor, kin, ...(email === undefined ? {} : { email }) }
  return c.html(
    accountPage({ around: visit.around, account: held, csrf: visit.csrf, done: just, ...more }),
    more.problems ? 400 : 200,
  )
}

const takeKin = async (c: C, served: Served) => {
  const read = readKinForm(await sentForm(c))
  if ('problems' in read) return show(c, served, read)
  await addKin(served.store, c.get('visit').asking, read.kin)
  return done(c, 'kin-added')
}

const removeKin = async (c: C, served: Served) => {
  await endKin(served.store, c.get('visit').asking, (await sentForm(c))('kin') ?? '')
  return done(c, 'kin-removed')
}

/** Whether the password typed once more is right; guesses are counted with the attempts to sign in. */
const wrongOnce = async (c: C, served: Served, account: Account, password: string): Promise<Problem | undefined> => {
  const attempt = attemptOf(account.signIn, addressOf(c), served.store.now())
  const outcome = await tryPassword(keeperOf(served), attempt, account.signIn, password)
  if (outcome === 'wrong') return wrongPassword
  return 'wait' in outcome ? waitProblem('password', outcome.wait) : undefined
}

const wrongCode = async (c: C, served: Served, account: Account, code: string): Promise<Problem | undefined> => {
  const attempt = attemptOf(account.signIn, addressOf(c), served.store.now())
  const factor = { account: account.account, secret: account.secret ?? '', lastUsedStep: account.secretStep }
  const outcome = await tryCode(keeperOf(served), attempt, factor, code)
  if (outcome === 'wrong') return codeProblem('wrong-code')
  return 'wait' in outcome ? codeProblem({ wait: outcome.wait }) : undefined
}

const changePassword = async (c: C, served: Served) => {
  const visit = c.get('visit')
  const account = await own(served, visit)
  const asked = { around: visit.around, signIn: account.signIn, csrf: visit.csrf }
  const read = readNewPassword(await sentForm(c), account.signIn)
  if ('problems' in read) return c.html(passwordPage({ ...asked, problems: read.problems }), 400)
  const wrong = await wrongOnce(c, served, account, read.current)
  if (wrong !== undefined) return c.html(passwordPage({ ...asked, problems: [wrong] }), 403)
  await setPassword(served.store, account.account, await hashPassword(read.chosen), visit.token)
  return done(c, 'password')
}

const done = (c: C, what: AccountDone) => c.redirect(`/account?done=${what}`, 303)

const enrolPage = (visit: Visit, account: Account, secret: string, problems: readonly Problem[] = []) =>
  enrolSecondFactorPage({
    around: visit.around,
    groups: secretInGroups(secret),
    address: otpauthAddress(secret, account.signIn),
    asksPassword: account.password !== undefined,
    csrf: visit.csrf,
    problems,
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
  const { secret, password } = account
  if (secret === undefined || account.secondFactor) return c.redirect('/account', 303)
  const read = readCode(await sentForm(c), password !== undefined)
  if ('problems' in read) return c.html(enrolPage(visit, account, secret, read.problems), 400)
  const wrong =
    (password === undefined ? undefined : await wrongOnce(c, served, account, read.password)) ??
    (await wrongCode(c, served, account, read.code))
  if (wrong !== undefined) return c.html(enrolPage(visit, account, secret, [wrong]), 403)
  await passSecond(served.store, visit.token)
  return done(c, 'second-factor-on')
}

const endFactor = async (c: C, served: Served) => {
  const visit = c.get('visit')
  const account = await own(served, visit)
  const page = (problems: readonly Problem[]) =>
    endSecondFactorPage({ around: visit.around, problems, csrf: visit.csrf })
  const read = readCode(await sentForm(c), true)
  if ('problems' in read) return c.html(page(read.problems), 400)
  const wrong = (await wrongOnce(c, served, account, read.password)) ?? (await wrongCode(c, served, account, read.code))
  if (wrong !== undefined) return c.html(page([wrong]), 403)
  await setSecret(served.store, account.account, undefined)
  return done(c, 'second-factor-off')
}

const outEverywhere = async (c: C, served: Served) => {
  const visit = c.get('visit')
  await endSessions(served.store, visit.session.account)
  c.header('Set-Cookie', endedCookie(isSecure(served.address)))
  return c.html(signedOutPage({ around: visit.around, everywhere: true }))
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
