import { core, growth } from './bench/core.ts'
import { endDatabases } from './bench/databases.ts'
import { entriesJson } from './bench/entries-json.ts'
import { filePages } from './bench/file-pages.ts'
import { firstOpening } from './bench/first-opening.ts'
import { hl7Receiving } from './bench/hl7-receiving.ts'
import { lineOfLoad } from './bench/printed.ts'
import { reading } from './bench/reading.ts'
import { sharedPages } from './bench/shared-pages.ts'
import { storeAppends } from './bench/store-appends.ts'
import { storeFamilies } from './bench/store-families.ts'
import { storeSearch } from './bench/store-search.ts'

/** What is measured, by name; `npm run bench -- store` measures those whose name holds the word. */
const scenes: Readonly<Record<string, () => void | Promise<void>>> = {
  core,
  'core-growth': growth,
  'pages-from-a-file': filePages,
  'store-appends': storeAppends,
  'store-families': storeFamilies,
  'store-search': storeSearch,
  'hl7-receiving': hl7Receiving,
  reading,
  'pages-shared': sharedPages,
  'pages-as-json': entriesJson,
  'pages-first-opening': firstOpening,
}

const [asked = ''] = process.argv.slice(2)
try {
  for (const [name, scene] of Object.entries(scenes)) {
    if (!name.includes(asked)) continue
    await scene()
    lineOfLoad()
  }
} finally {
  await endDatabases()
}
process.exit(0)
