import { setPassword as set, setSecret } from '../store/accounts.ts'
import { endSessions } from '../store/sessions.ts'
import { type Answer, said } from './answer.ts'
import { withStore } from './database.ts'
import { getAccount } from './people.ts'
import { newPassword } from './practitioners.ts'
import { needed, readGiven } from './words-given.ts'

/** How the commands about accounts are used. */
export const accountsHelp = `holdfast set-password SIGN-IN [--data DIR]

  Sets a new password, asked for or taken from HOLDFAST_PASSWORD, and ends all sessions of that account.

holdfast reset-second-factor SIGN-IN [--data DIR]

  Takes the second factor off an account whose telephone is lost; a new one can be set up after signing in.
`

const options = { data: { type: 'string' } } as const

const signInOf = (args: readonly string[]) => {
  const { values, words } = readGiven(args, { options, words: ['SIGN-IN'], help: accountsHelp })
  return { values, signIn: needed(words[0], 'SIGN-IN', accountsHelp) }
}

/** `holdfast set-password`: says what holds now. */
export const setPassword = async (args: readonly string[]): Promise<Answer> => {
  const { values, signIn } = signInOf(args)
  return withStore(values, async ({ store }) => {
    const { account } = await getAccount(store, signIn)
    await set(store, account, await newPassword(signIn))
    return said(`The password of "${signIn}" is set, and every session has ended.`)
  })
}

/** `holdfast reset-second-factor`: says what holds now. */
export const resetSecondFactor = async (args: readonly string[]): Promise<Answer> => {
  const { values, signIn } = signInOf(args)
  return withStore(values, async ({ store }) => {
    const { account } = await getAccount(store, signIn)
    await setSecret(store, account, undefined)
    await endSessions(store, account)
    return said(`"${signIn}" signs in with the password alone now; every session has ended.`)
  })
}
