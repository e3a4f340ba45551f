import { agenciesRecord } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { addPractitioner, findAccount } from '../store/accounts.ts'
import type { Store } from '../store/store.ts'
import { readVisitors } from '../store/visitors.ts'
import { type ExampleAccount, exampleAccounts } from './example/example-accounts.ts'
import { signInName } from './example/sign-in-name.ts'

/** An account that was made for somebody whom a file names. */
export type NewAccount = Pick<ExampleAccount, 'name' | 'signIn' | 'posts'>

/** A name to sign in with that nobody has, in this partnership or another. */
const freeSignIn = async (store: Store, name: string, taken: Set<string>): Promise<string> => {
  const signIn = signInName(name, taken)
  taken.add(signIn)
  return (await findAccount(store, signIn)) === undefined ? signIn : freeSignIn(store, name, taken)
}

const accountsIn = (entries: readonly Entry[]): readonly ExampleAccount[] => {
  const byRecord = Map.groupBy(entries, entry => entry.record)
  const families = [...byRecord].filter(([record]) => record !== agenciesRecord).map(([, own]) => own)
  return exampleAccounts(byRecord.get(agenciesRecord) ?? [], families)
}

/**
 * Gives an account to everybody who holds a post in a chronology or is named in its networks and is not known here yet, by
 * the very name; without a password nobody signs in with it. Gives those that there are now and were not before.
 */
export const importStaff = async (
  store: Store,
  partnership: number,
  entries: readonly Entry[],
): Promise<readonly NewAccount[]> => {
  const known = await readVisitors(store, partnership)
  const names = new Set(known.map(({ name }) => name))
  const taken = new Set(known.map(({ signIn }) => signIn))
  const fresh = accountsIn(entries).filter(({ name }) => !names.has(name))
  const made: NewAccount[] = []
  for (const { name, posts } of fresh) {
    const signIn = await freeSignIn(store, name, taken)
    await addPractitioner(store, partnership, { name, posts, signIn })
    made.push({ name, signIn, posts })
  }
  return made
}
