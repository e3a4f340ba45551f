import { countOf } from '../calendar/words.ts'
import { restore as restoreFrom } from '../store/restore.ts'
import { putSealingKey } from '../store/sealing.ts'
import { type Answer, said } from './answer.ts'
import { countsInWords, passphraseFrom } from './backup.ts'
import { withDatabase } from './database.ts'
import { fileProblem, isOfFiles } from './read-file.ts'
import { getSecret } from './secret.ts'
import { Refusal } from './start/refusal.ts'
import { verifiedInWords } from './verify.ts'
import { needed, readGiven } from './words-given.ts'

/** How `holdfast restore` is used. */
export const restoreHelp = `holdfast restore FILE [--data DIR]

  Puts a backup back into an empty database: another folder with --data, or an empty one that DATABASE_URL names. The
  file is read to its end first, and nothing is written unless it is whole; then everything is verified.
`

/** `holdfast restore`: says what came back, with 1 when it does not verify. */
export const restore = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, {
    options: { data: { type: 'string' } },
    words: ['FILE'],
    help: restoreHelp,
  })
  const file = needed(words[0], 'FILE', restoreHelp)
  return withDatabase({ ...values, begins: true }, async ({ connections, folder }) => {
    const passphrase = await getSecret(passphraseFrom)
    try {
      const restored = await restoreFrom(connections.owner, file, passphrase)
      const { made, counts, rebuilt, verified, messageKey } = restored
      if (messageKey !== undefined) await putSealingKey(folder, messageKey)
      const back = `The backup of ${made} is back: ${countsInWords(counts)}.`
      const anew = `${countOf(rebuilt.duties, 'duty', 'duties')} made anew. ${verifiedInWords(verified)}`
      return said(`${back}\n${anew}`, verified.sound ? 0 : 1)
    } catch (error) {
      throw isOfFiles(error) ? new Refusal(fileProblem(file, error)) : error
    }
  })
}
