import type { Day } from '../../src/calendar/day.ts'
import { type ExampleAccount, exampleAccounts } from '../../src/intake/example/example-accounts.ts'
import type { Practitioner, PractitionerId } from '../../src/people/practitioner.ts'
import type { Entry } from '../../src/record/entry.ts'
import { readEntry } from '../../src/record/read-entry.ts'
import type { Borough, MadeFamily } from './borough.ts'
import type { Line } from './story.ts'

/** A family as the program reads it. */
export interface ReadFamily {
  readonly made: MadeFamily
  readonly entries: readonly Entry[]
}

/** A borough as the program reads it, with everybody who works there as an import makes them. */
export interface ReadBorough {
  readonly made: Borough
  readonly families: readonly ReadFamily[]
  /** The agencies' record, in order of day. */
  readonly agencies: readonly Entry[]
  readonly accounts: readonly ExampleAccount[]
  readonly practitioners: readonly Practitioner[]
}

/** Reads a line that was made, as an import would; throws what is wrong with it. */
export const readLine = (line: Line): Entry => {
  const read = readEntry(line)
  if ('entry' in read) return read.entry
  throw new Error(`${JSON.stringify(line)}: ${read.problems.map(({ field, what }) => `${field} ${what}`).join('; ')}`)
}

const seated = ({ signIn, name, posts }: ExampleAccount): Practitioner => ({
  ...{ id: signIn as PractitionerId, name, posts, kin: [] },
})

const inOrder = (entries: readonly Entry[]): readonly Entry[] => entries.toSorted((one, other) => one.day - other.day)

/** A record of one family knows no other: its lines are read without the name that parts them in a file. */
const ownLine = ({ record: _, ...line }: Line): Line => line

/** Reads a borough. */
export const readBorough = (made: Borough): ReadBorough => {
  const agencies = inOrder(made.agencies.map(readLine))
  const families = made.families.map(family => ({ made: family, entries: family.lines.map(ownLine).map(readLine) }))
  const accounts = exampleAccounts(
    agencies,
    families.map(({ entries }) => entries),
  )
  return { made, families, agencies, accounts, practitioners: accounts.map(seated) }
}

/** The part of a list in order of day that is known by a day, the same list whenever it is as long. */
export const editionsOf = (entries: readonly Entry[]): ((day: Day) => readonly Entry[]) => {
  const known = new Map<number, readonly Entry[]>()
  return day => {
    const length = entries.findLastIndex(entry => entry.day <= day) + 1
    const found = known.get(length) ?? entries.slice(0, length)
    known.set(length, found)
    return found
  }
}
