import { basename } from 'node:path'
import { countOf } from '../calendar/words.ts'
import { type ImportedRecord, importChronology } from '../intake/import-chronology.ts'
import type { NewAccount } from '../intake/import-staff.ts'
import { roleInWords } from '../people/role.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import { readAgencies, settingsIn } from '../store/agencies.ts'
import { asRecorder } from '../store/asking.ts'
import type { Store } from '../store/store.ts'
import { type Answer, said } from './answer.ts'
import { getPartnership, withStore } from './database.ts'
import { faultsInWords } from './faults.ts'
import { bytesOf } from './read-file.ts'
import { Refusal } from './start/refusal.ts'
import { databaseOptions, needed, readGiven } from './words-given.ts'

/** How `holdfast import` is used. */
export const importHelp = `holdfast import FILE [--replay] [--staff] [--partnership N] [--data DIR]

  Loads a chronology: a new record for each family in it, and what its agencies keep into theirs. What is wrong with the
  file is told first, by line, and then nothing of it is taken; the same file is not taken twice.
  FILE      JSON Lines, CSV or XLSX, as docs/entries.md describes
  --replay  reads it as if each entry had arrived on the day on which it was written; else all arrives now
  --staff   gives an account to everybody whom it names in a post or at work with a family; \`holdfast set-password\`
            lets one of them sign in
`

const nameOf = ({ record, named }: ImportedRecord): string =>
  record === agenciesRecord ? "the agencies' record" : named === undefined ? record : `${record} (${named} in the file)`

const lineOf = (one: ImportedRecord): string => {
  const taken = one.again ? 'taken before, and not again' : `${countOf(one.entries, 'entry', 'entries')} taken`
  return `  ${nameOf(one)}: ${taken}; ${countOf(one.told, 'notice')} written`
}

const whoOpens = `Each can be opened by whom its network names, once they have an account under that very name.`

const onlySuggests =
  'No agency has adopted a rule yet: only what is statutory is owed, and the rest suggests. Next: holdfast adopt'

/** Whether every rule that is not statutory only suggests here: nobody has adopted one. */
const readSuggests = async (store: Store, partnership: number): Promise<boolean> => {
  const { entries } = await asRecorder(store, { partnership }, client => readAgencies(store, client, partnership))
  return settingsIn(entries).adoption?.words.length === 0
}

const accountLine = ({ name, signIn, posts }: NewAccount): string =>
  `  ${signIn}: ${name}, ${posts.map(({ role, agency }) => `${roleInWords(role)} in ${agency}`).join(' and ')}`

const accountsMade = (accounts: readonly NewAccount[]): readonly string[] => [
  `${countOf(accounts.length, 'account', 'accounts')} made; \`holdfast set-password SIGN-IN\` lets somebody sign in:`,
  ...accounts.map(accountLine),
]

/** `holdfast import`: says which records there are now. */
export const importFile = async (args: readonly string[]): Promise<Answer> => {
  const options = { ...databaseOptions, replay: { type: 'boolean' }, staff: { type: 'boolean' } } as const
  const { values, words } = readGiven(args, { options, words: ['FILE'], help: importHelp })
  const file = needed(words[0], 'FILE', importHelp)
  const bytes = await bytesOf(file)
  return withStore(values, async ({ store, connections }) => {
    const partnership = await getPartnership(store, values.partnership)
    const asked = {
      partnership,
      bytes,
      name: basename(file),
      replayed: values.replay ?? false,
      staff: values.staff ?? false,
    }
    const result = await importChronology(store, connections.owner, asked)
    if ('faults' in result) throw new Refusal(faultsInWords(file, result.faults))
    const suggests = (await readSuggests(store, partnership)) ? [onlySuggests] : []
    const last = values.staff === true ? accountsMade(result.accounts) : [whoOpens]
    return said([`${file}:`, ...result.records.map(lineOf), ...last, ...suggests].join('\n'))
  })
}
