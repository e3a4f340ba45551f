import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { usePinnedNode } from './check/pinned-node.ts'

/*
 * npm run docs: the pages that come from the code. With --check nothing is written, and the pages that are not up to
 * date are named.
 */

const root = resolve(import.meta.dirname, '..')
usePinnedNode(root)

const [{ coveragePage }, { dutiesPage }, { entriesPage }, { entrySchema, jsonText }] = await Promise.all([
  import('./docs/coverage/coverage.ts'),
  import('./docs/duties.ts'),
  import('./docs/entries.ts'),
  import('./docs/entry-schema.ts'),
])

const pages: Readonly<Record<string, () => string>> = {
  'docs/entries.md': entriesPage,
  'docs/entries.schema.json': () => `${jsonText(entrySchema(), 4)}\n`,
  'docs/duties.md': dutiesPage,
  'docs/coverage.md': coveragePage,
}

const standing = (path: string): string => {
  try {
    return readFileSync(resolve(root, path), 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return ''
  }
}

const stale = Object.entries(pages).filter(([path, make]) => standing(path) !== make())
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is not up to date: npm run docs`)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const [path, make] of stale) {
    writeFileSync(resolve(root, path), make())
    console.log(`${path} written`)
  }
}
