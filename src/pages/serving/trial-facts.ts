import type { PractitionerId } from '../../people/practitioner.ts'
import { asRecorder } from '../../store/asking.ts'
import type { AtWork, TrialHoldfast } from './trial.ts'

/* What the tests of served pages ask of the database itself, and what two answers have in common. */

type Row = Readonly<Record<string, unknown>>

/** Somebody of the example at work, by the name that families write. */
export const atWorkAs = (trial: TrialHoldfast, name: string): Promise<AtWork> => {
  const person = trial.served.examples?.find(one => one.name === name)
  if (person === undefined) throw new Error(`nobody is called ${name}`)
  return trial.signInAs(person.id)
}

/** Asks the database as the program does, for the partnership of a trial. */
export const askTrial = (
  { store, partnership }: TrialHoldfast,
  sql: string,
  ...values: readonly unknown[]
): Promise<readonly Row[]> =>
  asRecorder(store, { partnership }, async client => (await client.query(sql, [partnership, ...values])).rows)

/** The id of somebody by name; a test that names nobody is wrong. */
export const idOf = async (trial: TrialHoldfast, name: string): Promise<PractitionerId> => {
  const [found] = await askTrial(
    trial,
    'select practitioner from practitioner where partnership = $1 and name = $2',
    name,
  )
  if (found === undefined) throw new Error(`nobody is called ${name}`)
  const { practitioner } = found
  return practitioner as PractitionerId
}

/** The record of an example family. */
export const recordOf = ({ records }: TrialHoldfast, name: string): string => {
  const record = records.get(name)
  if (record === undefined) throw new Error(`there is no family ${name}`)
  return record
}

/** A page without what is another's in every session, and without what was typed. */
export const plainly = async (answer: Response, ...typed: readonly string[]): Promise<string> => {
  const text = (await answer.text()).replaceAll(/name="(csrf|key)" value="[^"]*"/gu, 'name="$1"')
  return typed.reduce((page, one) => page.replaceAll(one, '…'), text)
}
