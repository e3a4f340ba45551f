import { stat } from 'node:fs/promises'
import { countOf } from '../calendar/words.ts'
import { takeHl7File } from '../intake/hl7/files.ts'
import type { Feed } from '../store/feeds.ts'
import type { Store } from '../store/store.ts'
import { type Answer, said } from './answer.ts'
import { getPartnership, withStore } from './database.ts'
import { servePort } from './hl7-port.ts'
import { bytesOf, fileProblem } from './read-file.ts'
import { readWhatCame } from './read-what-came.ts'
import { getFeed } from './sheet.ts'
import { Refusal } from './start/refusal.ts'
import { rememberTaken, watched } from './taken-files.ts'
import { databaseOptions, needed, readGiven } from './words-given.ts'

/** How `holdfast hl7` is used. */
export const hl7Help = `holdfast hl7 FILE|FOLDER --feed ID [--watch] [--remove] [--partnership N] [--data DIR]
holdfast hl7 --port N --feed ID [--host H] [--cert FILE --key FILE [--ca FILE]] [--partnership N] [--data DIR]

  Takes in messages of HL7 v2 for a feed. Each is stored as it came, and read at once.
  FILE      one message, many, or batches; what is no message is named by its line
  FOLDER    each file in it, once: what was taken is remembered in the folder, in .holdfast-taken
  --watch   goes on looking for new files until it is stopped
  --remove  removes a file once every message in it is stored
  --port N  answers senders at this port (MLLP) until it is stopped; npm start does the same with HOLDFAST_HL7_PORT
  --host H  the address of this computer at which it answers, 127.0.0.1 if not said
  --cert, --key, --ca  for TLS: our certificate and key, and who signs the certificates of senders
`

const options = {
  ...databaseOptions,
  feed: { type: 'string' },
  watch: { type: 'boolean' },
  remove: { type: 'boolean' },
  port: { type: 'string' },
  host: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  ca: { type: 'string' },
} as const

interface Told {
  readonly words: string
  readonly whole: boolean
}

const takeFile = async (store: Store, feed: Feed, file: string): Promise<Told> => {
  const { taken, not } = await takeHl7File(store, feed, await bytesOf(file))
  const head = `${file}: ${countOf(taken, 'message')} taken${not.length > 0 ? `, ${not.length} not` : ''}`
  return { words: [head, ...not.map(({ where, what }) => `  ${where} ${what}`)].join('\n'), whole: not.length === 0 }
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    throw new Refusal(fileProblem(path, error))
  }
}

interface FolderAsked {
  readonly watch: boolean
  readonly remove: boolean
}

const takeFolder = async (store: Store, feed: Feed, folder: string, { watch, remove }: FolderAsked) => {
  let [files, whole] = [0, true]
  for await (const file of watched(folder, watch)) {
    const told = await takeFile(store, feed, file.path)
    await readWhatCame(store)
    await rememberTaken(folder, file, remove && told.whole)
    process.stdout.write(`${told.words}\n`)
    files += 1
    whole &&= told.whole
  }
  return said(`${folder}: ${countOf(files, 'new file')}`, whole ? 0 : 1)
}

/** `holdfast hl7`: takes in files or a folder of messages, or answers at a port. */
export const hl7 = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, { options, words: ['FILE'], help: hl7Help })
  const id = needed(values.feed, '--feed', hl7Help)
  const path = values.port === undefined ? needed(words[0], 'FILE', hl7Help) : undefined
  const folder = path !== undefined && (await isFolder(path))
  return withStore(values, async ({ store }) => {
    const feed = await getFeed(store, await getPartnership(store, values.partnership), id, 'hl7')
    if (path === undefined) return servePort(store, feed, { ...values, port: values.port ?? '' })
    const { watch = false, remove = false } = values
    if (folder) return takeFolder(store, feed, path, { watch, remove })
    const told = await takeFile(store, feed, path)
    await readWhatCame(store)
    return said(told.words, told.whole ? 0 : 1)
  })
}
