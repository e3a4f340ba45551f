import { countOf } from '../calendar/words.ts'
import { dispose as disposeOf } from '../store/dispose.ts'
import { type Answer, said } from './answer.ts'
import { getPartnership, withStore } from './database.ts'
import { getPractitioner } from './people.ts'
import { Refusal } from './start/refusal.ts'
import { databaseOptions, needed, readGiven } from './words-given.ts'

/** How `holdfast dispose` is used. */
export const disposeHelp = `holdfast dispose RECORD NUMBER --reason TEXT --by SIGN-IN --second SIGN-IN [--partnership N] [--data DIR]

  Destroys the words of one entry for good; that it was there, when, by whom and why it is gone stays on the record.
  RECORD       the record, as its address has it
  NUMBER       the number of the entry in it
  --reason     why, for good and in sight of whoever verifies: name nobody in it
  --by         the sign-in name of whoever decided it, and --second that of a second person
`

const options = {
  ...databaseOptions,
  reason: { type: 'string' },
  by: { type: 'string' },
  second: { type: 'string' },
} as const

const getNumber = (text: string): number => {
  const number = /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : undefined
  if (number === undefined) throw new Refusal(`"${text}" is not the number of an entry: write it as 12`)
  return number
}

const corrected = (numbers: readonly number[]): string =>
  numbers.length === 0 ? '' : ` It was corrected, and the corrections stay: ${numbers.join(', ')}.`

/** `holdfast dispose`: says what is gone. */
export const dispose = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, { options, words: ['RECORD', 'NUMBER'], help: disposeHelp })
  const need = (value: string | undefined, what: string) => needed(value, what, disposeHelp)
  const record = need(words[0], 'RECORD')
  const number = getNumber(need(words[1], 'NUMBER'))
  const reason = need(values.reason, '--reason')
  const [by, second] = [need(values.by, '--by'), need(values.second, '--second')]
  return withStore(values, async ({ store, connections }) => {
    const partnership = await getPartnership(store, values.partnership)
    const { duties, corrections } = await disposeOf(connections.owner, {
      ...{ partnership, record, number, reason },
      by: await getPractitioner(store, partnership, by),
      second: await getPractitioner(store, partnership, second),
    })
    const gone = `The words of entry ${number} of record ${record} are gone for good; ${countOf(duties, 'duty', 'duties')} changed.`
    return said(`${gone}${corrected(corrections)} Backups made before still hold them.`)
  })
}
