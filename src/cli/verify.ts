import { countOf } from '../calendar/words.ts'
import { readHeads } from '../store/heads.ts'
import { type Finding, findingInWords, isBroken, type Verified, verify as verifyStore } from '../store/verify.ts'
import { type Answer, said } from './answer.ts'
import { withStore } from './database.ts'
import { fileProblem, isOfFiles } from './read-file.ts'
import { Refusal } from './start/refusal.ts'
import { readGiven } from './words-given.ts'

/** How `holdfast verify` is used. */
export const verifyHelp = `holdfast verify [--heads FILE] [--data DIR]

  Goes through every entry of every record and names all that is not as it was written, or not as it follows.
  --heads FILE  also holds it against the heads of an earlier day, which lie in the folder "heads" of the data
  Ends with 0 when there is nothing to say but disposals, with 1 when something is broken.
`

const headsOf = async (file: string) => {
  try {
    return await readHeads(file)
  } catch (error) {
    throw isOfFiles(error) ? new Refusal(fileProblem(file, error)) : error
  }
}

const lines = (title: string, findings: readonly Finding[]): readonly string[] =>
  findings.length === 0 ? [] : [title, ...findings.map(finding => `  ${findingInWords(finding)}`)]

/** What verify found, for the terminal. */
export const verifiedInWords = ({ findings, counts }: Verified): string => {
  const broken = findings.filter(isBroken)
  const looked = `${countOf(counts.entries, 'entry', 'entries')} in ${countOf(counts.records, 'record')} of ${countOf(counts.partnerships, 'partnership')}`
  return [
    `Looked at ${looked}, and ${countOf(counts.duties, 'duty', 'duties')}.`,
    ...lines('Broken:', broken),
    ...lines(
      'Disposed of:',
      findings.filter(({ code }) => code === 'disposed'),
    ),
    ...lines(
      'Not looked at yet by a running Holdfast:',
      findings.filter(({ code }) => code === 'waiting'),
    ),
    broken.length === 0 ? 'Everything is as it was written.' : `${countOf(broken.length, 'thing')} broken.`,
  ].join('\n')
}

/** `holdfast verify`: says what it found, with 0 or 1. */
export const verify = async (args: readonly string[]): Promise<Answer> => {
  const options = { heads: { type: 'string' }, data: { type: 'string' } } as const
  const { values } = readGiven(args, { options, words: [], help: verifyHelp })
  const heads = values.heads === undefined ? undefined : await headsOf(values.heads)
  return withStore(values, async ({ connections }) => {
    const verified = await verifyStore(connections.owner, heads === undefined ? {} : { heads })
    return said(verifiedInWords(verified), verified.sound ? 0 : 1)
  })
}
