import { hash } from 'node:crypto'
import { basename } from 'node:path'
import { countOf } from '../calendar/words.ts'
import type { MappedSheet } from '../intake/sheets/appointments/rows-of-sheet.ts'
import { findColumnMap, readSheetFile, takeSheetFile, trySheetFile } from '../intake/sheets/appointments/take-sheet.ts'
import { placeInWords } from '../intake/sheets/fault.ts'
import { type Feed, findFeed } from '../store/feeds.ts'
import type { SheetTaken } from '../store/sheets.ts'
import type { Store } from '../store/store.ts'
import { type Answer, said } from './answer.ts'
import { getPartnership, withStore } from './database.ts'
import { faultsInWords } from './faults.ts'
import { bytesOf } from './read-file.ts'
import { readWhatCame } from './read-what-came.ts'
import { Refusal } from './start/refusal.ts'
import { databaseOptions, needed, readGiven } from './words-given.ts'

/** How `holdfast sheet` is used. */
export const sheetHelp = `holdfast sheet FILE --feed ID [--try] [--partnership N] [--data DIR]

  Takes in a sheet of appointments as the messages of a feed: each row that says something new becomes one. Which heading is
  what was set on the page of the feed. Rows that cannot be read are named with their number and the reason.
  FILE      CSV or XLSX, up to 10 MB
  --feed    the short name of the feed
  --try     says what would be taken, and takes nothing
`

/** A feed of a sort by its short name. Throws Refusal when there is none. */
export const getFeed = async (store: Store, partnership: number, id: string, sort: Feed['sort']): Promise<Feed> => {
  const feed = await findFeed(store, partnership, id)
  if (feed === undefined) throw new Refusal(`There is no feed "${id}": \`holdfast feed list\` names them.`)
  if (feed.sort !== sort) throw new Refusal(`The feed "${id}" takes ${feed.sort}, and no ${sort}.`)
  if (feed.ended !== undefined) throw new Refusal(`The feed "${id}" has ended.`)
  return feed
}

const refusedLines = (mapped: readonly MappedSheet[]): readonly string[] =>
  mapped
    .flatMap(({ refused }) => refused)
    .map(fault => `  ${placeInWords(fault)}${fault.field === undefined ? '' : `, ${fault.field}`}: ${fault.what}`)

const inWords = (file: string, { fresh, unchanged, refused }: SheetTaken, tried: boolean): string =>
  `${file}: ${countOf(fresh, 'row')} ${tried ? 'would be taken' : 'taken'}, ${unchanged} as before, ${refused} refused`

/** `holdfast sheet`: says what was taken, what was as before, and which rows were refused and why. */
export const sheet = async (args: readonly string[]): Promise<Answer> => {
  const options = { ...databaseOptions, feed: { type: 'string' }, try: { type: 'boolean' } } as const
  const { values, words } = readGiven(args, { options, words: ['FILE'], help: sheetHelp })
  const file = needed(words[0], 'FILE', sheetHelp)
  const id = needed(values.feed, '--feed', sheetHelp)
  const bytes = await bytesOf(file)
  return withStore(values, async ({ store }) => {
    const feed = await getFeed(store, await getPartnership(store, values.partnership), id, 'sheet')
    const read = await readSheetFile(bytes, feed, { made: store.now(), map: await findColumnMap(store, feed) })
    if ('faults' in read) throw new Refusal(faultsInWords(file, read.faults))
    const wrong = read.mapped.flatMap(one => one.wrong)
    if (wrong.length > 0) throw new Refusal(`${basename(file)}:\n${wrong.map(one => `  ${one}`).join('\n')}`)
    const tried = values.try ?? false
    const refused = refusedLines(read.mapped)
    const taken = tried
      ? await trySheetFile(store, feed, read)
      : await takeSheetFile(store, feed, read, `sheet-${hash('sha256', bytes).slice(0, 24)}-${store.now()}`)
    if (!tried) await readWhatCame(store)
    const passed = read.passedOver.map(name => `  the sheet "${name}" has no heading that is known, and was not read`)
    return said([inWords(file, taken, tried), ...passed, ...refused].join('\n'))
  })
}
