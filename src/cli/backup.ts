import { countOf } from '../calendar/words.ts'
import { whyNotPassword } from '../sharing/password-choice.ts'
import { backup as backupInto, type Counts } from '../store/backup.ts'
import { sealingKey } from '../store/sealing.ts'
import { type Answer, said } from './answer.ts'
import { withDatabase } from './database.ts'
import { fileProblem, isOfFiles } from './read-file.ts'
import { getSecret } from './secret.ts'
import { Refusal } from './start/refusal.ts'
import { needed, readGiven } from './words-given.ts'

/** How `holdfast backup` is used. */
export const backupHelp = `holdfast backup FILE [--data DIR]

  Writes everything, all partnerships of it, into one sealed file, also while Holdfast runs. Without the passphrase, which
  is asked for or taken from HOLDFAST_BACKUP_PASSPHRASE, nobody can ever read it: keep it, and keep it elsewhere.
`

/** Where the passphrase of a backup comes from. */
export const passphraseFrom = { what: 'passphrase', from: 'HOLDFAST_BACKUP_PASSPHRASE' } as const

/** What a backup holds, for the terminal. */
export const countsInWords = (counts: Counts): string => {
  const of = (table: string) => counts[table] ?? 0
  return [
    countOf(of('partnership'), 'partnership'),
    countOf(of('record'), 'record'),
    countOf(of('chain'), 'entry', 'entries'),
    countOf(of('practitioner'), 'practitioner'),
    countOf(of('notice'), 'notice'),
  ].join(', ')
}

/** `holdfast backup`: says what the file holds. */
export const backup = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, {
    options: { data: { type: 'string' } },
    words: ['FILE'],
    help: backupHelp,
  })
  const file = needed(words[0], 'FILE', backupHelp)
  return withDatabase(values, async ({ connections, folder }) => {
    const passphrase = await getSecret({ ...passphraseFrom, why: text => whyNotPassword(text, '') })
    try {
      const counts = await backupInto(connections.owner, file, passphrase, { messageKey: await sealingKey(folder) })
      return said(`${file} holds ${countsInWords(counts)}, and the heads of all records.`)
    } catch (error) {
      throw isOfFiles(error) ? new Refusal(fileProblem(file, error, 'written')) : error
    }
  })
}
