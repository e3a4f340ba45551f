import { basename } from 'node:path'
import { countOf } from '../calendar/words.ts'
import { takeFhirFile } from '../intake/fhir/files.ts'
import type { Feed } from '../store/feeds.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from './answer.ts'
import { getPartnership, withStore } from './database.ts'
import { bytesOf } from './read-file.ts'
import { getFeed } from './sheet.ts'
import { type Told, takeFiles } from './take-files.ts'
import { databaseOptions, needed, readGiven } from './words-given.ts'

/** How `holdfast fhir` is used. */
export const fhirHelp = `holdfast fhir FILE|FOLDER --feed ID [--watch] [--remove] [--partnership N] [--data DIR]

  Takes in resources and Bundles of FHIR (R4 or STU3, JSON or XML) for a feed. Each is stored as it came, a list appointment
  by appointment, and read at once. Systems may also send to /fhir: docs/fhir.md says how.
  FILE      a resource, a Bundle, or one resource a line in a file that ends in .ndjson
  FOLDER    each file in it, once: what was taken is remembered in the folder, in .holdfast-taken
  --watch   goes on looking for new files until it is stopped
  --remove  removes a file once all that is in it is stored
`

const takeFile = async (store: Store, feed: Feed, file: string): Promise<Told> => {
  const { taken, not } = await takeFhirFile(store, feed, basename(file), await bytesOf(file))
  const head = `${file}: ${countOf(taken, 'message')} taken${not.length > 0 ? `, ${not.length} not` : ''}`
  return {
    words: [head, ...not.map(({ line, what }) => `  line ${line}: ${what}`)].join('\n'),
    whole: not.length === 0,
  }
}

/** `holdfast fhir`: takes in a file or a folder of FHIR. */
export const fhir = async (args: readonly string[]): Promise<Answer> => {
  const options = {
    ...databaseOptions,
    feed: { type: 'string' },
    watch: { type: 'boolean' },
    remove: { type: 'boolean' },
  } as const
  const { values, words } = readGiven(args, { options, words: ['FILE'], help: fhirHelp })
  const path = needed(words[0], 'FILE', fhirHelp)
  const id = needed(values.feed, '--feed', fhirHelp)
  return withStore(values, async ({ store }) => {
    const feed = await getFeed(store, await getPartnership(store, values.partnership), id, 'fhir')
    const { watch, remove } = values
    return takeFiles(store, { path, watch, remove, take: file => takeFile(store, feed, file) })
  })
}
