import { createHash } from 'node:crypto'
import type { Moment } from '../calendar/day.ts'
import { type Failures, networkOf, waitFor } from './attempts.ts'
import { hashPassword, isPassword, needsNewHash } from './password.ts'
import { findCodeStep } from './second-factor.ts'

/** One attempt to sign in, without the name or the address themselves. */
export interface Attempt {
  readonly name: Buffer
  readonly address: Buffer
  readonly at: Moment
}

/** What is known of an account before it is signed in to. */
export interface Account {
  readonly account: string
  /** Nothing for an account that has no password yet. */
  readonly hash: string | undefined
}

/** What signing in asks of the store. */
export interface SignInKeeper {
  /**
   * Works out the wait from the failures of the last quarter of an hour and, when there is none, writes this attempt as
   * a failed one; all under one lock for the name and for the address, so that a hundred at once are not all free.
   */
  readonly admit: (attempt: Attempt, wait: (failures: Failures) => number) => Promise<number>
  /** Takes an attempt away again that did not fail. */
  readonly takeBack: (attempt: Attempt) => Promise<void>
  readonly findAccount: (signIn: string) => Promise<Account | undefined>
  readonly keepHash: (account: string, hash: string) => Promise<void>
  /** Keeps a step as the last used, unless this one or a later one is kept already; says whether it did. */
  readonly keepStep: (account: string, step: number) => Promise<boolean>
}

/** A sign-in name as the store holds it: without spaces around it and in small letters. */
export const signInName = (text: string): string => text.trim().toLowerCase()

/** Why a text is no sign-in name to give to somebody, or nothing when it will do. */
export function whyNotSignInName(text: string): string | undefined {
  const name = signInName(text)
  if (name.length < 3 || name.length > 100) return 'has to have 3 to 100 characters'
  return /^[a-z0-9](?:[a-z0-9._@-]*[a-z0-9])$/u.test(name)
    ? undefined
    : 'may have letters without accents, digits, and between them full stops, hyphens, low lines and one @'
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** An attempt with a sign-in name from an address of the internet; neither can be read from it. */
export const attemptOf = (signIn: string, address: string, at: Moment): Attempt => ({
  name: digest(signInName(signIn)),
  address: digest(networkOf(address)),
  at,
})

/** What became of an attempt: whose account it is, how many seconds to wait, or that it was wrong. */
export type SignInOutcome = { readonly account: string } | { readonly wait: number } | 'wrong'

const guarded = async (
  keeper: SignInKeeper,
  attempt: Attempt,
  check: () => Promise<string | undefined>,
): Promise<SignInOutcome> => {
  const wait = await keeper.admit(attempt, failures => waitFor(failures, attempt.at))
  if (wait > 0) return { wait }
  const account = await check()
  if (account === undefined) return 'wrong'
  await keeper.takeBack(attempt)
  return { account }
}

/**
 * Whose account a name and a password open. Earlier failures stay counted, or whoever knows a password would have no
 * end of tries at the second factor.
 */
export const tryPassword = (keeper: SignInKeeper, attempt: Attempt, signIn: string, password: string) =>
  guarded(keeper, attempt, async () => {
    const found = await keeper.findAccount(signInName(signIn))
    const good = await isPassword(password, found?.hash)
    if (found?.hash === undefined || !good) return undefined
    if (needsNewHash(found.hash)) await keeper.keepHash(found.account, await hashPassword(password))
    return found.account
  })

/** What is known of an account's second factor. */
export interface SecondFactor {
  readonly account: string
  readonly secret: string
  readonly lastUsedStep: number | undefined
}

/** Whether a code is the second factor of an account, counted with the attempts at its name. */
export const tryCode = (keeper: SignInKeeper, attempt: Attempt, factor: SecondFactor, code: string) =>
  guarded(keeper, attempt, async () => {
    const step = findCodeStep(factor.secret, code, attempt.at, factor.lastUsedStep)
    return step !== undefined && (await keeper.keepStep(factor.account, step)) ? factor.account : undefined
  })
