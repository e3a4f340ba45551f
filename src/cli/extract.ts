import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countOf } from '../calendar/words.ts'
import { type ExtractFile, tableOfFile } from '../intake/sheets/extract/tables.ts'
import { type ExtractTaken, takeExtract } from '../intake/sheets/extract/take-extract.ts'
import { type Answer, said } from './answer.ts'
import { getPartnership, withStore } from './database.ts'
import { getFeed } from './sheet.ts'
import { Refusal } from './start/refusal.ts'
import { databaseOptions, needed, readGiven } from './words-given.ts'

/** How `holdfast extract` is used. */
export const extractHelp = `holdfast extract FOLDER --feed ID [--partnership N] [--data DIR]

  Takes in the council's nightly extract in the vocabulary of the Standard Safeguarding Dataset: referrals, assessments,
  section 47 enquiries, conferences, plans, visits and workers of children on open records. Each row is taken once; one that
  changed mends its entry; one that is gone is shown to a person. Nothing is kept of anybody else.
  FOLDER    CSV files, each named for its table: ssd_person.csv, ssd_cin_episodes.csv and so on
  --feed    the short name of the feed
`

const filesIn = async (folder: string): Promise<readonly ExtractFile[]> => {
  const names = await readdir(folder).catch(() => {
    throw new Refusal(`There is no folder "${folder}".`)
  })
  const own = names.filter(name => tableOfFile(name) !== undefined).sort()
  if (own.length === 0)
    throw new Refusal(`No file in "${folder}" is named for a table: ssd_person.csv, ssd_cp_plans.csv …`)
  const files: ExtractFile[] = []
  for (const name of own) files.push({ name, bytes: await readFile(join(folder, name)) })
  return files
}

const inWords = ({ counts, faults, unsaid }: ExtractTaken): readonly string[] => [
  `${countOf(counts.written, 'entry', 'entries')} written, ${counts.mended} mended, ${counts.typed} typed here before, ${counts.same} as before`,
  ...(counts.gone > 0
    ? [`${countOf(counts.gone, 'row')} no longer in the extract: the page of the feed shows them`]
    : []),
  ...(counts.asked > 0
    ? [`${countOf(counts.asked, 'child', 'children')} may be on an open record: the page of the feed asks`]
    : []),
  `${countOf(counts.others, 'child', 'children')} on no open record: nothing kept`,
  ...[...unsaid].map(([what, rows]) => `  recorded in the council’s system alone: ${what} (${countOf(rows, 'row')})`),
  ...faults.map(
    ({ file, line, field, what }) => `  ${file}, line ${line}${field === undefined ? '' : `, ${field}`}: ${what}`,
  ),
]

/** `holdfast extract`: says what was taken, and what was wrong with which row. */
export const extract = async (args: readonly string[]): Promise<Answer> => {
  const options = { ...databaseOptions, feed: { type: 'string' } } as const
  const { values, words } = readGiven(args, { options, words: ['FOLDER'], help: extractHelp })
  const folder = needed(words[0], 'FOLDER', extractHelp)
  const id = needed(values.feed, '--feed', extractHelp)
  const files = await filesIn(folder)
  return withStore(values, async ({ store }) => {
    const feed = await getFeed(store, await getPartnership(store, values.partnership), id, 'extract')
    return said([`${folder}:`, ...inWords(await takeExtract(store, feed, files, 'command'))].join('\n'))
  })
}
