import type { PractitionerId } from '../people/practitioner.ts'
import { type Account, findAccount, practitionerOf } from '../store/accounts.ts'
import type { Store } from '../store/store.ts'
import { Refusal } from './start/refusal.ts'

/** The account with a sign-in name. Throws Refusal when nobody has it. */
export const getAccount = async (store: Store, signIn: string): Promise<Account> => {
  const account = await findAccount(store, signIn)
  if (account === undefined) throw new Refusal(`Nobody has the sign-in name "${signIn}".`)
  return account
}

/** The practitioner with a sign-in name in a partnership. Throws Refusal when there is none who works there now. */
export const getPractitioner = async (store: Store, partnership: number, signIn: string): Promise<PractitionerId> => {
  const { account } = await getAccount(store, signIn)
  const id = await practitionerOf(store, partnership, account)
  if (id === undefined) throw new Refusal(`"${signIn}" does not work in partnership ${partnership}, or no longer.`)
  return id
}
