import { agenciesRecord } from '../record/agency-record.ts'
import { append } from '../store/append.ts'
import { newPartnership, readPartnerships } from '../store/records.ts'
import { type Answer, said } from './answer.ts'
import { withStore } from './database.ts'
import { Refusal } from './start/refusal.ts'
import { needed, readGiven } from './words-given.ts'

/** How `holdfast partnership` is used. */
export const partnershipHelp = `holdfast partnership add NAME [--data DIR]
holdfast partnership list [--data DIR]

  Begins a partnership, with a record of its agencies; or lists those that there are, each with its number. In a new one
  only what is statutory is owed, until its agencies adopt their rules: holdfast adopt, or the page "Adopted rules".
`

const options = { data: { type: 'string' } } as const

/** From the first day on a rule that is not statutory is owed by the agencies that have adopted it. */
const begins = { kind: 'adoption-begins', by: 'partnership', record: agenciesRecord }

const add = (name: string, data: string | undefined): Promise<Answer> =>
  withStore({ data, begins: true }, async ({ store }) => {
    const partnership = await newPartnership(store, name)
    await append(store, { partnership, record: agenciesRecord, lines: [begins], writer: 'holdfast' })
    return said(`Partnership ${partnership} is begun: ${name}`)
  })

const list = (data: string | undefined): Promise<Answer> =>
  withStore({ data }, async ({ store }) => {
    const all = await readPartnerships(store)
    return said(all.map(({ partnership, name }) => `${partnership}  ${name}`).join('\n'))
  })

/** `holdfast partnership`: says the numbers of partnerships. */
export const partnership = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, { options, words: ['add', 'NAME'], help: partnershipHelp })
  const [what, name] = words
  if (what === 'list' && name === undefined) return list(values.data)
  if (what === 'add') return add(needed(name, 'NAME', partnershipHelp), values.data)
  throw new Refusal(`Say add or list.\n\n${partnershipHelp}`)
}
