import { countOf } from '../calendar/words.ts'
import { takeHl7File } from '../intake/hl7/files.ts'
import type { Feed } from '../store/feeds.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from './answer.ts'
import { getPartnership, withStore } from './database.ts'
import { servePort } from './hl7-port.ts'
import { bytesOf } from './read-file.ts'
import { getFeed } from './sheet.ts'
import { type Told, takeFiles } from './take-files.ts'
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

const takeFile = async (store: Store, feed: Feed, file: string): Promise<Told> => {
  const { taken, not } = await takeHl7File(store, feed, await bytesOf(file))
  const head = `${file}: ${countOf(taken, 'message')} taken${not.length > 0 ? `, ${not.length} not` : ''}`
  return { words: [head, ...not.map(({ where, what }) => `  ${where} ${what}`)].join('\n'), whole: not.length === 0 }
}

/** `holdfast hl7`: takes in files or a folder of messages, or answers at a port. */
export const hl7 = async (args: readonly string[]): Promise<Answer> => {
  const { values, words } = readGiven(args, { options, words: ['FILE'], help: hl7Help })
  const id = needed(values.feed, '--feed', hl7Help)
  const path = values.port === undefined ? needed(words[0], 'FILE', hl7Help) : undefined
  return withStore(values, async ({ store }) => {
    const feed = await getFeed(store, await getPartnership(store, values.partnership), id, 'hl7')
    if (path === undefined) return servePort(store, feed, { ...values, port: values.port ?? '' })
    const { watch, remove } = values
    return takeFiles(store, { path, watch, remove, take: file => takeFile(store, feed, file) })
  })
}
