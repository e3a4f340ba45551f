import { londonDay } from '../../calendar/moment.ts'
import { noSettings } from '../../duties/settings.ts'
import type { Post } from '../../people/practitioner.ts'
import { agenciesRecord, familiesIn } from '../../record/agency-record.ts'
import type { Entry } from '../../record/entry.ts'
import { readEntry } from '../../record/read-entry.ts'
import { addPractitioner } from '../../store/accounts.ts'
import { append, type Outcome } from '../../store/append.ts'
import { beginRecord, newPartnership } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'
import { readVisitors } from '../../store/visitors.ts'
import { type ExampleAccount, exampleAccounts } from './example-accounts.ts'
import { type ExampleFile, exampleFiles } from './example-files.ts'
import { openExampleParents } from './example-parents.ts'
import { featured } from './featured.ts'
import { caseOfTheReview, livingExample } from './living-example.ts'
import type { Line } from './moved-by.ts'

/** An invented person as whom anybody may sign in; the id is the sign-in name. */
export interface ExampleVisitor {
  readonly id: string
  readonly name: string
  readonly posts: readonly Post[]
  readonly featured?: string
}

/** The example partnership as it was loaded: who may sign in, and the record of each family by its file's name. */
export interface LoadedExample {
  readonly partnership: number
  readonly people: readonly ExampleVisitor[]
  readonly records: ReadonlyMap<string, string>
}

const entriesOf = (lines: readonly Line[]): readonly Entry[] =>
  lines.map(line => {
    const read = readEntry(line)
    if ('entry' in read) return read.entry
    throw new Error(`an example cannot be read: ${read.problems.map(one => `${one.field} ${one.what}`).join('; ')}`)
  })

const recordOf = (outcome: Outcome): string => {
  if ('record' in outcome) return outcome.record
  throw new Error('an example was not taken')
}

/** The invented people of the example, as the page of signing in shows them. */
export const visitorOf = ({ name, signIn, posts, featured }: ExampleAccount): ExampleVisitor => ({
  id: signIn,
  name,
  posts,
  ...(featured === undefined ? {} : { featured }),
})

/**
 * Loads the living example into a store: the partnership, its agencies, everybody who works there, and the families, moved
 * so that the strategy meeting of the example case was on the last Monday before today.
 */
export const loadExample = async (store: Store, folder: string): Promise<LoadedExample> => {
  const { families, agencies } = livingExample(await exampleFiles(folder), londonDay(store.now()))
  const partnership = await newPartnership(store, 'The example partnership', true)
  const writing = { partnership, writer: 'import', replayed: true } as const
  await append(store, { ...writing, record: agenciesRecord, lines: agencies })
  const accounts = exampleAccounts(
    entriesOf(agencies),
    families.map(({ lines }) => entriesOf(lines)),
  )
  for (const { name, signIn, posts, kin = [] } of accounts)
    await addPractitioner(store, partnership, { name, signIn, posts, kin })
  const records = new Map<string, string>()
  for (const { name, lines } of families) {
    const record = recordOf(await beginRecord(store, { ...writing, lines }))
    records.set(name, record)
    if (lines.some(line => line['kind'] === 'parent-page-opened')) await openExampleParents(store, partnership, record)
  }
  return { partnership, people: accounts.map(visitorOf), records }
}

const order = Object.keys(featured)
const rankOf = ({ name }: { readonly name: string }): number => order.indexOf(name) >>> 0

/** The invented people of an example that was loaded before, those to begin with first. */
export const exampleVisitors = async (store: Store, partnership: number): Promise<readonly ExampleVisitor[]> => {
  const all = await readVisitors(store, partnership)
  return all
    .map(({ signIn, name, posts }) => {
      const why = featured[name]
      return { id: signIn, name, posts, ...(why === undefined ? {} : { featured: why }) }
    })
    .sort((one, other) => rankOf(one) - rankOf(other))
}

/** The whole example case in its own dates, for reading what happened day by day. */
export const exampleReplay = (files: readonly ExampleFile[]) => {
  const lines = files.find(file => file.name === caseOfTheReview)?.lines ?? []
  const [family] = familiesIn(entriesOf(lines))
  return {
    families: family === undefined ? [] : [{ id: '01', entries: family.entries, base: '/what-happened' }],
    settings: noSettings,
    example: true,
  }
}
